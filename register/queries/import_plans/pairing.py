"""Which contact of ours each row of one pupil means. Parents share addresses and even names, so no contact is used twice."""

from register.models import Contact

from .alike import digits


class Pairing:
    """By the places of the records in their list, as those of one pupil of a transfer file share a row number.

    `found`: place → contact of ours. `repeats`: place → the earlier record of the same person. `left`: contacts that no
    record means.
    """

    def __init__(self, records: list, contacts: list[Contact]):
        self.repeats = repeated(records)
        self.found: dict[int, Contact] = {}
        free = {contact.pk: contact for contact in contacts}
        for _score, place, key in sorted(candidates(records, contacts), key=lambda each: (-each[0], each[1])):
            if place not in self.found and place not in self.repeats and key in free:
                self.found[place] = free.pop(key)
        self.left = list(free.values())


def repeated(records: list) -> dict[int, object]:
    """Rows that name somebody whom an earlier row of the same pupil names: same name and relationship, and no two e-mails."""
    seen: dict[tuple, list] = {}
    repeats = {}
    for place, record in enumerate(records):
        earlier = seen.setdefault((*person_key(record), record.relationship), [])
        twin = next((each for each in earlier if one_address(each, record)), None)
        if twin is not None:
            repeats[place] = twin
        else:
            earlier.append(record)
    return repeats


def one_address(one, other) -> bool:
    return not one.email or not other.email or one.email.casefold() == other.email.casefold()


def candidates(records: list, contacts: list[Contact]):
    """(score, place, contact key) of every record and contact that may be the same person, open contacts first."""
    for place, record in enumerate(records):
        for contact in contacts:
            if score := likeness(record, contact):
                yield score - 0.5 * bool(contact.ended_on), place, contact.pk


def likeness(record, contact: Contact) -> int:
    """How surely a row means a contact; 0 is not at all. A shared e-mail address alone is not the same person."""
    named = person_key(record) == person_key(contact)
    mailed = bool(record.email) and record.email.casefold() == contact.email.casefold()
    related = bool(record.relationship) and record.relationship == contact.relationship
    if named:
        return 4 + 2 * mailed + related
    forename = record.forename.casefold() == contact.forename.casefold() != ""
    surname = record.surname.casefold() == contact.surname.casefold()
    return 2 + related if mailed and (forename or (surname and related)) else 0


def person_key(person) -> tuple[str, str]:
    return (person.surname.casefold(), person.forename.casefold())


def resembles(record, contact: Contact, *, already_named: bool) -> bool:
    """Whether a record that means none of our contacts may be this one under another spelling.

    Anything in common will do, unless another row of the file already names the contact: then the name and more must fit.
    """
    surname = record.surname.casefold() == contact.surname.casefold()
    initial = bool(record.forename) and record.forename[:1].casefold() == contact.forename[:1].casefold()
    related = bool(record.relationship) and record.relationship == contact.relationship
    reached = bool(record.email) and record.email.casefold() == contact.email.casefold()
    reached = reached or (bool(digits(record.phone)) and digits(record.phone) == digits(contact.phone))
    if already_named:
        return reached or (surname and (initial or related))
    return surname or initial or related or reached
