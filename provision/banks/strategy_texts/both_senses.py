"""Sensory and physical: hearing and vision together."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="same-cue-same-place-same-person",
        text=_(
            "Give the same object and touch cue before each activity, in the same place, and let the pupil carry the object there."
        ),
        why=_("When little is seen or heard, cues must tell what comes next."),
        plain=_("Your child will be given the same object and touch before each activity."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.PMLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.ROUTINES,
        also=_("deafblind objects of reference touch cue"),
    ),
    Strategy(
        code="hands-under-theirs",
        text=_(
            "Put your hands under the pupil's and explore the object together, so that they can follow or let go when they like."
        ),
        why=_("The pupil stays free to let go, so touch stays safe."),
        plain=_("Staff will put their hands under your child's, who can let go at any time."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.VI, NeedType.PMLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.TASK,
        also=_("deafblind hand under hand"),
    ),
    Strategy(
        code="near-enough-to-meet",
        text=_(
            "Come close, touch the place agreed with the family, such as the back of the hand, give your name sign or the bracelet they know you by, and wait."
        ),
        why=_("The pupil knows who is there before anything happens."),
        plain=_("Each adult will have a sign or bracelet, so your child knows who is there."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.VI, NeedType.HI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("deafblind touch name sign"),
    ),
    Strategy(
        code="day-in-a-row-of-boxes",
        text=_(
            "Lay out the day as a row of boxes with one object each, feel along it together each morning, and put each object in the finished box."
        ),
        why=_("Time can be touched when it cannot be seen or heard."),
        plain=_("Your child's day will be a row of boxes, each with an object to feel."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.SLD, NeedType.VI, NeedType.PMLD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.ROUTINES,
        also=_("deafblind calendar object timetable"),
    ),
    Strategy(
        code="sound-and-sight-not-at-once",
        text=_(
            "Give one kind of information at a time: first let the pupil look or feel, then speak or sign, then let them look or feel again."
        ),
        why=_("Each sense alone takes full effort."),
        plain=_("Your child will look or feel first, then listen, one thing at a time."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.HI, NeedType.VI),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.EXPLAINING,
        also=_("deafblind dual sensory"),
    ),
    Strategy(
        code="intervenor-hands-over",
        text=_(
            "Once in each lesson, have the support worker step aside while a classmate and the pupil do a short task with the signs or tools they share."
        ),
        why=_("The pupil makes friends and does not depend on one adult."),
        plain=_("Each lesson your child will do a short task with a classmate and no adult."),
        area=BroadArea.SENSORY,
        needs=(NeedType.MSI, NeedType.HI, NeedType.VI, NeedType.PD),
        ages=span(Age.KS2, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("deafblind communication support independence"),
    ),
)
