"""The SEN register as a list: whose rows, what stands in them, and the counts above them."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.contrib.postgres.aggregates import ArrayAgg, JSONBAgg
from django.db.models import Count, JSONField, Q, Value
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.choices import ON_REGISTER, Characteristic, NeedType, SenProvision
from register.models import Pupil
from register.models.status import stage_words
from senco.accounts.models import Membership


@dataclass(frozen=True)
class Due:
    """Something to do about a pupil: words, and whether it is late ("bad") or merely open ("warn")."""

    text: str
    state: str


@dataclass(frozen=True)
class RegisterRow:
    """One pupil as the register shows them on one day."""

    pupil: Pupil
    name: str
    year: int | None
    form: str
    status: str
    state: str  # colour of the status tag
    since: datetime.date | None
    since_known: bool
    needs: list[str]
    key_adult: str
    facts: list[str]
    last_concern_on: datetime.date | None
    due: list[Due] = field(default_factory=list)

    @property
    def known(self) -> bool:
        """Whether somebody who works with the pupil should know: on the register, or being watched."""
        return self.pupil.provision in ON_REGISTER or self.pupil.watched_until is not None

    @property
    def since_words(self) -> datetime.date | str | None:
        """The day for a spreadsheet; in words where it only stands in for an unknown start."""
        if self.since is None or self.since_known:
            return self.since
        return _("not known, on record since %(day)s") % {"day": date_format(self.since)}

    @property
    def short_year(self) -> str:
        return short_year(self.year)

    @property
    def primary_need(self) -> str:
        return self.needs[0] if self.needs else ""

    @property
    def other_needs(self) -> str:
        return ", ".join(self.needs[1:])

    @property
    def need_names(self) -> list[str]:
        return [str(NeedType(code).label) for code in self.needs]


@dataclass(frozen=True)
class RegisterColumn:
    """A column as the page, the print and the exports show it. `sort` is its name in the address."""

    heading: str
    width: int  # characters, in a spreadsheet
    value: Callable[[RegisterRow], object]
    sort: str = ""


COLUMNS = [
    RegisterColumn(gettext_lazy("Name"), 28, lambda row: row.name, "name"),
    RegisterColumn(gettext_lazy("Year"), 6, lambda row: row.year, "year"),
    RegisterColumn(gettext_lazy("Form"), 8, lambda row: row.form, "form"),
    RegisterColumn(gettext_lazy("Status"), 16, lambda row: row.status, "status"),
    RegisterColumn(gettext_lazy("Since"), 12, lambda row: row.since_words, "since"),
    RegisterColumn(gettext_lazy("Need"), 12, lambda row: row.primary_need, "need"),
    RegisterColumn(gettext_lazy("Other needs"), 16, lambda row: row.other_needs),
    RegisterColumn(gettext_lazy("Key adult"), 20, lambda row: row.key_adult, "adult"),
    RegisterColumn(gettext_lazy("Also"), 16, lambda row: ", ".join(row.facts)),
    RegisterColumn(gettext_lazy("Concern"), 12, lambda row: row.last_concern_on, "concern"),
    RegisterColumn(gettext_lazy("To do"), 30, lambda row: "; ".join(due.text for due in row.due)),
]


def pupils_for(membership, on: datetime.date):
    """Every pupil of the school on a day, with the register's columns as of that day."""
    return Pupil.objects.visible_to(membership).registered(on).for_register(on)


@dataclass(frozen=True)
class Choices:
    """What occurs in a school on a day, as (value, words); `anybody` says whether it has pupils at all."""

    anybody: bool
    years: list
    forms: list
    adults: list


def choices_for(membership, on: datetime.date) -> Choices:
    """What can be chosen in the filters for year, form and key adult, in one query."""
    found = (
        Pupil.objects.visible_to(membership)
        .registered(on)
        .with_place(on)
        .order_by()
        .aggregate(
            total=Count("pk"),
            years=ArrayAgg("shown_year", distinct=True, default=Value([])),
            forms=ArrayAgg("shown_form", distinct=True, default=Value([])),
            adults=JSONBAgg(
                "shown_adult",
                distinct=True,
                filter=Q(shown_adult_id__isnull=False),
                default=Value([], JSONField()),
            ),
        )
    )
    years = sorted({year for year in found["years"] if year is not None})
    adults = sorted(map(adult_of, filter(None, found["adults"])), key=lambda adult: adult.last_name)
    return Choices(
        anybody=found["total"] > 0,
        years=[(str(year), short_year(year)) for year in years],
        forms=[(form, form) for form in sorted(filter(None, found["forms"]), key=natural)],
        adults=[(str(adult.pk), adult.name) for adult in adults],
    )


