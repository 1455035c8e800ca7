"""Sensory and physical: vision."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="finds-what-they-need-on-the-page",
        text=_(
            "[name] will find and use what is needed on [page, screen or diagram] within the time agreed, with [tool]."
        ),
        plain=_("[name] will find what is needed on [page, screen or diagram] with [tool]."),
        measure=_(
            "Time three tasks a month, with the size and tool noted; within the time on all three shows it is met."
        ),
        baseline=_("Write down time, size and tool for three such tasks now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        also=_("low vision reading"),
    ),
    OutcomeStem(
        code="reads-by-touch-or-large-print",
        text=_(
            "[name] will read [braille, print or symbols] at [level], and choose the form that suits the task."
        ),
        plain=_("[name] will read [braille, print or symbols] and choose what suits each task."),
        measure=_(
            "Read one new text of that level a fortnight and ask three questions; all right, at no less than the first speed, in three texts running shows it is met."
        ),
        baseline=_("Write down the speed, answers and form used on one text now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        also=_("braille print literacy"),
    ),
    OutcomeStem(
        code="uses-technology-for-sight",
        text=_(
            "[name] will open, read, change and hand in work in [subject] with [tool], with no help by hand."
        ),
        plain=_("[name] will do work in [subject] with [tool] alone."),
        measure=_(
            "Tick the four parts in one lesson a week; all four in five lessons of six shows it is met."
        ),
        baseline=_("Write down which of the four parts [name] does alone now and how long it takes."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.PD),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("screen reader magnifier"),
    ),
    OutcomeStem(
        code="moves-round-school",
        text=_(
            "[name] will go from [start] to [end] in school by themselves, knowing the landmarks and what to do if the way is blocked."
        ),
        plain=_("[name] will go from [start] to [end] in school alone."),
        measure=_(
            "Walk behind on five trips, and note help and landmarks; no help on the last three shows it is met."
        ),
        baseline=_("Write down the routes [name] walks alone now and the landmarks they use."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.PD, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("mobility orientation wheelchair"),
    ),
    OutcomeStem(
        code="finds-friends-at-break",
        text=_(
            "[name] will meet and spend time with [friends] at break, in a place and a game they have chosen together."
        ),
        plain=_("[name] will meet [friends] at break and play what they choose."),
        measure=_(
            "[name] and a friend report twice a week on where they met and what they did; eight good reports of ten shows it is met."
        ),
        baseline=_("Write down where and with whom [name] is at break now, on three days."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.HI, NeedType.PD),
        ages=span(Age.EARLY, Age.KS4),
        adult_life=AdultLife.COMMUNITY,
        also=_("playtime friendship"),
    ),
    OutcomeStem(
        code="sets-own-conditions-for-seeing",
        text=_(
            "[name] will choose the seat, light, print and tool they need in [lesson], and ask for a change when these do not work."
        ),
        plain=_("[name] will choose the seat, light and tools that work in [lesson]."),
        measure=_(
            "In one lesson a week note who decided on seat, light, print and tool; [name] deciding on all of them for five weeks of six shows it is met."
        ),
        baseline=_("Write down who makes each of the four choices now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("self-advocacy"),
    ),
    OutcomeStem(
        code="understands-through-touch",
        text=_(
            "[name] will name, sign or pick out [idea or object] by touch and sound, and find one more example of it."
        ),
        plain=_("[name] will know [idea or object] by touch and sound."),
        measure=_(
            "Offer three examples and two that do not fit, on two days; all sorted right shows it is met."
        ),
        baseline=_("Write down what [name] says or shows about it now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.VI, NeedType.MSI, NeedType.PMLD),
        ages=span(Age.EARLY, Age.KS3),
        also=_("concepts tactile"),
    ),
)
