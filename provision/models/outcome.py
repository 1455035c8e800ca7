"""What will be different for the pupil, the shorter targets under it, and what was seen of each through the term."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.choices import GOES_ON, Result
from register.choices import BroadArea
from register.models import Pupil, PupilBound, PupilFile
from senco.accounts.models import Membership
from senco.core.history import tracked

from .base import ListedRow, NamesAnAdult, PlanRowQuerySet
from .plan import Plan


class OutcomeQuerySet(PlanRowQuerySet):
    def going_on(self):
        """Those that the next cycle takes up: neither met nor stopped nor removed."""
        return self.kept().filter(result__in=GOES_ON)


@tracked
class Outcome(NamesAnAdult, ListedRow):
    """`text` says what will be different; `plain` says it to the family. `carried_from` is the one it goes on from."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="outcomes")
    area = models.CharField(_("area of need"), max_length=2, choices=BroadArea.choices, blank=True)
    need = models.CharField(_("type of need"), max_length=10, blank=True)
    text = models.CharField(_("what will be different?"), max_length=500)
    plain = models.CharField(_("in plain words, for the family"), max_length=500, blank=True)
    baseline = models.CharField(_("where things are now"), max_length=500, blank=True)
    measure = models.CharField(_("how we will know"), max_length=500, blank=True)
    target = models.CharField(_("what we aim for"), max_length=300, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    adult = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("named adult"),
    )
    adult_words = models.CharField(_("or somebody without an account"), max_length=100, blank=True)
    result = models.CharField(_("result"), max_length=8, choices=Result.choices, blank=True)
    stem = models.CharField(max_length=60, blank=True)  # the bank's entry it was begun from
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to"
    )

    objects = OutcomeQuerySet.as_manager()

    class Meta(ListedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.text


@tracked
class Target(ListedRow):
    """A shorter step towards an outcome."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="targets")
    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="targets")
    text = models.CharField(_("target"), max_length=300)
    measure = models.CharField(_("how we will know"), max_length=300, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)

    class Meta(ListedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.text


@tracked
class Seen(PupilBound):
    """A note on an outcome or target while the plan is carried out; without words it says "seen today" and no more."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="seen")
    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="seen")
    target = models.ForeignKey(Target, on_delete=models.CASCADE, null=True, blank=True, related_name="seen")
    on = models.DateField(_("on"))
    text = models.TextField(_("what was seen"), max_length=2000, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PlanRowQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-at", "id"]
        verbose_name = _("note of what was seen")

    def __str__(self) -> str:
        return self.text[:60]


@tracked
class SeenFile(PupilBound):
    """A file of the pupil that shows what a note tells: a photograph of the page, a recording. The file itself stays where it is."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    seen = models.ForeignKey(Seen, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(PupilFile, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["seen", "file"], name="file_shown_once_a_note")]

    def __str__(self) -> str:
        return f"{self.seen_id} {self.file_id}"
