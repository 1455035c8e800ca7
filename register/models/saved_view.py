"""Filters of the register that a person keeps under a name."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership, School
from senco.core.models import UuidModel


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, membership):
        return self.filter(membership_id=membership.pk)


class SavedView(UuidModel):
    """A named filter of the register, kept by one person. `query` is the URL's query string."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "name"], condition=~Q(name=""), name="view_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
