"""Two versions of a plan side by side: what was added, removed or changed, and which words within a text."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.letters.plan import PaperSection, PlanPaper

WORDS = re.compile(r"\S+\s*|\s+")
MOST_WORDS = 2000  # beyond this a text is shown as changed as a whole: the search for common words grows with its square
SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"


@dataclass(frozen=True)
class Piece:
    """A stretch of words: "same", "added" or "removed"."""

    kind: str
    text: str


@dataclass(frozen=True)
class RowChange:
    """One text, outcome or entry in both versions; `old` and `new` are its pieces on either side."""

    kind: str
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class SectionChange:
    title: str
    kind: str
    rows: tuple[RowChange, ...]

    @property
    def is_same(self) -> bool:
        return self.kind == SAME


@dataclass(frozen=True)
class Line:
    """One entry of a section as a line of text, found again in another version by its key."""

    key: str
    text: str


def compare(old: PlanPaper, new: PlanPaper) -> list[SectionChange]:
    """Section by section in the order of the newer one; what it no longer has comes last. The head of the plan comes first."""
    before = {section.code: section for section in old.sections}
    after = {section.code: section for section in new.sections}
    codes = [*after, *(code for code in before if code not in after)]
    head = compared(_("The plan"), head_lines(old), head_lines(new))
    return [head, *(compared_section(before.get(code), after.get(code)) for code in codes)]


def head_lines(paper: PlanPaper) -> list[Line]:
    facts = {
        "title": paper.title,
        "starts": _("From %(day)s") % {"day": date_format(paper.starts)},
        "review": _("Review on %(day)s") % {"day": date_format(paper.review_on)},
        "lead": _("Plan lead: %(who)s") % {"who": paper.lead} if paper.lead else "",
    }
    return [Line(key, text) for key, text in facts.items() if text]


def compared_section(old: PaperSection | None, new: PaperSection | None) -> SectionChange:
    there = new or old
    change = compared(there.title, lines_of(old), lines_of(new))
    if old and new:
        return change
    return SectionChange(there.title, ADDED if new else REMOVED, change.rows)


def compared(title: str, old: Sequence[Line], new: Sequence[Line]) -> SectionChange:
    """Lines of one key are the same entry; entries keep the order of the newer side, the removed ones stand where they stood."""
    rows = tuple(compared_line(before, after) for before, after in paired(old, new))
    return SectionChange(title, SAME if all(row.kind == SAME for row in rows) else CHANGED, rows)


def paired(old: Sequence[Line], new: Sequence[Line]) -> Iterable[tuple[Line | None, Line | None]]:
    before, after = {line.key: line for line in old}, {line.key: line for line in new}
    left = [line for line in old if line.key not in after]
    for line in new:
        yield before.get(line.key), line
    for line in left:
        yield line, None


def compared_line(old: Line | None, new: Line | None) -> RowChange:
    if old is None:
        return RowChange(ADDED, (), (Piece(ADDED, new.text),))
    if new is None:
        return RowChange(REMOVED, (Piece(REMOVED, old.text),), ())
    if old.text == new.text:
        return RowChange(SAME, (Piece(SAME, old.text),), (Piece(SAME, new.text),))
    return RowChange(CHANGED, *pieces(old.text, new.text))


def pieces(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts cut where they differ, whole words at a time."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    if len(before) > MOST_WORDS or len(after) > MOST_WORDS:
        return (Piece(REMOVED, old),), (Piece(ADDED, new),)
    left, right = [], []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = tag == "equal"
        left.append(Piece(SAME if same else REMOVED, "".join(before[a:b])))
        right.append(Piece(SAME if same else ADDED, "".join(after[c:d])))
    return filled(left), filled(right)


def filled(found: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in found if piece.text)


def lines_of(section: PaperSection | None) -> list[Line]:
    """Every entry of a section as one line."""
    if section is None:
        return []
    text = [Line("text", section.text)] if section.text else []
    return [*text, *chain.from_iterable(lines(section) for lines in LINES)]


def outcome_lines(section: PaperSection) -> Iterable[Line]:
    """Each outcome with all its facts and targets, so that a change of any of them shows."""
    for one in section.outcomes:
        parts = (
            one.text,
            said(_("Now: %s"), one.baseline),
            said(_("We aim for: %s"), one.target),
            said(_("How we will know: %s"), one.measure),
            said(_("By: %s"), one.by_when and date_format(one.by_when)),
            said(_("Who sees to it: %s"), one.who),
            said(_("Result: %s"), one.result),
            *(said(_("Step: %s"), target.text) for target in one.targets),
        )
        yield Line(one.key, "\n".join(filter(None, parts)))


def item_lines(section: PaperSection) -> Iterable[Line]:
    return (Line(item.key, item.text) for item in section.items)


def provision_lines(section: PaperSection) -> Iterable[Line]:
    """Each line of provision with who, how often, when and for which outcome."""
    for one in section.provision:
        dates = (one.starts and date_format(one.starts), one.ends and date_format(one.ends))
        parts = (
            one.what,
            one.who,
            one.often,
            " – ".join(filter(None, dates)),
            said(_("For: %s"), one.outcome),
        )
        yield Line(one.key, "\n".join(filter(None, parts)))


def evidence_lines(section: PaperSection) -> Iterable[Line]:
    """Scores and concerns have no key of their own: one that says the same is the same."""
    for score in section.scores:
        parts = (
            score.test,
            score.result,
            score.standardised,
            score.taken_on and date_format(score.taken_on),
            score.measured_by,
        )
        text = ", ".join(str(part) for part in parts if part)
        yield Line(f"score {text}", text)
    for concern in section.concerns:
        yield Line(f"concern {concern.text}", f"{concern.text}\n{concern.raised_by}")


LINES: tuple[Callable[[PaperSection], Iterable[Line]], ...] = (
    outcome_lines,
    item_lines,
    provision_lines,
    evidence_lines,
)


def said(words: str, fact) -> str:
    return words % fact if fact else ""
