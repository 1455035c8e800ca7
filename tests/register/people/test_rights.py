"""The rights pass to a young person: from which day, what each parent may do then, and the way back."""

import datetime

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from register.actions.access import derive_access
from register.actions.rights import pass_rights, take_rights_back
from register.deadlines import rights_pass_from
from register.models import Contact, Pupil, PupilAccess, RightsPassed
from register.queries.families import home_of
from register.queries.people import parents_to_invite
from senco.access.context import acting_as
from senco.drafts.models import Draft
from tests.factories import access, as_owner, contact, on_status, person, pupil, school
from tests.factories.records import days
from tests.reading import words_on

pytestmark = pytest.mark.django_db
BORN = datetime.date(2008, 3, 9)


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def sam(senco) -> Pupil:
    made = pupil(at=senco.school, legal_forename="Sam", date_of_birth=BORN)
    on_status(made)
    return made


def linked(child: Pupil, **fields) -> Contact:
    """A parent with an account who opens the child."""
    parent = person("parent", at=child.school)
    row = contact(child, email=parent.email, membership=parent, **fields)
    access(parent, child, source="parent")
    return row


def levels_now(child: Pupil) -> dict:
    """Key of each membership that opens the child → what it may do."""
    with as_owner():
        live = PupilAccess.objects.live().filter(content_object=child)
        return dict(live.values_list("membership_id", "level"))


def passing(child: Pupil, senco, levels: dict, **fields) -> Contact:
    said = {"passed_on": timezone.localdate(), "note": "", "email": "sam@example.org"} | fields
    with acting_as(senco):
        return pass_rights(
            pupil=child, levels={str(row.pk): level for row, level in levels.items()}, by=senco, **said
        )


@pytest.mark.parametrize(
    "born, first",
    [
        (datetime.date(2010, 9, 1), datetime.date(2027, 6, 25)),  # turns 16 on the first day of 2026/27
        (datetime.date(2010, 8, 31), datetime.date(2026, 6, 26)),  # and this one on the last of 2025/26
        (datetime.date(2008, 2, 29), datetime.date(2024, 6, 28)),
        (datetime.date(2007, 7, 14), datetime.date(2023, 6, 30)),  # the 30th is a Friday itself
    ],
)
def test_the_last_friday_in_june_of_the_school_year_in_which_they_turn_16(born, first):
    assert rights_pass_from(born, "ENG") == rights_pass_from(born, "WLS") == first
    assert first.weekday() == 4


def test_where_no_law_names_a_day_the_school_judges():
    assert rights_pass_from(BORN, "NIR") is rights_pass_from(BORN, "SCT") is None


def test_each_parent_goes_on_as_the_young_person_agreed(senco, sam):
    mother, father, aunt = linked(sam), linked(sam), linked(sam)
    passing(sam, senco, {mother: "none", father: "view", aunt: "comment"})
    assert levels_now(sam) == {father.membership_id: "view", aunt.membership_id: "comment"}


def test_shares_with_parents_by_name_end_and_those_with_professionals_go_on(senco, sam):
    uncle, psychologist = person("parent", at=senco.school), person("professional", at=senco.school)
    for somebody in (uncle, psychologist):
        access(somebody, sam, ends=days(9))
    passing(sam, senco, {})
    assert list(levels_now(sam)) == [psychologist.pk]


def test_the_young_person_is_invited_as_parents_are_and_reads_their_page(proved, acting, senco, sam):
    own = passing(sam, senco, {})
    young = person("parent", at=sam.school)
    with as_owner():
        Contact.objects.filter(pk=own.pk).update(membership=young, email=young.email)
    with acting_as(senco):
        derive_access(school=senco.school, by=senco)
    assert levels_now(sam) == {young.pk: "comment"}
    page = acting(young).get("/")
    assert "About me" in page.content.decode()
    assert "Knows your child" not in words_on(page)


def test_an_adult_who_is_added_later_opens_nothing_until_the_young_person_agreed(senco, sam):
    passing(sam, senco, {})
    late = contact(sam, email="late@example.org", parental_responsibility=True)
    with acting_as(senco):
        assert "late@example.org" not in {
            each.email for each in parents_to_invite(senco, on_register_only=True)
        }
        parent = person("parent", at=sam.school)
        Contact.objects.filter(pk=late.pk).update(membership=parent)
        derive_access(school=senco.school, by=senco)
    assert levels_now(sam) == {}
    with acting_as(senco):
        Contact.objects.filter(pk=late.pk).update(portal="view")
        derive_access(school=senco.school, by=senco)
    assert levels_now(sam) == {parent.pk: "view"}


def test_the_database_gives_a_parent_no_more_than_was_decided(senco, sam):
    mother = linked(sam)
    passing(sam, senco, {mother: "view"})
    grant = PupilAccess.objects.filter(content_object=sam, membership=mother.membership_id)
    with acting_as(senco), pytest.raises(DatabaseError, match="more than was decided"), transaction.atomic():
        grant.update(level="comment")
    with acting_as(senco):
        Contact.objects.filter(pk=mother.pk).update(portal="comment")
        assert grant.update(level="comment") == 1  # the control


