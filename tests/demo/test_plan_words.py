"""What the plans of the demo school say: specific, about this pupil alone, and different from plan to plan."""

import re
from collections import Counter
from random import Random

import pytest

from provision import models
from register.models import Pupil
from senco.accounts.models import Membership
from senco.demo import rates
from senco.demo.cycles.course import THREADS
from senco.demo.words.plans import ALL_YEARS, people
from tests.demo.plans import rows_of, series_of

VAGUE = re.compile(
    r"\b(regular(ly)?|access to|as appropriate|where appropriate|as (needed|required|necessary)|where possible|if possible|"
    r"when necessary|a range of|a variety of|various|ongoing|opportunit(y|ies)|continue to|etc|support with|adult support|"
    r"improve[sd]?|appropriately|encouraged?|try to|frequent(ly)?)\b",
    re.IGNORECASE,
)
TEXTS = {
    models.PlanSection: ("text",),
    models.Outcome: ("text", "plain", "baseline", "measure", "target"),
    models.Target: ("text", "measure"),
    models.PlanItem: ("text", "plain"),
    models.PlannedProvision: ("what", "plain"),
    models.Seen: ("text",),
    models.PlanStep: ("note",),
    models.PlanResponse: ("words",),
}
NO_NAMES = {"Summer", "Grace"}  # forenames of pupils that are words as well


def texts_of(world, model=None):
    """(pupil's key, text) for everything written in plans, or in rows of one model."""
    for each, fields in TEXTS.items():
        if model in (None, each):
            yield from ((row.pupil_id, getattr(row, field)) for row in world.made(each) for field in fields)


def test_there_are_many_threads_and_each_has_a_code_of_its_own():
    assert len({thread.code for thread in THREADS}) == len(THREADS) >= 45


@pytest.mark.parametrize("need", sorted(set(rates.NEEDS_WITH_PLAN) | set(rates.NEEDS_ON_SUPPORT)))
def test_every_need_has_threads_for_every_year(need):
    for year in ALL_YEARS:
        assert sum(need in thread.needs and year in thread.years for thread in THREADS) >= 4, year


@pytest.mark.parametrize("thread", THREADS, ids=lambda thread: thread.code)
def test_a_thread_is_whole_and_counts_in_one_number(thread):
    assert "{aim}" in thread.text and "{aim}" in thread.plain and "{aim}" in thread.target
    assert "{now}" in thread.baseline and len(thread.targets) == 2 and len(thread.seen) >= 3
    assert len(thread.strategies) >= 2 and all(plain for _text, plain in thread.strategies)
    first, beyond = thread.scale.first[0], thread.scale.beyond(thread.scale.first[0])
    assert beyond != first and thread.scale.beyond(thread.scale.best) == thread.scale.best


def test_nothing_is_vague(school_of):
    vague = {VAGUE.search(text)[0]: text for _pupil, text in texts_of(school_of(1050)) if VAGUE.search(text)}
    assert not vague


def test_control_a_vague_word_is_noticed():
    for sample in (
        "Regular reading sessions",
        "Has access to a laptop",
        "Help as appropriate",
        "Will try to improve",
    ):
        assert VAGUE.search(sample), sample
    assert not VAGUE.search("Irregular verbs")


def test_every_text_is_filled_in_and_ends_as_a_text_does(school_of):
    texts = [text for _pupil, text in texts_of(school_of(1050)) if text]
    assert len(texts) > 20_000
    assert not [text for text in texts if re.search(r"[{}]|  |None|\.\.|[a-z]\u201c", text)]
    sections = [text for _pupil, text in texts_of(school_of(1050), models.PlanSection) if text]
    assert all(re.search(r"[.!?\u201d]$", text) for text in sections)


def test_pronouns_are_the_pupils(school_of):
    world = school_of(1050)
    girls = {pupil.pk for pupil in world.made(Pupil) if pupil.sex == "F"}
    barriers = [row for row in world.made(models.PlanSection) if row.code == "barriers"]
    said = Counter(
        (row.pupil_id in girls, bool(re.search(r"\b(he|his|him)\b", row.text))) for row in barriers
    )
    assert said[False, True] > 200 and not said[True, True]


# Whose, and how often ----------------------------------------------------------------------------------------------------


def others_named(world) -> list[str]:
    """Texts in which another pupil's forename stands that is nobody's on the staff."""
    pupils = {pupil.pk: pupil for pupil in world.made(Pupil)}
    forenames = {pupil.legal_forename for pupil in pupils.values()} - NO_NAMES
    staff = {word for member in world.made(Membership) for word in member.last_name.split()}
    found = []
    for pupil, text in texts_of(world):
        own = {pupils[pupil].forename, pupils[pupil].legal_forename}
        words = set(re.findall(r"\b[A-Z][a-z]+\b", text))
        if (words & forenames) - own - staff:
            found.append(text)
    return found


def test_a_plan_names_no_other_pupil(school_of):
    assert not others_named(school_of(1050))


def test_control_another_pupil_in_a_plan_is_noticed(school_of):
    world = school_of(1050)
    section = next(row for row in world.made(models.PlanSection) if row.text)
    kept = section.text
    other = next(p for p in world.made(Pupil) if p.pk != section.pupil_id and p.forename not in kept)
    try:
        section.text = f"{kept} Sits with {other.legal_forename}."
        assert others_named(world) == [section.text]
    finally:
        section.text = kept


def written(world) -> dict:
    """Plan's key → all that its sections and outcomes say."""
    sections, outcomes = rows_of(world, models.PlanSection), rows_of(world, models.Outcome)
    return {
        plan.pk: (*(row.text for row in sections[plan.pk]), *(row.text for row in outcomes[plan.pk]))
        for plan in world.made(models.Plan)
    }


def test_no_two_plans_of_a_pupil_are_the_same(school_of):
    world = school_of(1050)
    said, sections = written(world), rows_of(world, models.PlanSection)
    for plans in series_of(world).values():
        assert len({said[plan.pk] for plan in plans}) == len(plans)
        for code in ("strengths", "pupil_view"):
            texts = [row.text for plan in plans for row in sections[plan.pk] if row.code == code]
            assert len(set(texts)) == len(texts)


def test_a_page_of_ten_plans_hardly_repeats_itself(school_of):
    world = school_of(1050)
    last = [plans[-1] for plans in series_of(world).values()]
    sections, outcomes = rows_of(world, models.PlanSection), rows_of(world, models.Outcome)
    for seed in range(20):
        page = Random(seed).sample(last, 10)
        strengths = [row.text for plan in page for row in sections[plan.pk] if row.code == "strengths"]
        assert len(set(strengths)) == 10
        aims = [row.text for plan in page for row in outcomes[plan.pk]]
        assert len(set(aims)) >= 0.85 * len(aims)


def test_lines_about_the_whole_pupil_are_many_and_all_different():
    for lines in (people.STRENGTHS, people.PUPIL_ALSO, people.PARENTS_ALSO, people.STAFF_NOTES):
        assert len(set(lines)) == len(lines) >= 10
