"""What the parent's sign-in reads, in other words: a record in Arabic and in easy words, a plan that waits for approval, one being written."""

import re

from provision.choices import Audience
from provision.models import PlanVersion
from provision.queries.plan_documents import document_of
from reviews.models import ReviewRecord
from senco.accounts.models import Membership
from senco.demo.children import Child
from senco.demo.staff import Staff
from senco.demo.words.arabic import IN_ARABIC, PATTERNS
from senco.demo.world import DAY, World
from senco.translations.models import Translation
from senco.translations.queries.words import day_in
from senco.translations.segments import bare, segments

EASY = {
    "How it went": "What we saw",
    "What was said": "What people said",
    "What happens next": "What comes next",
    "This went as we hoped.": "This went well.",
    "This went better than we hoped.": "This went very well.",
    "This went much better than we hoped.": "This went very, very well.",
    "This went less well than we hoped.": "This was hard.",
    "This went much less well than we hoped.": "This was very hard.",
    "We go on with this.": "We do this again.",
    "We change how we do this.": "We try another way.",
    "Done. We are pleased.": "It is done!",
    "Support stays as it is.": "You get the same help as now.",
}


def record_translations(world: World, everybody: list[Child], staff: Staff) -> None:
    """Of the child of the parent whom one can sign in as. `staff.assistant` translates, the SENCO approves."""
    known = {child.pupil.pk for child in everybody if child.home.known and not child.left}
    records, plans = (
        [row for row in world.made(model) if row.audience == Audience.FAMILY and row.pupil_id in known and not row.withdrawn_at]
        for model in (ReviewRecord, PlanVersion)
    )  # fmt: skip
    if not records or not plans:
        return
    record, plan = max(records, key=lambda row: (row.held_on, row.at)), max(plans, key=lambda row: row.at)
    approved = {"handed_in_at": 2, "approved_at": 1}
    add(world, record, "ar", staff, approved, arabic)
    add(world, record, "easy", staff, approved, EASY.get)
    add(world, plan, "ar", staff, {}, arabic_or_nothing)
    add(world, plan, "pl", staff, {"handed_in_at": 1}, lambda text: f"{text} (po polsku)")


def add(world: World, original, language: str, staff: Staff, days: dict[str, int], put) -> None:
    """`put` gives the words for a text, or nothing; `days` says how many days ago it was handed in and approved."""
    is_plan = isinstance(original, PlanVersion)
    source = bare(document_of(original, ()) if is_plan else original.document)
    words = {text: words for text in segments(source) if (words := day_in(text, language) or put(text))}
    at = {
        name: world.at(world.school_day(world.ago(ago)), from_hour=9, to_hour=15)
        for name, ago in days.items()
    }
    asked_at = max(original.at, world.at(world.school_day(world.ago(5)), from_hour=8, to_hour=9))
    at = {name: max(when, asked_at) for name, when in at.items()}
    told = "approved" if "approved_at" in at else "handed_in" if at else "asked"
    translator: Membership = staff.assistant
    world.add(
        Translation, school=world.school, pupil_id=original.pupil_id, language=language, title=original.title,
        source=source.as_json(), words=words, translator=translator, approver=staff.senco, asked_by=staff.senco, asked_at=asked_at,
        by_when=world.today + 7 * DAY, saved_by=translator, saved_at=asked_at, told_of=told, **at, **{"plan_version" if is_plan else "record": original},
    )  # fmt: skip


def arabic_or_nothing(text: str) -> str:
    return "" if (said := arabic(text)) == text else said


def arabic(text: str) -> str:
    """Out of the phrases that the demo's records are made of; what somebody wrote that is none of them stays as it is."""
    if text in IN_ARABIC:
        return IN_ARABIC[text]
    for pattern, words in PATTERNS:
        if found := re.fullmatch(pattern, text):
            return words.format(
                *(IN_ARABIC.get(group) or day_in(group, "ar") or group for group in found.groups())
            )
    return text
