"""The questions of a contribution on paper: choices to tick, lines to write on, so that it can be keyed in as it was given."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reviews.models import Contribution
from reviews.questions import Question
from senco.documents.contents import Block, BlockKind, Document, Part, Row, facts, text

BOX, BETWEEN = "☐", "\u2003" * 2
LINE, LINES = "_" * 60, 3  # as long as fits in large type


def paper_of_questions(contribution: Contribution, level: str) -> Document:
    """`level`: how a pupil is asked; of no meaning for others."""
    pupil = contribution.pupil
    return Document(
        title=_("Before the meeting: what do you think?"),
        name=pupil.name,
        school=pupil.school.name,
        stamp=_("Please give this back by %(day)s") % {"day": date_format(contribution.due_on)},
        facts=facts(
            [(_("Pupil"), pupil.name), (_("From"), contribution.who), (_("By when"), contribution.due_on)]
        ),
        parts=tuple(part_of(each) for each in contribution.questions(level)),
    )


def part_of(question: Question) -> Part:
    """One question with what can be ticked, and room for words where it wants any."""
    blocks = []
    if question.options:
        blocks.append(text(BETWEEN.join(f"{BOX} {label}" for _value, label in question.options)))
    if question.with_words or not question.options:
        blocks.append(Block(BlockKind.TEXT, (Row((LINE,)),) * LINES))
    return Part(question.sentence, tuple(blocks))
