"""Contacts of a file, one row per pupil and contact, against those we hold."""

from collections.abc import Iterator

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.choices import Relationship
from register.imports.records import ContactRecord
from register.models import Contact, ImportLine, Pupil

from .contact_records import contact_after
from .leavers import numbers_of, parked_numbers
from .lines import differences, line, parked, plain, warning
from .matching import Roll
from .orders import order_recorded
from .pairing import Pairing, resembles
from .pupil_lines import problem_lines

CONTACT_FIELDS = {
    name: name
    for name in (
        "priority", "title", "forename", "surname", "relationship", "parental_responsibility", "lives_with_pupil", "email",
        "phone", "language",
    )
}  # fmt: skip


def plan_contacts(*, run, parsed):
    """New and changed contacts, rows whose pupil is unknown, court orders that the file no longer shows, contacts it lacks."""
    roll, held = Roll.of(run.school), contacts_by_pupil(run.school)
    rows, pupils = {}, {}
    for record in parsed.records:
        match = roll.find(record)
        if match.pupil is None:
            yield unknown_pupil(run, record)
        else:
            pupils[match.pupil.pk] = match.pupil
            rows.setdefault(match.pupil.pk, []).append(record)
    unsure = parked_numbers(parsed)
    for key, records in rows.items():
        pupil, ours = pupils[key], held.get(key, [])
        pairing = Pairing(records, ours)
        yield from lines_of_pupil(run, pupil, records, ours, pairing=pairing)
        if not numbers_of(pupil) & unsure:
            yield from (not_in_file(run, pupil, contact) for contact in pairing.left if may_end(contact))
    yield from problem_lines(run, parsed)


def contacts_by_pupil(school) -> dict:
    """Contacts with their addresses, by pupil; those who were ended here too, so that a file does not bring them back."""
    found: dict = {}
    contacts = (
        Contact.objects.filter(school=school)
        .select_related("address", "membership")
        .exclude(
            relationship=Relationship.YOUNG_PERSON
        )  # no MIS has them, and none is to be mistaken for them
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


def lines_of_pupil(
    run,
    pupil: Pupil,
    records: list,
    held: list[Contact],
    *,
    pairing: Pairing | None = None,
    only_blanks=False,
) -> Iterator[ImportLine]:
    """Each record of one pupil with the one contact of ours it means; no contact is meant twice."""
    pairing = pairing or Pairing(records, held)
    kept_away = KeptAway(held, pairing)
    for place, record in enumerate(records):
        label = f"{contact_label(record)} ({pupil.list_name})"
        contact = pairing.found.get(place)
        if first := pairing.repeats.get(place):
            yield same_person_again(run, record, label, first)
        elif contact is None and (alike := kept_away.like(record)):
            yield like_a_restricted_one(run, record, pupil, alike, label)
        elif contact is None:
            yield line(
                run, ImportLine.Kind.NEW, record.row_number, label, pupil=pupil, after={"contact": contact_after(record)}
            )  # fmt: skip
            if record.court_order:
                yield order_recorded(run, record, pupil, label)
        elif contact.ended_on:
            yield ended_here(run, record, label, contact)
        else:
            yield from change_lines(run, record, pupil, contact, label, only_blanks=only_blanks)


class KeptAway:
    """The contacts of one pupil whom a court order keeps away."""

    def __init__(self, held: list[Contact], pairing: Pairing):
        self.contacts = [contact for contact in held if contact.court_order]
        self.named = {contact.pk for contact in pairing.found.values()}

    def like(self, record: ContactRecord) -> Contact | None:
        """One of them who may come back in this record under another spelling; a record that brings an order itself may."""
        if record.court_order:
            return None
        found = (
            each for each in self.contacts if resembles(record, each, already_named=each.pk in self.named)
        )
        return next(found, None)


def like_a_restricted_one(run, record: ContactRecord, pupil: Pupil, contact: Contact, label: str):
    """A person says whether it is somebody else."""
    return line(
        run, ImportLine.Kind.DECISION, record.row_number, label, pupil=pupil, field=f"resembles:{contact.pk}",
        value=contact_label(record),
        reason=_("Looks like %(name)s, who has a court order here, and would be added as somebody else without one.")
        % {"name": contact.name},
        what_to_do=_("Add this contact only if you are sure that it is another person. Left out until then."),
        after={"contact": contact_after(record)}, decision=ImportLine.Decision.KEEP_OURS,
    )  # fmt: skip


def may_end(contact: Contact) -> bool:
    """A contact with a court order stays on record, whatever the MIS still lists."""
    return contact.ended_on is None and not contact.court_order


def not_in_file(run, pupil: Pupil, contact: Contact):
    """Ended only if the person who applies the file asks for it."""
    return line(
        run, ImportLine.Kind.LEAVER, None, f"{contact.name} ({pupil.list_name})", pupil=pupil, field=str(contact.pk),
        reason=_("A contact here, but not in the file, which names other contacts of this pupil."),
        before={"contact": {"ended_on": None}}, after={"contact": {"ended_on": plain(localdate())}},
    )  # fmt: skip


def same_person_again(run, record, label: str, first: int):
    return parked(
        run, record.row_number, label, field="surname", value=record.surname,
        reason=_("Row %(row)d names the same person for this pupil, with other details.") % {"row": first.row_number},
        what_to_do=_("Leave one of the rows out in the MIS and export again."),
    )  # fmt: skip


def ended_here(run, record, label: str, contact: Contact):
    return parked(
        run, record.row_number, label, field="surname", value=record.surname,
        reason=_("This contact was ended here on %(day)s.") % {"day": contact.ended_on.strftime("%d/%m/%Y")},
        what_to_do=_("If they are a contact again, open the contact here. Otherwise remove them in the MIS."),
    )  # fmt: skip


def change_lines(run, record, pupil, contact: Contact, label: str, *, only_blanks: bool = False):
    """What the file says otherwise of a contact we hold, what to know about it, and an order it no longer shows."""
    before, after = contact_differences(record, contact, only_blanks=only_blanks)
    if after:
        yield line(
            run, ImportLine.Kind.CHANGED, record.row_number, label, pupil=pupil, field=str(contact.pk),
            before={"contact": before}, after={"contact": after},
        )  # fmt: skip
    if after.get("court_order"):
        yield order_recorded(run, record, pupil, label, contact)
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


def contact_differences(record, contact: Contact, *, only_blanks: bool = False) -> tuple[dict, dict]:
    """A court order that the file shows is taken at once; one that it no longer shows is never lifted by a file.

    `only_blanks`: the file comes from another school and fills what we do not know. Yes and no are never blank.
    """
    before, after = differences(record, contact, CONTACT_FIELDS, only_blanks=only_blanks)
    if record.court_order and not contact.court_order:
        before["court_order"], after["court_order"] = False, True
    held = contact.address.lines if hasattr(contact, "address") else ""
    new = "address" in record.given and record.address and not (only_blanks and held)
    if new and record.address.casefold() != held.casefold():
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
