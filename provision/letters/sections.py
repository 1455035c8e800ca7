"""Sections of a plan as parts of a document (senco.documents.contents). Every row carries who wrote it and when."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.letters.plan import (
    PaperItem,
    PaperOutcome,
    PaperProvision,
    PaperSection,
    PaperTarget,
)
from provision.letters.plan import Source as Written
from senco.documents.contents import Block, BlockKind, Part, Row, Source, facts, row, table, text


@dataclass(frozen=True)
class Wording:
    """What readers of one kind are told: the record that a note names, and the heading above a list of steps."""

    record: str = ""

    def source(self, written: Written) -> Source:
        """The note behind a sentence; none where nobody is known to have written it."""
        return Source(self.record, written.who, written.on) if written.who or written.on else Source()


def part_of(section: PaperSection, wording: Wording) -> Part:
    """A section under its own heading."""
    outcomes = tuple(outcome_part(n, each, wording) for n, each in enumerate(section.outcomes, start=1))
    return Part(section.title, tuple(blocks_of(section, wording)), outcomes, code=section.code)


def blocks_of(section: PaperSection, wording: Wording) -> Iterable[Block]:
    """What stands under the heading itself. Outcomes have headings of their own."""
    if section.text.strip():
        yield text(section.text.strip(), wording.source(section.source))
    if section.items:
        yield listed(section.items, wording)
    if section.provision:
        yield provision_table(section.provision, wording)
    if section.scores:
        yield table(
            _("Results, each with who measured it and when"),
            (_("Test or subject"), _("Result"), _("Standardised score"), _("Date"), _("Measured by")),
            (row(s.test, s.result, s.standardised, s.taken_on, s.measured_by) for s in section.scores),
        )
    if section.concerns:
        yield Block(
            BlockKind.QUOTES, tuple(row(c.text, joined(c.raised_by, c.raised_on)) for c in section.concerns)
        )


def outcome_part(number: int, outcome: PaperOutcome, wording: Wording) -> Part:
    """One outcome: what is known of it, then the steps towards it."""
    known = facts(
        [
            (_("Area"), outcome.area),
            (_("Now"), outcome.baseline),
            (_("We aim for"), outcome.target),
            (_("How we will know"), outcome.measure),
            (_("By"), outcome.by_when),
            (_("Who sees to it"), outcome.who),
            (_("Result"), outcome.result),
            (_("Before"), _("It goes on from the last plan.") if outcome.carried else ""),
        ]
    )
    blocks = [Block(BlockKind.FACTS, known)] if known else []
    source = wording.source(outcome.source)
    if outcome.targets:
        blocks.append(Block(BlockKind.STEPS, tuple(step(each, source, wording) for each in outcome.targets)))
    return Part(f"{number}. {outcome.text}", tuple(blocks), source=source, code="outcome")


def step(target: PaperTarget, of_outcome: Source, wording: Wording) -> Row:
    """A step in one line. It names its source where that is not the outcome's own."""
    source = wording.source(target.source)
    measure = f" ({target.measure})" if target.measure else ""
    day = ", " + _("by %(day)s") % {"day": date_format(target.by_when)} if target.by_when else ""
    return Row((f"{target.text}{measure}{day}",), Source() if source == of_outcome else source)


def listed(items: tuple[PaperItem, ...], wording: Wording, caption: str = "") -> Block:
    """Strategies, adjustments, resources. Where several kinds stand in one list each says which it is."""
    mixed = len({item.kind for item in items}) > 1
    return Block(
        BlockKind.LIST,
        tuple(
            Row((f"{item.kind}: {item.text}" if mixed else item.text,), wording.source(item.source))
            for item in items
        ),
        caption=caption,
    )


def provision_table(lines: Iterable[PaperProvision], wording: Wording) -> Block:
    """Who does what, how often, from when until when, and for which outcome."""
    return table(
        _("What is done, by whom and how often"),
        (_("What"), _("Who"), _("How often"), _("When"), _("For which outcome")),
        (
            row(
                one.what,
                one.who,
                one.often,
                span(one.starts, one.ends),
                one.outcome,
                source=wording.source(one.source),
            )
            for one in lines
        ),
    )


def span(starts, ends) -> str:
    """ "4 October 2026 to 11 December 2026", as far as it is known."""
    days = {"starts": date_format(starts) if starts else "", "ends": date_format(ends) if ends else ""}
    if starts and ends:
        return _("%(starts)s to %(ends)s") % days
    return _("from %(starts)s") % days if starts else _("until %(ends)s") % days if ends else ""


def joined(*parts: object) -> str:
    """What is known of these, with commas; days in words."""
    return ", ".join(filter(None, row(*parts).cells))