def test_who_is_told_of_decisions_is_the_young_person_and_whom_they_agreed_to(senco, sam):
    mother, father = contact(sam, parental_responsibility=True), contact(sam, parental_responsibility=True)
    with acting_as(senco):
        assert {row.pk for row in home_of(sam).not_reached} == {mother.pk, father.pk}
    own = passing(sam, senco, {mother: "none", father: "view"})
    with acting_as(senco):
        assert {row.pk for row in home_of(sam).not_reached} == {own.pk, father.pk}


def test_taken_back_the_parents_decide_again(senco, sam):
    mother = linked(sam)
    own = passing(sam, senco, {mother: "none"})
    young = person("parent", at=sam.school)
    with as_owner():
        Contact.objects.filter(pk=own.pk).update(membership=young)
    with acting_as(senco):
        derive_access(school=senco.school, by=senco)
        assert list(levels_now(sam)) == [young.pk]
        take_rights_back(pupil=sam, levels={str(mother.pk): "comment"}, by=senco)
    assert levels_now(sam) == {mother.membership_id: "comment"}
    with as_owner():
        kept = RightsPassed.objects.get(pupil=sam)
        assert kept.taken_back_by_id == senco.pk
        assert Contact.objects.get(pk=own.pk).ended_on == timezone.localdate()


# The page -------------------------------------------------------------------------------------------------------------------


def address(child: Pupil, more: str = "") -> str:
    return f"/people/rights/{child.pk}/{more}"


def form_of(child: Pupil, **fields) -> dict:
    return {"passed_on": timezone.localdate().isoformat(), "email": "", "note": "Asked on Monday."} | fields


def test_the_page_asks_about_every_adult_and_confirms(proved, senco, sam):
    mother = contact(sam, forename="Rosa", surname="Quill", relationship="MOT")
    browser = proved(senco)
    assert "is old enough to decide" in words_on(browser.get(sam.get_absolute_url()))
    page = browser.get(address(sam))
    assert "Rosa Quill (Mother)" in page.content.decode()
    refused = browser.post(address(sam), form_of(sam))
    assert "Say what Ms Rosa Quill may do here." in words_on(refused) or "Rosa Quill may do here" in words_on(
        refused
    )
    browser.post(address(sam), form_of(sam, **{f"adult-{mother.pk}": "view"}))
    with as_owner():
        assert RightsPassed.objects.get(pupil=sam).note == "Asked on Monday."
    assert "Sam decides for themselves since" in words_on(browser.get(sam.get_absolute_url()))
    assert browser.get(address(sam)).url == address(sam, "take-back/")
    assert "Asked on Monday." in words_on(browser.get(address(sam, "take-back/")))


def test_a_day_before_the_law_lets_them_and_a_day_to_come_are_refused(proved, senco, sam):
    browser = proved(senco)
    early = browser.post(address(sam), form_of(sam, passed_on="2024-06-27"))
    assert "The law lets Sam decide from 28 Jun 2024" in words_on(early)
    late = browser.post(address(sam), form_of(sam, passed_on=days(1).date().isoformat()))
    assert "Give today or an earlier day." in words_on(late)
    with as_owner():
        assert not RightsPassed.objects.exists()


def test_a_child_is_too_young_and_is_not_asked_about(proved, senco):
    child = pupil(at=senco.school, date_of_birth=timezone.localdate() - datetime.timedelta(days=4000))
    browser = proved(senco)
    assert "old enough to decide" not in words_on(browser.get(child.get_absolute_url()))
    assert "Until then the parents do." in words_on(browser.get(address(child)))


def test_an_adult_who_came_meanwhile_is_not_passed_over(proved, senco, sam):
    browser = proved(senco)
    contact(sam)
    refused = browser.post(address(sam), form_of(sam))
    assert refused.status_code == 422
    with as_owner():
        assert not RightsPassed.objects.exists()


@pytest.mark.parametrize("role", ["admin", "teacher"])
def test_only_the_senco_and_the_head_confirm(proved, sam, role):
    assert proved(person(role, at=sam.school)).get(address(sam)).status_code == 403


def test_teachers_know_that_a_pupil_decides_and_not_what_they_said(proved, acting, senco, sam):
    passing(sam, senco, {}, note="She shouts at me.")
    teacher = person("teacher", at=senco.school)
    access(teacher, sam)
    page = words_on(acting(teacher).get(sam.get_absolute_url()))
    assert "Sam decides for themselves since" in page
    with acting_as(teacher), pytest.raises(DatabaseError), transaction.atomic():
        list(RightsPassed.objects.values_list("note"))


def test_scotland_is_asked_from_16_on(proved):
    senco = person("senco", at=school(nation="SCT"))
    old = pupil(at=senco.school, date_of_birth=timezone.localdate() - datetime.timedelta(days=16 * 366))
    assert "is old enough to decide" in words_on(proved(senco).get(old.get_absolute_url()))


def test_what_was_typed_is_there_again_and_gone_once_it_is_confirmed(proved, senco, sam):
    with as_owner():
        Draft.objects.create(
            school=senco.school,
            membership=senco,
            form=f"rights:{sam.pk}",
            fields={"note": ["Asked at lunch"]},
        )
    browser = proved(senco)
    assert "Asked at lunch" in browser.get(address(sam)).content.decode()
    browser.post(address(sam), form_of(sam))
    with as_owner():
        assert not Draft.objects.exists()
