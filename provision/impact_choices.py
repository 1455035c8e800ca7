"""Vocabularies of progress and impact: what kind of scale a measure is on, and at which moment it was taken."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ScaleKind(models.TextChoices):
    """What a number on the scale means, and with it what counts as keeping pace (provision/progress.py)."""

    STANDARD = "standard", _("Standardised score, 100 on average")
    AGE = "age", _("Age equivalent, in months")
    STEPS = "steps", _("Small steps, in order")
    EXPECTED = "expected", _("Against expectation, −2 to +2")
    GOAL = "goal", _("Goal attainment, −2 to +2")
    PERCENT = "percent", _("Attendance or another share, in per cent")
    OWN = "own", _("A scale of our own")


class Moment(models.TextChoices):
    """When within a pupil's place in a group it was taken; empty for a measure that belongs to no group."""

    ENTRY = "entry", _("At the start")
    EXIT = "exit", _("At the end")
    LATER = "later", _("A term later")


class Verdict(models.TextChoices):
    """What the measures of the last two cycles say about an intervention."""

    KEEP = "keep", _("Keep")
    STOP = "stop", _("Stop or change")
    WATCH = "watch", _("Watch")
    UNKNOWN = "unknown", _("Too little measured")


LIMITS: dict[str, tuple[int, int]] = {  # lowest and highest value that can be right
    ScaleKind.STANDARD: (40, 160),
    ScaleKind.AGE: (0, 300),
    ScaleKind.EXPECTED: (-2, 2),
    ScaleKind.GOAL: (-2, 2),
    ScaleKind.PERCENT: (0, 100),
}
WHOLE = frozenset(
    {ScaleKind.STANDARD, ScaleKind.AGE, ScaleKind.STEPS, ScaleKind.EXPECTED, ScaleKind.GOAL}
)  # kinds with whole numbers only
