"""Take the last import back, as long as nothing was built on it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.db.utils import IntegrityError
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.actions.access import derive_access
from register.actions.invitations import readdress, take_back
from register.actions.needs import restore_needs
from register.actions.status import correct_status
from register.models import (
    Attainment,
    Contact,
    ContactAddress,
    GroupPupil,
    GroupTeacher,
    ImportLine,
    ImportRun,
    Pupil,
    PupilAccess,
    PupilCharacteristic,
    SenInMis,
    SenNeed,
    SenStatus,
    TeachingGroup,
)
from register.queries.import_undo import new_orders, sen_marks, taken_lines, why_not
from senco.accounts.models import Membership, School

from .applying import check_now
from .contacts import contact_key
from .pupils import change_fields
from .values import assign

MADE = (
    ContactAddress,
    GroupPupil,
    GroupTeacher,
    PupilCharacteristic,
    Attainment,
    SenInMis,
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
    School.objects.select_for_update().get(pk=run.school_id)  # imports of a school take turns
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if reason := why_not(run):
        raise CannotUndo(reason)
    try:
        with transaction.atomic():
            put_back(run, by)
            remove_made(run)
            check_now()
    except IntegrityError as problem:
        raise CannotUndo(
            _("Records were added that hang on this import, so nothing was undone.")
        ) from problem
    derive_access(school=run.school, by=by)
    run.state, run.undone_at = ImportRun.State.UNDONE, timezone.now()
    run.save(update_fields=["state", "undone_at"])
    return run


def put_back(run: ImportRun, by) -> None:
    """The values from before, line by line."""
    lines = taken_lines(run)
    for pupil, marks in sen_marks(lines).items():
        take_sen_back(pupil, marks, by)
    for line in lines:
        if "contact" in line.before:
            restore_contact(Contact.objects.get(pk=contact_key(line)), line.before["contact"])
        elif "staff" in line.before:
            membership = Membership.objects.get(pk=line.field)
            names = assign(membership, line.before["staff"])
            membership.save(update_fields=names)
            if "email" in names:
                take_back(membership)
        elif run.kind == ImportRun.Kind.GROUPS:
            restore_group(line, run)
        else:
            restore_pupil(line, run)


def take_sen_back(pupil: Pupil, marks: dict[str, tuple[int, int]], by) -> None:
    """SEN facts that a person took from the file are as they were before."""
    try:
        if "status" in marks:
            correct_status(pupil=pupil, before=marks["status"][0], after=marks["status"][1], by=by)
        if "needs" in marks:
            restore_needs(pupil=pupil, before=marks["needs"][0], after=marks["needs"][1], by=by)
    except ValidationError as problem:
        told = {"name": pupil.list_name, "why": " ".join(problem.messages)}
        raise CannotUndo(_("%(name)s: %(why)s") % told) from problem


def restore_pupil(line: ImportLine, run: ImportRun) -> None:
    change_fields(line.pupil, line.before.get("pupil", {}))
    ended_by(line, run).update(ends=None)


def ended_by(line: ImportLine, run: ImportRun):
    """The characteristics that a line ended. Runs of earlier versions did not keep which: theirs are found by their days."""
    held = PupilCharacteristic.objects.filter(pupil=line.pupil)
    if "ended" in line.after:
        return held.filter(pk__in=line.after["ended"])
    kinds = [kind for kind, had in line.before.get("characteristics", {}).items() if had]
    return held.filter(kind__in=kinds, ends__range=(localdate(run.started_at), localdate(run.applied_at)))


def restore_contact(contact: Contact, values: dict) -> None:
    """The facts from before. An order that the import brought stays: nothing but a decision of its own lifts one."""
    values = {name: value for name, value in values.items() if (name, value) != ("court_order", False)}
    address = values.pop("address", None)
    if address:
        ContactAddress.objects.filter(contact=contact).update(lines=address)
    names = assign(contact, values)
    if "email" in names and contact.membership:
        readdress(membership=contact.membership, email=contact.email)
    if names:
        contact.save(update_fields=names)


def restore_group(line: ImportLine, run: ImportRun) -> None:
    """Places that the import ended are open again."""
    group = TeachingGroup.objects.filter(pk=line.field).first()
    if group is None or group.origin_run == run.pk:
        return
    group.subject = line.before["subject"]
    group.save(update_fields=["subject"])
    by_run = (run.options["ended_at"],) * 2 if "ended_at" in run.options else (run.started_at, run.applied_at)
    ended = {"group": group, "ends__range": by_run}
    GroupPupil.objects.filter(pupil__in=line.after["leave"], **ended).update(ends=None)
    GroupTeacher.objects.filter(membership__in=line.after["stop"], **ended).update(ends=None)


def remove_made(run: ImportRun) -> None:
    """Rows that exist only through this run, those that hang on others first. Staff whose access is on record are ended."""
    made = {"school": run.school, "origin_run": run.pk}
    pupils = Pupil.objects.filter(**made)
    keep_orders(run)
    remove(PupilAccess.objects.filter(content_object__in=pupils))
    for model in MADE:
        remove(model.objects.filter(**made))
    ImportLine.objects.filter(school=run.school, pupil__in=pupils).update(pupil=None)
    remove(pupils)
    people = Membership.objects.filter(**made, user__isnull=True)
    known = list(
        people.filter(Q(access__isnull=False) | Q(teaching__isnull=False)).values_list("pk", flat=True)
    )
    people.filter(pk__in=known).update(ends=timezone.now())
    remove(people.exclude(pk__in=known))


def keep_orders(run: ImportRun) -> None:
    """A contact whom the import brought with a court order outlives it, where the pupil does: the row is now the school's own."""
    kept = new_orders(run)
    ContactAddress.objects.filter(contact__in=kept).update(origin_run=None)
    kept.update(origin_run=None)


def remove(rows) -> None:
    """One DELETE. Django's own would first reach for every table that might hang on these rows, most of which nobody
    may delete from; here the foreign keys of the database say no where something does."""
    rows._raw_delete(rows.db)
