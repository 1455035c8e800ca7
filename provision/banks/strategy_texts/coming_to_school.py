"""Social, emotional and mental health: coming to school, busy times of the day, tests and leaving."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="soft-start",
        text=_(
            "Let the pupil arrive ten minutes after the bell by a side door, meet the same adult, and do a task they like before they join the class."
        ),
        why=_("The hardest moment of the day becomes a gentle one."),
        plain=_("Your child can come in by a quiet door and start with something they like."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("attendance anxiety school avoidance EBSA refusal"),
    ),
    Strategy(
        code="what-gets-in-the-way-of-coming",
        text=_(
            "With the pupil, go through the school map and timetable, marking each place and lesson green, amber or red, and change one red thing by the end of that week."
        ),
        why=_("It shows what to change before anyone plans a return."),
        plain=_("Your child will mark parts of the school day that are hard. One will change that week."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("attendance anxiety school avoidance EBSA"),
    ),
    Strategy(
        code="return-in-steps",
        text=_(
            "Write a plan of dated steps back to full days with the pupil and the parents, begin with a step that all three think will work, and meet every Friday to set the next."
        ),
        why=_("A return that the pupil has planned lasts longer."),
        plain=_("You, your child and school will plan small steps back to full days."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("attendance anxiety school avoidance EBSA refusal"),
    ),
    Strategy(
        code="lessons-sent-with-a-welcome",
        text=_(
            "On each day of absence, send home one short task per main subject and a two-line message from a classmate or adult, and mark what comes back."
        ),
        why=_("It keeps the thread, and makes coming back easier."),
        plain=_("If your child is away, school will send short tasks and a friendly note."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.OTH, NeedType.PD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.HOME,
        also=_("attendance absence illness"),
    ),
    Strategy(
        code="missed-work-made-small",
        text=_(
            "When the pupil comes back, choose the two ideas they need for what comes next, teach those in fifteen minutes, and cross out the rest."
        ),
        why=_("A mountain of missed work keeps pupils away."),
        plain=_("After days away, your child will catch up on two main ideas only."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.OTH, NeedType.PD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TASK,
        also=_("attendance absence catching up"),
    ),
    Strategy(
        code="toilets-and-lunch-sorted",
        text=_(
            "Ask the pupil about toilets, lunch and changing rooms, and agree on one change to each that worries them, such as another toilet or an early lunch."
        ),
        why=_("Worries about these places can fill a whole day."),
        plain=_("Your child can say what is hard about toilets or lunch, and one thing will change."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.PD, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("attendance toilets dinner hall eating"),
    ),
    Strategy(
        code="lunch-with-somewhere-to-be",
        text=_(
            "Open one indoor room each lunchtime with the same adult, three quiet things to do and seats for ten, to anyone who wants to come."
        ),
        why=_("There is always somewhere to belong."),
        plain=_("Each lunchtime there will be a calm room with things to do."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.ENVIRONMENT,
        ordinary=True,
        also=_("lunchtime unstructured time"),
    ),
    Strategy(
        code="duty-staff-know-the-plan",
        text=_(
            "Give lunchtime and cover staff a card with three lines on what helps the pupil, and talk it through with them for five minutes each half-term."
        ),
        why=_("Breaks and cover lessons are the times when plans get forgotten."),
        plain=_("Lunch staff and cover teachers will know three things that help your child."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MSI, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("lunchtime supervisors cover"),
    ),
    Strategy(
        code="cover-lesson-kit",
        text=_(
            "Leave a page in the cover folder with the seating plan, three points on each pupil with a plan, and a task the class can do alone."
        ),
        why=_("A stranger can then teach in a way the pupil knows."),
        plain=_("Cover teachers will have a page on what helps your child."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.HI, NeedType.VI, NeedType.OTH),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("cover supply teacher"),
    ),
    Strategy(
        code="calm-exam-morning",
        text=_(
            "On the morning of a test, meet pupils in a room with water and a warm-up question they can answer, and go over what to do when they get stuck."
        ),
        why=_("A steady start keeps worry from taking up thinking space."),
        plain=_("On test days your child will start in a calm room with a question they can do."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SPLD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TESTS,
        ordinary=True,
        also=_("exams anxiety"),
    ),
    Strategy(
        code="stuck-plan-for-tests",
        text=_(
            "Teach three steps for a question that will not come (breathe out slowly, underline what is asked, go to the next and return) and practise them in each mock."
        ),
        why=_("A known plan lowers panic when an answer will not come."),
        plain=_("Your child will learn three steps to use when stuck in a test."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.MLD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TESTS,
        ordinary=True,
        also=_("exams anxiety"),
    ),
    Strategy(
        code="homework-done-in-school",
        text=_(
            "Keep a seat for the pupil in a homework room twice a week, with an adult to start the first task with them."
        ),
        why=_("Home can stay a place of rest."),
        plain=_("Twice a week your child can do homework at school with help to begin."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.OTH, NeedType.SPLD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.HOME,
        also=_("homework club"),
    ),
    Strategy(
        code="next-step-after-school",
        text=_(
            "Visit one college, training place or workplace a term with the pupil, write down what they liked and what they would need, and keep it in one folder."
        ),
        why=_("Choices are easier between places one has seen."),
        plain=_("Each term your child will visit a place to study or work, and note what they liked."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD, NeedType.SLCN),
        ages=span(Age.KS4, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("employment college preparation for adulthood"),
    ),
)
