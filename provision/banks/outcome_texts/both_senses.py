"""Sensory and physical: hearing and vision together."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="recognises-who-and-what-next",
        text=_(
            "[name] will show by [response] that they recognise [person] and the next activity from [touch, object or sign]."
        ),
        plain=_("[name] will know [person] by [touch, object or sign]."),
        measure=_(
            "Note the response to ten cues over two weeks, two of them new; seven clear ones to the known cues shows it is met."
        ),
        baseline=_("Write down the response to each cue now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.PMLD, NeedType.VI),
        ages=span(Age.EARLY, Age.POST16),
        also=_("deafblind cues anticipation"),
    ),
    OutcomeStem(
        code="shares-attention-through-touch",
        text=_(
            "[name] will explore [object] together with [person], hand beside hand, and pass it over to share it."
        ),
        plain=_("[name] will explore [object] with [person] and share it."),
        measure=_(
            "Watch two minutes once a fortnight, or film them with consent, and count shared moments and passes; three shared moments and one pass, twice running, show it is met."
        ),
        baseline=_("Write down how many shared moments are seen in two minutes now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.PMLD, NeedType.VI, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        also=_("deafblind joint attention"),
    ),
    OutcomeStem(
        code="leads-own-conversation",
        text=_(
            "[name] will begin and end a conversation with [person] outside the family or staff, by [way of communicating]."
        ),
        plain=_("[name] will begin and end a chat with [person] by [way of communicating]."),
        measure=_(
            "Note who began, who ended and the number of turns in four conversations; begun and ended by [name], with six turns or more, in three of them shows it is met."
        ),
        baseline=_("Write down with whom and how [name] talks or signs now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.HI, NeedType.VI),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("deafblind communication"),
    ),
)
