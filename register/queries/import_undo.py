"""Whether an applied import can be taken back: it is the last, and nothing was built on it."""

from django.db.models import Q
from django.utils.translation import gettext as _

from register.models import (
    AdviceThread,
    Concern,
    Contact,
    ContactAddress,
    GroupPupil,
    GroupTeacher,
    ImportLine,
    ImportRun,
    Monitoring,
    Pupil,
    PupilAccess,
    PupilCharacteristic,
    SenNeed,
    SenStatus,
)
from register.queries.history import events_of, mark_of
from senco.accounts.models import Membership

WITH_HISTORY = (
    Pupil,
    Contact,
    ContactAddress,
    SenStatus,
    SenNeed,
    PupilCharacteristic,
    GroupPupil,
    GroupTeacher,
    Membership,
)
SEN = {"status": SenStatus, "needs": SenNeed}


def why_not(run: ImportRun) -> str:
    """In words, what stands in the way of undoing this run; empty where nothing does."""
    if run.state != ImportRun.State.APPLIED:
        return _("This import is not in force.")
    later = ImportRun.objects.filter(
        school=run.school, state=ImportRun.State.APPLIED, applied_at__gt=run.applied_at
    ).exclude(pk=run.pk)
    if later.exists():
        return _("A later import was applied. Undo that one first.")
    return what_was_built_on(run)


def what_was_built_on(run: ImportRun) -> str:
    """What was recorded since about the pupils and people that the run added or changed."""
    made = Pupil.objects.filter(school=run.school, origin_run=run.pk)
    about_made = Q(pupil__in=made)
    if any(model.objects.filter(about_made).exists() for model in (Concern, AdviceThread, Monitoring)):
        return _("Concerns, advice or monitoring were recorded for pupils that this import added.")
    facts = (SenStatus, SenNeed, Contact)
    if any(model.objects.filter(about_made).exclude(origin_run=run.pk).exists() for model in facts):
        return _("Records were added for pupils that this import added.")
    if sen_changed_since(run) or status_follows(run):
        return _("The SEN status of a pupil was changed after this import gave the first one.")
    if PupilAccess.objects.filter(content_object__in=made, source="share").exists():
        return _("Pupils that this import added were shared with somebody.")
    if Membership.objects.filter(origin_run=run.pk, user__isnull=False).exists():
        return _("Somebody this import added has accepted an invitation.")
    if any(changed_since_made(model, run) for model in WITH_HISTORY) or not untouched_since(run):
        return _("Records that this import added or changed were changed again since.")
    return ""


def orders_kept(run: ImportRun) -> int:
    """How many court orders came with this run. Undoing it does not lift them."""
    marked = run.lines.filter(kind=ImportLine.Kind.CHANGED, after__contact__court_order=True)
    return marked.count() + new_orders(run).count()


def new_orders(run: ImportRun):
    """Contacts whom the run brought with a court order, of pupils who were here before."""
    made = Pupil.objects.filter(school=run.school, origin_run=run.pk)
    found = Contact.objects.filter(school=run.school, origin_run=run.pk, court_order=True)
    return found.exclude(pupil__in=made)


def sen_marks(lines) -> dict[Pupil, dict[str, tuple[int, int]]]:
    """Between which marks of the history the SEN facts lie that were taken from the file, by pupil: from the first to the last."""
    found: dict[Pupil, dict[str, tuple[int, int]]] = {}
    for line in lines:
        for name, (before, after) in line.after.get("marks", {}).items():
            first, last = found.setdefault(line.pupil, {}).get(name, (before, after))
            found[line.pupil][name] = (min(first, before), max(last, after))
    return found


def sen_changed_since(run: ImportRun) -> bool:
    """Whether SEN facts that were taken from the file were changed again."""
    lines = run.lines.filter(after__has_key="marks").select_related("pupil")
    return any(
        mark_of(SEN[name], pupil) != after
        for pupil, marks in sen_marks(lines).items()
        for name, (_before, after) in marks.items()
    )