def adult_of(fields: dict | None) -> Membership | None:
    """Somebody of whom only what their name is made of was asked; None where nobody is meant."""
    return Membership(**fields) if fields and fields["pk"] else None


def natural(form: str) -> tuple[bool, int, str]:
    """7B before 10A, and forms without a number last; filters.in_order says the same to the database."""
    digits = "".join(character for character in form if character in "0123456789")
    return (not digits, int(digits or 0), form)


def short_year(year: int | None) -> str:
    """The year as a narrow column shows it: N, R or the number."""
    if year is None:
        return ""
    if year < 0:
        return _("N")
    return str(year) if year else _("R")


def counts_of(pupils) -> dict[str, int]:
    """How many rows, and how many of each status among them, in one query."""
    return pupils.order_by().aggregate(
        total=Count("pk"),
        support=Count("pk", filter=Q(provision=SenProvision.SUPPORT)),
        plans=Count("pk", filter=Q(provision__in=[SenProvision.EHC_PLAN, SenProvision.STATEMENT])),
        watched=Count("pk", filter=Q(watched_until__isnull=False)),
        unrecorded=Count("pk", filter=Q(was_recorded=False)),
    )


def rows_of(pupils: Iterable[Pupil], on: datetime.date) -> list[RegisterRow]:
    """The rows of pupils that carry the register's columns. Asks the database nothing."""
    return [row_of(pupil, on) for pupil in pupils]


def row_of(pupil: Pupil, on: datetime.date) -> RegisterRow:
    """One pupil's row; `pupil` carries the annotations of `for_register`."""
    status, state = status_words(pupil)
    return RegisterRow(
        pupil=pupil,
        name=pupil.list_name,
        year=pupil.shown_year,
        form=pupil.shown_form or "",
        status=status,
        state=state,
        since=pupil.status_since if pupil.provision in ON_REGISTER else None,
        since_known=pupil.start_known is not False,
        needs=pupil.need_codes,
        key_adult=adult.name if (adult := adult_of(pupil.shown_adult)) else "",
        facts=[badge_of(code) for code in pupil.facts],
        last_concern_on=pupil.last_concern_on,
        due=due_of(pupil, on),
    )


def status_words(pupil: Pupil) -> tuple[str, str]:
    """The status in words and the colour of its tag. Watching is shown only below SEN Support."""
    if pupil.provision in ON_REGISTER:
        words = stage_words(pupil.stage, pupil.provision)
        return words, "ok" if pupil.provision == SenProvision.SUPPORT else "info"
    if pupil.watched_until:
        return pupil.watch_label or _("Watched"), "warn"
    return stage_words(pupil.stage, pupil.provision), ""


def badge_of(code: str) -> str:
    """A characteristic as schools abbreviate it beside a name."""
    return {Characteristic.SERVICE: _("Service"), Characteristic.LOOKED_AFTER: _("LAC")}.get(code, code)


def due_of(pupil: Pupil, on: datetime.date) -> list[Due]:
    """What waits to be done about a pupil, the late first."""
    found = []
    if pupil.watched_until and pupil.watched_until < on:
        found.append(
            Due(
                _("Overdue since %(day)s") % {"day": date_format(pupil.watched_until, "j M")},
                "bad",
            )
        )
    elif pupil.watched_until:
        found.append(Due(_("Look again %(day)s") % {"day": date_format(pupil.watched_until, "j M")}, ""))
    if pupil.parent_to_tell:
        found.append(Due(_("Tell the parent"), "warn"))
    if pupil.provision in ON_REGISTER and not pupil.need_codes:
        found.append(Due(_("Record the need"), "warn"))
    return found
