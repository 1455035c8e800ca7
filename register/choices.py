"""Vocabularies of the register. Codes are those of the school census and the Common Transfer File."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    FEMALE = "F", _("Female")
    MALE = "M", _("Male")
    NOT_STATED = "", _("Not stated")


class SenProvision(models.TextChoices):
    """Census item SENprovision. S (statement) is kept for older history; it counts as E today."""

    NONE = "N", _("No SEN")
    SUPPORT = "K", _("SEN Support")
    EHC_PLAN = "E", _("EHC plan")
    STATEMENT = "S", _("Statement (before 2018)")


ON_REGISTER = (SenProvision.SUPPORT.value, SenProvision.EHC_PLAN.value, SenProvision.STATEMENT.value)


class NeedType(models.TextChoices):
    """Census item SENtype."""

    SPLD = "SPLD", _("Specific learning difficulty")
    MLD = "MLD", _("Moderate learning difficulty")
    SLD = "SLD", _("Severe learning difficulty")
    PMLD = "PMLD", _("Profound and multiple learning difficulty")
    SEMH = "SEMH", _("Social, emotional and mental health")
    SLCN = "SLCN", _("Speech, language and communication needs")
    HI = "HI", _("Hearing impairment")
    VI = "VI", _("Vision impairment")
    MSI = "MSI", _("Multi-sensory impairment")
    PD = "PD", _("Physical disability")
    ASD = "ASD", _("Autistic spectrum disorder")
    DS = "DS", _("Down syndrome")
    OTH = "OTH", _("Other difficulty or disability")
    NSA = "NSA", _("SEN Support but no specialist assessment of type of need")


class BroadArea(models.TextChoices):
    """The four broad areas of need (SEND Code of Practice 2015, 6.28 to 6.35)."""

    COMMUNICATION = "CI", _("Communication and interaction")
    COGNITION = "CL", _("Cognition and learning")
    SEMH = "SE", _("Social, emotional and mental health")
    SENSORY = "SP", _("Sensory and physical")


AREA_OF_NEED = {
    NeedType.SLCN: BroadArea.COMMUNICATION,
    NeedType.ASD: BroadArea.COMMUNICATION,
    NeedType.SPLD: BroadArea.COGNITION,
    NeedType.MLD: BroadArea.COGNITION,
    NeedType.SLD: BroadArea.COGNITION,
    NeedType.PMLD: BroadArea.COGNITION,
    NeedType.DS: BroadArea.COGNITION,
    NeedType.SEMH: BroadArea.SEMH,
    NeedType.HI: BroadArea.SENSORY,
    NeedType.VI: BroadArea.SENSORY,
    NeedType.MSI: BroadArea.SENSORY,
    NeedType.PD: BroadArea.SENSORY,
}  # OTH and NSA belong to no area


class NeedSource(models.TextChoices):
    SCHOOL = "school", _("School's own view")
    EHC_PLAN = "ehc_plan", _("EHC plan")
    DIAGNOSIS = "diagnosis", _("Diagnosis")
    MIS = "mis", _("School's MIS")


class Characteristic(models.TextChoices):
    """Separate facts; none is inferred from another and none implies SEN."""

    FSM = "FSM", _("Free school meals")
    PP = "PP", _("Pupil premium")
    EAL = "EAL", _("English as an additional language")
    LOOKED_AFTER = "LAC", _("Looked after")
    SERVICE = "SERVICE", _("Service child")


class StatusReason(models.TextChoices):
    LESS_PROGRESS = "less_progress", _("Less than expected progress despite high-quality teaching")
    WIDER_NEED = "wider_need", _("Wider development or social need")
    SPECIALIST_ADVICE = "specialist_advice", _("Advice from a specialist")
    MORE_HELP = "more_help", _("More help is needed than the present stage gives")
    LESS_HELP = "less_help", _("Less help is needed than the present stage gives")
    ASSESSMENT = "assessment", _("Statutory assessment asked for")
    PLAN_ISSUED = "plan_issued", _("EHC plan or other statutory plan issued")
    PLAN_CEASED = "plan_ceased", _("EHC plan or other statutory plan ceased")
    PROGRESS_MADE = "progress_made", _("Progress made: additional provision no longer needed")
    JOINED = "joined", _("Joined the school with this status")
    CORRECTION = "correction", _("Correction of the record")
    FROM_MIS = "from_mis", _("Taken from the school's MIS")
    FRAMEWORK = "framework", _("The school changed to another framework")


# Periods that began elsewhere or by a change on paper alone: nothing happened to the pupil on their first day.
TAKEN_OVER = (
    StatusReason.JOINED.value,
    StatusReason.FROM_MIS.value,
    StatusReason.CORRECTION.value,
    StatusReason.FRAMEWORK.value,
)


class ToldHow(models.TextChoices):
    MEETING = "meeting", _("At a meeting")
    PHONE = "phone", _("By telephone")
    LETTER = "letter", _("By letter or e-mail")
    PORTAL = "portal", _("In this system")


class AccessSource(models.TextChoices):
    GROUP = "group", _("Teaches or supports a group the pupil is in")
    PARENT = "parent", _("Parent or carer")
    SHARE = "share", _("Shared by name")
    KEY_ADULT = "key_adult", _("Key adult")
    PROVISION = "provision", _("Runs support that the pupil has")


class PortalLevel(models.TextChoices):
    """What a parent does here about one child, at most. A contact for whom nothing was decided has none of these, and does as usual."""

    NONE = "none", _("Nothing")
    VIEW = "view", _("Reads, and writes nothing")
    COMMENT = "comment", _("Reads, and writes to us")


class Standing(models.TextChoices):
    """Where a membership stands between being known to the school and having ended. Derived, never stored."""

    NOT_INVITED = "none", _("Not invited")
    INVITED = "invited", _("Invited")
    EXPIRED = "expired", _("Invitation expired")
    ACTIVE = "active", _("Has an account")
    ENDED = "ended", _("Ended")


class Channel(models.TextChoices):
    """How somebody at home would like to be reached."""

    PHONE = "phone", _("By telephone")
    EMAIL = "email", _("By e-mail")
    LETTER = "letter", _("By letter")


class Relationship(models.TextChoices):
    """CTF relationship codes that schools use most; others are kept as they came."""

    MOTHER = "MOT", _("Mother")
    FATHER = "FAT", _("Father")
    CARER = "CAR", _("Carer")
    FOSTER_MOTHER = "PAM", _("Foster mother")
    FOSTER_FATHER = "PAF", _("Foster father")
    STEP_PARENT = "STP", _("Step-parent")
    GRANDPARENT = "GRP", _("Grandparent")
    SOCIAL_WORKER = "SOC", _("Social worker")
    YOUNG_PERSON = "*YP", _("The young person")  # ours: no file can bring it
    OTHER = "OTH", _("Other")


ATTAINED_IN = {  # subjects of a StageAssessment whose codes are read aloud; others are shown as they came
    "ENG": _("English"),
    "MAT": _("Maths"),
    "REA": _("Reading"),
    "WRI": _("Writing"),
    "SCI": _("Science"),
}


class Seen(models.TextChoices):
    """What a teacher or a parent saw, in their words; each chip maps to a broad area (AREA_OF_SEEN)."""

    READING = "reading", _("Reading")
    WRITING = "writing", _("Writing")
    MATHS = "maths", _("Maths")
    MEMORY = "memory", _("Memory")
    TALKING = "talking", _("Talking")
    UNDERSTANDING = "understanding", _("Understanding")
    FRIENDS = "friends", _("Friends")
    CHANGE = "change", _("Coping with change")
    FEELINGS = "feelings", _("Feelings")
    BEHAVIOUR = "behaviour", _("Behaviour")
    ATTENTION = "attention", _("Attention")
    ATTENDANCE = "attendance", _("Attendance")
    HEARING = "hearing", _("Hearing")
    SIGHT = "sight", _("Sight")
    MOVEMENT = "movement", _("Movement")
    SENSORY = "sensory", _("Sensory")


AREA_OF_SEEN = {
    Seen.READING: BroadArea.COGNITION,
    Seen.WRITING: BroadArea.COGNITION,
    Seen.MATHS: BroadArea.COGNITION,
    Seen.MEMORY: BroadArea.COGNITION,
    Seen.TALKING: BroadArea.COMMUNICATION,
    Seen.UNDERSTANDING: BroadArea.COMMUNICATION,
    Seen.FRIENDS: BroadArea.COMMUNICATION,
    Seen.CHANGE: BroadArea.COMMUNICATION,
    Seen.FEELINGS: BroadArea.SEMH,
    Seen.BEHAVIOUR: BroadArea.SEMH,
    Seen.ATTENTION: BroadArea.SEMH,
    Seen.ATTENDANCE: BroadArea.SEMH,
    Seen.HEARING: BroadArea.SENSORY,
    Seen.SIGHT: BroadArea.SENSORY,
    Seen.MOVEMENT: BroadArea.SENSORY,
    Seen.SENSORY: BroadArea.SENSORY,
}


class SeenWhere(models.TextChoices):
    CLASS = "class", _("In class")
    BREAK = "break", _("Break or lunch")
    HOME = "home", _("At home")
    ELSEWHERE = "elsewhere", _("Somewhere else")


class Since(models.TextChoices):
    TODAY = "today", _("Today")
    WEEKS = "weeks", _("A few weeks")
    TERM = "term", _("This term")
    LONGER = "longer", _("Longer")


class ParentTold(models.TextChoices):
    NOT_YET = "not_yet", _("Not yet")
    TOLD = "told", _("Yes, told")
    RAISED_IT = "raised_it", _("The parent raised it")


class Decision(models.TextChoices):
    """What the SENCO decides on a concern. None of these is SEN status by itself; START_SUPPORT changes it."""

    ADVISE = "advise", _("Advise the class teacher")
    MONITOR = "monitor", _("Monitor until a date")
    START_SUPPORT = "start_support", _("Start SEN Support")
    REFER = "refer", _("Refer to an outside service")
    CONSIDER_EHC = "consider_ehc", _("Consider asking for an EHC needs assessment")
    NOT_SEN = "not_sen", _("Not SEN")
    SAFEGUARDING = "safeguarding", _("Pass to the safeguarding lead")


class ConcernState(models.TextChoices):
    """Derived from the steps taken, never stored."""

    NEW = "new", _("New")
    GATHERING = "gathering", _("Gathering views")
    DECIDED = "decided", _("Decided")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# The commonest first languages by the code of the school census, for people to read; any other stands as its code.
LANGUAGE_NAMES = {
    "ARA": _("Arabic"),
    "BEN": _("Bengali"),
    "CHI": _("Chinese"),
    "ENG": _("English"),
    "FRN": _("French"),
    "GER": _("German"),
    "GUJ": _("Gujarati"),
    "HGR": _("Hungarian"),
    "ITA": _("Italian"),
    "LIT": _("Lithuanian"),
    "PNJ": _("Panjabi"),
    "POL": _("Polish"),
    "POR": _("Portuguese"),
    "ROM": _("Romanian"),
    "RUS": _("Russian"),
    "SOM": _("Somali"),
    "SPA": _("Spanish"),
    "TAM": _("Tamil"),
    "TUR": _("Turkish"),
    "UKR": _("Ukrainian"),
    "URD": _("Urdu"),
    "WEL": _("Welsh"),
    "YOR": _("Yoruba"),
}


class FileKind(models.TextChoices):
    """What senco.documents.uploads takes."""

    PICTURE = "picture", _("Picture")
    PDF = "pdf", _("PDF")
    DOCUMENT = "document", _("Document")
    AUDIO = "audio", _("Sound")
    TEXT = "text", _("Text")


class FileScan(models.TextChoices):
    """What a virus scanner said of a file; without one, that nobody looked."""

    NONE = "none", _("Not scanned for viruses")
    WAITING = "waiting", _("Waits for the virus scanner")
    CLEAN = "clean", _("Scanned: no virus found")


class FileAudience(models.TextChoices):
    """Who reads a file besides the SEN office, each only with a live grant for the pupil."""

    STAFF = "staff", _("Staff who work with the pupil")
    FAMILY = "family", _("The family")
    AGENCY = "agency", _("Professionals the pupil is shared with")


class FileRemoval(models.TextChoices):
    MISTAKE = "mistake", _("Wrong file or wrong pupil")
    NOT_NEEDED = "not_needed", _("No longer needed")
    ASKED = "asked", _("The pupil or the family asked for it")
    VIRUS = "virus", _("A virus was found in it")
