"""Everything a plan holds reaches the plan check."""

import datetime

import pytest

from provision.choices import ItemKind, SectionKind
from provision.models import Plan, PlanItem, PlannedProvision, Target
from provision.plan_check import CheckedPlan, CheckedSection, check, family_text
from provision.plan_types import shipped
from provision.queries.checked import (
    COVERS_EVERY_NEED,
    PROMISES,
    READ_AS,
    checked_plan,
    laid_over,
    names_of,
    surroundings_of,
)
from provision.queries.desk import desk_of
from provision.queries.papers import KINDS_OF_ITEMS
from register.models import Pupil, SenNeed
from senco.access.context import acting_as
from tests.factories import as_owner, pupil
from tests.factories.plans import outcome, part_of, plan, section

pytestmark = pytest.mark.django_db
DESCRIBES = frozenset(
    {
        "strengths", "barriers", "agencies", "staff_notes", "seen", "calm", "condition", "treatment", "trained", "agreed", "important",
        "specialists", "transfer",
    }
)  # fmt: skip


def read(made, membership) -> CheckedPlan:
    with acting_as(membership):
        found = Plan.objects.with_state().get(pk=made.pk)
        return checked_plan(found, desk_of(found, membership), surroundings_of(found, membership))


def test_every_kind_of_section_is_read_in_some_way():
    assert set(READ_AS) | {SectionKind.TEXT} == set(SectionKind)
    texts = {one.code for kind in shipped().values() for one in kind.sections if one.kind == SectionKind.TEXT}
    assert texts == PROMISES | DESCRIBES and not PROMISES & DESCRIBES
    assert set(shipped()) > COVERS_EVERY_NEED


def test_every_kind_of_item_is_read(cast, begun):
    made = begun()
    with as_owner():
        for kind in ItemKind:
            PlanItem.objects.create(
                **part_of(made), saved_by=cast.teacher, kind=kind, text=f"A {kind}", plain="Plain"
            )
    found = read(made, cast.teacher)
    assert {item.text for item in found.items} == {f"A {kind}" for kind in ItemKind}
    assert set(ItemKind) == {kind for kinds in KINDS_OF_ITEMS.values() for kind in kinds}


def test_every_field_arrives(cast, begun):
    made = begun()
    day = datetime.date(2026, 11, 30)
    goal = outcome(
        made, "Reads", plain="P", baseline="B", measure="M", target="T", by_when=day, adult_words="Ms Bell", area="CL", need="SPLD"
    )  # fmt: skip
    with as_owner():
        saved = part_of(made) | {"saved_by": cast.teacher}
        Target.objects.create(**saved, outcome=goal, text="Step", measure="Count", by_when=day)
        PlanItem.objects.create(**saved, kind="strategy", text="Sit", area="CI", bank="now-and-next")
        PlannedProvision.objects.create(
            **saved, what="Club", plain="C", adult=cast.ta, sessions_a_week=2, minutes=20, weeks=6, group_size=3, outcome=goal
        )  # fmt: skip
        SenNeed.objects.create(
            school_id=made.school_id, pupil=cast.child, need_type="SLCN", starts=datetime.date(2025, 9, 1)
        )
    found = read(made, cast.teacher)
    [one] = found.outcomes
    assert (one.text, one.plain, one.baseline, one.measure, one.target) == ("Reads", "P", "B", "M", "T")
    assert (one.by_when, one.adult, one.areas, one.needs, one.shared) == (
        day,
        "Ms Bell",
        {"CL"},
        {"SPLD"},
        True,
    )
    assert [(step.text, step.measure, step.by_when) for step in one.targets] == [("Step", "Count", day)]
    [item] = found.items
    assert item.areas == {"CI"} and item.needs
    [given] = found.provisions
    assert (given.what, given.plain, given.who) == ("Club", "C", cast.ta.name)
    assert (given.sessions_a_week, given.minutes, given.weeks, given.group_size) == (2, 20, 6, 3)
    assert given.outcomes == {one.key}
    assert [need.code for need in found.needs] == ["SLCN"]
    assert (found.starts_on, found.review_on) == (made.starts, made.review_on)
    assert found.pupil_names == names_of(cast.child) and cast.ta.name in found.staff_names
    assert found.has_outcomes and found.has_provision


def test_what_was_removed_is_not_read(cast, begun):
    made = begun()
    outcome(made, "Gone", removed_at=made.begun_at)
    outcome(made, "There")
    assert [one.text for one in read(made, cast.teacher).outcomes] == ["There"]


