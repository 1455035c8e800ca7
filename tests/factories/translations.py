"""Translations of what a family reads, in any state."""

from senco.documents.contents import Document, Part, text
from senco.translations.models import Translation

from .identity import as_owner
from .records import days

HANDED_IN = {"handed_in_at": days(-2)}
APPROVED = HANDED_IN | {"approved_at": days(-1)}


def translation(
    original, *, translator, approver, by, words: str = "Mówi", language: str = "pl", **fields
) -> Translation:
    """Of a version or a record: one sentence, which says `words`."""
    name = "record" if hasattr(original, "held_on") else "plan_version"
    document = Document(
        original.title, "Name", "Here", original.title, parts=(Part("Said", (text("Says"),)),)
    )
    with as_owner():
        return Translation.objects.create(
            school_id=original.school_id, pupil_id=original.pupil_id, title=original.title, source=document.as_json(),
            words={"Says": words}, translator=translator, approver=approver, asked_by=by, saved_by=translator, language=language,
            **{name: original}, **fields,
        )  # fmt: skip
