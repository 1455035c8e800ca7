"""Vocabularies of support plans."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """Derived from the steps taken, never stored."""

    DRAFT = "draft", _("Draft")
    READY = "ready", _("Ready for sign-off")
    SHARED = "shared", _("Shared for comment")
    AGREED = "agreed", _("Agreed")
    IN_FORCE = "in_force", _("In force")
    REVIEWED = "reviewed", _("Reviewed")
    ARCHIVED = "archived", _("Archived")


class StepKind(models.TextChoices):
    """What was done with a plan. The state is that of the last kind of STATE_AFTER which was not taken back."""

    BEGUN = "begun", _("Begun")
    HANDED_IN = "handed_in", _("Handed in for sign-off")
    TAKEN_UP = "taken_up", _("Taken up again")
    GIVEN_BACK = "given_back", _("Given back to its writers")
    SHARED = "shared", _("Shared for comment")
    CALLED_BACK = "called_back", _("Called back from the parents")
    AGREED = "agreed", _("Agreed")
    IN_FORCE = "in_force", _("Put in force")
    UPDATED = "updated", _("Changed while in force")
    REVIEWED = "reviewed", _("Reviewed")
    ARCHIVED = "archived", _("Archived")


STATE_AFTER = {  # a change while a plan is in force leaves its state alone
    StepKind.BEGUN: PlanState.DRAFT,
    StepKind.HANDED_IN: PlanState.READY,
    StepKind.TAKEN_UP: PlanState.DRAFT,
    StepKind.GIVEN_BACK: PlanState.DRAFT,
    StepKind.SHARED: PlanState.SHARED,
    StepKind.CALLED_BACK: PlanState.DRAFT,
    StepKind.AGREED: PlanState.AGREED,
    StepKind.IN_FORCE: PlanState.IN_FORCE,
    StepKind.REVIEWED: PlanState.REVIEWED,
    StepKind.ARCHIVED: PlanState.ARCHIVED,
}


class SectionKind(models.TextChoices):
    """What a section of a plan holds besides its text. Rows of an outcome's kind hang on the plan, not on the section."""

    TEXT = "text", _("Text")
    PUPIL_VIEW = "pupil_view", _("The pupil's view, in their words")
    PARENT_VIEW = "parent_view", _("The parents' view, in their words")
    CONCERNS = "concerns", _("Earlier concerns")
    SCORES = "scores", _("Attainment and scores")
    OUTCOMES = "outcomes", _("Outcomes and targets")
    STRATEGIES = "strategies", _("Strategies for every teacher")
    ADJUSTMENTS = "adjustments", _("Adjustments")
    RESOURCES = "resources", _("Resources and ICT")
    PROVISION = "provision", _("Provision")


OWN_WORDS = frozenset(
    {SectionKind.PUPIL_VIEW, SectionKind.PARENT_VIEW}
)  # asked anew in each cycle, of each pupil


class Editor(models.TextChoices):
    """Who may write a section besides the SENCO, who may write them all."""

    TEACHER = "teacher", _("Teachers")
    TA = "ta", _("Teaching assistants")


class ItemKind(models.TextChoices):
    STRATEGY = "strategy", _("Strategy")
    ADJUSTMENT = "adjustment", _("Adjustment")
    RESOURCE = "resource", _("Resource")
    ICT = "ict", _("ICT")
    ACCESS = "access", _("Access arrangement")


SECTION_OF_ITEM = {  # kind of item → the kind of section that shows it
    ItemKind.STRATEGY: SectionKind.STRATEGIES,
    ItemKind.ADJUSTMENT: SectionKind.ADJUSTMENTS,
    ItemKind.ACCESS: SectionKind.ADJUSTMENTS,
    ItemKind.RESOURCE: SectionKind.RESOURCES,
    ItemKind.ICT: SectionKind.RESOURCES,
}


class Result(models.TextChoices):
    """How an outcome stood when its plan was reviewed; empty until then."""

    MET = "met", _("Met")
    PARTLY = "partly", _("Partly met")
    NOT_YET = "not_yet", _("Not met yet")
    STOPPED = "stopped", _("No longer the right outcome")


GOES_ON = frozenset({"", Result.PARTLY.value, Result.NOT_YET.value})  # into the next cycle


class Audience(models.TextChoices):
    """For whom a version was frozen."""

    STAFF = "staff", _("Staff")
    FAMILY = "family", _("Family")


class Speaker(models.TextChoices):
    PARENT = "parent", _("Parent or carer")
    PUPIL = "pupil", _("Pupil")
    STAFF = "staff", _("Colleague")
    PROFESSIONAL = "professional", _("Professional")


class Answer(models.TextChoices):
    """What somebody says to a plan. The words beside it are theirs and are never corrected."""

    YES = "yes", _("Yes, I agree")
    PARTLY = "partly", _("I agree with some of it")
    NO = "no", _("No, I do not agree")
    TALK = "talk", _("I want to talk about it")
    COMMENT = "comment", _("A comment")


class AlertKind(models.TextChoices):
    MEDICAL = "medical", _("Medical")
    SAFETY = "safety", _("Safety")


class ChangeKind(models.TextChoices):
    """What can change for those who teach a pupil. How each is found: queries/changes.py."""

    PLAN = "plan", _("Plan")
    STRATEGY = "strategy", _("Strategy")
    ALERT = "alert", _("Alert")
    PROFILE = "profile", _("Profile")
    STATUS = "status", _("SEN status")


class PaperSize(models.TextChoices):
    A4 = "a4", _("A4")
    A5 = "a5", _("A5")


class PrintKind(models.TextChoices):
    """What a file of many pages holds. Plans carry the code of the Audience that they were frozen for."""

    PROFILES = "profiles", _("Profiles")
    FOR_STAFF = "staff", _("Plans, for staff")
    FOR_FAMILY = "family", _("Plans, for families, in plain words")


class BankName(models.TextChoices):
    """The two banks that plans are written from."""

    STRATEGIES = "strategies", _("Strategies")
    STEMS = "stems", _("Outcome stems")
