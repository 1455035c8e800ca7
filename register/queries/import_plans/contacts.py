"""Contacts of a file, one row per pupil and contact, against those we hold."""

from django.utils.translation import gettext as _

from register.models import Contact, ImportLine

from .lines import differences, line, parked, plain
from .matching import Roll
from .pupils import contact_after, problem_lines

CONTACT_FIELDS = {
    name: name
    for name in (
        "priority", "title", "forename", "surname", "relationship", "parental_responsibility", "lives_with_pupil", "email",
        "phone", "language",
    )
}  # fmt: skip


def plan_contacts(*, run, parsed):
    """New and changed contacts, rows whose pupil is unknown, and court orders that the file no longer shows."""
    roll, held = Roll.of(run.school), contacts_by_pupil(run.school)
    for record in parsed.records:
        match = roll.find(record)
        if match.pupil is None:
            yield unknown_pupil(run, record)
        else:
            yield from contact_lines(run, record, match.pupil, held.get(match.pupil.pk, []))
    yield from problem_lines(run, parsed)


def contacts_by_pupil(school) -> dict:
    """Open contacts with their addresses, by pupil."""
    found: dict = {}
    contacts = (
        Contact.objects.filter(school=school, ended_on__isnull=True)
        .select_related("address")
        .order_by("priority", "pk")
    )
    for contact in contacts.iterator(chunk_size=2000):
        found.setdefault(contact.pupil_id, []).append(contact)
    return found


def contact_label(record) -> str:
    return " ".join(filter(None, (record.title, record.forename, record.surname)))


def unknown_pupil(run, record):
    return parked(
        run, record.row_number, contact_label(record), field="upn", value=record.upn or record.admission_number,
        reason=_("No pupil here has this UPN or admission number."),
        what_to_do=_("Import the pupils first, then this file again."),
    )  # fmt: skip


def same_person(record, contacts: list[Contact]) -> Contact | None:
    """By e-mail address, else by name; two parents may share an address but not both."""
    named = [c for c in contacts if person_key(c) == person_key(record)]
    mailed = [c for c in contacts if record.email and c.email.casefold() == record.email.casefold()]
    both = [c for c in named if c in mailed]
    return next(
        iter(
            both or (named if len(named) == 1 else []) or (mailed if len(mailed) == 1 and not named else [])
        ),
        None,
    )


def person_key(person) -> tuple[str, str]:
    return (person.surname.casefold(), person.forename.casefold())


def contact_lines(run, record, pupil, contacts: list[Contact]):
    contact = same_person(record, contacts)
    label = f"{contact_label(record)} ({pupil.list_name})"
    if contact is None:
        yield line(
            run,
            ImportLine.Kind.NEW,
            record.row_number,
            label,
            pupil=pupil,
            after={"contact": contact_after(record)},
        )
        return
    before, after = contact_differences(record, contact)
    if after:
        yield line(
            run, ImportLine.Kind.CHANGED, record.row_number, label, pupil=pupil, field=str(contact.pk),
            before={"contact": before}, after={"contact": after},
        )  # fmt: skip
    if contact.court_order and "court_order" in record.given and not record.court_order:
        yield order_no_longer_shown(run, record, pupil, contact, label)


def contact_differences(record, contact: Contact) -> tuple[dict, dict]:
    """A court order that the file shows is taken at once; one that it no longer shows is never lifted by a file."""
    before, after = differences(record, contact, CONTACT_FIELDS)
    if record.court_order and not contact.court_order:
        before["court_order"], after["court_order"] = False, True
    held = contact.address.lines if hasattr(contact, "address") else ""
    if "address" in record.given and record.address and record.address != held:
        before["address"], after["address"] = held, plain(record.address)
    return before, after


def order_no_longer_shown(run, record, pupil, contact: Contact, label: str):
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, label, pupil=pupil, field=f"court_order:{contact.pk}", value=_("none"),
        reason=_("We hold a court order for this contact; the file shows none."),
        what_to_do=_("Check the papers. The order stays recorded until you say otherwise."),
        before={"contact": {"court_order": True}}, after={"contact": {"court_order": False}},
        decision=ImportLine.Decision.KEEP_OURS,
    )  # fmt: skip
