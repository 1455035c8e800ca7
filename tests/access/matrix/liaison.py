"""The contact log of every pupil of the matrix: an entry for staff, one for the office, one taken out, each holding its canary."""

from register.models import Contact
from senco.accounts.models import Membership
from senco.liaison.models import CallRequest, ContactFile, DetailsWish, FamilyNote, LoggedContact
from tests.access.matrix.tokens import World, canary
from tests.factories import as_owner
from tests.factories.records import days

LOGGED = {  # kind of record → what is said of it
    "logged": {},
    "office_logged": {"for_staff": False, "logged_at": days(-1)},
    "removed_logged": {"removed_at": days(0), "logged_at": days(1)},
}


def plant_contacts(world: World, key: str, subject, colleague: Membership) -> None:
    """By a colleague, with the colleague's file beside those that stand."""
    for kind, fields in LOGGED.items():
        text = canary(key, {"logged": "plan", "office_logged": "office"}.get(kind, "removedfile"))
        entry = log_entry(subject, by=colleague, words=text, **fields)
        world.put(kind, key, entry)
        with as_owner():
            ContactFile.objects.create(
                school_id=subject.school_id,
                pupil=subject,
                entry=entry,
                file_id=world.things["file"][key],
                by=colleague,
            )

    world.put("call", key, call(subject, by=colleague, words=canary(key, "office")))
    world.put("note", key, note(subject, by=colleague, words=canary(key, "plan")))
    world.put("office_note", key, note(subject, by=colleague, words=canary(key, "office"), for_staff=False))
    world.put("details_wish", key, wish(subject, by=colleague, words=canary(key, "office")))


def plant_own_call(world: World, key: str, subject) -> None:
    """A parent has asked to be rung, and has taken it back."""
    made = call(subject, by=world.people["parent"], words=canary(key, "byparent"), withdrawn_at=days(0))
    world.put("call_of_parent", key, made)


def note(subject, *, by: Membership, words: str, **fields) -> FamilyNote:
    with as_owner():
        return FamilyNote.objects.create(
            school_id=subject.school_id, pupil_id=subject.pk, by=by, text=words, **fields
        )


def wish(subject, *, by: Membership, words: str, of: Contact | None = None) -> DetailsWish:
    """New details of somebody at home."""
    with as_owner():
        of = of or Contact.objects.filter(pupil_id=subject.pk).first()
        return DetailsWish.objects.create(
            school_id=subject.school_id, pupil_id=subject.pk, contact=of, by=by, address=words, words=words
        )


def call(subject, *, by: Membership, words: str, **fields) -> CallRequest:
    with as_owner():
        return CallRequest.objects.create(
            school_id=subject.school_id,
            pupil_id=subject.pk,
            asked_by=by,
            about=words,
            when=words,
            phone=words[:30],
            **fields,
        )


def plant_own_contacts(world: World, role: str, key: str, subject) -> None:
    """What one of the staff logged for the office, in its own name."""
    entry = log_entry(
        subject, by=world.people[role], words=canary(key, f"filed{role}"), for_staff=False, follow_up="Ring"
    )
    world.put(f"logged_of_{role}", key, entry)


def log_entry(subject, *, by: Membership, words: str, **fields) -> LoggedContact:
    said = {"kind": "call", "direction": "in", "party": "other", "summary": words, "with_words": words}
    with as_owner():
        return LoggedContact.objects.create(
            school_id=subject.school_id, pupil_id=subject.pk, logged_by=by, saved_by=by, **said | fields
        )
