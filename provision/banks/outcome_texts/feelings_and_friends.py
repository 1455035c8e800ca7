"""Social, emotional and mental health: trust, feelings, strengths and friends."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="has-a-trusted-adult",
        text=_(
            "[name] will go to [adult] or another trusted adult when something is wrong, and tell or show what it is."
        ),
        plain=_("[name] will go to [adult] when something is wrong."),
        measure=_(
            "For six weeks note each time [name] came and each time something was wrong and they did not; coming four times in five shows it is met."
        ),
        baseline=_("Write down whom [name] goes to now and what happens when something is wrong."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("trust attachment bereavement bullying trauma"),
    ),
    OutcomeStem(
        code="names-own-feelings",
        text=_(
            "[name] will name or point to how they feel, choosing from [number] feelings, and say what it is about."
        ),
        plain=_("[name] will name or point to [number] feelings."),
        measure=_(
            "Keep the twice-daily check-in for four weeks and count the feelings used and the reasons given; the agreed number of feelings, and a reason for half of them, shows it is met."
        ),
        baseline=_("Write down the feelings [name] names now and how adults can tell the rest."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN, NeedType.MLD),
        ages=span(Age.EARLY, Age.KS4),
        also=_("emotions"),
    ),
    OutcomeStem(
        code="uses-what-helps-when-upset",
        text=_("[name] will notice early signs of [feeling] and use [way to settle] before it grows."),
        plain=_("[name] will notice [feeling] and use [way to settle]."),
        measure=_(
            "Note each time for six weeks: the first sign, who noticed it, and what was used; [name] first in seven of ten shows it is met."
        ),
        baseline=_("Write down the last five times, who noticed first and how long each took."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("calm regulation anger behaviour self-regulation"),
    ),
    OutcomeStem(
        code="comes-back-after-upset",
        text=_(
            "[name] will come back to the class or activity in [minutes] minutes after being upset, with a way in that they chose."
        ),
        plain=_("[name] will come back in [minutes] minutes after being upset."),
        measure=_(
            "Write down the minutes each time for half a term; the middle of the last five at or below the agreed minutes shows it is met."
        ),
        baseline=_("Write down the minutes for the last five times and what helped."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS4),
        also=_("recovery behaviour anger"),
    ),
    OutcomeStem(
        code="puts-things-right",
        text=_(
            "[name] will say what happened, who was affected and what would put it right, and do it on [day or time]."
        ),
        plain=_("[name] will talk about what went wrong and put it right."),
        measure=_(
            "Keep the short notes of four talks and tick what was done; three of four done shows it is met."
        ),
        baseline=_("Write down how the last two conflicts ended."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS1, Age.POST16),
        also=_("restorative relationships"),
    ),
    OutcomeStem(
        code="trusts-own-strengths",
        text=_(
            "[name] will name [number] things they do well and one they are learning, each with an example from this term."
        ),
        plain=_("[name] will know [number] things they do well."),
        measure=_(
            "Ask at the start and the end of term; the agreed number, each with an example that another person knows too, shows it is met."
        ),
        baseline=_("Write down, in [name]'s own words, what they say they are good at now."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.OTH, NeedType.MLD),
        ages=span(Age.KS1, Age.POST16),
        also=_("self-esteem confidence"),
    ),
    OutcomeStem(
        code="has-a-go-at-hard-things",
        text=_(
            "[name] will begin a task that looks hard in [subject] and use two ways of going on when stuck."
        ),
        plain=_("[name] will start hard tasks in [subject] and have two ways to go on."),
        measure=_(
            "Look at two tasks a week for six weeks for a start and for what was used; both in nine of twelve shows it is met."
        ),
        baseline=_("Write down what [name] did with the last four hard tasks."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS1, Age.POST16),
        also=_("resilience mistakes"),
    ),
    OutcomeStem(
        code="enjoys-break-and-lunch",
        text=_(
            "[name] will have a place, a thing to do and someone to be with at [break or lunch], and enjoy it."
        ),
        plain=_("[name] will have a good time at [break or lunch]."),
        measure=_(
            "[name] marks the time from one to five twice a week; four or five in six of eight marks shows it is met."
        ),
        baseline=_("Write down where [name] goes now, with whom, and the mark for two days."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN, NeedType.VI),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("unstructured time lunchtime playtime bullying"),
    ),
    OutcomeStem(
        code="plays-by-shared-rules",
        text=_(
            "[name] will play [game] with [number] others to the end, taking turns and coping with winning or losing in their own way."
        ),
        plain=_("[name] will play [game] to the end, win or lose."),
        measure=_(
            "Watch one game a week, and note whether it was finished and how the end went; five of six finished shows it is met."
        ),
        baseline=_("Write down what happened in the last three games."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        also=_("turn-taking play"),
    ),
    OutcomeStem(
        code="makes-and-keeps-a-friend",
        text=_("[name] will do something they both enjoy with [friend] each week, in or out of school."),
        plain=_("[name] will do something fun with [friend] each week."),
        measure=_(
            "[name] and [friend] each say once a fortnight what they did and whether they want to go on; something done and a yes from both, three times running, shows it is met."
        ),
        baseline=_("Write down whom [name] would like as a friend and what they do together now."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN, NeedType.DS, NeedType.PD),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("friendship"),
    ),
    OutcomeStem(
        code="feels-part-of-the-class",
        text=_(
            "[name] will have a job or role that others count on in [class or group], and say that they belong."
        ),
        plain=_("[name] will have a role in [class or group] and feel part of it."),
        measure=_(
            "Tick the job each week and ask three questions on belonging at the start and the end of term; the job done in nine weeks of ten and a higher answer to two of the three shows it is met."
        ),
        baseline=_("Write down [name]'s answers to the three questions now."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.OTH, NeedType.HI, NeedType.PD, NeedType.VI),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("belonging inclusion"),
    ),
    OutcomeStem(
        code="accepts-praise-and-advice",
        text=_(
            "[name] will listen to one thing done well and one to change from [adult], and make the change in the next piece of work."
        ),
        plain=_("[name] will hear what went well and change one thing."),
        measure=_(
            "Compare five pieces of work with the advice before each; the change made in four shows it is met."
        ),
        baseline=_("Write down what [name] does now when given advice on work."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.ASD),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("feedback"),
    ),
    OutcomeStem(
        code="manages-change-of-adult",
        text=_(
            "[name] will work with [other adult] when [trusted adult] is away, and join in as on other days."
        ),
        plain=_("[name] will be all right with [other adult] when [trusted adult] is away."),
        measure=_(
            "Note how each such day went for a term, with the parts joined; more than half of them on four days of five shows it is met."
        ),
        baseline=_("Write down what happened on the last three days with a different adult."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        also=_("attachment cover staff"),
    ),
    OutcomeStem(
        code="plans-evenings-and-mornings",
        text=_(
            "[name] will plan their own evening and morning so that they come to [first lesson] rested, on [number] days a week."
        ),
        plain=_("[name] will plan evenings and mornings and come to school rested on [number] days."),
        measure=_(
            "[name] keeps a one-line diary for six weeks and marks energy from one to five each morning; the agreed days at three or more, in four weeks, show it is met."
        ),
        baseline=_("Write down the marks for one week now, with what [name] would like to change."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("sleep tiredness routine"),
    ),
    OutcomeStem(
        code="asks-for-support-as-an-adult",
        text=_(
            "[name] will name [number] people or services to turn to when things are hard, and speak to one of them."
        ),
        plain=_("[name] will know [number] people to turn to when things are hard."),
        measure=_(
            "[name] shows the list with how to reach each, and the date of one talk that took place; both show it is met."
        ),
        baseline=_("Write down whom [name] would turn to now and what stops them."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS4, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("mental health self-advocacy"),
    ),
)
