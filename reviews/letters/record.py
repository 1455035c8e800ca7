"""The record of a meeting on paper: for staff all of it, for the family what is shared, in plain words."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from senco.core.words.kept import as_kept
from senco.documents.contents import Block, BlockKind, Document, Part, Row, facts, row, table, text


@dataclass(frozen=True)
class PaperOutcome:
    """`stands` and `next` in words; `baseline` and `measure` as the plan says them."""

    text: str
    baseline: str = ""
    stands: str = ""
    words: str = ""
    next: str = ""


@dataclass(frozen=True)
class PaperWords:
    """What somebody said. `whose` says who, and as what."""

    words: str
    whose: str
    disagrees: bool = False


@dataclass(frozen=True)
class PaperAction:
    text: str
    who: str = ""
    by_when: datetime.date | None = None


@dataclass(frozen=True)
class RecordPaper:
    """`here` and `not_here` are people as (name, as what). `staff_note` is empty on the family's paper."""

    title: str
    pupil: str
    year: str
    school: str
    held_on: datetime.date | None
    how: str
    held_by: str
    here: tuple[tuple[str, str], ...] = ()
    not_here: tuple[tuple[str, str], ...] = ()
    plan: str = ""
    outcomes: tuple[PaperOutcome, ...] = ()
    spoken: tuple[PaperWords, ...] = ()
    summary: str = ""
    actions: tuple[PaperAction, ...] = ()
    decision: str = ""
    next_on: datetime.date | None = None
    staff_note: str = ""


@as_kept
def document_of(paper: RecordPaper) -> Document:
    day = date_format(paper.held_on) if paper.held_on else _("no day yet")
    return Document(
        title=_("%(title)s, %(day)s") % {"title": paper.title, "day": day},
        name=paper.pupil,
        school=paper.school,
        stamp=_("Record of the meeting on %(day)s") % {"day": day},
        facts=facts(
            [
                (_("Pupil"), f"{paper.pupil}, {paper.year}" if paper.year else paper.pupil),
                (_("Held on"), paper.held_on),
                (_("How"), paper.how),
                (_("Held by"), paper.held_by),
                (_("Here"), named(paper.here)),
                (_("Not here"), named(paper.not_here)),
                (_("Plan"), paper.plan),
            ]
        ),
        parts=tuple(part for part in parts_of(paper) if part.blocks or part.parts),
    )


def named(people: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{name} ({kind})" if kind and kind != name else name for name, kind in people)


def parts_of(paper: RecordPaper) -> Iterator[Part]:
    yield Part(_("How it went"), parts=tuple(map(outcome_part, paper.outcomes)), code="outcomes")
    yield Part(_("What was said"), said(paper.spoken), code="said")
    yield Part(_("What we talked about"), (text(paper.summary),) if paper.summary else (), code="summary")
    yield Part(_("What we agreed"), agreed(paper.actions), code="agreed")
    yield Part(_("What happens next"), tuple(text(words) for words in next_words(paper)), code="next")
    yield Part(_("For staff"), (text(paper.staff_note),) if paper.staff_note else (), code="staff")


def outcome_part(outcome: PaperOutcome) -> Part:
    told = facts(
        [
            (_("At the start"), outcome.baseline),
            (_("How it stands"), outcome.stands),
            (_("In words"), outcome.words),
            (_("Next"), outcome.next),
        ]
    )
    return Part(outcome.text, (Block(BlockKind.FACTS, told),) if told else ())


def said(spoken: Iterable[PaperWords]) -> tuple[Block, ...]:
    rows = tuple(Row((one.words, whose(one))) for one in spoken)
    return (Block(BlockKind.QUOTES, rows),) if rows else ()


def whose(one: PaperWords) -> str:
    return _("%(who)s, who does not agree") % {"who": one.whose} if one.disagrees else one.whose


def agreed(actions: Iterable[PaperAction]) -> tuple[Block, ...]:
    rows = [row(one.text, one.who, one.by_when) for one in actions]
    return (table(_("What we agreed"), (_("What"), _("Who"), _("By when")), rows),) if rows else ()


def next_words(paper: RecordPaper) -> Iterator[str]:
    if paper.decision:
        yield paper.decision
    if paper.next_on:
        yield _("We look again on %(day)s.") % {"day": date_format(paper.next_on)}
