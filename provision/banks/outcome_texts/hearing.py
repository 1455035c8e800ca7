"""Sensory and physical: hearing."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="looks-after-hearing-aids",
        text=_(
            "[name] will check [hearing equipment] each morning, and tell an adult at once when it stops working."
        ),
        plain=_("[name] will check [hearing equipment] and say if it stops."),
        measure=_(
            "Tick each part done alone at the morning check for three weeks; all parts alone in the last week, and each fault told by [name] first, shows it is met."
        ),
        baseline=_("Write down which parts of the check [name] does alone now and who finds faults."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI, NeedType.DS),
        ages=span(Age.EARLY, Age.KS4),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("deaf equipment radio aid"),
    ),
    OutcomeStem(
        code="says-when-something-was-missed",
        text=_(
            "[name] will say in [lesson or place] which part they missed and ask for it in the way that works, such as again, slower, written or signed."
        ),
        plain=_("[name] will say what was missed and ask for it again, slower, written or signed."),
        measure=_(
            "Twice a week note what was missed and what [name] did about it; asking four times in five for three weeks shows it is met."
        ),
        baseline=_("Write down what [name] does now when something is missed, in three lessons."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI, NeedType.SLCN),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("deaf repair self-advocacy"),
    ),
    OutcomeStem(
        code="follows-group-talk",
        text=_(
            "[name] will follow a talk among [number] people, know who is speaking and add a point of their own."
        ),
        plain=_("[name] will follow talk among [number] people and add a point."),
        measure=_(
            "After one discussion a week [name] says who said what on three points; two of three in four weeks running shows it is met."
        ),
        baseline=_("Write down what [name] followed in two discussions now, and in what room."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI, NeedType.ASD),
        ages=span(Age.KS1, Age.POST16),
        also=_("deaf discussion"),
    ),
    OutcomeStem(
        code="understands-new-language",
        text=_("[name] will follow and use [language form] in speech, sign or both."),
        plain=_("[name] will understand and use [language form]."),
        measure=_(
            "Note each example understood and used, with the date and the person; ten of both, with two people, show it is met."
        ),
        baseline=_("Write down what [name] understands and uses now, in the language they use most."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.SLCN, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS3),
        also=_("deaf language sign vocabulary BSL signing"),
    ),
    OutcomeStem(
        code="reads-and-writes-word-endings",
        text=_(
            "[name] will use [word endings or small words] when writing sentences, and explain what they mean."
        ),
        plain=_("[name] will use [word endings or small words] in writing."),
        measure=_(
            "Underline them with [name] in one piece of writing a week; eight in ten right for three weeks shows it is met."
        ),
        baseline=_("Write down how many of ten are right in one piece now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.SLCN),
        ages=span(Age.KS1, Age.KS4),
        also=_("deaf grammar writing"),
    ),
    OutcomeStem(
        code="manages-listening-energy",
        text=_(
            "[name] will plan rests from listening and come to [last lesson of the day] able to take part."
        ),
        plain=_("[name] will plan quiet breaks and still have energy for [last lesson of the day]."),
        measure=_(
            "[name] marks energy from one to five at the start of that lesson for four weeks; three or more on four days in five shows it is met."
        ),
        baseline=_("Write down the marks for one week now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.MSI),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("deaf fatigue"),
    ),
)
