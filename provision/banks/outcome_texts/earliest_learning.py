"""Cognition and learning: the earliest learning, and having a say in it."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="makes-a-choice-that-counts",
        text=_(
            "[name] will choose between [first choice] and [second choice] by [signal], and keep the choice when it is offered again."
        ),
        plain=_("[name] will choose between [first choice] and [second choice]."),
        measure=_(
            "Offer the choice ten times in two weeks, each time once more with the sides changed; the choice kept eight times shows it is met."
        ),
        baseline=_("Write down how [name] shows liking and disliking now, with examples."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SLD, NeedType.PMLD, NeedType.DS, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("choice communication"),
    ),
    OutcomeStem(
        code="says-no-and-is-heard",
        text=_("[name] will say or show 'no' or 'stop' in [way], to three different adults."),
        plain=_("[name] will say 'no' or 'stop' in [way], and staff will listen."),
        measure=_(
            "Three adults each note dated examples and what they did next; two from each, all acted on, show it is met."
        ),
        baseline=_("Write down how [name] shows 'no' now and who can read it."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.DS, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("advocacy"),
    ),
    OutcomeStem(
        code="responds-to-familiar-cue",
        text=_(
            "[name] will show that they expect [activity] when they meet [song, object or touch], by a change in face, body, breath or sound."
        ),
        plain=_("[name] will know from [song, object or touch] that [activity] comes next."),
        measure=_(
            "Note what happens at ten starts; a change before the activity begins in seven shows it is met."
        ),
        baseline=_("Write down what [name] does now in the ten seconds after the cue."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.MSI, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        also=_("anticipation engagement"),
    ),
    OutcomeStem(
        code="explores-with-purpose",
        text=_(
            "[name] will explore [object or place] by looking, touching, listening or moving, for longer each time it is met."
        ),
        plain=_("[name] will explore [object or place] in their own way."),
        measure=_(
            "Note for how long and in which ways once a week; twice the first time, or one way more, shows it is met."
        ),
        baseline=_("Write down for how long and in what way [name] explores it now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.MSI, NeedType.SLD, NeedType.PD),
        ages=span(Age.EARLY, Age.POST16),
        also=_("exploration engagement"),
    ),
    OutcomeStem(
        code="makes-something-happen",
        text=_(
            "[name] will use [movement or switch] to make [effect] happen, and do it again after a pause."
        ),
        plain=_("[name] will make [effect] happen and do it again."),
        measure=_(
            "Count the presses or movements made on purpose in five minutes, with the switch on and with it off, on four days; twice as many with it on, on three days, shows it is met."
        ),
        baseline=_("Write down how [name] uses the movement or switch now, with the effect on and off."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.PD, NeedType.SLD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        also=_("cause and effect switch initiation eye gaze"),
    ),
    OutcomeStem(
        code="keeps-going-at-something-hard",
        text=_("[name] will keep trying to [aim] through [number] tries when it does not work at once."),
        plain=_("[name] will keep trying to [aim] for [number] tries."),
        measure=_(
            "Count the tries in one session a week for six weeks, and note what made [name] stop; the agreed number in four sessions shows it is met."
        ),
        baseline=_("Write down the number of tries [name] makes now and what comes next."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.MSI, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        also=_("persistence engagement"),
    ),
    OutcomeStem(
        code="starts-an-exchange",
        text=_(
            "[name] will begin an exchange with [person] by [sound, look or movement], and take [number] turns."
        ),
        plain=_("[name] will begin a turn-taking game with [person]."),
        measure=_(
            "Watch two minutes twice a month, or film them with consent, and count who began and how many turns followed; [name] first, with the agreed turns, three times running shows it is met."
        ),
        baseline=_("Write down who begins now and how many turns are taken in two minutes."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.MSI, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        also=_("initiation interaction"),
    ),
    OutcomeStem(
        code="notices-what-is-new",
        text=_(
            "[name] will show surprise, interest or dislike when something in [familiar activity] is changed."
        ),
        plain=_("[name] will see, hear or feel it when a part of [familiar activity] is new."),
        measure=_(
            "Change one thing in six sessions and note the response; a clear one in four shows it is met."
        ),
        baseline=_("Write down what [name] did the last time something was changed."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.MSI, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        also=_("realisation engagement"),
    ),
    OutcomeStem(
        code="remembers-a-person-or-place",
        text=_("[name] will show in [way] that they know [person or place], as against one that is new."),
        plain=_("[name] will show that they know [person or place]."),
        measure=_(
            "Two adults note the response to the known and to the new, five times each, without telling one another; the same difference seen by both four times shows it is met."
        ),
        baseline=_("Write down what [name] does now on meeting both."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        also=_("memory recognition"),
    ),
    OutcomeStem(
        code="takes-part-in-the-group",
        text=_("[name] will do [part] in the class session [session], at the right moment."),
        plain=_("[name] will do [part] in [session] with the class."),
        measure=_(
            "Tick ten sessions for the part played within fifteen seconds of the cue; seven shows it is met."
        ),
        baseline=_("Write down what [name] does in the session now, and with what help."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.PD, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("inclusion"),
    ),
    OutcomeStem(
        code="comfortable-for-learning",
        text=_(
            "[name] will be comfortable and awake for learning for [minutes] minutes at [time of day], and show when they need a change."
        ),
        plain=_("[name] will be comfortable and awake to learn at [time of day]."),
        measure=_(
            "Mark comfort and alertness every ten minutes on three days a fortnight, with how [name] asked for a change; the agreed minutes on two of the three days, twice running, shows it is met."
        ),
        baseline=_("Write down the longest comfortable and awake time on three days now."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.PD, NeedType.OTH, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("comfort alertness"),
    ),
)
