"""What is said and written at reviews."""

from dataclasses import dataclass
from random import Random

from reviews.choices import Manner

SUMMARIES = (
    "We looked at each outcome together. {name} showed the folder of finished work and chose the next aim.",
    "A calm meeting. Mornings go well; the last lesson of the day is still hard. We keep the quiet start.",
    "Everybody sees the same change: {name} asks sooner and waits less. Homework is less of a struggle.",
    "The group has met most weeks. Two sessions fell out and were made up for. We go on until the end of term.",
    "We spoke mostly about friends and break time. The seating in two subjects is changed from Monday.",
)
NOTES = (
    "Keep an eye on tiredness on Mondays.",
    "The family is moving house in the spring; tell the form tutor once they have said so themselves.",
    "Cover for the group has to be found for the week of the trip.",
)
PARENTS = (
    "We can see that it helps. We would like to know which book it is so that we can read it at home.",
    "{name} talks about school again at tea. Thank you.",
    "It is still very hard in the evenings. Could there be less homework on group days?",
    "We are pleased. Please go on.",
)
DISAGREEING = (
    "We do not think that twice a week is enough. We have said so before.",
    "We do not agree that this is met. At home it looks different.",
)
PUPILS = (
    "I like the small room. I do not like leaving art for it.",
    "The list on my desk helps. I do not need it in maths any more.",
    "I want to read to my sister.",
    "It is OK.",
)
ACTIONS = (
    "Send the word list home",
    "Move the seat in science nearer to the board",
    "Ask the library for audio books",
    "Tell every teacher about the new start of the day",
    "Ring home after the first week",
    "Find another time for the group, not during art",
)
BEFORE = (
    "Joins in when the start of the lesson is always the same.",
    "Long instructions are hard; one step at a time works.",
    "Works well beside a quiet partner.",
    "A list on the desk would help in my lessons as well.",
)
JUDGED = {
    2: ("Far more than we had hoped for.", "Does this alone now, in every lesson."),
    1: ("More often than we had aimed for.", "Also at home, the family says."),
    0: ("As we had hoped.", "On a good day; not yet when tired."),
    -1: ("Only with somebody beside.", "Less often than we had hoped."),
    -2: ("Hardly at all so far.", "We aimed too high; a smaller step first."),
}
PLACES = {
    Manner.IN_PERSON: ("Room 4", "SEN office", "Library, small room"),
    Manner.PHONE: ("", ""),
    Manner.VIDEO: ("The link is sent on the day", ""),
}


@dataclass(frozen=True)
class Words:
    """What is said at one meeting."""

    summary: str
    note: str
    parent: str
    disagreeing: str
    pupil: str
    action: str


def words_for(rng: Random, name: str) -> Words:
    kinds = (SUMMARIES, NOTES, PARENTS, DISAGREEING, PUPILS, ACTIONS)
    return Words(*(rng.choice(lines).format(name=name) for lines in kinds))


def place_of(rng: Random, manner: str) -> str:
    return rng.choice(PLACES[manner])
