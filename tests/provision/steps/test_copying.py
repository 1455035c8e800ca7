"""A plan copied to another pupil: what was done, never who the other pupil is."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from provision.actions.copying import copy_plan
from provision.actions.steps import take_step
from provision.actions.writing import write_section
from provision.copied import names_of, without_names
from provision.letters.plan import PlanPaper
from provision.models import Plan, Score
from provision.queries.papers import paper_of
from senco.access.context import acting_as
from tests.days import in_days
from tests.factories import access, as_owner, pupil, school
from tests.provision.between import dates, url, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def target(cast):
    made = pupil(at=cast.here, legal_forename="Ben", legal_surname="Otto")
    access(cast.teacher, made)
    return made


def copied(plan, to, by) -> Plan:
    with acting_as(by):
        return copy_plan(plan=plan, pupil=to, **dates(0, 80), by=by)


def read(plan, by) -> PlanPaper:
    with acting_as(by):
        return paper_of(plan, for_family=False)


def test_texts_and_rows_come_without_names_views_scores_and_dates(cast, target):
    plan = written(cast)
    with acting_as(cast.teacher):
        for code, text in (
            ("pupil_view", "I like ADA things"),
            ("parent_view", "Our words"),
            ("barriers", "ada's reading, Nwosu."),
        ):
            write_section(section=plan.sections.get(code=code), text=text, by=cast.teacher)
    with as_owner():
        Score.objects.create(
            school_id=plan.school_id, pupil_id=plan.pupil_id, plan=plan, test="Reading", result="eighty-five", taken_on=in_days(0),
            source="School", saved_by=cast.teacher,
        )  # fmt: skip
    new = copied(plan, target, cast.teacher)
    said = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", str(read(new, cast.teacher)))  # a key may spell a name
    for absent in ("Ada", "ada", "ADA", "Nwosu", "Our words", "I like", "Reading'", "eighty-five", "Ms Lee"):
        assert absent not in said, absent
    for there in (
        "[copied] [name]'s reading, [name].",
        "[copied] [name] is kind to others.",
        "Reads a page alone",
        "Paired reading",
        "Pre-teach five words",
    ):
        assert there in said, there
    with as_owner():
        row = new.provision.get()
        assert (row.outcome.text, row.minutes, row.adult_words) == ("Reads a page alone", 20, "")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("José and JOSE and jose.", "[name] and [name] and [name]."),
        ("Anne-Marie's", "[name]-[name]'s"),
        ("Joseph likes de cake", "Joseph likes de cake"),
        ("", ""),
    ],
)
def test_names_are_found_whatever_their_case_or_accents(text, left):
    named = pupil(
        at=school(), legal_forename="José", preferred_forename="Anne-Marie", legal_surname="de la Cruz"
    )
    assert without_names(text, names_of(named)) == left


def test_the_page_copies_and_says_what_to_do(acting, cast, target):
    plan = written(cast)
    browser = acting(cast.teacher)
    assert "Write the copy anew" in browser.get(url("copy_plan", plan.pk)).content.decode()
    found = browser.post(url("find_copy_pupil", plan.pk), {"who": "otto"}).content.decode()
    assert "Ben Otto" in found
    chosen = {"pupil": target.pk} | dates(0, 80)
    answer = browser.post(url("copy_plan", plan.pk), chosen)
    with as_owner():
        made = target.plans.get()
    assert answer.url == made.get_absolute_url()


def test_not_to_the_same_pupil_another_school_or_beside_an_open_plan(cast, target):
    plan = written(cast)
    with pytest.raises(ValidationError, match="own plan"):
        copied(plan, cast.child, cast.teacher)
    with pytest.raises(PermissionDenied):
        copied(plan, pupil(at=school()), cast.teacher)
    copied(plan, target, cast.teacher)
    with pytest.raises(ValidationError, match="still open"):
        copied(plan, target, cast.teacher)


def test_only_to_pupils_one_works_with_and_only_by_writers(acting, cast):
    plan = written(cast)
    hidden = pupil(at=cast.here)
    chosen = {"pupil": hidden.pk} | dates(0, 80)
    assert acting(cast.teacher).post(url("copy_plan", plan.pk), chosen).status_code == 422
    with as_owner():
        assert not hidden.plans.exists()
    assert acting(cast.stranger).get(url("copy_plan", plan.pk)).status_code == 404
    for role in ("head", "ta"):  # whoever begins no plan copies none
        assert acting(getattr(cast, role)).get(url("copy_plan", plan.pk)).status_code == 403
    assert acting(cast.ta).post(url("find_copy_pupil", plan.pk)).status_code == 403
    assert acting(cast.teacher).get(url("find_copy_pupil", plan.pk)).status_code == 405


def test_a_mark_on_a_page_for_staff_alone_keeps_the_plan_in_as_well(cast, target):
    new = copied(written(cast), target, cast.teacher)
    with acting_as(cast.senco):
        for section in new.sections.filter(shared=True):
            if section.text:
                write_section(section=section, text="Ben's own.", by=cast.senco)
        with pytest.raises(ValidationError, match="Still copied") as refused:
            take_step(plan=new, name="share", by=cast.senco)
        staff_notes = new.sections.get(code="staff_notes")
        assert staff_notes.title in str(refused.value)
        write_section(section=staff_notes, text="Ben's own.", by=cast.senco)
        with pytest.raises(
            ValidationError, match="Still copied"
        ) as again:  # names in outcomes are marked too
            take_step(plan=new, name="share", by=cast.senco)
        assert staff_notes.title not in str(again.value)
