"""The forms that change status, needs, characteristics and details, and the undo after each."""

import datetime
import re

import pytest
from django.urls import reverse

from register.models import PupilCharacteristic, SenNeed, SenStatus
from senco.access.context import acting_as
from senco.drafts.actions import keep
from tests.factories import access, as_owner, on_status, person, pupil

pytestmark = pytest.mark.django_db
AUTUMN, SPRING = datetime.date(2025, 9, 1), datetime.date(2026, 3, 2)
CHANGE = {
    "stage": "sen_support",
    "starts": "2026-03-02",
    "reason": "less_progress",
    "criteria": "Three years behind.",
}


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def child(senco):
    return pupil(at=senco.school, joined_on=AUTUMN, legal_forename="Ada", legal_surname="Able")


@pytest.fixture
def office(proved, senco):
    return proved(senco)


def url(name, child, *more):
    return reverse(f"register:{name}", args=[child.pk, *more])


def statuses(child):
    with as_owner():
        return list(SenStatus.objects.filter(pupil=child).values_list("provision", "starts", "ends"))


def needs(child):
    with as_owner():
        return list(
            SenNeed.objects.filter(pupil=child, ends__isnull=True).values_list("need_type", "rank", "source")
        )


def seen(office, child, name="set_needs") -> dict:
    """The mark that the form carries, as a browser sends it back."""
    return {"seen": re.search(r'name="seen" value="(\d+)"', office.get(url(name, child)).content.decode())[1]}


def undo_on(page) -> str:
    return re.findall(r'action="(/pupils/[^"]+/undo/[^"]+)"', page.content.decode())[-1]


def test_sen_support_starts_with_its_first_need_and_can_be_taken_back(office, child):
    page = office.post(url("change_status", child), CHANGE | {"primary_need": "SPLD"}, follow=True)
    assert statuses(child) == [("N", AUTUMN, SPRING), ("K", SPRING, None)]
    assert needs(child) == [("SPLD", 1, "school")]
    assert "Three years behind." in page.content.decode()
    undo = undo_on(page)
    assert "Undone" in office.post(undo, follow=True).content.decode()
    assert statuses(child) == [] and needs(child) == [], "the need came with the status and goes with it"
    assert "changed again since" in office.post(undo, follow=True).content.decode()


def test_a_refused_change_shows_why_and_keeps_what_was_typed(office, child):
    on_status(child, since=SPRING)
    page = office.post(
        url("change_status", child),
        CHANGE | {"starts": "2025-12-01", "stage": "ehc_plan", "reason": "plan_issued"},
    )
    text = page.content.decode()
    assert page.status_code == 422 and "There is a problem" in text
    assert "began on 2 Mar 2026" in text and "Three years behind." in text
    assert statuses(child) == [("K", SPRING, None)]


def test_an_empty_form_names_its_fields(office, child):
    text = office.post(url("change_status", child), {"stage": ""}).content.decode()
    assert "Choose an answer for “New status”" in text and "Choose an answer for “Reason”" in text


def test_a_need_that_is_refused_leaves_the_status_alone(office, child):
    answers = CHANGE | {"stage": "ehc_plan", "reason": "plan_issued", "primary_need": "NSA"}
    page = office.post(url("change_status", child), answers)
    assert page.status_code == 422 and "(NSA)" in page.content.decode()
    assert statuses(child) == [] and needs(child) == []


def test_where_needs_are_known_the_form_does_not_ask_for_one(office, child):
    with as_owner():
        SenNeed.objects.create(school_id=child.school_id, pupil=child, need_type="ASD", starts=AUTUMN)
    assert "Not yet known" not in office.get(url("change_status", child)).content.decode()


def test_no_sen_ends_the_needs_and_the_undo_brings_them_back(office, child):
    on_status(child, "K", since=AUTUMN)
    with as_owner():
        common = {"school_id": child.school_id, "pupil": child}
        SenNeed.objects.create(**common, need_type="ASD", starts=AUTUMN)
        SenNeed.objects.create(**common, need_type="HI", rank=2, starts=SPRING + datetime.timedelta(9))
    form = office.get(url("change_status", child)).content.decode()
    assert "With “No SEN” the types of need end on the same day." in form
    page = office.post(
        url("change_status", child), CHANGE | {"stage": "no_sen", "reason": "progress_made"}, follow=True
    )
    with as_owner():
        ends = dict(SenNeed.objects.filter(pupil=child).values_list("need_type", "ends"))
    assert ends == {"ASD": SPRING, "HI": SPRING + datetime.timedelta(9)}
    office.post(undo_on(page))
    assert needs(child) == [("ASD", 1, "school"), ("HI", 2, "school")]


