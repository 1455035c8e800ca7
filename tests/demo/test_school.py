"""The demo school is the same for the same seed and day, and looks like a school."""

import csv
import datetime
import itertools
from collections import Counter
from pathlib import Path

import pytest
from django.utils import timezone

from register.choices import Relationship
from register.imports.identifiers import is_valid_upn, upn_authority_known
from register.models import (
    Concern,
    ConcernNote,
    ConcernNotice,
    ConcernStep,
    Contact,
    ContactAddress,
    GroupPupil,
    Pupil,
    PupilCharacteristic,
    SenNeed,
    SenStatus,
    ViewRequest,
)
from senco.accounts.models import Membership, School
from senco.accounts.roles import Role
from senco.core.calendar import is_school_day, year_group
from senco.demo import children, rates
from senco.demo.accounts import SIGN_INS
from tests.demo.conftest import TODAY, built

INPUTS = Path(__file__).resolve().parents[1] / "register" / "inputs"


def rows(world):
    """Every record as its values, in the order made."""
    return [
        (model.__name__, [str(getattr(record, field.attname)) for field in model._meta.concrete_fields if not field.generated])
        for model, records in world.batch.items()
        for record in records
    ]  # fmt: skip


def test_the_same_seed_and_day_give_the_same_school():
    first, again = (built.__wrapped__(60, 5) for _number in range(2))
    assert rows(first) == rows(again)
    assert rows(built(60, 6)) != rows(first)  # control: the seed decides


def test_larkfield_is_the_school_that_the_example_files_are_for(school_of):
    [school] = school_of(300).made(School)
    assert (school.name, school.laestab, school.nation) == ("Larkfield Academy", "9994001", "ENG")


def test_every_school_of_many_has_a_name_and_numbers_of_its_own(school_of):
    schools = [school_of(0, number=number).made(School)[0] for number in range(200)]
    for field in ("name", "urn", "laestab"):
        assert len({getattr(school, field) for school in schools}) == 200, field
    assert all(len(school.urn) == 6 and len(school.laestab) == 7 for school in schools)


@pytest.mark.parametrize("pupils", [60, 300, 1050])
def test_as_many_pupils_on_roll_as_asked_for(school_of, pupils):
    on_roll = [pupil for pupil in school_of(pupils).made(Pupil) if pupil.left_on is None]
    years = Counter(pupil.year_group for pupil in on_roll)
    assert len(on_roll) == pupils
    assert max(years.values()) - min(years.values()) <= 1
    assert all(str(pupil.year_group) == year_group(pupil.date_of_birth, 2026) for pupil in on_roll)


def test_numbers_of_pupils_are_valid_and_nobody_elses(school_of):
    pupils = school_of(1050).made(Pupil)
    upns = {pupil.upn for pupil in pupils}
    assert len(upns) == len(pupils) == len({pupil.admission_number for pupil in pupils})
    assert all(is_valid_upn(upn) and upn_authority_known(upn) for upn in upns)


def test_nobody_is_in_the_example_import_files(school_of):
    with (INPUTS / "sims_pupils.csv").open(encoding="cp1252", newline="") as file:
        known = list(csv.DictReader(file))
    world = school_of(1050)
    assert not {pupil.upn for pupil in world.made(Pupil)} & {row["UPN"] for row in known}
    numbers = {row["Adno"].lstrip("0") for row in known}
    assert not {pupil.admission_number.lstrip("0") for pupil in world.made(Pupil)} & numbers
    assert not any(member.staff_code.startswith("ST0") for member in world.made(Membership))


# The rates of the country ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def many():
    """Six schools' pupils with their status of today, their needs and facts."""
    found = []
    for seed in range(6):
        world = built(1050, seed)
        status = {row.pupil_id: row.provision for row in world.made(SenStatus) if row.ends is None}
        facts = {(row.pupil_id, row.kind) for row in world.made(PupilCharacteristic)}
        found += [(pupil, status[pupil.pk], facts) for pupil in world.made(Pupil) if pupil.left_on is None]
    return found


def share(group, holds) -> float:
    return 100 * sum(map(holds, group)) / len(group)


