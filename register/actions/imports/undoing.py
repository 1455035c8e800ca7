"""Take the last import back, as long as nothing was built on it."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from register.actions.access import derive_access
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
    TeachingGroup,
)
from senco.accounts.models import Membership

from .pupils import change_fields
from .values import assign, restored

MADE = (
    ContactAddress,
    GroupPupil,
    GroupTeacher,
    PupilCharacteristic,
    SenNeed,
    SenStatus,
    Contact,
    TeachingGroup,
)


class CannotUndo(Exception):
    """Something was built on the import, or it is not the last; the text says what."""


@transaction.atomic
def undo_run(*, run: ImportRun, by) -> ImportRun:
    """Everything the run made is removed and everything it changed is put back. Raises CannotUndo. The history keeps both."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if reason := why_not(run):
        raise CannotUndo(reason)
    put_back(run)
    remove_made(run)
    derive_access(school=run.school, by=by)
    run.state, run.undone_at = ImportRun.State.UNDONE, timezone.now()
    run.save(update_fields=["state", "undone_at"])
    return run


def why_not(run: ImportRun) -> str:
    """In words, what stands in the way of undoing this run; empty where nothing does."""
    if run.state != ImportRun.State.APPLIED:
        return _("This import is not in force.")
    later = ImportRun.objects.filter(
        school=run.school, state=ImportRun.State.APPLIED, applied_at__gt=run.applied_at
    ).exclude(pk=run.pk)
    if later.exists():
        return _("A later import was applied. Undo that one first.")
    if run.lines.filter(kind=ImportLine.Kind.DECISION, decision=ImportLine.Decision.TAKE_THEIRS).exists():
        return _(
            "SEN facts or a court order were decided in this import. Change those on the pupil's page instead."
        )
    return what_was_built_on(run)


def what_was_built_on(run: ImportRun) -> str:
    made = Pupil.objects.filter(school=run.school, origin_run=run.pk)
    about_made = Q(pupil__in=made)
    if any(model.objects.filter(about_made).exists() for model in (Concern, AdviceThread, Monitoring)):
        return _("Concerns, advice or monitoring were recorded for pupils that this import added.")
    facts = (SenStatus, SenNeed, Contact)
    if any(model.objects.filter(about_made).exclude(origin_run=run.pk).exists() for model in facts):
        return _("Records were added for pupils that this import added.")
    if PupilAccess.objects.filter(content_object__in=made, source="share").exists():
        return _("Pupils that this import added were shared with somebody.")
    if Membership.objects.filter(origin_run=run.pk, user__isnull=False).exists():
        return _("Somebody this import added has accepted an invitation.")
    return "" if untouched_since(run) else _("Fields that this import changed were changed again since.")


def untouched_since(run: ImportRun) -> bool:
    """Whether every field still holds what the import wrote."""
    for line in run.lines.filter(kind=ImportLine.Kind.CHANGED, pupil__isnull=False).select_related("pupil"):
        expected = restored(Pupil, line.after.get("pupil", {}))
        if any(getattr(line.pupil, name) != value for name, value in expected.items()):
            return False
    return True


def put_back(run: ImportRun) -> None:
    """The values from before, line by line."""
    changed = (ImportLine.Kind.CHANGED, ImportLine.Kind.DECISION, ImportLine.Kind.LEAVER)
    for line in run.lines.filter(kind__in=changed).select_related("pupil"):
        if "contact" in line.before:
            restore_contact(
                Contact.objects.get(pk=line.field.partition(":")[2] or line.field), line.before["contact"]
            )
        elif "staff" in line.before:
            membership = Membership.objects.get(pk=line.field)
            membership.save(update_fields=assign(membership, line.before["staff"]))
        elif run.kind == ImportRun.Kind.GROUPS:
            restore_group(line, run)
        elif was_applied(line, run):
            restore_pupil(line, run)


def was_applied(line: ImportLine, run: ImportRun) -> bool:
    if line.kind == ImportLine.Kind.LEAVER:
        return bool(run.options.get("leavers"))
    return line.kind == ImportLine.Kind.CHANGED or line.decision == ImportLine.Decision.SAME_PERSON


def restore_pupil(line: ImportLine, run: ImportRun) -> None:
    change_fields(line.pupil, line.before.get("pupil", {}))
    ended = [kind for kind, held in line.before.get("characteristics", {}).items() if held]
    PupilCharacteristic.objects.filter(pupil=line.pupil, kind__in=ended, ends=run.applied_at.date()).update(
        ends=None
    )


def restore_contact(contact: Contact, values: dict) -> None:
    values = dict(values)
    address = values.pop("address", None)
    if address:
        ContactAddress.objects.filter(contact=contact).update(lines=address)
    if names := assign(contact, values):
        contact.save(update_fields=names)


def restore_group(line: ImportLine, run: ImportRun) -> None:
    """Places that the import ended are open again."""
    group = TeachingGroup.objects.filter(pk=line.field).first()
    if group is None or group.origin_run == run.pk:
        return
    group.subject = line.before["subject"]
    group.save(update_fields=["subject"])
    since = {"group": group, "ends__gte": run.started_at, "ends__lte": run.applied_at}
    GroupPupil.objects.filter(pupil__in=line.after["leave"], **since).update(ends=None)
    GroupTeacher.objects.filter(membership__in=line.after["stop"], **since).update(ends=None)


def remove_made(run: ImportRun) -> None:
    """Rows that exist only through this run, those that hang on others first."""
    made = {"school": run.school, "origin_run": run.pk}
    new_people = Membership.objects.filter(**made, user__isnull=True)
    remove(PupilAccess.objects.filter(content_object__in=Pupil.objects.filter(**made)))
    for model in MADE:
        remove(model.objects.filter(**made))
    run.lines.update(pupil=None)
    remove(Pupil.objects.filter(**made))
    new_people.filter(access__isnull=False).update(ends=timezone.now())
    remove(new_people.filter(access__isnull=True))


def remove(rows) -> None:
    """One DELETE. Django's own would first reach for every table that might hang on these rows, most of which nobody
    may delete from; here the foreign keys of the database say no where something does."""
    rows._raw_delete(rows.db)
