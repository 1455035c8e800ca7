"""Vocabularies of what provision costs."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RateCardName(models.TextChoices):
    """A school's own cost, or what its authority allows for an hour in a request."""

    SCHOOL = "school", _("The school's own rates")
    AUTHORITY = "authority", _("The authority's rates")


class SizeRule(models.TextChoices):
    """Who shares the cost of a session."""

    AGREED = "agreed", _("the size the group is meant for")
    ATTENDANCE = "attendance", _("the pupils who came")


class BudgetKind(models.TextChoices):
    NOTIONAL = "notional", _("Notional SEN budget")
    TOP_UP = "top_up", _("Top-up for the school as a whole")
    INCLUSION = "fund", _("Inclusive mainstream fund")
    GRANT = "grant", _("Another grant")
    OWN = "own", _("The school's own money")


class CostKind(models.TextChoices):
    """What one part of a cost is for."""

    STAFF = "staff", _("Adults")
    RESOURCE = "resource", _("Kits, books and licences")
