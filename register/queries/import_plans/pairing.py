"""Which contact of ours each row of one pupil means. Parents share addresses and even names, so no contact is used twice."""

from register.models import Contact


class Pairing:
    """`found`: row number → contact of ours. `repeats`: row number → the earlier row that names the same person."""

    def __init__(self, records: list, contacts: list[Contact]):
        self.repeats = repeated(records)
        self.found: dict[int, Contact] = {}
        free = {contact.pk: contact for contact in contacts}
        for _score, number, key in sorted(
            candidates(records, contacts), key=lambda each: (-each[0], each[1])
        ):
            if number not in self.found and number not in self.repeats and key in free:
                self.found[number] = free.pop(key)


def repeated(records: list) -> dict[int, int]:
    """Rows that name somebody whom an earlier row of the same pupil names: same name and relationship, and no two e-mails."""
    seen: dict[tuple, list] = {}
    repeats = {}
    for record in records:
        earlier = seen.setdefault((*person_key(record), record.relationship), [])
        twin = next((each for each in earlier if one_address(each, record)), None)
        if twin is not None:
            repeats[record.row_number] = twin.row_number
        else:
            earlier.append(record)
    return repeats


def one_address(one, other) -> bool:
    return not one.email or not other.email or one.email.casefold() == other.email.casefold()


def candidates(records: list, contacts: list[Contact]):
    """(score, row number, contact key) of every row and contact that may be the same person, open contacts first."""
    for record in records:
        for contact in contacts:
            if score := likeness(record, contact):
                yield score - 0.5 * bool(contact.ended_on), record.row_number, contact.pk


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
