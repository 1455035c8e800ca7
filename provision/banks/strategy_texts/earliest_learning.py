"""Cognition and learning: the earliest learning."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="same-start-same-song",
        text=_(
            "Open each session with the same short song or sound and the same object to touch, and close it with another pair."
        ),
        why=_("A clear start and end help the pupil know what is about to happen."),
        plain=_("The same song and object will tell your child when each session begins and ends."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("cues routine"),
    ),
    Strategy(
        code="fifteen-seconds-to-respond",
        text=_(
            "After each touch, sound or word, stay still and wait fifteen seconds, watching face, breath, eyes and hands for a reply."
        ),
        why=_("Slow replies are missed when adults fill the silence."),
        plain=_("Staff will wait fifteen seconds for your child to reply in their own way."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.MSI, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        also=_("processing response"),
    ),
    Strategy(
        code="follow-and-echo",
        text=_(
            "For ten minutes a day, sit close, follow the pupil's lead, echo their sounds and movements and pause for them to take a turn."
        ),
        why=_("Being answered is the root of all conversation."),
        plain=_("For ten minutes a day an adult will copy your child's sounds and take turns."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.MSI, NeedType.ASD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("interaction"),
    ),
    Strategy(
        code="what-yes-looks-like",
        text=_(
            "Keep one page, with photos, of how the pupil shows yes, no, more and stop, and have each new adult read it before they work together."
        ),
        why=_("Everyone reads the same signals in the same way."),
        plain=_("A page with photos will show all staff how your child says yes, no, more and stop."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.MSI, NeedType.PD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TALK,
        also=_("communication passport"),
    ),
    Strategy(
        code="press-and-something-happens",
        text=_(
            "Place one large switch where the pupil can reach it best, link it to something they love for five seconds, and wait for the next press."
        ),
        why=_("It shows the pupil that they can make things happen."),
        plain=_("Your child will press a switch to make something they love happen."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.PD, NeedType.SLD, NeedType.MSI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EQUIPMENT,
        also=_("switch cause and effect"),
    ),
    Strategy(
        code="stop-in-the-middle",
        text=_(
            "Stop a favourite rhyme or rocking game at the same point each time, and wait for a sign before you go on."
        ),
        why=_("A gap in something well known invites a reply."),
        plain=_("Staff will pause in a favourite song and wait for your child to ask for more."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.MSI),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.TALK,
        also=_("anticipation burst pause"),
    ),
    Strategy(
        code="one-sense-at-a-time",
        text=_(
            "Offer one thing to look at, hear or feel at a time, against a plain background and in quiet, for three minutes each."
        ),
        why=_("Too many things at once hide the one that matters."),
        plain=_("Your child will be given one thing at a time to see, hear or touch in a quiet place."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.MSI, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ENVIRONMENT,
        also=_("sensory exploration"),
    ),
    Strategy(
        code="watch-for-the-best-hour",
        text=_(
            "For two weeks, note each hour how alert the pupil is, and then move their most important learning to the best hour."
        ),
        why=_("Learning lands when the pupil is awake and comfortable."),
        plain=_("Staff will find the time of day when your child is most alert and teach then."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.OTH, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("alertness fatigue"),
    ),
    Strategy(
        code="tell-before-you-touch",
        text=_(
            "Before you move the chair or touch the pupil, come to the front, say your name and what you will do, and wait for a sign."
        ),
        why=_("Nobody should be moved without being told."),
        plain=_("Staff will tell your child who they are and wait before they touch or move anything."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.MSI, NeedType.PD, NeedType.VI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        ordinary=True,
        also=_("dignity touch cues"),
    ),
    Strategy(
        code="film-the-small-signs",
        text=_(
            "With the family's consent, film two minutes of the same activity every second Friday, and write what is new in exploring, expecting, keeping going or starting."
        ),
        why=_("Progress in small signs is easy to miss from day to day."),
        plain=_("If you agree, staff will film two minutes every second week to see what is new."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("engagement evidence"),
    ),
    Strategy(
        code="part-in-the-class-lesson",
        text=_(
            "Give the pupil one active part in each class session, such as starting the music, choosing the reader or passing the object."
        ),
        why=_("The pupil belongs in the lesson and is not only present."),
        plain=_("Your child will have a part to play in each class lesson."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.PD, NeedType.SLD, NeedType.DS),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("inclusion"),
    ),
    Strategy(
        code="one-page-home-and-back",
        text=_(
            "Write three lines home each day: what the pupil enjoyed, what was new, and one thing to talk about tonight, with room for a reply."
        ),
        why=_("The family can carry on a conversation the pupil began."),
        plain=_("Each day you will get three lines about what your child liked and did."),
        area=BroadArea.COGNITION,
        needs=(NeedType.PMLD, NeedType.SLD, NeedType.DS, NeedType.MSI, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.HOME,
        also=_("communication home school diary"),
    ),
)
