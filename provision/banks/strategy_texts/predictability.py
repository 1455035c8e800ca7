"""Communication and interaction: knowing what comes next."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="now-and-next",
        text=_(
            "Show a two-picture board, now and next, at the start of each activity and let the pupil move the finished picture to a pocket."
        ),
        why=_("Two steps can be held in mind when a whole day cannot."),
        plain=_("Your child will have a board that shows what is happening now and what comes next."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLD, NeedType.SLCN, NeedType.DS),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.ROUTINES,
        also=_("autism visual"),
    ),
    Strategy(
        code="timetable-of-the-day",
        text=_(
            "Go through the day's timetable in pictures or words at registration, and tick off each lesson together as it ends."
        ),
        why=_("Knowing the shape of the day lowers worry and frees attention."),
        plain=_("Each morning your child will see a timetable of the day and tick things off."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLCN, NeedType.SLD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ROUTINES,
        ordinary=True,
        also=_("visual timetable"),
    ),
    Strategy(
        code="warning-of-change",
        text=_(
            "When you know of a change, tell the pupil at least a day ahead, show it on the timetable and say what stays the same."
        ),
        why=_("Being surprised can be harder than the change itself."),
        plain=_("If the day is going to change, your child will be told the day before."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        ordinary=True,
        also=_("change transition"),
    ),
    Strategy(
        code="change-card-for-surprises",
        text=_(
            "Keep a 'change' card for surprises: show it, say in one sentence what is different, and then say what happens after that."
        ),
        why=_("A known signal makes the unknown smaller."),
        plain=_("When plans change with no warning, your child will see a card and hear what comes next."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD,),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("change"),
    ),
    Strategy(
        code="five-minutes-then-two",
        text=_(
            "Before an activity ends, give a warning at five minutes and at two, with a timer the pupil can see."
        ),
        why=_("Stopping is easier when the end is in sight."),
        plain=_("Your child will be told five minutes and two minutes before it is time to stop."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.SLD),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.ROUTINES,
        ordinary=True,
        also=_("transition countdown"),
    ),
    Strategy(
        code="say-what-to-do",
        text=_("Say what you want to see, such as 'walk on the left', in place of what you do not."),
        why=_("It leaves no guessing about what comes next."),
        plain=_("Staff will tell your child what to do, not just what to stop."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.DS),
        ages=span(Age.EARLY, Age.KS3),
        kind=Kind.EXPLAINING,
        ordinary=True,
        also=_("positive instructions"),
    ),
    Strategy(
        code="exact-task-exact-end",
        text=_(
            "Write on the task how much to do, how long it should take and what to do when it is finished, such as 'six lines, ten minutes, then read'."
        ),
        why=_("Open-ended tasks give no place to start or stop."),
        plain=_("Each task will say how much to do, how long it takes and what to do after."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
    ),
    Strategy(
        code="reason-for-the-rule",
        text=_("When you give a rule, add the reason in one sentence and say when the rule does not hold."),
        why=_("Rules that make sense are easier to keep."),
        plain=_("Staff will explain why each rule is there."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD,),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.EXPLAINING,
    ),
    Strategy(
        code="early-between-lessons",
        text=_(
            "Let the pupil and a friend of their choice leave three minutes before the bell by an agreed route, with a pass that every adult knows."
        ),
        why=_("A quiet corridor saves energy for the next lesson."),
        plain=_("Your child and a friend can leave class three minutes early to miss the crowd."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.VI, NeedType.PD, NeedType.SEMH),
        ages=span(Age.KS3, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("corridor movement transition"),
    ),
    Strategy(
        code="visit-book-for-the-next-class",
        text=_(
            "In the last half-term, make a book of photos of the new room, people, toilets and lunch, visit three times, and send the book home for the holiday."
        ),
        why=_("The new place is known before the first day."),
        plain=_("Your child will visit the new class three times and bring home a photo book of it."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SLD, NeedType.SEMH, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("transition new school"),
    ),
    Strategy(
        code="exam-room-seen-first",
        text=_(
            "Take the pupil to the exam room a week before, sit in the seat, go through the words that will be read out and agree where to go if it is too much."
        ),
        why=_("On the day, the paper is the only new thing."),
        plain=_("A week before exams, your child will see the room and try the seat."),
        area=BroadArea.COMMUNICATION,
        needs=(NeedType.ASD, NeedType.SEMH, NeedType.HI, NeedType.VI, NeedType.PD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.TESTS,
        also=_("exams access arrangements"),
    ),
)
