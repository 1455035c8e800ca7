"""Contacts of a file, one row per pupil and contact, against those we hold."""

from django.utils.translation import gettext as _

from register.models import Contact, ImportLine

from .contact_records import contact_after
from .lines import differences, line, parked, plain, warning
from .matching import Roll
from .pairing import Pairing
from .pupils import problem_lines

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
    rows, pupils = {}, {}
    for record in parsed.records:
        match = roll.find(record)
        if match.pupil is None:
            yield unknown_pupil(run, record)
        else:
            pupils[match.pupil.pk] = match.pupil
            rows.setdefault(match.pupil.pk, []).append(record)
    for key, records in rows.items():
        yield from lines_of_pupil(run, pupils[key], records, held.get(key, []))
    yield from problem_lines(run, parsed)


def contacts_by_pupil(school) -> dict:
    """Contacts with their addresses, by pupil; those who were ended here too, so that a file does not bring them back."""
    found: dict = {}
    contacts = (
        Contact.objects.filter(school=school)
        .select_related("address", "membership")
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


def lines_of_pupil(run, pupil, records: list, held: list[Contact]):
    """Each row of one pupil with the one contact of ours it means; no contact is meant twice."""
    pairing = Pairing(records, held)
    for record in records:
        label = f"{contact_label(record)} ({pupil.list_name})"
        contact = pairing.found.get(record.row_number)
        if first := pairing.repeats.get(record.row_number):
            yield same_person_again(run, record, label, first)
        elif contact is None:
            yield line(
                run, ImportLine.Kind.NEW, record.row_number, label, pupil=pupil, after={"contact": contact_after(record)}
            )  # fmt: skip
        elif contact.ended_on:
            yield ended_here(run, record, label, contact)
        else:
            yield from change_lines(run, record, pupil, contact, label)


def same_person_again(run, record, label: str, first: int):
    return parked(
        run, record.row_number, label, field="surname", value=record.surname,
        reason=_("Row %(row)d names the same person for this pupil, with other details.") % {"row": first},
        what_to_do=_("Leave one of the rows out in the MIS and export again."),
    )  # fmt: skip


def ended_here(run, record, label: str, contact: Contact):
    return parked(
        run, record.row_number, label, field="surname", value=record.surname,
        reason=_("This contact was ended here on %(day)s.") % {"day": contact.ended_on.strftime("%d/%m/%Y")},
        what_to_do=_("If they are a contact again, open the contact here. Otherwise remove them in the MIS."),
    )  # fmt: skip


def change_lines(run, record, pupil, contact: Contact, label: str):
    before, after = contact_differences(record, contact)
    if after:
        yield line(
            run, ImportLine.Kind.CHANGED, record.row_number, label, pupil=pupil, field=str(contact.pk),
            before={"contact": before}, after={"contact": after},
        )  # fmt: skip
    if "email" in after and contact.membership and contact.membership.is_live:
        yield invited_elsewhere(run, record, contact.membership, label)
    if contact.court_order and "court_order" in record.given and not record.court_order:
        yield order_no_longer_shown(run, record, pupil, contact, label)


def invited_elsewhere(run, record, parent, label: str):
    """The contact was invited, or signs in, under another address than the file's."""
    if parent.user_id:
        what = _(
            "They go on signing in with %(email)s. Ask whose the new address is if that is not expected."
        )
    else:
        what = _(
            "An invitation to %(email)s stops working when this is applied. Ask whose the new address is, then invite again."
        )
    return warning(
        run, record.row_number, label, field="email", value=record.email,
        reason=_("This contact was invited under another email address."),
        what_to_do=what % {"email": parent.email},
    )  # fmt: skip


def contact_differences(record, contact: Contact) -> tuple[dict, dict]:
    """A court order that the file shows is taken at once; one that it no longer shows is never lifted by a file."""
    before, after = differences(record, contact, CONTACT_FIELDS)
    if record.court_order and not contact.court_order:
        before["court_order"], after["court_order"] = False, True
    held = contact.address.lines if hasattr(contact, "address") else ""
    if "address" in record.given and record.address and record.address.casefold() != held.casefold():
        before["address"], after["address"] = held, plain(record.address)
    return before, after


def order_no_longer_shown(run, record, pupil, contact: Contact, label: str):
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, label, pupil=pupil, field=f"court_order:{contact.pk}", value=_("none"),
        reason=_("We hold a court order for this contact; the file shows none."),
        what_to_do=_("Check the papers. The order stays until the SENCO or the head lifts it; that opens nothing by itself."),
        before={"contact": {"court_order": True}}, after={"contact": {"court_order": False}},
        decision=ImportLine.Decision.KEEP_OURS,
    )  # fmt: skip
