"""Write pupils, their characteristics and, where we hold none, their SEN facts."""

from django.utils.timezone import localdate

from register.models import Contact, ContactAddress, ImportLine, ImportRun, Pupil, PupilCharacteristic

from .attainment import new_results
from .contacts import apply_contacts
from .sen import new_needs, new_statuses, take_sen
from .values import assign, restored

BATCH = 1000


def apply_pupils(*, run: ImportRun, by, progress) -> None:
    """New pupils in batches, then changes, decisions and leavers one by one, and the contacts that a transfer file brings."""
    add_pupils(run, by, progress)
    about_pupils = run.lines.exclude(after__has_key="contact").select_related("pupil")
    for done, line in enumerate(about_pupils.filter(kind=ImportLine.Kind.CHANGED), 1):
        take(run, line, line.after, by)
        progress(done)
    decisions = list(about_pupils.filter(kind=ImportLine.Kind.DECISION))
    same = {line.row_number for line in decisions if line.decision == ImportLine.Decision.SAME_PERSON}
    for line in decisions:
        if line.row_number in same or not line.after.get("if_same"):
            settle(run, line, by)
    if run.options.get("leavers"):
        for line in about_pupils.filter(kind=ImportLine.Kind.LEAVER):
            change_fields(line.pupil, line.after["pupil"])
    if run.kind == ImportRun.Kind.CTF:
        apply_contacts(run=run, by=by, progress=progress)


def add_pupils(run: ImportRun, by, progress) -> None:
    """Pupils we never had, and rows that a person said are somebody new."""
    ids = new_line_ids(run)
    for start in range(0, len(ids), BATCH):
        lines = list(ImportLine.objects.filter(pk__in=ids[start : start + BATCH]))
        write_batch(run, by, lines)
        progress(start + len(lines))


def new_line_ids(run: ImportRun) -> list:
    new = run.lines.filter(kind=ImportLine.Kind.NEW, after__has_key="pupil").values_list("pk", flat=True)
    said_new = run.lines.filter(kind=ImportLine.Kind.DECISION, decision=ImportLine.Decision.NEW_PERSON)
    return [*new, *said_new.values_list("pk", flat=True)]


def write_batch(run: ImportRun, by, lines: list[ImportLine]) -> None:
    """The pupils of these lines with everything the file says of them, one INSERT a table."""
    pairs = [(new_pupil(run, line), line) for line in lines]
    Pupil.objects.bulk_create(pupil for pupil, _line in pairs)
    PupilCharacteristic.objects.bulk_create(
        c for pupil, line in pairs for c in new_characteristics(run, pupil, line.after)
    )
    facts = [(pupil, line.after) for pupil, line in pairs]
    new_statuses(run, by, facts)
    new_needs(run, by, facts)
    new_results(run, facts)
    write_contacts(run, pairs)
    for pupil, line in pairs:
        line.pupil = pupil
    ImportLine.objects.bulk_update(lines, ["pupil"])


def new_pupil(run: ImportRun, line: ImportLine) -> Pupil:
    values = restored(Pupil, line.after["pupil"])
    as_of = localdate() if "attendance_percent" in values else None
    return Pupil(school_id=run.school_id, origin_run=run.pk, attendance_as_of=as_of, **values)


def new_characteristics(run: ImportRun, pupil: Pupil, after: dict):
    for kind, holds in after.get("characteristics", {}).items():
        if holds:
            yield PupilCharacteristic(
                school_id=run.school_id, pupil=pupil, kind=kind, starts=localdate(), origin_run=run.pk
            )


def write_contacts(run: ImportRun, pairs) -> None:
    """The contacts that a transfer file brings with each pupil."""
    contacts, addresses = [], []
    for pupil, line in pairs:
        for kept in line.after.get("contacts", ()):
            facts = {name: value for name, value in kept.items() if name != "address"}
            contacts.append(
                Contact(school_id=run.school_id, pupil=pupil, origin_run=run.pk, **restored(Contact, facts))
            )
            if kept.get("address"):
                addresses.append(
                    ContactAddress(
                        school_id=run.school_id,
                        pupil=pupil,
                        contact=contacts[-1],
                        lines=kept["address"],
                        origin_run=run.pk,
                    )
                )
    Contact.objects.bulk_create(contacts)
    ContactAddress.objects.bulk_create(addresses)


def take(run: ImportRun, line: ImportLine, after: dict, by) -> None:
    """The plain fields and characteristics of one line, results, and SEN facts where we hold none."""
    change_fields(line.pupil, after.get("pupil", {}))
    if "characteristics" in after:
        line.after["ended"] = change_characteristics(run, line.pupil, after["characteristics"])
        line.save(update_fields=["after"])
    if "sen" in after:
        new_statuses(run, by, [(line.pupil, after)])
        new_needs(run, by, [(line.pupil, after)])
    new_results(run, [(line.pupil, after)])


def change_fields(pupil: Pupil, values: dict) -> None:
    """Sets the fields and counts the version up, so that an open edit form notices."""
    names = assign(pupil, values)
    if "attendance_percent" in names:
        pupil.attendance_as_of = localdate()
        names.append("attendance_as_of")
    if names:
        pupil.version += 1
        pupil.save(update_fields=[*names, "version"])


def change_characteristics(run: ImportRun, pupil: Pupil, values: dict) -> list[str]:
    """Open a characteristic that the file gives, end one that it denies, both from today. Returns the keys of what was ended."""
    ended = []
    for kind, holds in values.items():
        if holds:
            PupilCharacteristic.objects.create(
                school_id=run.school_id, pupil=pupil, kind=kind, starts=localdate(), origin_run=run.pk
            )
        else:
            ended += PupilCharacteristic.objects.filter(
                pupil=pupil, kind=kind, ends__isnull=True
            ).values_list("pk", flat=True)
    PupilCharacteristic.objects.filter(pk__in=ended).update(ends=localdate())
    return [str(key) for key in ended]


def settle(run: ImportRun, line: ImportLine, by) -> None:
    """A line that a person decided. An undecided one, and "ours", change nothing."""
    if line.decision == ImportLine.Decision.SAME_PERSON:
        take(run, line, line.after["changes"], by)
    elif line.decision == ImportLine.Decision.TAKE_THEIRS and "sen" in line.after:
        take_sen(run, line, by)
    elif line.decision == ImportLine.Decision.TAKE_THEIRS:
        change_fields(line.pupil, line.after["pupil"])
