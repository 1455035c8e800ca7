"""Unsent writing, kept on the server so that nothing typed is lost and nothing stays in a browser."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.models import Membership, School
from senco.core.models import UuidModel

OPENED = "opened"  # a form's own seal of what it said at first (senco.core.forms.merging): nobody's words


class DraftQuerySet(models.QuerySet):
    def visible_to(self, membership):
        """One's own, in the role it was written in; those thrown away among them, as long as that can be undone."""
        return self.filter(membership_id=membership.pk)

    def waiting(self):
        """Without those thrown away."""
        return self.filter(discarded_at__isnull=True)

    def thrown_away(self):
        return self.filter(discarded_at__isnull=False)


class Draft(UuidModel):
    """The fields of one form of one person. `form` names the form and, where it has one, the record it is about."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(
        max_length=100,
        validators=[
            RegexValidator(r"^[a-z0-9:_.-]+$", _("This form cannot keep drafts: its name is not valid."))
        ],
    )
    fields = models.JSONField(default=dict)  # field name → list of strings, as a form sends them
    page = models.CharField(max_length=500, blank=True)  # path of the page it was written on
    saved_at = models.DateTimeField(default=timezone.now)
    discarded_at = models.DateTimeField(null=True, blank=True)  # thrown away; deleted for good a night later

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "form"],
                condition=models.Q(discarded_at__isnull=True),
                name="draft_once_a_form",
            )
        ]

    def __str__(self) -> str:
        return self.form

    @property
    def beginning(self) -> str:
        """The first words of the longest text in it, so that its writer knows it again."""
        texts = (value for name, values in self.fields.items() if name != OPENED for value in values)
        return " ".join(max(texts, key=len, default="").split())[:120]
