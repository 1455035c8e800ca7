"""SEN facts of a file against ours. Ours are never overwritten silently: a difference becomes a line to decide."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from register.choices import SenProvision
from register.models import ImportLine, Pupil, PupilCharacteristic, SenNeed, SenStatus

from .lines import line, plain


@dataclass
class SenFacts:
    """What we hold now, by pupil: the open status, the open needs in rank order, the open characteristics."""

    statuses: dict[object, str]
    needs: dict[object, list[str]]
    characteristics: dict[object, set[str]]

    @classmethod
    def of(cls, school) -> "SenFacts":
        """One query each, whatever the size of the school."""
        current = {"school": school, "ends__isnull": True}
        facts = cls(dict(SenStatus.objects.filter(**current).values_list("pupil_id", "provision")), {}, {})
        for pupil, need in (
            SenNeed.objects.filter(**current).order_by("rank", "pk").values_list("pupil_id", "need_type")
        ):
            facts.needs.setdefault(pupil, []).append(need)
        for pupil, kind in (
            PupilCharacteristic.objects.filter(**current).order_by("pk").values_list("pupil_id", "kind")
        ):
            facts.characteristics.setdefault(pupil, set()).add(kind)
        return facts


def sen_after(record) -> dict:
    """The SEN facts of a record as a line keeps them; empty where the file says nothing."""
    if not record.sen_status and not record.sen_history:
        return {}
    return {
        "status": record.sen_status,
        "since": plain(record.sen_status_since),
        "history": [[each.status, plain(each.since), plain(each.until)] for each in record.sen_history],
        "needs": [[need.code, need.rank, plain(need.since), plain(need.until)] for need in record.needs],
    }


def sen_lines(run, record, pupil: Pupil, facts: SenFacts):
    """Lines to decide for a pupil we hold: another status, other needs."""
    held = facts.statuses.get(pupil.pk)
    if held is None or not record.sen_status:
        return
    if record.sen_status != held:
        yield decision(
            run, record, pupil, "sen_status", SenProvision(held).label, SenProvision(record.sen_status).label
        )
        return
    ours, theirs = facts.needs.get(pupil.pk, []), [need.code for need in record.needs if need.until is None]
    if theirs and theirs != ours:
        yield decision(run, record, pupil, "sen_needs", ", ".join(ours) or _("none"), ", ".join(theirs))


def decision(run, record, pupil: Pupil, field: str, ours: str, theirs: str):
    """Ours is kept unless somebody chooses the file's."""
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, pupil.list_name, pupil=pupil, field=field, value=theirs,
        reason=_("We hold “%(ours)s”, the file says “%(theirs)s”.") % {"ours": ours, "theirs": theirs},
        what_to_do=_("Choose which is right. Ours stays until you do."),
        before={"sen": str(ours)}, after={"sen": sen_after(record)}, decision=ImportLine.Decision.KEEP_OURS,
    )  # fmt: skip
