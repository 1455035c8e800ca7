"""Unsent writing, kept on the server so that nothing typed is lost and nothing stays in a browser."""

from django.db import models
from django.utils import timezone

from senco.accounts.models import Membership, School
from senco.core.models import UuidModel


class DraftQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """One's own, in the role it was written in."""
        return self.filter(membership_id=membership.pk)


class Draft(UuidModel):
    """The fields of one form of one person. `form` names the form and, where it has one, the record it is about."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=100)
    fields = models.JSONField(default=dict)  # field name → list of strings, as a form sends them
    saved_at = models.DateTimeField(default=timezone.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        constraints = [models.UniqueConstraint(fields=["membership", "form"], name="draft_once_a_form")]

    def __str__(self) -> str:
        return self.form
