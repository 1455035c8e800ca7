"""Reviews: the meeting, what was said and agreed in it, and the record that its readers have."""

from .contribution import Contribution
from .invitation import MeetingInvitation
from .meeting import ActionReminder, AgreedAction, OutcomeJudged, Person, Spoken
from .offered import OfferedTime, TimeOffer
from .record import ReviewRecord
from .review import Review, ReviewStep
from .round import ReviewRound

__all__ = [
    "ActionReminder",
    "AgreedAction",
    "Contribution",
    "MeetingInvitation",
    "OfferedTime",
    "OutcomeJudged",
    "Person",
    "Review",
    "ReviewRecord",
    "ReviewRound",
    "ReviewStep",
    "Spoken",
    "TimeOffer",
]
