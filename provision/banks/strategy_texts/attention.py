"""Social, emotional and mental health: attention and getting started."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="movement-built-in",
        text=_(
            "Plan one minute of movement every fifteen minutes for the whole class, such as a stretch, a walk to the board or handing out books."
        ),
        why=_("Short movement brings attention back."),
        plain=_("The class will get up and move for a minute every quarter of an hour."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ROUTINES,
        ordinary=True,
        also=_("ADHD attention movement break"),
    ),
    Strategy(
        code="errand-with-a-purpose",
        text=_("Send the pupil on an errand half-way through each long lesson, before attention runs out."),
        why=_("Moving with a purpose is a break with dignity."),
        plain=_("In long lessons your child will be sent on a short errand."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH,),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("ADHD attention movement"),
    ),
    Strategy(
        code="task-in-ten-minute-pieces",
        text=_(
            "Cut the task into ten-minute pieces, show one at a time, and look at each piece with the pupil before you give the next."
        ),
        why=_("A near finish is easier to aim for."),
        plain=_("Work will come in ten-minute parts with a look at each part by the teacher."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.MLD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        ordinary=True,
        also=_("ADHD attention chunking"),
    ),
    Strategy(
        code="timer-you-can-see",
        text=_("Put a timer that shows time shrinking where the pupil can see it, and let them set it."),
        why=_("Time that can be seen can be planned."),
        plain=_("Your child will set a timer that shows how much time is left."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD, NeedType.SPLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        ordinary=True,
        also=_("ADHD time executive function"),
    ),
    Strategy(
        code="seat-away-from-the-traffic",
        text=_(
            "Seat the pupil near where you teach, beside a calm partner and away from the door, the pencil sharpener and the window."
        ),
        why=_("Fewer things compete with the lesson."),
        plain=_("Your child will sit near the teacher, away from the door and window."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        ordinary=True,
        also=_("ADHD attention seating"),
    ),
    Strategy(
        code="clear-desk-clear-wall",
        text=_("Keep the wall around the board plain and the desk clear of all but what this task needs."),
        why=_("The eye goes to what matters."),
        plain=_("The wall by the board will be plain and the desk clear."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.VI, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ENVIRONMENT,
        ordinary=True,
        also=_("ADHD attention display"),
    ),
    Strategy(
        code="something-for-the-hands",
        text=_(
            "Agree on one quiet object for the hands, such as putty, and two rules for it: below the desk, and it stays with you."
        ),
        why=_("Busy hands can free the mind to listen."),
        plain=_("Your child can hold a small object in class while listening."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("ADHD fidget attention"),
    ),
    Strategy(
        code="tics-left-alone",
        text=_(
            "When the pupil has tics, carry on teaching, answer classmates with the sentence the pupil chose, and let them go to an agreed place when they want a break."
        ),
        why=_("Being noticed can make tics stronger."),
        plain=_("If your child has tics, the teacher will carry on and your child can take a break."),
        area=BroadArea.SEMH,
        needs=(NeedType.OTH, NeedType.SEMH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("Tourette tics"),
    ),
    Strategy(
        code="secret-signal",
        text=_(
            "Agree on a private signal with the pupil, such as two fingers on the desk, that means 'come back to the task', and use it in place of their name."
        ),
        why=_("The pupil is reminded without the class knowing."),
        plain=_("Your child and the teacher will share a secret signal for getting back to work."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.HI),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.TALK,
        also=_("ADHD attention cue"),
    ),
    Strategy(
        code="start-within-a-minute",
        text=_(
            "Go to the pupil within one minute of setting a task, do the first line together, and say when you will be back."
        ),
        why=_("Starting can be harder than doing."),
        plain=_("The teacher will help your child with the first line of each task."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.TASK,
        also=_("ADHD getting started"),
    ),
    Strategy(
        code="think-then-say-card",
        text=_(
            "Give the pupil a notepad for thoughts that cannot wait, and take two of them up at a set point in the lesson."
        ),
        why=_("Ideas are kept for the right moment."),
        plain=_("Your child can jot down thoughts and share two of them later."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH,),
        ages=span(Age.KS1, Age.KS3),
        kind=Kind.TALK,
        also=_("ADHD impulsive calling out"),
    ),
    Strategy(
        code="movement-of-their-own-choice",
        text=_(
            "Have the pupil try three ways to settle, one each week, such as wall presses, a drink of water or music, rate each from one to five, and keep the best two on a card."
        ),
        why=_("Pupils who know what works for them can use it anywhere."),
        plain=_("Your child will test three ways to calm down and keep the best two."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("attention self-regulation"),
    ),
    Strategy(
        code="kit-at-school",
        text=_(
            "Keep a named pencil case, calculator and kit for the pupil in the room, so that nobody has to ask for them."
        ),
        why=_("The lesson begins with learning and not with what is missing."),
        plain=_("Your child will have a set of things in class, so nothing can be left at home."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.ASD, NeedType.OTH),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.EQUIPMENT,
        also=_("organisation equipment poverty"),
    ),
)