def test_staff_only_sections_are_not_read_as_the_familys(cast, begun):
    made = begun()
    goal = outcome(made, "Reads")
    with as_owner():
        made.sections.filter(kind="outcomes").update(shared=False)
    found = read(made, cast.teacher)
    assert [one.shared for one in found.outcomes] == [False] and found.outcomes[0].key == f"outcome-{goal.pk}"


def test_a_section_with_rows_is_not_empty(cast, begun):
    made = begun()
    with as_owner():
        made.sections.update(required=True)
    asked = {one.key for one in read(made, cast.teacher).sections if one.required}
    assert "section-strategies" in asked and "section-outcomes" not in asked
    with as_owner():
        PlanItem.objects.create(**part_of(made), saved_by=cast.teacher, kind="strategy", text="Sit")
    assert "section-strategies" not in {one.key for one in read(made, cast.teacher).sections if one.required}


def test_a_plan_without_a_place_for_outcomes_is_not_asked_for_them(cast):
    made = plan(cast.child, by=cast.teacher, plan_type="healthcare")
    section(made, "condition")
    rules = {one.rule for one in check(read(made, cast.teacher)) if one.field == "outcomes"}
    assert not rules
    section(made, "outcomes", kind="outcomes", position=1)  # the control
    assert {one.rule for one in check(read(made, cast.teacher)) if one.field == "outcomes"} == {
        "empty_section"
    }


def test_a_plan_about_one_matter_need_not_answer_every_need(cast):
    with as_owner():
        SenNeed.objects.create(
            school_id=cast.child.school_id, pupil=cast.child, need_type="HI", starts=datetime.date(2025, 9, 1)
        )
    for kind, expected in (("behaviour", ()), ("healthcare", ()), ("support_plan", ("HI",))):
        made = plan(cast.child, by=cast.teacher, plan_type=kind)
        section(made, "strengths")
        assert tuple(need.code for need in read(made, cast.senco).needs) == expected


def test_where_nothing_is_given_outcomes_answer_for_themselves(cast):
    with as_owner():
        SenNeed.objects.create(
            school_id=cast.child.school_id,
            pupil=cast.child,
            need_type="SPLD",
            starts=datetime.date(2025, 9, 1),
        )
    made = plan(cast.child, by=cast.teacher)
    section(made, "outcomes", kind="outcomes")
    outcome(made, "Reads a page alone", area="CL")
    assert "need_without_provision" not in {one.rule for one in check(read(made, cast.teacher))}
    section(made, "provision", kind="provision", position=1)  # the control: now something should be given
    assert "need_without_provision" in {one.rule for one in check(read(made, cast.teacher))}


def test_only_pupils_whom_the_reader_may_open_are_looked_for(cast, begun):
    made = begun()
    for number in (1, 2):
        pupil(at=cast.child.school, legal_forename=f"Zebedee{number}", year_group=cast.child.year_group)
    pupil(at=cast.child.school, legal_forename="Older", year_group=(cast.child.year_group or 0) + 1)
    assert not [name for name in read(made, cast.teacher).other_pupils if "Zebedee" in name]
    names = " ".join(read(made, cast.senco).other_pupils)
    assert "Zebedee1" in names and "Zebedee2" in names and "Older" not in names
    with as_owner():
        assert Pupil.objects.filter(legal_forename="Older").exists()


def test_what_is_typed_takes_the_place_of_what_is_stored():
    stored = CheckedPlan(
        today=datetime.date(2026, 11, 26), sections=(CheckedSection(key="a", title="A", text="old"), CheckedSection(key="b", title="B"))
    )  # fmt: skip
    over = laid_over(stored, CheckedSection(key="a", title="A", text="new"))
    assert [one.text for one in over.sections] == ["new", ""]
    assert [one.key for one in laid_over(stored, CheckedSection(key="c", title="C")).sections] == [
        "a",
        "b",
        "c",
    ]


def test_the_familys_reading_age_counts_what_they_read():
    words = "The cat sat on the mat and then it ran to the big red door. " * 4
    hard = (
        "Multidisciplinary recommendations necessitate individualised accommodations throughout curriculum implementation. "
        * 4
    )

    def of(**fields):
        parts = (
            CheckedSection(key="a", title="A", text=words, shared=True),
            CheckedSection(key="b", title="B", text=hard, **fields),
        )
        return family_text(CheckedPlan(today=datetime.date(2026, 11, 26), sections=parts)).age

    assert of(shared=False) < 9 < 14 < of(shared=True)
    assert family_text(CheckedPlan(today=datetime.date(2026, 11, 26))).age is None