def test_the_register_has_the_size_of_the_countrys(many):
    assert share(many, lambda row: row[1] == "K") == pytest.approx(13.5, abs=0.5)
    assert share(many, lambda row: row[1] == "E") == pytest.approx(3.8, abs=0.3)
    for year, percent in rates.SUPPORT_PERCENT.items():
        cohort = [row for row in many if row[0].year_group == year]
        assert share(cohort, lambda row: row[1] == "K") == pytest.approx(percent, abs=0.6)


@pytest.mark.parametrize(
    ("status", "boys", "meals"),
    [("E", 71, 43.8), ("K", 61, 39.3), ("N", 49.5, 22.2)],
    ids=["plan", "support", "none"],
)
def test_boys_and_free_meals_are_as_frequent_as_in_the_country(many, status, boys, meals):
    group = [row for row in many if row[1] == status]
    assert share(group, lambda row: row[0].sex == "M") == pytest.approx(boys, abs=6)
    assert share(group, lambda row: (row[0].pk, "FSM") in row[2]) == pytest.approx(meals, abs=7)


@pytest.mark.parametrize(
    ("status", "missed", "persistent"), [("N", 6.1, 18.2), ("K", 10.3, 29.9), ("E", 12.4, 34.6)]
)
def test_absence_is_as_in_the_country(many, status, missed, persistent):
    absence = [100 - float(row[0].attendance_percent) for row in many if row[1] == status]
    assert sum(absence) / len(absence) == pytest.approx(missed, abs=2)
    assert share(absence, lambda percent: percent >= 10) == pytest.approx(persistent, abs=6)


def test_few_are_looked_after_and_most_of_them_have_sen(many):
    cared_for = [row for row in many if (row[0].pk, "LAC") in row[2]]
    assert share(many, lambda row: (row[0].pk, "LAC") in row[2]) == pytest.approx(0.9, abs=0.4)
    assert share(cared_for, lambda row: row[1] != "N") > 45


def test_every_pupil_with_sen_has_a_primary_need(school_of):
    world = school_of(1050)
    first = {need.pupil_id for need in world.made(SenNeed) if need.rank == 1 and need.ends is None}
    listed = {row.pupil_id for row in world.made(SenStatus) if row.ends is None and row.provision != "N"}
    assert first == listed


# Families ----------------------------------------------------------------------------------------------------------------


def test_families_of_every_kind(school_of):
    world = school_of(1050)
    contacts, addresses = world.made(Contact), {row.contact_id: row for row in world.made(ContactAddress)}
    of_pupil = {
        key: list(group)
        for key, group in itertools.groupby(sorted(contacts, key=lambda row: row.pupil_id.int), key=lambda row: row.pupil_id)
    }  # fmt: skip
    apart = [rows for rows in of_pupil.values() if len({addresses[row.pk].lines for row in rows}) > 1]
    ordered = [row for row in contacts if row.court_order]
    assert len(of_pupil) == len(world.made(Pupil))
    assert len(apart) > 100
    assert ordered and all(row.restriction and row.membership is None for row in ordered)
    assert any(addresses[row.pk].confidential for row in contacts)
    fostered = [row for row in contacts if row.relationship == Relationship.FOSTER_MOTHER]
    workers = {row.pupil_id for row in contacts if row.relationship == Relationship.SOCIAL_WORKER}
    assert fostered and {row.pupil_id for row in fostered} == workers


def test_siblings_share_their_parents(school_of):
    contacts = [row for row in school_of(1050).made(Contact) if row.email]
    families = Counter(row.email for row in contacts)
    assert max(families.values()) >= 2
    for email in (email for email, count in families.items() if count > 1):
        same = [row for row in contacts if row.email == email]
        assert len({(row.forename, row.surname, row.phone, row.membership_id) for row in same}) == 1


def test_the_teacher_is_a_parent_here_too(school_of):
    members = school_of(300).made(Membership)
    mine = [member for member in members if member.email == "teacher@larkfield.example"]
    assert {member.role for member in mine} == {Role.TEACHER, Role.PARENT}
    assert len({member.user_id for member in mine}) == 1


def test_the_eight_sign_ins(school_of):
    roles = {
        member.email.split("@")[0]: member.role
        for member in school_of(300).made(Membership)
        if member.user_id
    }
    assert {name: roles[name] for name in (sign_in.name for sign_in in SIGN_INS)} == {
        "senco": Role.SENCO, "office": Role.ADMIN, "head": Role.HEAD, "teacher": Role.PARENT, "ta": Role.TA,
        "parent": Role.PARENT, "professional": Role.PROFESSIONAL, "governor": Role.GOVERNOR,
    }  # fmt: skip


