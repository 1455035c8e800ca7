"""Vocabularies of the provision map: what is provided, by whom, and what became of each session."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tier(models.TextChoices):
    """How far provision goes beyond the ordinary. Schools may name the tiers in their own words (queries/tiers.py)."""

    UNIVERSAL = "1", _("Universal")
    TARGETED = "2", _("Targeted")
    TARGETED_PLUS = "3", _("Targeted plus")
    SPECIALIST = "4", _("Specialist")


class AdultRole(models.TextChoices):
    """What kind of adult runs it, and which row of the rate card says what an hour costs."""

    TA = "ta", _("Teaching assistant")
    HLTA = "hlta", _("Higher level teaching assistant")
    TEACHER = "teacher", _("Teacher")
    SENCO = "senco", _("SENCO")
    SUPERVISOR = "supervisor", _("Lunchtime supervisor")
    PSYCHOLOGIST = "ep", _("Educational psychologist")
    SPEECH = "slt", _("Speech and language therapist")
    OCCUPATIONAL = "ot", _("Occupational therapist")
    OTHER = "other", _("Somebody else from outside")


class Evidence(models.TextChoices):
    """How well it is known to work. `evidence_source` beside it says who found out."""

    STRONG = "strong", _("Strong: several good trials")
    MODERATE = "moderate", _("Moderate: one good trial, or several weaker ones")
    LIMITED = "limited", _("Limited: promising, little research")
    NONE = "none", _("None yet: practice only")


class Weeks(models.TextChoices):
    """Timetables of two weeks: the week in which a provision begins is its week A."""

    EVERY = "", _("Every week")
    A = "a", _("Week A")
    B = "b", _("Week B")


class Weekday(models.IntegerChoices):
    """As Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")


class SessionState(models.TextChoices):
    """What became of a session. One without a row is due, or nobody has said what became of it."""

    EXPECTED = "expected", _("Not taken yet")  # a row made beforehand, to say who covers it
    RAN = "ran", _("It ran")
    NOT_RUN = "not_run", _("It did not run")


class NotRun(models.TextChoices):
    """Why a session did not run."""

    ADULT_ABSENT = "adult", _("The adult was away")
    PUPIL_ABSENT = "pupil", _("The pupil was away")
    ROOM = "room", _("No room")
    TRIP = "trip", _("Trip or event")
    EXAM = "exam", _("Test or exam")
    TAKEN_OFF = "taken", _("The adult was needed elsewhere")
    OTHER = "other", _("Another reason")


class Mark(models.TextChoices):
    """What one pupil had of a session that ran."""

    PRESENT = "present", _("Present")
    ABSENT = "absent", _("Absent")
    SHORTENED = "short", _("Shortened")
    REFUSED = "refused", _("Refused")


HAD_SOME = frozenset({Mark.PRESENT.value, Mark.SHORTENED.value})  # minutes were delivered to this pupil
