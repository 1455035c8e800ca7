"""Progress: the scales a school measures on, and what was measured of each pupil."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from provision.impact_choices import LIMITS, WHOLE, Moment, ScaleKind
from provision.progress import spoken
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from senco.core.history import tracked

from .provided import Allocation, KeptQuerySet, ProvidedRow
from .school import OfSchoolQuerySet, SchoolRow


class ScaleQuerySet(OfSchoolQuerySet):
    def offered(self):
        """Without those the school no longer measures on."""
        return self.filter(retired_at__isnull=True)


@tracked
class Scale(SchoolRow):
    """`least_gain` is the smallest change that counts as a gain. `steps` are the words of small steps, the first being step 1.

    `framework` names the set it belongs to; `shipped` is the code of the shipped scale it was taken from.
    """

    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind of scale"), max_length=8, choices=ScaleKind.choices)
    framework = models.CharField(_("belongs to the framework"), max_length=100, blank=True)
    lowest = models.DecimalField(_("lowest value"), max_digits=7, decimal_places=2, null=True, blank=True)
    highest = models.DecimalField(_("highest value"), max_digits=7, decimal_places=2, null=True, blank=True)
    more_is_better = models.BooleanField(_("more is better"), default=True)
    least_gain = models.DecimalField(
        _("smallest change that counts as a gain"),
        max_digits=6,
        decimal_places=2,
        default=1,
        validators=[MinValueValidator(0.01)],
    )
    steps = ArrayField(
        models.CharField(max_length=200), default=list, blank=True, verbose_name=_("steps, one a line")
    )
    shipped = models.CharField(max_length=50, blank=True, editable=False)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = ScaleQuerySet.as_manager()

    class Meta:
        ordering = ["framework", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "name"],
                condition=Q(retired_at__isnull=True),
                name="scale_name_once_a_school",
                violation_error_message=_("Your school has a scale of this name already."),
            ),
            models.CheckConstraint(
                condition=Q(lowest__isnull=True) | Q(highest__isnull=True) | Q(highest__gt=F("lowest")),
                name="scale_limits_in_order",
                violation_error_message=_("The highest value is above the lowest."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def limits(self) -> tuple:
        """Lowest and highest value that can be right; None where there is no limit."""
        if self.kind == ScaleKind.STEPS:
            return 1, len(self.steps)
        return LIMITS.get(self.kind, (self.lowest, self.highest))

    def fault_of(self, value) -> str:
        """What is wrong with a value on this scale; empty where nothing is, or where there is none."""
        if value is None:
            return ""
        lowest, highest = self.limits
        if (lowest is not None and value < lowest) or (highest is not None and value > highest):
            return _now("%(value)s is not on this scale, which goes from %(lowest)s to %(highest)s.") % {
                "value": value,
                "lowest": "…" if lowest is None else lowest,
                "highest": "…" if highest is None else highest,
            }
        if self.kind in WHOLE and value != int(value):
            return _now("This scale has whole numbers only.")
        return ""

    def say(self, value) -> str:
        """A value as people say it on this scale."""
        return spoken(self.kind, value, self.steps)


class MeasurementQuerySet(PupilBoundQuerySet, KeptQuerySet):
    """Staff read those of pupils they may open. Families read progress in the plan and its review, where it is explained."""


@tracked
class Measurement(PupilBound, ProvidedRow):
    """One value on one day. With a `moment` it belongs to a place in a group. `goal` and `weight` are those of goal attainment.

    `target`, said with the first measure of a place, is what the pupil is meant to reach at its end.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="measurements")
    scale = models.ForeignKey(Scale, on_delete=models.PROTECT, related_name="+", verbose_name=_("scale"))
    place = models.ForeignKey(
        Allocation, on_delete=models.CASCADE, null=True, blank=True, related_name="measurements"
    )
    moment = models.CharField(_("when"), max_length=5, choices=Moment.choices, blank=True)
    value = models.DecimalField(_("value"), max_digits=7, decimal_places=2)
    taken_on = models.DateField(_("on"))
    target = models.DecimalField(_("what we aim for"), max_digits=7, decimal_places=2, null=True, blank=True)
    goal = models.CharField(_("goal"), max_length=300, blank=True)
    weight = models.PositiveSmallIntegerField(
        _("weight of the goal"), default=1, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    source = models.CharField(_("test, or who says so"), max_length=200, blank=True)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        ordering = ["taken_on", "id"]
        indexes = [models.Index(fields=["school", "moment"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(moment="") | Q(place__isnull=False), name="moment_belongs_to_a_place"
            ),
            models.UniqueConstraint(
                fields=["place", "scale", "goal", "moment"],
                condition=Q(removed_at__isnull=True) & ~Q(moment=""),
                name="measured_once_a_moment",
                violation_error_message=_("This was measured already."),
            ),
            models.UniqueConstraint(
                fields=["pupil", "scale", "goal", "taken_on"],
                condition=Q(removed_at__isnull=True, moment=""),
                name="measured_once_a_day",
                violation_error_message=_(
                    "There is a value of this scale on that day already. Change that one."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.taken_on}"

    def clean(self):
        """Raises ValidationError, by field: a value that the scale does not have, a day to come, a goal that says nothing."""
        wrong = {
            name: fault for name in ("value", "target") if (fault := self.scale.fault_of(getattr(self, name)))
        }
        if self.taken_on and self.taken_on > timezone.localdate():
            wrong["taken_on"] = _now("This day is in the future. Enter the day on which it was measured.")
        if self.scale.kind == ScaleKind.GOAL and not self.goal:
            wrong["goal"] = _now("Say what the goal is.")
        if wrong:
            raise ValidationError(wrong)

    @property
    def taken_for(self) -> str:
        """The intervention of its place; empty for a measure without one, and where its reader may not see the group any more."""
        group = getattr(
            self.place, "provision", None
        )  # hidden from staff where no place in it stands any more
        return group.intervention.name if group else ""

    @property
    def said(self) -> str:
        return self.scale.say(self.value)

    @property
    def said_target(self) -> str:
        return "" if self.target is None else self.scale.say(self.target)
