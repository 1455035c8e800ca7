"""Vocabularies of reviews and other meetings about a pupil."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from provision.choices import Result


class ReviewKind(models.TextChoices):
    """What a meeting is. All of them leave the same record."""

    TERMLY = "termly", _("Review of support")
    TAF = "taf", _("Team around the family")
    TRANSITION = "transit", _("Transition meeting")
    PEP = "pep", _("PEP meeting (looked-after child)")
    OBSERVATION = "observe", _("Feedback after an observation")
    OTHER = "other", _("Another meeting")


class Manner(models.TextChoices):
    IN_PERSON = "person", _("In person")
    PHONE = "phone", _("By telephone")
    VIDEO = "video", _("By video")


class ReviewState(models.TextChoices):
    """Derived from the steps taken, never stored."""

    WAITING = "waiting", _("No day yet")
    ARRANGED = "arranged", _("Arranged")
    LEFT_OUT = "left_out", _("Left out")
    SIGNED = "signed", _("Signed off")


class StepKind(models.TextChoices):
    """What was done with a review. The state is that of the last one which was not taken back."""

    BEGUN = "begun", _("Begun")
    ARRANGED = "arranged", _("Arranged")
    CALLED_OFF = "called_off", _("Called off")
    LEFT_OUT = "left_out", _("Left out")
    TAKEN_IN = "taken_in", _("Taken in again")
    SIGNED = "signed", _("Signed off")


STATE_AFTER = {
    StepKind.BEGUN: ReviewState.WAITING,
    StepKind.ARRANGED: ReviewState.ARRANGED,
    StepKind.CALLED_OFF: ReviewState.WAITING,
    StepKind.LEFT_OUT: ReviewState.LEFT_OUT,
    StepKind.TAKEN_IN: ReviewState.WAITING,
    StepKind.SIGNED: ReviewState.SIGNED,
}


class Guest(models.TextChoices):
    """As what somebody is asked to a meeting."""

    PUPIL = "pupil", _("The pupil")
    PARENT = "parent", _("Parent or carer")
    STAFF = "staff", _("Colleague")
    PROFESSIONAL = "professional", _("Professional")
    OTHER = "other", _("Somebody else")


class Presence(models.TextChoices):
    CAME = "came", _("Here")
    APOLOGIES = "sorry", _("Sent apologies")
    ABSENT = "absent", _("Did not come")


class InvitationAnswer(models.TextChoices):
    """What somebody says to the day and time of a meeting."""

    COMING = "coming", _("I will be there")
    OTHER = "other", _("I need another time")
    CANNOT = "cannot", _("I cannot come")


class Judgement(models.IntegerChoices):
    """How an outcome stands against what was expected."""

    FAR_BELOW = -2, _("−2 Far below")
    BELOW = -1, _("−1 Below")
    AS_EXPECTED = 0, _("0 As expected")
    ABOVE = 1, _("+1 Above")
    FAR_ABOVE = 2, _("+2 Far above")


class NextStep(models.TextChoices):
    """What becomes of an outcome."""

    MET = "met", _("Met")
    GO_ON = "go_on", _("Go on")
    CHANGE = "change", _("Change it")
    STOP = "stop", _("Stop")


ENDS = {NextStep.MET: Result.MET, NextStep.STOP: Result.STOPPED}  # what such a step makes of an outcome


class Decision(models.TextChoices):
    """What the meeting decided about the pupil's stage. The stage itself is changed on the pupil's page, where its rules are kept."""

    STAY = "stay", _("Support stays as it is")
    MORE = "more", _("More support is needed")
    LESS = "less", _("Less support is needed")
    OFF = "off", _("Special support ends")
    SPECIALIST = "special", _("Ask a specialist")
    ASSESSMENT = "assess", _("Ask for an EHC needs assessment")


CHANGES_STAGE = frozenset({Decision.MORE, Decision.LESS, Decision.OFF})


class Voice(models.TextChoices):
    """As what somebody is asked for their views before a meeting. `TEACHER` is asked for each subject, `PUPIL` sits with an adult."""

    PUPIL = "pupil", _("The pupil")
    PARENT = "parent", _("Parent or carer")
    TEACHER = "teacher", _("Teacher")
    ASSISTANT = "support", _("Teaching assistant")
    PROFESSIONAL = "outside", _("Professional")


class Level(models.TextChoices):
    """How a pupil is asked."""

    PICTURES = "pictures", _("Pictures and choices")
    SENTENCES = "starters", _("Short sentences")
    WORDS = "words", _("Own words")


class AskedAs(models.TextChoices):
    """What kind of answer a question wants. `OPTIONS` says which choices it offers; `TEXT` offers none."""

    TEXT = "text", _("Words")
    SCALE = "scale", _("Against what was expected")
    AT_HOME = "home", _("How often it is seen")
    HELPED = "helped", _("Whether it helped")
    FACE = "face", _("How it feels")
    HELPERS = "helpers", _("What helps")


class AtHome(models.TextChoices):
    """How often parents see at home what an outcome is about."""

    OFTEN = "often", _("Yes, often")
    SOMETIMES = "some", _("Sometimes")
    NOT_YET = "not_yet", _("Not yet")
    UNSURE = "unsure", _("I do not know")


class Helped(models.TextChoices):
    """What a pupil says to "did this help me?"."""

    YES = "yes", _("Yes")
    A_BIT = "bit", _("A bit")
    NO = "no", _("No")
    UNSURE = "unsure", _("I do not know")


class Face(models.TextChoices):
    """How a part of school feels to a pupil."""

    GOOD = "good", _("Good")
    SO_SO = "so_so", _("So-so")
    BAD = "bad", _("Not good")


class Helper(models.TextChoices):
    """What may help a pupil at school."""

    ADULT = "adult", _("A grown-up")
    FRIEND = "friend", _("A friend")
    QUIET = "quiet", _("A quiet place")
    MOVING = "moving", _("Moving about")
    PICTURES = "pictures", _("Pictures")
    TIME = "time", _("More time")


OPTIONS: dict[str, type[models.Choices]] = {
    AskedAs.SCALE: Judgement,
    AskedAs.AT_HOME: AtHome,
    AskedAs.HELPED: Helped,
    AskedAs.FACE: Face,
    AskedAs.HELPERS: Helper,
}
