"""What to put right before the next school census: pupils whose SEN record would be sent incomplete or contradictory."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from register.choices import ON_REGISTER, NeedType, SenProvision
from register.imports.headings import OTHER_SOURCE
from register.imports.identifiers import is_temporary_upn, is_valid_upn
from register.models import Pupil, SenNeed, SenStatus
from register.queries.in_mis import Statement, last_statements

LONG_STANDING = datetime.timedelta(
    days=120
)  # about a term: NSA is for the time in which the need is being worked out


@dataclass(frozen=True)
class CensusProblem:
    """One thing to put right for one pupil."""

    pupil: Pupil
    code: str
    problem: str
    what_to_do: str


def census_problems(membership, *, today: datetime.date) -> list[CensusProblem]:
    """Every problem of every pupil on roll, by name. A fixed number of queries, whatever the size of the school."""
    pupils = (
        Pupil.objects.visible_to(membership)
        .on_roll(today)
        .prefetch_related(
            Prefetch("statuses", SenStatus.objects.current(), to_attr="current_statuses"),
            Prefetch("needs", SenNeed.objects.current().order_by("rank", "pk"), to_attr="current_needs"),
        )
    )
    differing = last_statements(membership.school)
    return [problem for pupil in pupils for problem in problems_of(pupil, differing, today)]


def problems_of(pupil: Pupil, differing: dict, today: datetime.date) -> Iterator[CensusProblem]:
    """Everything to put right for one pupil; `differing` is the last word of the MIS by pupil."""
    status = next(iter(pupil.current_statuses), None)
    for code, problem, what_to_do in (
        *status_problems(status, pupil.current_needs),
        *need_problems(status, pupil.current_needs, today),
        *number_problems(pupil),
        *date_problems(pupil, status),
    ):
        yield CensusProblem(pupil, code, problem, what_to_do)
    for code, problem in mis_differences(status, pupil.current_needs, differing.get(str(pupil.pk))):
        what_to_do = _("Decide which is right and correct the other; the census is sent from the MIS.")
        yield CensusProblem(pupil, code, problem, what_to_do)


def mis_differences(
    status: SenStatus | None, needs: list[SenNeed], theirs: Statement | None
) -> Iterator[tuple[str, str]]:
    """(code, problem) where the last word of the MIS, for status and needs each, is another than ours."""
    if theirs is None:
        return
    source = "" if theirs.source in ("", OTHER_SOURCE) else f"{theirs.source}, "
    told = {"when": source + theirs.said_on.strftime("%d/%m/%Y")}
    if status is not None and theirs.provision and theirs.provision != status.provision:
        told |= {"theirs": SenProvision(theirs.provision).label, "ours": status}
        yield "differs_from_mis", _("The MIS said “%(theirs)s” (%(when)s), we hold “%(ours)s”.") % told
    ours = [need.need_type for need in needs]
    if theirs.needs is not None and sorted(theirs.needs) != sorted(ours):
        told |= {"theirs": ", ".join(theirs.needs) or _("none"), "ours": ", ".join(ours) or _("none")}
        yield (
            "needs_differ_from_mis",
            _("The MIS gave the needs %(theirs)s (%(when)s), we hold %(ours)s.") % told,
        )


def status_problems(status: SenStatus | None, needs: list[SenNeed]) -> Iterator[tuple]:
    """(code, problem, what to do) about the status and whether needs go with it."""
    if status is None:
        yield (
            "no_status",
            _("No SEN status is recorded."),
            _("Record N, K or E. Every pupil on roll is sent with one."),
        )
    elif status.rung and status.rung.only_past:
        yield "statement", _("Statements ended in 2018."), _("Change the status to E or K.")
    elif status.provision == SenProvision.NONE and needs:
        yield "need_without_sen", _("No SEN, but a need is open."), _("End the need, or record SEN Support.")
    elif status.provision != SenProvision.NONE and not needs:
        yield (
            "no_need",
            _("On the register without a type of need."),
            _("Record the primary need; NSA while it is worked out."),
        )


def need_problems(status: SenStatus | None, needs: list[SenNeed], today: datetime.date) -> Iterator[tuple]:
    """(code, problem, what to do) about NSA and the primary need; domain notes 5.1."""
    unassessed = next((need for need in needs if need.need_type == NeedType.NSA), None)
    if unassessed and status and status.provision == SenProvision.EHC_PLAN:
        yield (
            "plan_with_nsa",
            _("An EHC plan with the need NSA."),
            _("Record the need that the plan names. NSA goes with K only."),
        )
    elif unassessed and today - unassessed.starts > LONG_STANDING:
        since = unassessed.starts.strftime("%d/%m/%Y")
        yield (
            "long_nsa",
            _("NSA since %(since)s.") % {"since": since},
            _("Record the type of need that has shown itself since."),
        )
    primary = [need for need in needs if need.rank == 1]
    if needs and len(primary) != 1:
        yield (
            "primary",
            _("Not exactly one primary need."),
            _("Rank the needs again: one of them is the first."),
        )


def number_problems(pupil: Pupil) -> Iterator[tuple]:
    """(code, problem, what to do) about the UPN."""
    if not pupil.upn:
        yield "no_upn", _("No UPN is recorded."), _("Ask the last school, or have one issued in the MIS.")
        return
    if is_temporary_upn(pupil.upn):
        yield (
            "temporary_upn",
            _("The UPN is a temporary one."),
            _("Ask the last school for the permanent UPN."),
        )
    elif not is_valid_upn(pupil.upn):
        yield (
            "wrong_upn",
            _("The UPN's check letter is wrong."),
            _("Correct it in the MIS; one character was mistyped."),
        )


def date_problems(pupil: Pupil, status: SenStatus | None) -> Iterator[tuple]:
    """Dates that the census asks for and nobody gave."""
    if pupil.joined_on is None:
        yield (
            "no_admission_date",
            _("No admission date is recorded."),
            _("Add the admission date to the pupil report and import it again."),
        )
    if status is not None and status.provision in ON_REGISTER and not status.start_known:
        yield (
            "no_start_date",
            _("Another day (%(day)s) stands in for the unknown start of this SEN status.")
            % {"day": status.starts.strftime("%d/%m/%Y")},
            _("Ask the last school and correct the start of the status."),
        )
