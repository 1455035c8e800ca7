"""Sensory and physical: movement, energy, health and who one is."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import AdultLife, Age
from provision.banks.shape import OutcomeStem, span
from register.choices import BroadArea, NeedType

OUTCOME_STEMS = (
    OutcomeStem(
        code="proud-of-who-they-are",
        text=_(
            "[name] will tell others about [part of who they are] in their own words, and know someone older who shares it."
        ),
        plain=_("[name] will tell others about [part of who they are] in their own words."),
        measure=_(
            "Keep what [name] made or said, and the date on which they met the older person; one of each shows it is met."
        ),
        baseline=_(
            "Write down the words [name] uses about themselves now, and which older people like them they have met."
        ),
        area=BroadArea.SENSORY,
        needs=(NeedType.HI, NeedType.VI, NeedType.PD, NeedType.OTH, NeedType.MSI),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("identity"),
    ),
    OutcomeStem(
        code="records-work-efficiently",
        text=_(
            "[name] will record work by [method] fast enough to finish what is asked in [subject], without pain."
        ),
        plain=_("[name] will get work down by [method] in time and without pain."),
        measure=_(
            "Time two pieces a month, and ask for a comfort mark from one to five; in time with a mark of four or more, three times running, shows it is met."
        ),
        baseline=_("Write down speed, amount and comfort mark for one piece now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.SPLD, NeedType.OTH, NeedType.VI),
        ages=span(Age.KS1, Age.POST16),
        also=_("handwriting keyboard recording dyspraxia DCD"),
    ),
    OutcomeStem(
        code="legible-and-comfortable-writing",
        text=_(
            "[name] will write [letters or words] that others can read, sitting steady and with a hand that does not tire in [minutes] minutes."
        ),
        plain=_("[name] will write [letters or words] that others can read."),
        measure=_(
            "Someone who does not know the text reads three samples; nine words in ten read shows it is met."
        ),
        baseline=_("Keep a dated sample, and write down how long [name] writes before the hand tires."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.DS, NeedType.SPLD),
        ages=span(Age.EARLY, Age.KS2),
        also=_("handwriting fine motor dyspraxia DCD"),
    ),
    OutcomeStem(
        code="uses-tools-and-cutlery",
        text=_("[name] will use [tool] in [activity] by themselves, with the grip or aid that suits them."),
        plain=_("[name] will use [tool] alone."),
        measure=_(
            "Watch five times, and note help, spills and time; no help three times running shows it is met."
        ),
        baseline=_("Watch one try now, and write down help, spills and minutes."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.DS, NeedType.SLD, NeedType.VI),
        ages=span(Age.EARLY, Age.KS2),
        also=_("fine motor self-care dyspraxia DCD eating"),
    ),
    OutcomeStem(
        code="dresses-for-sport-and-home",
        text=_(
            "[name] will change for [activity] in [minutes] minutes, with help for [hard part] and no more."
        ),
        plain=_("[name] will change for [activity] in [minutes] minutes."),
        measure=_(
            "Time five changes, and note the help; within the time on four, with help for one part only, shows it is met."
        ),
        baseline=_("Write down the time and the help for each piece of clothing now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.DS, NeedType.SPLD, NeedType.VI),
        ages=span(Age.EARLY, Age.KS3),
        also=_("dressing self-care dyspraxia DCD"),
    ),
    OutcomeStem(
        code="takes-part-in-sport",
        text=_(
            "[name] will play an active part in [sport or activity] for [minutes] minutes, and say what they want to try next."
        ),
        plain=_("[name] will take part in [sport or activity] for [minutes] minutes."),
        measure=_(
            "Note minutes and what [name] did in one session a week, with their own mark; the agreed time in five of six shows it is met."
        ),
        baseline=_("Write down minutes and part played in two sessions now."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.VI, NeedType.OTH, NeedType.DS, NeedType.MSI, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("PE physical activity swimming"),
    ),
    OutcomeStem(
        code="directs-own-care-and-help",
        text=_(
            "[name] will tell or show helpers what to do, when to wait and when to stop in [care or task]."
        ),
        plain=_("[name] will tell or show helpers when to help, wait or stop."),
        measure=_(
            "Note what [name] directs on five days; each of the three seen on four days shows it is met."
        ),
        baseline=_("Write down what [name] directs now and what is done without asking."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.MSI, NeedType.PMLD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("autonomy"),
    ),
    OutcomeStem(
        code="plans-own-energy",
        text=_(
            "[name] will plan work and rest for the day, and reach [last activity] on [number] days a week able to take part."
        ),
        plain=_("[name] will plan work and rest, to be ready for [last activity]."),
        measure=_(
            "Each Friday for four weeks look at the plan beside the day; the agreed number of days in three of the weeks shows it is met."
        ),
        baseline=_(
            "Write down on how many days of one week [name] took part in [last activity], and what was missed."
        ),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.OTH, NeedType.MSI),
        ages=span(Age.KS2, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("fatigue medical"),
    ),
    OutcomeStem(
        code="keeps-up-through-absence",
        text=_(
            "[name] will tell the main ideas taught in [subject] while they were away and begin the next lesson with the class."
        ),
        plain=_("[name] will know the main ideas missed in [subject]."),
        measure=_(
            "Give a three-question quiz in the first week back; two right after each of three absences shows it is met."
        ),
        baseline=_("Write down what [name] missed last time and how they found their way back."),
        area=BroadArea.SENSORY,
        needs=(NeedType.OTH, NeedType.PD, NeedType.SEMH),
        ages=span(Age.KS1, Age.POST16),
        also=_("medical absence"),
    ),
    OutcomeStem(
        code="handles-health-needs-at-school",
        text=_(
            "[name] will notice when [sign] starts and follow the agreed health plan, telling [adult] in good time."
        ),
        plain=_("[name] will notice [sign] and tell [adult] in good time."),
        measure=_(
            "Note each time for a term: the sign, the time, who noticed first; [name] first in three of four shows it is met."
        ),
        baseline=_("Write down who noticed first and what was done the last four times."),
        area=BroadArea.SENSORY,
        needs=(NeedType.OTH, NeedType.PD),
        ages=span(Age.KS1, Age.POST16),
        adult_life=AdultLife.HEALTH,
        also=_("medical self-management epilepsy diabetes"),
    ),
    OutcomeStem(
        code="joins-the-class-trip",
        text=_("[name] will take part in each part of [trip or event], having helped to plan it."),
        plain=_("[name] will help to plan [trip or event] and join in all of it."),
        measure=_(
            "Tick the parts planned and the parts joined; every part joined, or left out by [name]'s own choice, shows it is met."
        ),
        baseline=_("Write down what [name] joined and missed on the last two trips."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.VI, NeedType.OTH, NeedType.MSI, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        adult_life=AdultLife.COMMUNITY,
        also=_("trips inclusion"),
    ),
    OutcomeStem(
        code="gets-to-college-or-work",
        text=_(
            "[name] will show a college or workplace what they need to do their best, after trying out [place]."
        ),
        plain=_("[name] will tell [place] what they need to do their best."),
        measure=_(
            "The place writes down what it was told and what it will change; three things told and one changed show it is met."
        ),
        baseline=_("Write down what [name] knows now about their rights and what they would ask for."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.VI, NeedType.HI, NeedType.MSI, NeedType.OTH),
        ages=span(Age.KS3, Age.POST16),
        adult_life=AdultLife.EMPLOYMENT,
        also=_("travel access work"),
    ),
    OutcomeStem(
        code="knows-own-rights-and-equipment",
        text=_(
            "[name] will say who mends, replaces and pays for [equipment], and make the call or write the message themselves."
        ),
        plain=_("[name] will know who mends [equipment] and ask them."),
        measure=_(
            "[name] shows the list and makes real contact by themselves; two calls or messages answered show it is met."
        ),
        baseline=_("Write down who rings or writes now when something breaks."),
        area=BroadArea.SENSORY,
        needs=(NeedType.PD, NeedType.HI, NeedType.VI, NeedType.MSI),
        ages=span(Age.KS4, Age.POST16),
        adult_life=AdultLife.INDEPENDENCE,
        also=_("equipment adulthood"),
    ),
)
