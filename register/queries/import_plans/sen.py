"""SEN facts of a file against ours. Ours are never overwritten silently: a difference becomes a line to decide.

Status, its start and the needs are compared each for itself, wherever the file speaks of them. What cannot be decided line by line
(a blank where we hold something, needs without a status) is a warning.
"""

import datetime
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.utils.translation import gettext as _

from register.choices import SenProvision
from register.frameworks import Framework, framework_of
from register.imports.records import PupilRecord
from register.models import ImportLine, Pupil, PupilCharacteristic, SenNeed, SenStatus
from register.queries.stretches import stretches

from .lines import line, plain, warning


class Now(NamedTuple):
    """The open status of a pupil, and when the whole recorded history begins."""

    provision: str
    starts: datetime.date
    start_known: bool
    first: datetime.date
    before: datetime.date | None  # when the last period of another status began
    whole: bool  # one period, not several that follow one another

    @classmethod
    def of(cls, periods: list) -> "Now | None":
        """`periods` of one pupil in their order; None where none is open."""
        now = stretches(periods, by="provision")[-1]
        if now.ends is not None:
            return None
        before = max((each.starts for each in periods if each.starts < now.starts), default=None)
        whole = periods[-1].starts == now.starts
        return cls(now.provision, now.starts, now.start_known, periods[0].starts, before, whole)

    def can_begin(self, on: datetime.date, pupil: Pupil) -> bool:
        """Whether the start may be moved to this day without covering another period or breaking up this one."""
        fits = (self.before is None or self.before < on) and (pupil.left_on is None or on < pupil.left_on)
        return fits and (self.whole or on < self.starts)


@dataclass
class SenFacts:
    """What we hold now, by pupil: the open status, the open needs in rank order, the open characteristics."""

    framework: Framework
    statuses: dict[object, Now] = field(default_factory=dict)
    needs: dict[object, list[str]] = field(default_factory=dict)
    characteristics: dict[object, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, school) -> "SenFacts":
        """One query each, whatever the size of the school."""
        facts = cls(framework_of(school))
        periods = SenStatus.objects.filter(school=school).order_by("pupil_id", "starts", "pk")
        rows = periods.values_list(
            "pupil_id", "provision", "stage", "starts", "ends", "start_known", named=True
        )
        for pupil, told in groupby(rows, key=attrgetter("pupil_id")):
            if now := Now.of(list(told)):
                facts.statuses[pupil] = now
        current = {"school": school, "ends__isnull": True}
        for pupil, need in (
            SenNeed.objects.filter(**current).order_by("rank", "pk").values_list("pupil_id", "need_type")
        ):
            facts.needs.setdefault(pupil, []).append(need)
        for pupil, kind in (
            PupilCharacteristic.objects.filter(**current).order_by("pk").values_list("pupil_id", "kind")
        ):
            facts.characteristics.setdefault(pupil, set()).add(kind)
        return facts

    def level(self, status: str) -> str:
        """What a status of a file is here: a statement where the nation has no plans, and the other way round."""
        return self.framework.default_stage(status).provision


def sen_after(record: PupilRecord) -> dict:
    """The SEN facts of a record as a line keeps them; empty where the file says nothing."""
    if not record.sen_status and not record.sen_history and not record.needs:
        return {}
    return {
        "status": record.sen_status,
        "since": plain(record.sen_status_since),
        "history": [[each.status, plain(each.since), plain(each.until)] for each in record.sen_history],
        "needs": [[need.code, need.rank, plain(need.since), plain(need.until)] for need in record.needs],
    }


def open_needs(record: PupilRecord) -> list[str]:
    return [need.code for need in record.needs if need.until is None]


def sen_lines(run, record: PupilRecord, pupil: Pupil, facts: SenFacts, *, if_same: bool = False):
    """Lines to decide or to look at for a pupil we hold. `if_same`: they count only once a person says that it is this pupil."""
    held = facts.statuses.get(pupil.pk)
    ours = facts.needs.get(pupil.pk, [])
    if held is None:
        if open_needs(record) and not record.sen_status:
            yield needs_alone(run, record, pupil.list_name)
        return
    if record.sen_status and facts.level(record.sen_status) != held.provision:
        theirs = status_in_words(record)
        found = decision(run, record, pupil, "sen_status", label_of(held.provision), theirs, if_same)
        yield ends_needs(found, ours) if record.sen_status == SenProvision.NONE and ours else found
        return  # its start and its needs go with it
    yield from blank_lines(run, record, pupil, held, ours)
    yield from start_lines(run, record, pupil, held, if_same)
    yield from need_lines(run, record, pupil, held, ours, if_same)


def blank_lines(run, record, pupil: Pupil, held: Now, ours: list[str]):
    """The file has the column and leaves it blank where we hold something."""
    if held.provision == SenProvision.NONE:
        return
    if "sen_status" in record.given and not record.sen_status:
        yield left_blank(run, record, pupil, "sen_status", label_of(held.provision))
    if "needs" in record.given and not open_needs(record) and ours:
        yield left_blank(run, record, pupil, "sen_needs", ", ".join(ours))


