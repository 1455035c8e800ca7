"""What the demo school's library of interventions says. A school that takes the shipped library up replaces these rows."""

from dataclasses import dataclass

from provision.map_choices import AdultRole, Evidence, Tier
from register.choices import BroadArea

CI, CL, SE, SP = BroadArea.values


@dataclass(frozen=True)
class Entry:
    """`size` pupils meet `a_week` times a week for `minutes`; `place` is where."""

    name: str
    plain: str
    area: str
    tier: str
    minutes: int
    a_week: int
    size: int
    role: str
    place: str
    evidence: str = Evidence.NONE
    external: bool = False
    kit: tuple[str, int, int] | None = None  # a resource: name, pence, months it lasts


ENTRIES = (
    Entry("Phonics catch-up", "Sounds and letters, in a small group", CL, Tier.TARGETED, 20, 4, 4, AdultRole.TA, "Library", Evidence.STRONG, kit=("Books at the right level", 24000, 36)),
    Entry("Reading aloud together", "Reading aloud with an adult", CL, Tier.TARGETED, 20, 3, 1, AdultRole.TA, "Library", Evidence.MODERATE),
    Entry("Number sense", "Getting sure of numbers", CL, Tier.TARGETED, 30, 3, 4, AdultRole.TA, "Room 12", Evidence.MODERATE, kit=("Rods and number lines", 8500, 60)),
    Entry("Spelling workshop", "Help with spelling", CL, Tier.TARGETED, 20, 2, 6, AdultRole.TEACHER, "Room 14"),
    Entry("Talking in small groups", "Practising talking and listening", CI, Tier.TARGETED, 30, 2, 5, AdultRole.TA, "The Nest", Evidence.MODERATE),
    Entry("Speech and language programme", "The speech therapist's exercises", CI, Tier.SPECIALIST, 20, 3, 1, AdultRole.TA, "The Nest", Evidence.LIMITED),
    Entry("Speech and language therapy", "Time with the speech therapist", CI, Tier.SPECIALIST, 40, 1, 1, AdultRole.SPEECH, "The Nest", Evidence.MODERATE, external=True),
    Entry("Friends at lunch", "A lunch club with friends", CI, Tier.UNIVERSAL, 30, 2, 8, AdultRole.SUPERVISOR, "The Hub"),
    Entry("Feelings group", "Talking about feelings", SE, Tier.TARGETED, 30, 1, 5, AdultRole.TA, "The Hub", Evidence.LIMITED),
    Entry("Check in, check out", "A calm word with an adult every morning", SE, Tier.TARGETED_PLUS, 10, 5, 1, AdultRole.TA, "The Hub", Evidence.LIMITED),
    Entry("Movement programme", "Exercises for moving and balance", SP, Tier.TARGETED_PLUS, 20, 3, 3, AdultRole.TA, "Gym", kit=("Balance boards", 12600, 60)),
    Entry("Touch typing", "Learning to type", SP, Tier.TARGETED, 30, 2, 6, AdultRole.TA, "Room 3", kit=("Licences for a year", 18000, 12)),
)  # fmt: skip
