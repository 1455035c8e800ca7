"""What people are asked before a meeting, and what they answered: the same questions on a page, on paper, and beside what they are about.

Questions about outcomes and about what helps come from the plan as it stood when somebody was asked (`reviews.queries.asking`), all
others from the tables below. Both are kept with the answers, word for word.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.utils.translation import gettext_lazy as _

from reviews.choices import OPTIONS, AskedAs, Level, Voice

LEADS_IN = {  # kind → how a question about something in the plan begins; a scale stands by itself
    AskedAs.HELPED: _("Did this help me? %(what)s"),
    AskedAs.AT_HOME: _("Do you see this at home? %(what)s"),
}


@dataclass(frozen=True)
class Question:
    """`with_words`: beside the choice there is room for words. `about`: key of the outcome, strategy or provision, where it is about one."""

    key: str
    asked: str
    kind: str = AskedAs.TEXT
    with_words: bool = False
    about: str = ""

    @property
    def sentence(self) -> str:
        """As it is read: what is asked about something in the plan stands before it."""
        return (
            str(LEADS_IN[self.kind] % {"what": self.asked})
            if self.about and self.kind in LEADS_IN
            else str(self.asked)
        )

    @property
    def options(self) -> list[tuple]:
        """(value, label) of each choice; none where it wants words."""
        return OPTIONS[self.kind].choices if self.kind in OPTIONS else []

    @property
    def takes_several(self) -> bool:
        return self.kind == AskedAs.HELPERS

    def as_json(self) -> dict:
        return asdict(self) | {"asked": str(self.asked), "kind": str(self.kind)}


@dataclass(frozen=True)
class Answer:
    """`chosen` are values of the question's options, `words` are as they were given."""

    question: Question
    chosen: tuple[str, ...] = ()
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.chosen or self.words)

    @property
    def label(self) -> str:
        """What was chosen, as it was offered."""
        known = {str(value): str(label) for value, label in self.question.options}
        return ", ".join(known.get(each, each) for each in self.chosen)

    @property
    def spoken(self) -> str:
        """All of it in one piece."""
        return ". ".join(filter(None, (self.label, self.words)))

    def as_json(self) -> dict:
        return self.question.as_json() | {"chosen": list(self.chosen), "words": self.words}


def questions_from_json(kept: Iterable[dict]) -> list[Question]:
    return [Question(**each) for each in kept]


def answers_from_json(kept: Iterable[dict]) -> list[Answer]:
    return [
        Answer(Question(**{name: value for name, value in each.items() if name not in ("chosen", "words")}),
               tuple(each["chosen"]), each["words"])
        for each in kept
    ]  # fmt: skip


def text_questions(**asked) -> tuple[Question, ...]:
    return tuple(Question(key, words) for key, words in asked.items())


def faces(**asked) -> tuple[Question, ...]:
    return tuple(Question(key, words, AskedAs.FACE) for key, words in asked.items())


AT_SCHOOL = text_questions(
    well=_("What goes well?"), hard=_("What is hard?"), next=_("What would help next, in your lessons and elsewhere?")
)  # fmt: skip
GENERAL: dict[str, tuple[Question, ...]] = {
    Voice.TEACHER: AT_SCHOOL,
    Voice.ASSISTANT: AT_SCHOOL,
    Voice.PROFESSIONAL: text_questions(
        seen=_("What have you seen or done since the last meeting?"),
        advice=_("What do you advise?"),
        goes_on=_("What do you do next, and when?"),
    ),
    Voice.PARENT: text_questions(
        well=_("What goes well at home?"),
        worry=_("Is there anything that worries you?"),
        wish=_("What would you like for your child?"),
        talk=_("What should we talk about at the meeting?"),
    ),
}
OF_PUPIL: dict[str, tuple[Question, ...]] = {
    Level.PICTURES: (
        *faces(school=_("How is school?"), class_time=_("How are lessons?"), play=_("How is playtime?")),
        Question("helpers", _("What helps me?"), AskedAs.HELPERS),
        Question("tell", _("I want to say")),
    ),
    Level.SENTENCES: (
        *faces(school=_("How is school?"), class_time=_("How are lessons?"), play=_("How are breaks?")),
        *text_questions(
            like=_("I like"), good_at=_("I am good at"), hard=_("I find it hard to"), helps=_("It helps me when"), wish=_("I wish"),
        ),
    ),
    Level.WORDS: text_questions(
        well=_("What goes well for me at school?"),
        hard=_("What do I find hard?"),
        helps=_("What helps me most?"),
        change=_("What would I like to be different?"),
        future=_("What do I want to do when I am older?"),
        say=_("What do I want the people at the meeting to know?"),
    ),
}  # fmt: skip


def general_questions(voice: str, level: str = "") -> tuple[Question, ...]:
    """Those that are about nothing in the plan."""
    return OF_PUPIL[Level(level)] if voice == Voice.PUPIL else GENERAL[Voice(voice)]


KIND_ABOUT_OUTCOME = {  # as what somebody is asked → how they are asked about an outcome; pupils are asked what helps instead
    Voice.TEACHER: AskedAs.SCALE,
    Voice.ASSISTANT: AskedAs.SCALE,
    Voice.PROFESSIONAL: AskedAs.SCALE,
    Voice.PARENT: AskedAs.AT_HOME,
}


def level_for(year_group: int | None) -> str:
    """How a pupil of this year is asked unless somebody chooses otherwise: pictures up to Year 2, own words from Year 7 on."""
    if year_group is None or 3 <= year_group <= 6:
        return Level.SENTENCES
    return Level.PICTURES if year_group < 3 else Level.WORDS