def test_without_pupils_there_are_staff_to_import_them(school_of):
    world = school_of(0)
    assert {member.role for member in world.made(Membership)} == {
        Role.SENCO, Role.ADMIN, Role.HEAD, Role.TEACHER, Role.TA, Role.GOVERNOR,
    }  # fmt: skip
    assert not world.made(Pupil)


# Two years of history, on any day of the year ----------------------------------------------------------------------------

DAYS = [
    datetime.date(2026, 9, 1), datetime.date(2026, 9, 4), TODAY, datetime.date(2027, 1, 1), datetime.date(2027, 4, 1),
    datetime.date(2027, 8, 20), datetime.date(2028, 2, 29),
]  # fmt: skip


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_status_runs_without_gaps_and_nothing_is_in_the_future(school_of, today):
    world = school_of(120, seed=3, today=today)
    histories: dict = {}
    for row in world.made(SenStatus):
        histories.setdefault(row.pupil_id, []).append(row)
    for history in histories.values():
        assert history[0].starts == history[0].pupil.joined_on
        assert [row.ends for row in history] == [row.starts for row in history[1:]] + [None]
        assert all(row.starts <= today for row in history)
    now = timezone.make_aware(datetime.datetime.combine(today, datetime.time(7)))
    moments = [
        (Concern, "raised_at"),
        (ConcernStep, "at"),
        (ConcernNotice, "sent_at"),
        (ConcernNote, "at"),
        (ViewRequest, "answered_at"),
    ]
    for model, field in moments:
        assert all(getattr(row, field) <= now for row in world.made(model) if getattr(row, field)), model


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_steps_follow_each_other_and_their_concern(school_of, today):
    world = school_of(120, seed=3, today=today)
    steps: dict = {}
    for step in world.made(ConcernStep):
        steps.setdefault(step.concern_id, []).append(step)
    for concern in world.made(Concern):
        taken = steps[concern.pk]
        assert taken[0].kind == ConcernStep.Kind.RAISED and taken[0].at == concern.raised_at
        assert [step.at for step in taken] == sorted(step.at for step in taken)  # several are asked at once
        assert concern.raised_at.date() >= concern.pupil.joined_on


def test_concerns_of_every_state_and_monitoring_due_and_overdue(school_of):
    world = school_of(1050)
    kinds = Counter(step.kind for step in world.made(ConcernStep))
    assert set(kinds) >= {
        "raised",
        "assigned",
        "views_asked",
        "observed",
        "decided",
        "told",
        "withdrawn",
        "reopened",
    }
    decisions = {step.decision for step in world.made(ConcernStep) if step.decision}
    assert decisions == {
        "advise",
        "monitor",
        "start_support",
        "refer",
        "consider_ehc",
        "not_sen",
        "safeguarding",
    }
    from register.models import Monitoring

    open_reviews = [row.review_on for row in world.made(Monitoring) if row.ended_at is None]
    assert any(day < TODAY for day in open_reviews) and any(day > TODAY for day in open_reviews)
    assert all(row.review_on - row.starts >= datetime.timedelta(days=7) for row in world.made(Monitoring))


def test_terms_reach_two_years_back_and_a_year_ahead(school_of):
    calendar = school_of(0).calendar
    assert calendar.first_day < TODAY - datetime.timedelta(
        days=730
    ) and calendar.last_day > TODAY + datetime.timedelta(days=365)
    for day, open_ in [
        ("2026-11-20", True),
        ("2026-10-28", False),
        ("2026-12-25", False),
        ("2027-02-16", False),
    ]:
        assert is_school_day(datetime.date.fromisoformat(day), calendar) is open_, day


def test_everybody_sits_in_seven_groups(school_of):
    world = school_of(300)
    sitting = Counter(row.pupil_id for row in world.made(GroupPupil))
    assert set(sitting.values()) == {7}
    assert len(sitting) == 300


def test_a_year_has_as_many_forms_as_it_fills():
    assert children.forms_in_a_year(1050) == 7
    assert children.forms_in_a_year(60) == 1
