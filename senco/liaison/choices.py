"""What a contact was, and with whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactKind(models.TextChoices):
    CALL = "call", _("Call")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    MESSAGE = "message", _("Message")
    MEETING = "meeting", _("Meeting")
    VISIT = "visit", _("Visit")
    TEST = "test", _("Test or observation")
    OTHER = "other", _("Something else")


class Direction(models.TextChoices):
    """Who began it; nothing where people met."""

    OUT = "out", _("We contacted them")
    IN = "in", _("They contacted us")


class Party(models.TextChoices):
    PARENT = "parent", _("Parent or carer")
    PUPIL = "pupil", _("The pupil")
    AGENCY = "agency", _("Professional or agency")
    AUTHORITY = "lea", _("Local authority")
    SCHOOL = "school", _("Another school")
    OTHER = "other", _("Somebody else")
