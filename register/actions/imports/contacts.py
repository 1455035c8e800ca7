"""Write contacts. A court order is taken at once; it ends the access that was derived from the contact.

An order that a person lifts here opens nothing: the link to the account goes with it, and inviting again is a new decision.
"""

from django.db.models import Q

from register.actions.invitations import readdress
from register.models import Contact, ContactAddress, ImportLine, ImportRun

from .values import assign, restored

BATCH = 1000


def apply_contacts(*, run: ImportRun, by, progress) -> None:
    """New contacts in batches, changes and decided lines one by one; contacts that the file lacks end if the importer said so."""
    about_contacts = run.lines.filter(after__has_key="contact")
    decided = Q(kind=ImportLine.Kind.DECISION, decision=ImportLine.Decision.TAKE_THEIRS)
    somebody_else = decided & Q(field__startswith="resembles:")
    lines = list(about_contacts.filter(Q(kind=ImportLine.Kind.NEW) | somebody_else))
    for start in range(0, len(lines), BATCH):
        add_contacts(run, lines[start : start + BATCH])
        progress(start + BATCH)
    gone = Q(kind=ImportLine.Kind.LEAVER) if run.options.get("leavers") else Q(pk=None)
    changing = list(about_contacts.filter(Q(kind=ImportLine.Kind.CHANGED) | decided & ~somebody_else | gone))
    held = Contact.objects.select_related("address", "membership").in_bulk(
        [contact_key(line) for line in changing]
    )
    contacts = {str(key): contact for key, contact in held.items()}
    for done, line in enumerate(changing, len(lines) + 1):
        change_contact(run, contacts[contact_key(line)], line.after["contact"])
        progress(done)


def contact_key(line: ImportLine) -> str:
    """The contact a line changes; a court order's line says so before the key."""
    return line.field.rpartition(":")[2]


def add_contacts(run: ImportRun, lines: list[ImportLine]) -> None:
    """One INSERT for the contacts of these lines and one for their addresses."""
    contacts, addresses = [], []
    for line in lines:
        kept = dict(line.after["contact"])
        address = kept.pop("address", "")
        common = {"school_id": run.school_id, "pupil_id": line.pupil_id, "origin_run": run.pk}
        contacts.append(Contact(**common, **restored(Contact, kept)))
        if address:
            addresses.append(ContactAddress(**common, contact=contacts[-1], lines=address))
    Contact.objects.bulk_create(contacts)
    ContactAddress.objects.bulk_create(addresses)


def change_contact(run: ImportRun, contact: Contact, values: dict) -> None:
    """Facts, address and, where an order is lifted, the link to the account; who was invited elsewhere is invited anew."""
    values = dict(values)
    address = values.pop("address", None)
    lifted = contact.court_order and values.get("court_order") is False
    names = assign(contact, values)
    if "email" in names and contact.membership:
        readdress(membership=contact.membership, email=contact.email)
    if lifted:
        contact.membership = None
        names.append("membership")
    if names:
        contact.save(update_fields=names)
    if address is not None:
        change_address(run, contact, address)


def change_address(run: ImportRun, contact: Contact, lines: str) -> None:
    """Give a contact an address, or change the one it has."""
    held = getattr(contact, "address", None)
    if held is None:
        ContactAddress.objects.create(
            school_id=run.school_id,
            pupil_id=contact.pupil_id,
            contact=contact,
            lines=lines,
            origin_run=run.pk,
        )
    else:
        held.lines = lines
        held.save(update_fields=["lines"])
