"""Progress as a file: the series of a pupil and the effect of interventions out, values in."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from provision.models import Measurement, Scale
from provision.progress import read_value
from provision.queries.costs.papers import in_pounds
from provision.queries.progress.impact import Impact
from provision.queries.progress.series import ProgressLine
from provision.queries.tables import Columns, limits_of, plain, rows_said
from register.imports.dates import DateReader
from register.models import Pupil
from senco.documents.spreadsheets import Column, Sheet

LIMITS = limits_of(rows=5000, columns=40)
COLUMNS = {  # field → headings that stand for it; the first is the one we write
    "pupil": ("UPN or admission number", "UPN", "Admission number", "Adno", "Pupil"),
    "scale": ("Scale", "Test", "Assessment", "Measure"),
    "value": ("Value", "Result", "Score", "Standardised score", "Age equivalent"),
    "day": ("Date", "Taken on", "Date of test", "Test date", "Day"),
    "source": ("Source", "Who says so", "Note", "Notes"),
}
NEEDED = frozenset({"pupil", "scale", "value", "day"})


@dataclass
class ReadRow:
    """A row of a file. `record` is what would be written; None where `faults` say what is wrong or `again` that it is there."""

    number: int
    said: dict[str, str]
    record: Measurement | None = None
    faults: list[str] = field(default_factory=list)
    again: bool = False


def rows_of(source, membership, today: datetime.date) -> list[ReadRow]:
    """Raises ImportRefused for a file that is no table or lacks the columns it needs. Four queries, however many rows."""
    known = {plain(words): name for name, headings in COLUMNS.items() for words in headings}
    names = ", ".join(COLUMNS[name][0] for name in COLUMNS if name in NEEDED)
    columns = Columns(known, NEEDED, _("The first row names the columns. Needed are: %s.") % names)
    rows = [ReadRow(number, row) for number, row in rows_said(source, columns, LIMITS)]
    return understood(rows, membership, today)


def understood(rows: list[ReadRow], membership, today: datetime.date) -> list[ReadRow]:
    """Each row with its record or with what is wrong."""
    pupils, scales = pupils_by_number(membership), scales_by_name(membership)
    dates, there = DateReader(today), values_there(membership, scales.values())
    for row in rows:
        pupil = pupils.get(plain(row.said["pupil"]).upper())
        scale = scales.get(plain(row.said["scale"]))
        if pupil is None:
            row.faults.append(_("No pupil on roll has the number “%s”.") % row.said["pupil"])
        if scale is None:
            row.faults.append(_("Your school has no scale “%s”.") % row.said["scale"])
        day = day_of(row, dates)
        value = value_of(row, scale) if scale else None
        if row.faults or pupil is None or scale is None or day is None or value is None:
            continue
        row.again = (pupil.pk, scale.pk, day) in there
        there.add((pupil.pk, scale.pk, day))
        row.record = Measurement(
            pupil=pupil, scale=scale, value=value, taken_on=day, source=row.said.get("source", "")[:200]
        )
    return rows


def day_of(row: ReadRow, dates: DateReader) -> datetime.date | None:
    found = dates.read(row.said["day"])
    if found.value is None:
        row.faults.append(_("“%s” is no date. Write it like 2026-09-30 or 30/09/2026.") % row.said["day"])
    elif found.value > dates.today:
        row.faults.append(_("The day “%s” is in the future.") % row.said["day"])
        return None
    return found.value


def value_of(row: ReadRow, scale: Scale):
    """None where it is none, with the fault noted."""
    try:
        value = read_value(scale.kind, row.said["value"], scale.steps)
    except ValueError:
        row.faults.append(
            _("“%(value)s” is no value of “%(scale)s”.") % {"value": row.said["value"], "scale": scale.name}
        )
        return None
    if scale.kind == "goal":
        row.faults.append(_("Goal attainment needs the goal: enter it on the pupil's page."))
    elif fault := scale.fault_of(value):
        row.faults.append(fault)
    return value


def pupils_by_number(membership) -> dict[str, Pupil]:
    """UPN and admission number → pupil, on roll today."""
    found: dict[str, Pupil] = {}
    for pupil in Pupil.objects.visible_to(membership).registered(timezone.localdate()):
        for number in (pupil.admission_number, pupil.upn):
            if number:
                found[number.upper()] = pupil
    return found


def scales_by_name(membership) -> dict[str, Scale]:
    return {plain(scale.name): scale for scale in Scale.objects.visible_to(membership).offered()}


def values_there(membership, scales: Iterable[Scale]) -> set[tuple]:
    """(pupil, scale, day) of what the scales that are offered hold already."""
    rows = Measurement.objects.visible_to(membership).kept().filter(moment="", scale__in=list(scales))
    return set(rows.values_list("pupil_id", "scale_id", "taken_on"))


def series_sheet(pupil: Pupil, lines: list[ProgressLine], membership) -> Sheet:
    """Every value of one pupil, in the columns that an upload understands and some more."""
    headings = [Column(COLUMNS[name][0], 22) for name in ("pupil", "scale", "value", "day", "source")]
    more = [_("In words"), _("Keeping pace would be"), _("Goal"), _("When"), _("Intervention")]
    return Sheet(
        title=_("Progress of %s") % pupil.name,
        columns=[*headings, *(Column(words, 22) for words in more)],
        rows=[cells_of(pupil, *row) for line in lines for row in line.rows],
        made_by=membership.name,
        made_at=timezone.now(),
    )


def cells_of(pupil: Pupil, row: Measurement, expected: str) -> tuple:
    number = pupil.admission_number or pupil.upn  # a UPN is not meant for lists
    return (
        number, row.scale.name, row.value, row.taken_on, row.source, row.said, expected, row.goal, row.get_moment_display(), row.taken_for,
    )  # fmt: skip


def impact_sheet(impact: Impact, membership) -> Sheet:
    """A row for each intervention and scale; nobody is named."""
    headings = (
        _("Intervention"), _("Verdict"), _("Scale"), _("Pupils"), _("Average change"), _("95% interval from"), _("95% interval to"),
        _("Months gained a month"), _("Gained"), _("Met their target"), _("With a target"), _("Kept it a term later"), _("Looked at a term later"),
    )  # fmt: skip
    money = [Column(_("Cost in pounds")), Column(_("Cost for each pupil helped"))]
    return Sheet(
        title=_("Impact of interventions, %s") % dict(impact.years)[impact.year],
        columns=[*(Column(words, 18) for words in headings), *money],
        rows=[impact_cells(line, scale) for line in impact.lines for scale in line.scales],
        made_by=membership.name,
        made_at=timezone.now(),
        holds_personal_data=False,
    )


def impact_cells(line, scale) -> tuple:
    effect = scale.effect
    low, high = effect.interval or ("", "")
    return (
        line.intervention.name, line.verdict_label, scale.scale.name, effect.n, rounded(effect.average), rounded(low), rounded(high),
        rounded(effect.ratio), effect.gained.part, effect.met.part, effect.met.whole, effect.kept.part, effect.kept.whole,
        in_pounds(line.pence), in_pounds(line.pence_a_pupil_helped),
    )  # fmt: skip


def rounded(value):
    return round(value, 2) if isinstance(value, float) else value if value is not None else ""
