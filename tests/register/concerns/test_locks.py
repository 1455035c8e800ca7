"""Each lock by itself on the tables of concerns: `visible_to` without row-level security, and row-level security alone."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from register.actions.concerns import next_reference
from register.models import (
    Concern,
    ConcernNote,
    ConcernNotice,
    ConcernStep,
    Monitoring,
    ReferenceCounter,
    ViewRequest,
)
from senco.access.context import acting_as
from senco.accounts.models import Membership
from tests.factories import access, as_owner, bypassing_row_security, person
from tests.factories.records import days

MODELS = (Concern, ConcernStep, ConcernNote, ConcernNotice, ViewRequest, Monitoring)


@pytest.fixture
def full(scene):
    """One concern by the teacher, with a row of every kind, and one by the mother. The colleague was asked about it."""
    made = scene.concern()
    step = scene.step(made, "observed")
    with as_owner():
        ConcernNote.objects.create(**scene.common(made), step=step, text="Office only", by=scene.senco)
    scene.asked(made)
    scene.notice(made, "raiser")
    scene.notice(made, "parents")
    scene.notice(made, "parents", sent_at=days(0.01))
    scene.notice(made, "parents", withdrawn_at=timezone.now())
    scene.watched()
    scene.concern(by=scene.mother)
    return scene


SIGHT = {  # what each person sees: concerns, steps, notes, notices, views asked, watching
    "senco": (2, 7, 1, 4, 1, 1),
    "teacher": (1, 6, 0, 1, 0, 1),
    "colleague": (0, 0, 0, 0, 1, 1),  # a view of one's own, not an echo
    "mother": (1, 1, 0, 1, 0, 0),
}


@pytest.mark.parametrize("who", SIGHT)
def test_row_level_security_alone(full, who):
    with acting_as(getattr(full, who)):
        assert tuple(sight(lambda model: model.objects.all())) == SIGHT[who]


@pytest.mark.parametrize("who", SIGHT)
def test_visible_to_alone(full, who):
    membership = getattr(full, who)
    with bypassing_row_security():
        assert tuple(sight(lambda model: model.objects.visible_to(membership))) == SIGHT[who]
        assert (
            tuple(sight(lambda model: model.objects.all())) == SIGHT["senco"]
        )  # control: the filter narrowed it


def sight(rows):
    """How many rows of each model; no right at all on a table counts as none."""
    for model in MODELS:
        try:
            with transaction.atomic():
                yield rows(model).count()
        except ProgrammingError:
            yield 0


LEFT = {  # what stays with somebody whose grant has ended: a teacher keeps what they raised, a family keeps nothing
    "teacher": (1, 6, 0, 1, 0, 0),
    "colleague": (0, 0, 0, 0, 0, 0),
    "mother": (0, 0, 0, 0, 0, 0),
}


@pytest.mark.parametrize("who", LEFT)
def test_a_grant_that_ended_closes_all_but_what_staff_raised(full, who):
    membership = getattr(full, who)
    with as_owner():
        membership.access.update(starts=days(-2), ends=days(-0.0001))
    with acting_as(membership):
        assert tuple(sight(lambda model: model.objects.all())) == LEFT[who]
    with bypassing_row_security():
        assert tuple(sight(lambda model: model.objects.visible_to(membership))) == LEFT[who]


@pytest.mark.parametrize("who", LEFT)
def test_a_role_that_ended_closes_everything(full, who):
    membership = getattr(full, who)
    with as_owner():
        Membership.objects.filter(pk=membership.pk).update(ends=days(-0.0001))
    with acting_as(membership):
        assert set(sight(lambda model: model.objects.all())) == {0}
    with bypassing_row_security():
        assert set(sight(lambda model: model.objects.visible_to(membership))) == {0}


@pytest.mark.parametrize("column", ["decision", "monitor_until", "by_id", "to_id"])
@pytest.mark.parametrize("who", ["teacher", "mother"])
def test_whoever_raised_it_learns_that_steps_were_taken_and_not_which_decision(full, who, column):
    with acting_as(getattr(full, who)):
        assert ConcernStep.objects.filter(kind="raised").exists()  # control: for the state
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(getattr(full, who)):
        list(ConcernStep.objects.values_list(column, flat=True))


@pytest.mark.parametrize("role", ["professional", "governor"])
def test_other_roles_see_none_of_it(full, role):
    somebody = person(role, at=full.school)
    access(somebody, full.amina)
    with acting_as(somebody):
        assert set(sight(lambda model: model.objects.all())) == {0}
    with bypassing_row_security():
        assert set(sight(lambda model: model.objects.visible_to(somebody))) == {0}


def test_another_schools_office_sees_none_of_it(full):
    elsewhere = person("senco")
    with acting_as(elsewhere):
        assert set(sight(lambda model: model.objects.all())) == {0}
    with bypassing_row_security():
        assert set(sight(lambda model: model.objects.visible_to(elsewhere))) == {0}


# Writing: what the database refuses whatever the code does ------------------------------------------------------------------


def concern_of(scene, by) -> Concern:
    return Concern(
        school=scene.school, pupil=scene.amina, raised_by=by, reference="2026-900", seen=["maths"], what_happened="x",
        seen_on=timezone.localdate(),
    )  # fmt: skip


@pytest.mark.parametrize("who", ["teacher", "mother"])
def test_nobody_raises_a_concern_in_anothers_name_or_about_a_stranger(scene, who):
    me = getattr(scene, who)
    with acting_as(me):
        counted(concern_of(scene, me)).save(force_insert=True)  # control: one's own is taken
    foreign, uncounted, stranger = (concern_of(scene, by) for by in (scene.colleague, me, me))
    stranger.pupil = scene.stranger
    for refused in (foreign, stranger):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(me):
            counted(refused).save(force_insert=True)
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(me):
        uncounted.save(force_insert=True)


def counted(concern: Concern) -> Concern:
    """With the reference that is its turn: nobody takes one of their own choice."""
    concern.reference = next_reference(concern.school_id)
    return concern


@pytest.mark.parametrize("who", ["teacher", "mother"])
def test_a_concern_once_sent_is_changed_by_the_office_alone(scene, who):
    me = getattr(scene, who)
    made = scene.concern(by=me)
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(me):
        Concern.objects.filter(pk=made.pk).update(what_happened="Changed")
    with acting_as(scene.senco):
        assert Concern.objects.filter(pk=made.pk).update(urgent=True) == 1  # control


@pytest.mark.parametrize("kind", ["decided", "told", "assigned", "observed", "views_asked", "reopened"])
def test_only_the_office_takes_the_steps_of_triage(scene, kind):
    made = scene.concern()
    facts = {"decision": "advise"} if kind == "decided" else {}
    step = ConcernStep(**scene.common(made), kind=kind, by=scene.teacher, **facts)
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(scene.teacher):
        step.save(force_insert=True)


@pytest.mark.parametrize(
    "table", ["concern", "concernstep", "concernnote", "concernnotice", "viewrequest", "monitoring"]
)
@pytest.mark.parametrize("who", ["senco", "teacher", "mother"])
def test_nobody_deletes(full, who, table):
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with refused, acting_as(getattr(full, who)), connection.cursor() as cursor:
        cursor.execute(f"delete from register_{table}")


def test_a_teacher_answers_but_does_not_move_the_asking(scene):
    scene.asked(scene.concern())
    view = ViewRequest.objects
    with acting_as(scene.colleague):
        assert view.update(same_concern="yes", answered_at=timezone.now()) == 1
    for column in ("due_on", "cancelled_at", "settled_at"):
        with pytest.raises(ProgrammingError, match="permission denied"), acting_as(scene.colleague):
            view.update(**{column: timezone.now()})


@pytest.mark.parametrize(
    ("kind", "facts"),
    [("decided", {"decision": "advise"}), ("told", {}), ("untold", {}), ("closed", {}), ("withdrawn", {})],
)
def test_an_answer_stands_once_the_concern_is_decided(scene, kind, facts):
    made = scene.concern()
    scene.asked(made, answered_at=days(-1), same_concern="no")
    scene.step(made, kind, **facts)
    with acting_as(scene.colleague):
        assert ViewRequest.objects.update(same_concern="yes") == 0
    scene.step(made, "reopened", at=days(0.001))
    with acting_as(scene.colleague):
        assert ViewRequest.objects.update(same_concern="yes") == 1  # control


@pytest.mark.parametrize("column", ["same_concern", "answer", "answered_at", "asked_id"])
def test_the_office_rewrites_no_answer(scene, column):
    scene.asked(scene.concern(), answered_at=days(-1), same_concern="no", answer="Mine")
    with acting_as(scene.senco):
        assert ViewRequest.objects.update(due_on=timezone.localdate()) == 1  # control: the asking is theirs
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(scene.senco):
        ViewRequest.objects.update(**{column: None})


def test_the_office_asks_but_answers_for_nobody(scene):
    asked = {
        "asked": scene.colleague,
        "asked_by": scene.senco,
        "due_on": timezone.localdate(),
    }
    answered = {"same_concern": "yes", "answer": "Said for them", "answered_at": timezone.now()}
    forged = ViewRequest(**scene.common(scene.concern()), **asked, **answered)
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(scene.senco):
        forged.save(force_insert=True)
    with acting_as(scene.senco):
        ViewRequest(**scene.common(scene.concern()), **asked).save(force_insert=True)  # control


def test_the_office_writes_in_nobody_elses_name(scene):
    made = scene.concern()
    step = scene.step(made, "observed")
    deputy, common = person("senco", at=scene.school), scene.common(made)
    told = {"step": step, "audience": "raiser", "text": "x"}
    for signed in (
        lambda by: ConcernStep(**common, kind="observed", by=by),
        lambda by: ConcernNote(**common, step=step, text="x", by=by),
        lambda by: ConcernNotice(**common, **told, sent_by=by),
        lambda by: concern_of(scene, by),
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(scene.senco):
            signed(deputy).save(force_insert=True)
        with acting_as(scene.senco):
            signed(scene.senco).save(force_insert=True)  # control


def test_counters_of_other_schools_are_out_of_reach(scene):
    elsewhere = person("teacher")
    with as_owner():
        ReferenceCounter.objects.create(school=elsewhere.school, year=2026, last_number=7)
    with acting_as(scene.teacher):
        assert not ReferenceCounter.objects.filter(year=2026).exists()
        assert ReferenceCounter.objects.filter(year=2026).update(last_number=0) == 0