def test_an_earlier_status_joins_the_history(office, child):
    on_status(child, since=AUTUMN)
    office.post(
        url("add_past_period", child),
        {"stage": "statement", "starts": "2020-01-01", "ends": "2025-09-01", "reason": "joined"},
    )
    assert statuses(child) == [("S", datetime.date(2020, 1, 1), AUTUMN), ("K", AUTUMN, None)]


def test_that_the_parent_was_told_is_recorded(office, child):
    status = on_status(child)
    told = url("tell_parent", child, status.pk)
    assert "Tell the parent" in office.get(url("pupil", child)).content.decode()
    office.post(told, {"parent_told_on": "2026-03-02", "parent_told_how": "phone"})
    text = office.get(url("pupil", child)).content.decode()
    assert "Tell the parent" not in text and "Parent told on 2 Mar 2026" in text


def test_the_status_of_another_pupil_is_not_found(office, child, senco):
    other = on_status(pupil(at=senco.school))
    assert office.get(url("tell_parent", child, other.pk)).status_code == 404


def test_needs_are_ranked_by_their_rows_and_gaps_close(office, child):
    on_status(child)
    answers = {"type_0": "ASD", "source_0": "diagnosis", "type_2": "SLCN", "on": "2026-03-02"}
    page = office.post(url("set_needs", child), answers, follow=True)
    assert needs(child) == [("ASD", 1, "diagnosis"), ("SLCN", 2, "school")]
    office.post(undo_on(page))
    assert needs(child) == []


def test_wrong_needs_are_refused_in_words(office, child):
    on_status(child)
    page = office.post(url("set_needs", child), {"type_0": "", "on": "2026-03-02"})
    assert page.status_code == 422 and "has a primary need" in page.content.decode()
    page = office.post(url("set_needs", child), {"type_0": "ASD", "type_1": "ASD", "on": "2026-03-02"})
    assert "chosen twice" in page.content.decode()


def test_needs_changed_since_are_not_undone(office, child):
    on_status(child)
    undo = undo_on(office.post(url("set_needs", child), {"type_0": "ASD", "on": "2026-03-02"}, follow=True))
    office.post(url("set_needs", child), {"type_0": "HI", "on": "2026-03-03"} | seen(office, child))
    assert "changed again since" in office.post(undo, follow=True).content.decode()
    assert needs(child) == [("HI", 1, "school")]


def test_characteristics_open_and_close(office, child):
    office.post(url("set_facts", child), {"kinds": ["FSM", "EAL"]})
    office.post(url("set_facts", child), {"kinds": ["EAL"]} | seen(office, child, "set_facts"))
    with as_owner():
        rows = PupilCharacteristic.objects.filter(pupil=child)
        assert {row.kind: row.ends is None for row in rows} == {"FSM": False, "EAL": True}
    office.post(url("set_facts", child), seen(office, child, "set_facts"))
    with as_owner():
        assert not PupilCharacteristic.objects.filter(pupil=child, ends__isnull=True).exists()


def test_needs_that_somebody_else_recorded_meanwhile_are_not_overwritten_unseen(office, acting, senco, child):
    on_status(child)
    mine = seen(office, child)
    colleague = acting(person("senco", at=senco.school))
    colleague.post(url("set_needs", child), {"type_0": "HI", "on": "2026-03-02"})
    page = office.post(url("set_needs", child), {"type_0": "ASD", "on": "2026-03-02"} | mine)
    text = page.content.decode()
    assert page.status_code == 422 and "Somebody else saved" in text
    assert "In your form" in text and "Autis" in text and "Hearing" in text
    assert needs(child) == [("HI", 1, "school")]
    again = {"seen": re.search(r'name="seen" value="(\d+)"', text)[1]}
    office.post(url("set_needs", child), {"type_0": "ASD", "on": "2026-03-02"} | again)
    assert needs(child) == [("ASD", 1, "school")]