def start_lines(run, record, pupil: Pupil, held: Now, if_same: bool):
    """The same status with another start, or with a history that goes further back than ours."""
    since = record.sen_history[-1].since if record.sen_history else None
    moved = bool(record.sen_status and since and (since != held.starts or not held.start_known))
    if any(
        each.status != SenProvision.NONE and each.since and each.since < held.first
        for each in record.sen_history[:-1]
    ):
        theirs = history_in_words(record)
        yield decision(
            run,
            record,
            pupil,
            "sen_history",
            _("nothing before %(day)s") % {"day": day(held.first)},
            theirs,
            if_same,
        )
    elif moved and held.start_known:
        yield decision(run, record, pupil, "sen_since", day(held.starts), day(since), if_same)
    elif moved and held.can_begin(since, pupil):
        yield filled_in(decision(run, record, pupil, "sen_since", _("start not known"), day(since), if_same))
    elif moved and since != held.starts:
        yield decision(run, record, pupil, "sen_since", _("start not known"), day(since), if_same)


def need_lines(run, record, pupil: Pupil, held: Now, ours: list[str], if_same: bool):
    """Other needs than ours: to decide where we hold SEN, to look at where we hold none."""
    theirs = open_needs(record)
    if not theirs or theirs == ours:
        return
    if held.provision == SenProvision.NONE:
        yield needs_without_sen(run, record, pupil, theirs)
    else:
        yield decision(
            run, record, pupil, "sen_needs", ", ".join(ours) or _("none"), ", ".join(theirs), if_same
        )


def label_of(provision: str) -> str:
    return str(SenProvision(provision).label)


def day(date: datetime.date) -> str:
    return date.strftime("%d/%m/%Y")


def status_in_words(record: PupilRecord) -> str:
    """“SEN Support since 08/11/2021 (SLCN, SEMH)”."""
    since = record.sen_history[-1].since if record.sen_history else record.sen_status_since
    text = label_of(record.sen_status)
    text = _("%(status)s since %(day)s") % {"status": text, "day": day(since)} if since else text
    needs = open_needs(record)
    return f"{text} ({', '.join(needs)})" if needs else text


def history_in_words(record: PupilRecord) -> str:
    return ", ".join(
        _("%(status)s from %(day)s") % {"status": label_of(each.status), "day": day(each.since)}
        for each in record.sen_history
        if each.since
    )


def decision(run, record, pupil: Pupil, field_name: str, ours: str, theirs: str, if_same: bool = False):
    """Ours is kept unless somebody chooses the file's."""
    reason = _("We hold “%(ours)s”, the file says “%(theirs)s”.") % {"ours": ours, "theirs": theirs}
    if if_same:
        reason = _("If this is the same pupil:") + " " + reason
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, pupil.list_name, pupil=pupil, field=field_name, value=theirs,
        reason=reason, what_to_do=_("Choose which is right. Ours stays until you do."),
        before={"sen": str(ours)}, after={"sen": sen_after(record)} | ({"if_same": True} if if_same else {}),
        decision=ImportLine.Decision.KEEP_OURS,
    )  # fmt: skip


def ends_needs(line_: ImportLine, ours: list[str]) -> ImportLine:
    """“No SEN” ends the types of need; whoever takes it knows that before."""
    line_.what_to_do += " " + _("The file's ends the types of need too: %(needs)s.") % {
        "needs": ", ".join(ours)
    }
    return line_


def filled_in(line_: ImportLine) -> ImportLine:
    """The file tells what nobody here knew, so it is taken unless somebody says otherwise."""
    line_.decision = ImportLine.Decision.TAKE_THEIRS
    line_.what_to_do = _("The file's date is filled in: it overwrites nothing. Keep ours if it is wrong.")
    return line_


def left_blank(run, record, pupil: Pupil, field_name: str, ours: str):
    return warning(
        run, record.row_number, pupil.list_name, field=field_name, value="", pupil=pupil,
        reason=_("We hold “%(ours)s”, the file leaves it blank.") % {"ours": ours},
        what_to_do=_("Ours stays. Correct the MIS, or change it on the pupil's page."),
    )  # fmt: skip


def needs_alone(run, record, label: str):
    """Also for new pupils: a need without a status would be lost without a word."""
    return warning(
        run, record.row_number, label, field="sen_needs", value=", ".join(open_needs(record)),
        reason=_("The file gives types of need but no SEN status, and none is held here. The needs are not taken."),
        what_to_do=_("Add the SEN status to the report and import it again, or record both on the pupil's page."),
    )  # fmt: skip


def needs_without_sen(run, record, pupil: Pupil, theirs: list[str]):
    return warning(
        run, record.row_number, pupil.list_name, field="sen_needs", value=", ".join(theirs), pupil=pupil,
        reason=_("We hold “no SEN”, the file gives types of need. They are not taken."),
        what_to_do=_("Check the SEN status, here and in the MIS."),
    )  # fmt: skip
