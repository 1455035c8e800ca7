"""Translations of what the family of every pupil reads: one for the office's eyes, one approved, some that no family may read."""

from provision.models import PlanVersion
from reviews.models import ReviewRecord
from senco.accounts.models import Membership
from tests.access.matrix.tokens import World, canary
from tests.factories import as_owner, person
from tests.factories.translations import APPROVED, HANDED_IN, translation

TRANSLATORS = ("teacher", "ta", "professional")


def plant_translations(world: World, key: str, subject, colleague: Membership) -> None:
    """Translated and approved by colleagues who are nobody of the matrix."""
    named = {"translator": person("ta", at=subject.school), "approver": colleague, "by": colleague}
    with as_owner():
        plan = {
            kind: PlanVersion.objects.get(pk=world.things[kind][key])
            for kind in ("version", "coming_version", "withdrawn_version")
        }
        record = ReviewRecord.objects.get(pk=world.things["family_record"][key])
    approved, office = APPROVED | named, {"words": canary(key, "office")}
    made = {
        "translation": translation(plan["version"], **named, **HANDED_IN, **office),
        "approved_translation": translation(plan["version"], **approved, language="ar", words=canary(key, "translated")),
        "translated_record": translation(record, **approved, words=canary(key, "translated")),
        "early_translation": translation(plan["coming_version"], **approved, **office),
        "orphaned_translation": translation(plan["withdrawn_version"], **approved, **office),
        "withdrawn_translation": translation(plan["version"], **approved, **office, language="ur", withdrawn_at=APPROVED["approved_at"]),
    }  # fmt: skip
    for kind, row in made.items():
        world.put(kind, key, row)


def plant_own_translations(world: World, role: str, key: str) -> None:
    """One that somebody of the matrix translates."""
    somebody, approver = world.people[role], world.people["head"]
    with as_owner():
        version = PlanVersion.objects.get(pk=world.things["version"][key])
    row = translation(
        version, translator=somebody, approver=approver, by=approver, words=canary(key, f"translates{role}"),
        language={"teacher": "so", "ta": "ro", "professional": "uk"}[role],
    )  # fmt: skip
    world.put(f"translation_of_{role}", key, row)
