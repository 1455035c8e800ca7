"""Communication and interaction: understanding and telling."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="asks-for-help",
        text=_("[name] will ask for help by [word, sign or card] soon after getting stuck in [lesson]."),
        plain=_("[name] will use [word, sign or card] to ask for help when stuck."),
        measure=_(
            "Tick each time [name] asks and each time they wait, in five lessons over two weeks; asking in four of the five shows it is met."
        ),
        baseline=_(
            "Write down how [name] shows being stuck now, and the number of times they asked last week."
        ),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.SEMH, NeedType.DS),
        ages=span(Age.EARLY, Age.KS4),
        also=_("stuck"),
    ),
    OutcomeStem(
        code="follows-two-part-instruction",
        text=_(
            "[name] will do both parts of an instruction such as [instruction] in class without seeing someone else do it first."
        ),
        plain=_("[name] will hear two things to do and do them both."),
        measure=_(
            "Give ten two-part instructions in a week and note how many are done in full; eight shows it is met."
        ),
        baseline=_("Write down how many of ten such instructions [name] does in full now."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.DS, NeedType.MLD, NeedType.HI),
        ages=span(Age.EARLY, Age.KS2),
        also=_("understanding instructions processing listening"),
    ),
    OutcomeStem(
        code="uses-topic-words",
        text=_(
            "[name] will explain and use [number] new words of the topic [topic] when talking and writing."
        ),
        plain=_("[name] will know and use [number] new words about [topic]."),
        measure=_(
            "Ask for each word's meaning on the first and the last day of the topic, and look for it in one piece of work; all explained and half of them used in it shows it is met."
        ),
        baseline=_("Write down which of the words [name] can explain before the topic begins."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.HI, NeedType.MLD, NeedType.DS, NeedType.SPLD),
        ages=span(Age.KS1, Age.POST16),
        also=_("vocabulary"),
    ),
    OutcomeStem(
        code="tells-what-happened",
        text=_(
            "[name] will tell someone who was not there what happened in [event] so that they can say who, where and what."
        ),
        plain=_("[name] will tell the story of [event] so that others can follow it."),
        measure=_(
            "Someone who was not there answers three questions after listening; all three right on three days shows it is met."
        ),
        baseline=_("Write down, word for word, how [name] told one event this week."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS1, Age.KS3),
        also=_("narrative"),
    ),
    OutcomeStem(
        code="joins-words-together",
        text=_(
            "[name] will put [number] words or signs together to ask, tell and comment at play and at snack."
        ),
        plain=_("[name] will join [number] words or signs at play."),
        measure=_(
            "Write down everything [name] says or signs in ten minutes of play, once a week for three weeks; five joined phrases, asking, telling and commenting among them, show it is met."
        ),
        baseline=_("Write down the longest phrase heard in ten minutes of play now, and what it was for."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.DS, NeedType.SLD, NeedType.HI),
        ages=span(Age.EARLY, Age.KS1),
        also=_("phrases"),
    ),
    OutcomeStem(
        code="takes-part-in-discussion",
        text=_(
            "[name] will add a point of their own to a group discussion in [subject], in speech, sign or writing."
        ),
        plain=_("[name] will share an idea when the group talks in [subject]."),
        measure=_(
            "Count the points [name] adds in one discussion a week; one or more in four weeks running shows it is met."
        ),
        baseline=_("Write down how many points [name] added in the last two discussions, and in what way."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.ASD, NeedType.HI, NeedType.SEMH),
        ages=span(Age.KS2, Age.POST16),
        also=_("discussion speaking"),
    ),
    OutcomeStem(
        code="speech-understood-by-others",
        text=_(
            "[name] will be understood by [listener] when talking about [topic], with gestures, pictures or spelling as they choose."
        ),
        plain=_("[name] will be clear to [listener] when they talk about [topic]."),
        measure=_(
            "Once a fortnight [listener] writes down what they understood of five things said; four of five shows it is met."
        ),
        baseline=_("Write down how many of five things [listener] understood this week."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.DS, NeedType.PD),
        ages=span(Age.EARLY, Age.KS3),
        also=_("speech sounds intelligibility"),
    ),
    OutcomeStem(
        code="says-what-they-think-with-a-stammer",
        text=_("[name] will say what they want to say in [situation] whether or not they stammer."),
        plain=_("[name] will say what they want to say in [situation], with or without a stammer."),
        measure=_(
            "Each Friday [name] marks from one to ten how free they felt to speak; a rise of three that holds for four weeks shows it is met."
        ),
        baseline=_("Write down the mark [name] gives now and the situations they keep out of."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN,),
        ages=span(Age.KS1, Age.POST16),
        also=_("stammer confidence stutter"),
    ),
    OutcomeStem(
        code="talks-to-a-new-person",
        text=_(
            "[name] will communicate with [person] in [place] in the way they have chosen, having led each step there."
        ),
        plain=_("[name] will feel safe to talk or share with [person] in [place]."),
        measure=_(
            "Keep a dated chart of steps taken, with whom and where, and look at it together each half-term; the last step taken with ease on three days shows it is met."
        ),
        baseline=_("Write down with whom, where and how [name] talks or shares messages now."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.SEMH),
        ages=span(Age.EARLY, Age.KS4),
        also=_("selective mutism"),
    ),
    OutcomeStem(
        code="starts-a-message-with-their-device",
        text=_(
            "[name] will start [number] messages a day with their [device or book], for three reasons: to ask, to tell and to say no."
        ),
        plain=_("[name] will start [number] messages a day with their [device or book]."),
        measure=_(
            "Write down each message and its reason for one hour on three days; all three reasons on two of the days show it is met."
        ),
        baseline=_("Write down how many messages [name] started in one hour now and what they were for."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.SLCN, NeedType.PD, NeedType.SLD, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        also=_("AAC symbols"),
    ),
)
