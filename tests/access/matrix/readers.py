"""What each role may read and open in the world of the matrix: the oracle that responses are held against."""

from tests.access.matrix.plans import PLAN_KINDS
from tests.access.matrix.provided import MONEY_KINDS, PROVIDED_KINDS
from tests.access.matrix.tokens import TOKEN
from tests.access.matrix.translations import TRANSLATORS
from tests.access.matrix.world import CLASSROOM, FILES, HERE, OFFICE, PRIVATE, ROLES

SHARED = {"name", "sen", "agreed"}
FILED = {f"filed{role}" for role in CLASSROOM}
ASKED = {"askedparent", "askedprofessional"}
OPEN_TO_ALL = {"pupil", "need", "status", "version", "family_record"}
OPEN_TO = {"parent": {"approved_translation", "translated_record"}}
STAFF_READ = SHARED | {"contact", "watch", "attain", "plan", "file", "waitingfile", "bank"} | FILED | ASKED


def may_read(role: str) -> set[tuple[str, str]]:
    """(pupil, field class) of every canary that a response to this role may hold."""
    if role in OFFICE:
        classes = (
            STAFF_READ
            | {"concern", "notice", "advice"}
            | {"office", "familyfile", "agencyfile", "officefile", "removedfile"}
            | {f"by{r}" for r in ROLES}
            | {"translated"}
            | {f"translates{role}" for role in TRANSLATORS}
            | ({"money"} if role != "admin" else set())
        )
        return {(key, each) for key in HERE for each in classes}
    own = {
        "teacher": STAFF_READ | {"byteacher", "translatesteacher"},
        "ta": STAFF_READ | {"byta", "translatesta"},
        "parent": SHARED | {"attain", "notice", "byparent", "familyfile", "askedparent", "translated"},
        "professional": SHARED | {"agencyfile", "askedprofessional", "translatesprofessional"},
        "governor": set(),
    }[role]
    kept = {("ended", f"by{role}")} if role in CLASSROOM else set()  # what staff raised stays theirs to read
    return kept | {("own", each) for each in own}


def leaked(role: str, text: str) -> set[tuple[str, str]]:
    """Canaries in a response that this role may not read."""
    found = {(key.lower(), field_class.lower()) for key, field_class in TOKEN.findall(text)}
    return found - may_read(role)


def opens(role: str, kind: str, key: str) -> bool:
    """Whether a record of this kind about this pupil opens for the role, where the role may use the route at all."""
    if kind in PRIVATE:
        return False
    if kind == "release" and role == "governor":
        return key == "own"
    if kind in ("waiting_file", "removed_file"):
        return False
    if role in OFFICE:
        return key != "abroad" and not (role == "admin" and kind in MONEY_KINDS)
    if kind.startswith("duty_of_"):
        return key == "own" and kind.removeprefix("duty_of_") == role
    if kind in FILES:
        return key == "own" and kind == {"parent": "family_file", "professional": "agency_file"}.get(
            role, "file"
        )
    if kind.startswith(
        ("file_of_", "logged_of_", "asked_of_", "call_of_", "views_of_", "offer_of_", "translation_of_")
    ):
        return key == "own" and kind.partition("_of_")[2] == role
    if kind.startswith("concern_of_"):
        kept = key == "ended" and role in CLASSROOM  # the concern, not the pupil's record
        return (key == "own" or kept) and kind.removeprefix("concern_of_") == role
    if kind in PLAN_KINDS | PROVIDED_KINDS or kind == "class":
        return key == "own" and role in CLASSROOM
    return key == "own" and kind in OPEN_TO_ALL | OPEN_TO.get(role, set())