def test_a_draft_from_before_the_weekend_overwrites_nothing_unseen(office, senco, child):
    on_status(child)
    begun = seen(office, child)["seen"]
    with acting_as(senco):
        keep(by=senco, form=f"needs:{child.pk}", fields={"type_0": ["ASD"], "seen": [begun]})
    office.post(url("set_needs", child), {"type_0": "HI", "on": "2026-03-02"})
    with acting_as(senco):
        keep(by=senco, form=f"needs:{child.pk}", fields={"type_0": ["ASD"], "seen": [begun]})
    assert seen(office, child)["seen"] == begun
    page = office.post(url("set_needs", child), {"type_0": "ASD", "on": "2026-03-02", "seen": begun})
    assert page.status_code == 422 and needs(child) == [("HI", 1, "school")]


def test_characteristics_recorded_meanwhile_are_not_closed_unseen(office, acting, senco, child):
    mine = seen(office, child, "set_facts")
    acting(person("admin", at=senco.school)).post(url("set_facts", child), {"kinds": ["FSM"]})
    page = office.post(url("set_facts", child), {"kinds": ["EAL"]} | mine)
    assert page.status_code == 422 and "Free school meals" in page.content.decode()
    with as_owner():
        held = PupilCharacteristic.objects.filter(pupil=child, ends__isnull=True)
        assert [row.kind for row in held] == ["FSM"]


@pytest.mark.parametrize("name", ["change_status", "add_past_period", "set_needs"])
@pytest.mark.parametrize("role", ["admin", "head", "teacher", "ta", "parent", "professional", "governor"])
def test_only_the_senco_changes_status_and_needs(acting, child, name, role):
    somebody = person(role, at=child.school)
    access(somebody, child)
    assert acting(somebody).get(url(name, child)).status_code == 403


@pytest.mark.parametrize("name", ["edit_pupil", "set_facts", "key_adult"])
def test_details_are_the_offices_matter(proved, child, name):
    teacher = person("teacher", at=child.school)
    access(teacher, child)
    assert proved(teacher).get(url(name, child)).status_code == 403
    assert proved(person("admin", at=child.school)).get(url(name, child)).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "change_status",
        "add_past_period",
        "set_needs",
        "edit_pupil",
        "set_facts",
        "key_adult",
        "key_adult_cell",
        "pupil",
        "chronology",
    ],
)
def test_another_schools_senco_finds_nothing(proved, child, name):
    assert proved(person("senco")).get(url(name, child)).status_code == 404


def test_an_undo_of_a_status_leaves_needs_alone_that_were_changed_since(office, child):
    page = office.post(url("change_status", child), CHANGE | {"primary_need": "SPLD"}, follow=True)
    office.post(url("set_needs", child), {"type_0": "HI", "on": "2026-03-03"} | seen(office, child))
    assert "changed again since" in office.post(undo_on(page), follow=True).content.decode()
    assert statuses(child)[-1][0] == "K" and needs(child) == [("HI", 1, "school")]


@pytest.mark.parametrize(
    ("name", "marks"), [("undo_status", [0, 1, 0, 1]), ("undo_needs", [0, 1]), ("undo_details", [0, 1])]
)
def test_an_undo_is_never_a_link_and_never_a_strangers(proved, office, child, name, marks):
    assert office.get(url(name, child, *marks)).status_code == 405
    assert proved(person("senco")).post(url(name, child, *marks)).status_code == 404
    assert proved(person("teacher")).post(url(name, child, *marks)).status_code == 403


@pytest.mark.parametrize(
    ("name", "key", "field", "typed"),
    [
        ("change_status", "status", "criteria", "Half a sentence"),
        ("add_past_period", "past-status", "criteria", "Half a sentence"),
        ("set_needs", "needs", "note_0", "Half a note"),
        ("edit_pupil", "details", "form", "7Q"),
    ],
)
def test_what_was_typed_before_comes_back(office, senco, child, name, key, field, typed):
    with acting_as(senco):
        keep(by=senco, form=f"{key}:{child.pk}", fields={field: [typed]})
    assert typed in office.get(url(name, child)).content.decode()


def test_a_sent_form_leaves_no_draft(office, senco, child):
    with acting_as(senco):
        keep(by=senco, form=f"status:{child.pk}", fields={"criteria": ["Half a sentence"]})
    office.post(url("change_status", child), CHANGE)
    assert "Half a sentence" not in office.get(url("change_status", child)).content.decode()
