"""Vocabularies of the banks: how old, what kind of strategy, which part of adult life."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Age(models.TextChoices):
    """Bands of age, youngest first. They are England's key stages; other nations draw the lines elsewhere."""

    EARLY = "EY", _("Up to 5 (early years)")
    KS1 = "KS1", _("5 to 7 (key stage 1)")
    KS2 = "KS2", _("7 to 11 (key stage 2)")
    KS3 = "KS3", _("11 to 14 (key stage 3)")
    KS4 = "KS4", _("14 to 16 (key stage 4)")
    POST16 = "P16", _("16 and over")

    @classmethod
    def of_year(cls, year_group: int, nation: str = "ENG") -> "Age":
        """The band of a `Pupil.year_group`. Year 1 of Northern Ireland and Scotland is England's Reception."""
        reached = year_group - (nation in ("NIR", "SCT"))
        return next(band for band, last in LAST_YEAR.items() if reached <= last)


LAST_YEAR = {Age.EARLY: 0, Age.KS1: 2, Age.KS2: 6, Age.KS3: 9, Age.KS4: 11, Age.POST16: 99}


class Kind(models.TextChoices):
    """What a strategy changes."""

    ENVIRONMENT = "environment", _("Room and surroundings")
    EXPLAINING = "explaining", _("Explaining and showing")
    TASK = "task", _("Tasks and ways of recording")
    TALK = "talk", _("Talk and communication")
    RELATIONSHIPS = "relationships", _("Relationships and feelings")
    ROUTINES = "routines", _("Organisation and routines")
    EQUIPMENT = "equipment", _("Equipment and ICT")
    TESTS = "tests", _("Tests and exams")
    HOME = "home", _("Homework and home")


class AdultLife(models.TextChoices):
    """The four themes of preparation for adulthood, part of every review from Year 9."""

    EMPLOYMENT = "employment", _("Education and employment")
    INDEPENDENCE = "independence", _("Independent living")
    COMMUNITY = "community", _("Friends and community")
    HEALTH = "health", _("Health")
