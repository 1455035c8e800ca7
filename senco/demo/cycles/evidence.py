"""What a plan rests on and what is seen while it runs: scores, earlier concerns, notes of the term."""

import datetime
from dataclasses import dataclass, field

from provision.models import PulledConcern, Score, Seen
from register.choices import Decision
from senco.demo.concern_plans import ConcernPlan
from senco.demo.cycles.course import Strand
from senco.demo.cycles.days import SchoolDays
from senco.demo.cycles.writing import Page
from senco.demo.words.plans import people

LED_TO_SUPPORT = {Decision.START_SUPPORT, Decision.CONSIDER_EHC}
LIKE = {
    "DS": "SLD",
    "PMLD": "SLD",
    "MSI": "VI",
}  # whose tests are the same; all others without their own are tested as MLD
FIRST_TESTS = 2
SCORE_RANGE, MOST_GAINED = (70, 96), 4
WITHOUT_WORDS, ELSEWHERE, ABOUT_TARGET = 0.12, 0.15, 0.3
NOTE_EVERY = 16  # school days, about, for each outcome
QUIET_DAYS = 6  # before today: the notes of this week are still to be made


@dataclass
class File:
    """One pupil's scores over all cycles: the latest value of each test."""

    scores: list[Score] = field(default_factory=list)
    values: dict[str, int] = field(default_factory=dict)


def add_scores(page: Page, file: File, taken_on: datetime.date, *, first: bool) -> None:
    """Two tests with the first plan, and one of them again each autumn."""
    need = page.child.needs[0]
    tests = people.TESTS.get(LIKE.get(need, need), people.TESTS["MLD"])
    if not first and taken_on.month < 9:
        return
    for test, kind, source in tests[:FIRST_TESTS] if first else tests[:1]:
        add_score(page, file, test, kind, source, taken_on)


def add_score(page: Page, file: File, test: str, kind, source: str, taken_on: datetime.date) -> None:
    rng = page.world.rng
    low, high = SCORE_RANGE if kind == "standard" else kind[1:]
    value = (
        min(file.values[test] + rng.randrange(MOST_GAINED), high)
        if test in file.values
        else rng.randint(low, high)
    )
    file.values[test] = value
    result = f"{value // 2 - 8} of 60" if kind == "standard" else kind[0].format(n=value)
    score = page.row(
        Score, position=len(file.scores), test=test, result=result, standardised=value if kind == "standard" else None,
        taken_on=taken_on, source=page.team.senco.name if source == "senco" else source,
    )  # fmt: skip
    file.scores.append(score)


def pull_concerns(page: Page, concerns: list[ConcernPlan], begun: datetime.date) -> list[PulledConcern]:
    """Those that had led to support by the day the plan was begun; the list loses them."""
    ready = [
        each
        for each in concerns
        if each.decision in LED_TO_SUPPORT and each.decided and each.decided <= begun
    ]
    for each in ready:
        concerns.remove(each)
    return sorted((pull(page, each) for each in ready), key=lambda row: (row.raised_on, row.pk))


def pull(page: Page, plan: ConcernPlan) -> PulledConcern:
    concern, senco = plan.concern, page.team.senco
    return page.world.add(
        PulledConcern, concern_id=concern.pk, text=concern.what_happened, raised_on=concern.raised_at.date(),
        raised_by_name=concern.raised_by.name, by_id=senco.pk, at=page.saved_at, **page.ids,
    )  # fmt: skip


def note_what_was_seen(page: Page, strands: list[Strand], days: SchoolDays, starts: int, until: int) -> None:
    """Notes on each outcome between its start and `until`."""
    last = min(until, days.today - QUIET_DAYS)
    for strand in strands:
        place = starts + page.world.rng.randrange(3, NOTE_EVERY)
        while place < last:
            add_note(page, strand, days[place])
            place += page.world.rng.randrange(NOTE_EVERY // 2, NOTE_EVERY * 2)


def add_note(page: Page, strand: Strand, on: datetime.date) -> None:
    """By whoever sees to the outcome, or by the helper where that is somebody from outside."""
    rng = page.world.rng
    outcome, targets = page.outcomes[strand.thread.code], page.targets[strand.thread.code]
    target = rng.choice(targets) if targets and rng.random() < ABOUT_TARGET else None
    page.world.add(
        Seen, outcome_id=outcome.pk, target_id=target.pk if target else None, on=on, text=words_of_note(page, strand),
        by_id=(outcome.adult or page.team.helper).pk, at=page.world.at(on, from_hour=13, to_hour=17), **page.ids,
    )  # fmt: skip


def words_of_note(page: Page, strand: Strand) -> str:
    """Of the thread while it has words that no plan of the pupil's had; then what was counted, or "seen" and no more."""
    rng = page.world.rng
    if rng.random() < WITHOUT_WORDS:
        return ""
    unused = [text for text in strand.thread.seen if text not in page.said]
    if unused and rng.random() > ELSEWHERE:
        return page.words(page.fresh(unused), strand)
    if any(text not in page.said for text in people.SEEN_ELSEWHERE):
        return page.words(page.fresh(people.SEEN_ELSEWHERE))
    count = rng.randint(*sorted((strand.now, strand.half)))
    return page.words(rng.choice(people.COUNTED), strand, count=str(count))
