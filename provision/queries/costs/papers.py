"""Costs as files: the costed provision map of one pupil to attach to a request, and the school's table."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from provision.cost_choices import RateCardName
from provision.queries.costs.pages import PupilCosts, SchoolCosts
from provision.templatetags.money import pounds
from senco.documents.contents import Block, BlockKind, Document, Part, Row, facts, row, table
from senco.documents.spreadsheets import Column, Sheet


def costed_map(pupil, costs: PupilCosts) -> Document:
    """Every figure with what it rests on."""
    period = costs.asked.period
    return Document(
        title=_("Costed provision map"),
        name=pupil.name,
        school=pupil.school.name,
        stamp=_("costs of %(words)s, worked out on %(day)s")
        % {"words": period.words, "day": date_format(timezone.localdate())},
        facts=facts(
            [
                (_("Pupil"), pupil.name),
                (_("Date of birth"), pupil.date_of_birth),
                (_("Year"), pupil.year),
                (_("Period"), period.words),
                (_("Rates"), RateCardName(costs.asked.card).label),
                (_("Cost as planned"), pounds(costs.total.planned)),
                (_("Cost of what took place so far"), pounds(costs.total.delivered)),
                (_("Top-up received"), pounds(costs.top_up) if costs.top_up else ""),
                (_("Expected of the school itself"), pounds(costs.expected)),
                (_("Planned above that"), pounds(costs.beyond)),
            ]
        ),
        parts=(
            Part(_("What is provided"), (lines_table(costs),)),
            Part(_("What these figures rest on"), (listed(costs.assumptions),)),
        ),
    )


def lines_table(costs: PupilCosts) -> Block:
    """A row for each line, and the total."""
    headings = [
        _("Provision"),
        _("Tier"),
        _("Outcome"),
        _("How much"),
        _("Adult"),
        _("Planned"),
        _("Took place"),
    ]
    rows = [row(*line_cells(line)) for line in costs.lines]
    rows.append(row(_("Total"), "", "", "", "", pounds(costs.total.planned), pounds(costs.total.delivered)))
    return table(_("Provision with its cost"), headings, rows)


def line_cells(line) -> tuple:
    """The words of one line in the order of the headings."""
    return (
        line.what,
        line.tier,
        line.outcome,
        line.how,
        line.who,
        _("nil") if line.free else pounds(line.amounts.planned),
        _("nil") if line.free else pounds(line.amounts.delivered),
    )


def listed(sentences: Iterable[str]) -> Block:
    return Block(BlockKind.LIST, tuple(Row((sentence,)) for sentence in sentences))


def pupil_sheet(pupil, costs: PupilCosts, membership) -> Sheet:
    """The same lines with amounts as numbers of pounds, the total, and the assumptions below."""
    rows = [
        (
            line.what, line.tier, line.outcome, line.how, line.who,
            in_pounds(line.amounts.planned), in_pounds(line.amounts.delivered),
        )
        for line in costs.lines
    ]  # fmt: skip
    rows.append(
        (_("Total"), "", "", "", "", in_pounds(costs.total.planned), in_pounds(costs.total.delivered))
    )
    rows += [(sentence,) for sentence in ("", *costs.assumptions)]
    columns = [
        Column(_("Provision"), 36),
        Column(_("Tier"), 14),
        Column(_("Outcome"), 36),
        Column(_("How much"), 30),
        Column(_("Adult"), 20),
        Column(_("Planned, £"), 12),
        Column(_("Took place, £"), 12),
    ]
    title = _("Costed provision map of %(name)s") % {"name": pupil.name}
    return sheet(title, columns, rows, membership)


def school_sheet(costs: SchoolCosts, membership) -> Sheet:
    """A row for each pupil, then the school's own share and the total, then the assumptions."""
    rows = [
        (
            line.pupil.surname, line.pupil.forename, line.pupil.year, line.need, in_pounds(line.amounts.planned),
            in_pounds(line.amounts.delivered), in_pounds(line.amounts.forecast), in_pounds(line.top_up),
        )
        for line in costs.pupils
    ]  # fmt: skip
    known = [line.amounts for line in costs.pupils]
    own = [
        getattr(costs.total, name) - sum(getattr(amounts, name) for amounts in known)
        for name in ("planned", "delivered", "forecast")
    ]
    rows.append((_("Empty places"), "", "", "", *map(in_pounds, own)))
    total = (costs.total.planned, costs.total.delivered, costs.total.forecast, costs.money.top_up)
    rows.append((_("Total"), "", "", "", *map(in_pounds, total)))
    rows += [(sentence,) for sentence in ("", *costs.assumptions)]
    columns = [
        Column(_("Surname"), 24),
        Column(_("Forename")),
        Column(_("Year"), 12),
        Column(_("Need"), 10),
        Column(_("Planned, £"), 12),
        Column(_("Took place, £"), 12),
        Column(_("Forecast, £"), 12),
        Column(_("Top-up, £"), 12),
    ]
    return sheet(
        _("Costs of provision, %(name)s") % {"name": costs.asked.period.name}, columns, rows, membership
    )


def sheet(title: str, columns: list[Column], rows: list[tuple], membership) -> Sheet:
    filled = [tuple(cells) + ("",) * (len(columns) - len(cells)) for cells in rows]
    return Sheet(title=title, columns=columns, rows=filled, made_by=membership.name, made_at=timezone.now())


def in_pounds(pence: int | None) -> Decimal | None:
    """An amount for a spreadsheet, with both its decimals. None for what is not known."""
    return None if pence is None else Decimal(pence).scaleb(-2)
