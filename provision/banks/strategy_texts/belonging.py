"""Social, emotional and mental health: strengths, friends and home."""

from django.utils.translation import gettext_lazy as _

from provision.banks.choices import Age, Kind
from provision.banks.shape import Strategy, span
from register.choices import BroadArea, NeedType

STRATEGIES = (
    Strategy(
        code="three-good-strengths",
        text=_(
            "Collect three true strengths from the pupil, home and a teacher, write them on page one of the book, and use one of them each week."
        ),
        why=_("Pupils who meet their strengths daily try harder things."),
        plain=_("Your child's three strengths will be written down and used each week."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SPLD, NeedType.OTH),
        ages=span(Age.KS1, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("self-esteem strengths"),
    ),
    Strategy(
        code="responsible-for-something",
        text=_(
            "Give the pupil a real job that others count on, at the same time each day, such as feeding the fish, setting up sound or meeting visitors."
        ),
        why=_("Being needed builds belonging."),
        plain=_("Your child will have a job each day that others count on."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.RELATIONSHIPS,
        also=_("belonging responsibility"),
    ),
    Strategy(
        code="games-with-an-adult-near",
        text=_(
            "Run a ten-minute game for four at lunch on three days a week, with an adult who models turn-taking, losing and thanking."
        ),
        why=_("Social skills are learned in play, with help close by."),
        plain=_("On three days a week your child will play a game at lunch with an adult near by."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.SLCN, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS2),
        kind=Kind.RELATIONSHIPS,
        also=_("play lunchtime friendship social skills"),
    ),
    Strategy(
        code="circle-of-three-friends",
        text=_(
            "Ask the pupil whom they like being with, seat two of these near them, and plan one shared task a week for the three."
        ),
        why=_("Friendship starts with time together."),
        plain=_("Your child will sit near two children they like and share a task each week."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.SLCN, NeedType.PD),
        ages=span(Age.KS1, Age.KS4),
        kind=Kind.RELATIONSHIPS,
        also=_("friendship"),
    ),
    Strategy(
        code="creative-ten-minutes",
        text=_(
            "Set aside ten minutes on three days a week for drawing, building or music with nothing to hand in."
        ),
        why=_("Making things settles the body and needs no words."),
        plain=_("Three times a week your child can draw, build or play music to relax."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.OTH, NeedType.ASD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.TASK,
        also=_("art calm creative"),
    ),
    Strategy(
        code="good-news-call-home",
        text=_(
            "Every Friday, ring or write to the parents with one thing that went well and one thing the pupil is proud of."
        ),
        why=_("Home and school hear the same good story."),
        plain=_("Each Friday school will tell you one thing that went well."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.ASD, NeedType.MLD),
        ages=span(Age.EARLY, Age.KS4),
        kind=Kind.HOME,
        also=_("parents positive contact"),
    ),
    Strategy(
        code="hard-dates-known",
        text=_(
            "Ask the parents which dates and topics are hard for the pupil, note them in the class calendar, and offer another task on those days."
        ),
        why=_("It prevents distress that a lesson could cause by surprise."),
        plain=_("Please tell us of hard dates or topics. Your child can have other work on those days."),
        area=BroadArea.SEMH,
        needs=(NeedType.SEMH, NeedType.OTH),
        ages=span(Age.EARLY, Age.POST16),
        kind=Kind.HOME,
        also=_("bereavement loss trauma grief looked after adoption"),
    ),
)
