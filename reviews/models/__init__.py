"""Reviews: the meeting, what was said and agreed in it, and the record that its readers have."""

from .meeting import AgreedAction, OutcomeJudged, Person, Spoken
from .record import ReviewRecord
from .review import Review, ReviewStep

__all__ = ["AgreedAction", "OutcomeJudged", "Person", "Review", "ReviewRecord", "ReviewStep", "Spoken"]