def status_follows(run: ImportRun) -> bool:
    """Whether a pupil whose first status came with this run has another one now."""
    decided = run.lines.filter(after__has_key="marks").values("pupil")
    given = (
        SenStatus.objects.filter(school=run.school, origin_run=run.pk)
        .exclude(pupil__in=decided)
        .values("pupil")
    )
    return SenStatus.objects.filter(pupil__in=given).exclude(origin_run=run.pk).exists()


def changed_since_made(model, run: ImportRun) -> bool:
    """Whether a row that the run added differs from how it was added."""
    events = events_of(model).objects.filter(origin_run=run.pk)
    if model in SEN.values():  # looked at by their marks
        events = events.exclude(pupil__in=run.lines.filter(after__has_key="marks").values("pupil"))
    again = events.filter(pgh_label="update").values("pgh_obj_id")
    first: dict = {}
    last: dict = {}
    for event in events.filter(pgh_obj_id__in=again).exclude(pgh_label="delete").order_by("pgh_id"):
        first.setdefault(event.pgh_obj_id, facts_of(event))
        last[event.pgh_obj_id] = facts_of(event)
    return first != last


def facts_of(event) -> dict:
    """What a history event says of its row, without the event's own fields and the counter of edits."""
    names = [field.attname for field in event._meta.concrete_fields]
    return {name: getattr(event, name) for name in names if not name.startswith("pgh_") and name != "version"}


def taken_lines(run: ImportRun) -> list[ImportLine]:
    """The lines that changed something that was here before."""
    changing = (ImportLine.Kind.CHANGED, ImportLine.Kind.DECISION, ImportLine.Kind.LEAVER)
    lines = list(run.lines.filter(kind__in=changing).select_related("pupil"))
    same = {line.row_number for line in lines if line.decision == ImportLine.Decision.SAME_PERSON}
    return [line for line in lines if was_taken(line, same, leavers=bool(run.options.get("leavers")))]


def was_taken(line: ImportLine, same: set, *, leavers: bool) -> bool:
    """Whether applying the run did what the line says; `same` are the rows that a person said are a pupil of ours."""
    if line.kind == ImportLine.Kind.LEAVER:
        return leavers
    if line.kind == ImportLine.Kind.CHANGED:
        return True
    if line.about_resemblance or (line.after.get("if_same") and line.row_number not in same):
        return False
    return line.decision in (ImportLine.Decision.SAME_PERSON, ImportLine.Decision.TAKE_THEIRS)


def untouched_since(run: ImportRun) -> bool:
    """Whether every field that the run changed still holds what it wrote."""
    lines = [line for line in taken_lines(run) if line.kind != ImportLine.Kind.LEAVER]
    return all(
        holds(row, values)
        for model, part in PARTS
        for row, values in written(model, part, lines)
        if row is not None
    )


PARTS = ((Pupil, "pupil"), (Contact, "contact"), (Membership, "staff"))


def written(model, part: str, lines: list[ImportLine]):
    """(row as it is now, values the run wrote) of every line that changed a row of this model."""
    found = [(line, line.after.get("changes", line.after).get(part)) for line in lines]
    found = [(line, values) for line, values in found if values]
    keys = {
        line.pk: line.pupil_id if part == "pupil" else line.field.rpartition(":")[2]
        for line, _values in found
    }
    rows = {str(key): row for key, row in model.objects.in_bulk(list(keys.values())).items()}
    for line, values in found:
        yield rows.get(str(keys[line.pk])), values


def holds(row, values: dict) -> bool:
    """Whether a row's fields still have these kept values. An address is a row of its own and is not looked at."""
    fields = {name: row._meta.get_field(name) for name in values if name != "address"}
    return all(getattr(row, name) == field.to_python(values[name]) for name, field in fields.items())
