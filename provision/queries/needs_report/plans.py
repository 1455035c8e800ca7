"""Every cycle of support that went out, as a part of a report: what was aimed for, what was done, what came of it, what was said."""

import datetime
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from provision.choices import SectionKind
from provision.letters.answers import said_block
from provision.letters.plan import PaperOutcome, PaperSection, PlanPaper
from provision.letters.sections import Wording, joined, listed, provision_table
from provision.models import PlanVersion
from provision.queries.needs_report.records import Records
from provision.queries.plan_documents import said_of
from senco.documents.contents import Block, BlockKind, Part, Row, Source, row, table

WORDS = (SectionKind.TEXT, SectionKind.PUPIL_VIEW, SectionKind.PARENT_VIEW)


def plans_part(records: Records, title: str) -> Part:
    """One smaller part a cycle, the earliest first; drafts that never went out are not among them."""
    papers = [(one, PlanPaper.from_json(one.content)) for one in records.for_staff]
    papers.sort(key=lambda pair: (pair[1].starts, pair[1].plan_type, pair[1].number))
    return Part(
        title, parts=tuple(plan_part(version, paper, records) for version, paper in papers), code="plans"
    )


def plan_part(version: PlanVersion, paper: PlanPaper, records: Records) -> Part:
    """One cycle: the texts that the family was given, outcomes with results, what was done, noted and said."""
    told = {"title": paper.title, "starts": date_format(paper.starts), "review": date_format(paper.review_on)}
    name = _("%(title)s, %(starts)s to %(review)s") % told
    wording = Wording(_("%(title)s, version %(n)d") % {"title": paper.title, "n": version.number})
    shared = records.shared_codes.get(version.plan_id, ())
    sections = [section for section in paper.sections if section.code in shared]
    blocks = (
        *written(sections, wording),
        *done(sections, wording),
        *noted(version, records),
        *said(version, records),
    )
    source = Source(wording.record, "", localdate(version.at))
    return Part(name, (state_of(version, paper), *blocks), source=source, code="plan")


def state_of(version: PlanVersion, paper: PlanPaper) -> Block:
    """How the newest version came about, and who led the plan."""
    what = joined(version.get_kind_display(), localdate(version.at))
    lead = [Row((_("Plan lead"), paper.lead))] if paper.lead else []
    return Block(BlockKind.FACTS, (Row((_("Newest version"), what)), *lead))


def written(sections: list[PaperSection], wording: Wording) -> Iterator[Block]:
    """Texts of the sections that the family was given, each with its heading."""
    rows = tuple(
        Row((one.title, one.text.strip()), wording.source(one.source))
        for one in sections
        if one.kind in WORDS and one.text.strip()
    )
    if rows:
        yield Block(BlockKind.FACTS, rows)


def done(sections: list[PaperSection], wording: Wording) -> Iterator[Block]:
    """Outcomes with their results, then what was done towards them."""
    outcomes = [outcome for section in sections for outcome in section.outcomes]
    if outcomes:
        headings = (_("Outcome"), _("At the beginning"), _("Aim"), _("By"), _("Result"))
        yield table(
            _("Outcomes and their results"), headings, (outcome_row(one, wording) for one in outcomes)
        )
    for section in sections:
        if section.provision:
            yield provision_table(section.provision, wording)
        if section.items:
            yield listed(section.items, wording, section.title)


def outcome_row(outcome: PaperOutcome, wording: Wording) -> Row:
    return row(
        outcome.text, outcome.baseline, joined(outcome.target, outcome.measure), outcome.by_when, outcome.result,
        source=wording.source(outcome.source),
    )  # fmt: skip


def noted(version: PlanVersion, records: Records) -> Iterator[Block]:
    """What was seen while the plan was carried out: how often, and the notes that say what."""
    notes = [one for one in records.seen if one.plan_id == version.plan_id]
    if not notes:
        return
    worded = [one for one in notes if one.text.strip()]
    lines = [Row((times_seen(len(notes), notes[0].on, notes[-1].on),))]
    lines += [
        Row(
            (f"{date_format(one.on)}: {one.text.strip()}",),
            Source(_("Note of what was seen"), records.name(one.by_id), one.on),
        )
        for one in worded
    ]
    yield Block(BlockKind.LIST, tuple(lines), caption=_("What was seen"))


def times_seen(count: int, first: datetime.date, last: datetime.date) -> str:
    words = _("Progress was noted %(count)d times between %(first)s and %(last)s.")
    return words % {"count": count, "first": date_format(first), "last": date_format(last)}


def said(version: PlanVersion, records: Records) -> Iterator[Block]:
    answers = [one for one in records.responses if one.plan_id == version.plan_id]
    if answers:
        yield said_block(said_of(one, records.names) for one in answers)
