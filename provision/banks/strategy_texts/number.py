"""Cognition and learning: number, time and money."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="little-and-often-facts",
        text=_(
            "Practise three new number facts with seven known ones for five minutes a day, until the new three are quick on three days."
        ),
        why=_("Many known facts among few new ones keep success high."),
        plain=_("Your child will practise three new number facts among seven they know each day."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TASK,
        also=_("dyscalculia number facts times tables"),
    ),
    Strategy(
        code="objects-then-pictures-then-numbers",
        text=_(
            "Show each new idea in number with objects first, then with a drawing, then with figures, and put all three side by side."
        ),
        why=_("Symbols make sense once the hands have met the idea."),
        plain=_("In maths your child will use objects first, then drawings, then numbers."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS, NeedType.SLD),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("dyscalculia maths concrete"),
    ),
    Strategy(
        code="number-line-on-the-desk",
        text=_(
            "Tape a number line and a hundred square to the desk, and show each calculation as a jump on it."
        ),
        why=_("It holds the place so that the pupil can think."),
        plain=_("Your child will have a number line on the desk to see each sum as a jump."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD),
        ages=span(Age.KS1, Age.KS3),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("dyscalculia maths"),
    ),
    Strategy(
        code="one-worked-one-half-one-alone",
        text=_(
            "Set problems in threes: one worked in full, one half worked for the pupil to finish, and one to do alone."
        ),
        why=_("Help fades within a single lesson."),
        plain=_("Your child will see one worked problem, finish a second and do a third alone."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.ASD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("worked examples maths science scaffolding"),
    ),
    Strategy(
        code="story-problems-acted-out",
        text=_(
            "Read a number problem aloud without its numbers, have the pupil act or draw the story, and only then put the numbers in."
        ),
        why=_("The story decides what to do with the numbers."),
        plain=_("Your child will act or draw a maths story first. Then the numbers go in."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLCN, NeedType.DS, NeedType.SPLD),
        ages=span(Age.KS1, Age.KS3),
        kind=Kind.EXPLAINING,
        also=_("maths word problems"),
    ),
    Strategy(
        code="squared-paper-and-colour",
        text=_(
            "Give squared paper with the columns for tens and ones headed in two colours in every written calculation."
        ),
        why=_("Digits stay in the place that gives them their value."),
        plain=_("Your child will use squared paper with coloured columns for sums."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.PD, NeedType.VI),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("maths layout place value dyspraxia DCD"),
    ),
    Strategy(
        code="time-in-front-of-you",
        text=_(
            "Put a clock face beside each time on the timetable, and ask the pupil at three moments a day how long it is until the next one."
        ),
        why=_("Time is learned by meeting it in real life."),
        plain=_("Three times a day your child will work out how long it is until the next thing."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.SLD, NeedType.ASD),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("telling the time"),
    ),
    Strategy(
        code="real-money-real-shop",
        text=_(
            "Each week, give the pupil a list, real coins or a card and a limit, and have them buy what is on it at the school shop or a local one."
        ),
        why=_("Money learned by using it carries over to life outside."),
        plain=_("Each week your child will buy something with real money."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLD, NeedType.DS),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TASK,
        also=_("money life skills"),
    ),
    Strategy(
        code="games-with-numbers-to-take-home",
        text=_(
            "Send home one number game with a dice or cards every second Friday, after playing it in class."
        ),
        why=_("Ten minutes of play gives more practice than a page of sums."),
        plain=_("Every second Friday your child will bring home a number game to play with you."),
        area=BroadArea.COGNITION,
        needs=(NeedType.SPLD, NeedType.MLD, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.HOME,
        also=_("maths homework games"),
    ),
    Strategy(
        code="counting-through-the-day",
        text=_(
            "Count real things aloud together three times a day, such as coats, cups and steps, touching each one once."
        ),
        why=_("Number words are tied to things, one to one."),
        plain=_("Three times a day your child will count real things, like cups or coats."),
        area=BroadArea.COGNITION,
        needs=(NeedType.MLD, NeedType.SLD, NeedType.DS, NeedType.SPLD),
        ages=span(Age.EARLY, Age.KS1),
        kind=Kind.ROUTINES,
        ordinary=True,
        also=_("early number counting"),
    ),
)
