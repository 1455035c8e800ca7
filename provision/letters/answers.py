"""What people said to a plan, in their own words, and the lines on which they sign."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from provision.letters.sections import joined
from senco.documents.contents import Block, BlockKind, Part, Row, row


@dataclass(frozen=True)
class Said:
    """One answer. `version` is the number of the version they had read, 0 where that is not known."""

    who: str
    speaker: str
    answer: str
    words: str
    on: datetime.date
    version: int = 0
    written_by: str = ""  # where a colleague wrote down what somebody said


def said_part(answers: Iterable[Said]) -> Part:
    return Part(_("What was said to this plan"), (said_block(answers),), code="answers")


def said_block(answers: Iterable[Said]) -> Block:
    """Words as they were given, each with whose they are and the day."""
    return Block(BlockKind.QUOTES, tuple(row(one.words or one.answer, whose(one)) for one in answers))


def whose(one: Said) -> str:
    told = one.answer if one.words else ""
    read = _("to version %(n)d") % {"n": one.version} if one.version else ""
    by = _("written down by %(who)s") % {"who": one.written_by} if one.written_by else ""
    return joined(one.who, one.speaker, told, one.on, read, by)


def signatures() -> Part:
    """Lines to sign on paper, for whoever meets around a table."""
    people = (_("Parent or carer"), _("Pupil"), _("School"))
    lines = Block(
        BlockKind.SIGN,
        tuple(Row((who, "", "", "")) for who in people),
        (_("For"), _("Name"), _("Signature"), _("Date")),
        _("To sign on paper"),
    )
    return Part(_("Signatures"), (lines,), code="signatures")
