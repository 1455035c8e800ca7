"""A pupil's details: names, place, dates and numbers, the merge of two versions, and what a leaving date does."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from register.actions.access import derive_access
from register.imports.identifiers import upn_check_letter
from register.models import GroupPupil, GroupTeacher, Pupil, PupilAccess, TeachingGroup
from register.queries.history import mark_of
from tests.factories import as_owner, contact, person, pupil

pytestmark = pytest.mark.django_db
AUTUMN, SPRING = datetime.date(2025, 9, 1), datetime.date(2026, 3, 2)


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


def undo_on(page) -> str:
    return re.findall(r'action="(/pupils/[^"]+/undo/[^"]+)"', page.content.decode())[-1]


DETAILS = {
    "preferred_forename": "Addie",
    "preferred_surname": "",
    "year_group": 8,
    "form": "8C",
    "first_language": "ENG",
    "joined_on": "2025-09-01",
    "left_on": "",
    "upn": "",
    "admission_number": "",
}


def stored(child):
    with as_owner():
        return Pupil.objects.get(pk=child.pk)


def test_details_are_saved_and_taken_back(office, child):
    page = office.post(url("edit_pupil", child), DETAILS | {"version": 1}, follow=True)
    assert (stored(child).name, stored(child).form, stored(child).version) == ("Addie Able", "8C", 2)
    office.post(undo_on(page))
    assert (stored(child).name, stored(child).form, stored(child).version) == ("Ada Able", "7A", 3)


def grants(child) -> set:
    with as_owner():
        live = PupilAccess.objects.live().filter(content_object=child)
        return set(live.values_list("source", flat=True))


def leaving(child, senco):
    """A pupil with a teacher by group, a key adult and a parent, each with access."""
    with as_owner():
        group = TeachingGroup.objects.create(school=senco.school, name="7X", subject="Maths")
        early = timezone.now() - datetime.timedelta(days=9)
        teacher = person("teacher", at=senco.school)
        GroupTeacher.objects.create(school=senco.school, group=group, membership=teacher, starts=early)
        GroupPupil.objects.create(school=senco.school, group=group, pupil=child, starts=early)
        Pupil.objects.filter(pk=child.pk).update(key_adult=person("ta", at=senco.school))
        contact(child, membership=person("parent", at=senco.school))
        derive_access(school=senco.school)


def test_a_leaving_date_closes_the_record_to_staff_and_the_undo_opens_it_again(office, senco, child):
    leaving(child, senco)
    assert grants(child) == {"group", "key_adult", "parent"}
    version = stored(child).version
    page = office.post(
        url("edit_pupil", child), DETAILS | {"version": version, "left_on": "2026-03-02"}, follow=True
    )
    assert stored(child).left_on == SPRING and grants(child) == {"parent"}
    office.post(undo_on(page))
    assert stored(child).left_on is None and grants(child) == {"group", "key_adult", "parent"}


def test_a_leaving_date_to_come_ends_access_on_that_day(office, senco, child):
    leaving(child, senco)
    day = timezone.localdate() + datetime.timedelta(days=20)
    office.post(
        url("edit_pupil", child), DETAILS | {"version": stored(child).version, "left_on": day.isoformat()}
    )
    with as_owner():
        ends = PupilAccess.objects.live().filter(content_object=child).exclude(source="parent")
        assert {timezone.localtime(grant.ends).date() for grant in ends} == {day} and len(ends) == 2


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"upn": "B999000114005"}, "it would be"),
        ({"upn": "12"}, "a letter and 12 digits"),
        ({"upn": "taken"}, "Another pupil of this school has this UPN"),
        ({"admission_number": "7001"}, "Another pupil of this school has this admission number"),
        ({"left_on": "2025-08-31"}, "cannot leave before 1 Sep 2025"),
        ({"joined_on": "1999-09-01"}, "before the pupil was born"),
        ({"left_on": "31/02/2026"}, "valid date"),
    ],
)
def test_wrong_numbers_and_dates_are_refused_in_words(office, senco, child, answers, said):
    upn = upn_check_letter("999000114006") + "999000114006"
    pupil(at=senco.school, upn=upn, admission_number="7001")
    if answers.get("upn") == "taken":
        answers = {"upn": upn.lower()}
    page = office.post(url("edit_pupil", child), DETAILS | {"version": 1} | answers)
    assert page.status_code == 422 and said in page.content.decode()
    assert stored(child).version == 1


def test_a_permanent_upn_replaces_a_temporary_one_which_becomes_the_former(office, child):
    temporary = upn_check_letter("99900011400A") + "99900011400A"
    permanent = upn_check_letter("999000114006") + "999000114006"
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(upn=temporary)
    answers = DETAILS | {"version": 1, "upn": f" {permanent.lower()} ", "admission_number": " 0042 "}
    page = office.post(url("edit_pupil", child), answers, follow=True)
    saved = stored(child)
    assert (saved.upn, saved.former_upn, saved.admission_number) == (permanent, temporary, "0042")
    office.post(undo_on(page))
    assert (stored(child).upn, stored(child).former_upn) == (temporary, "")


def test_a_wrong_upn_that_came_with_the_mis_does_not_stop_another_correction(office, child):
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(upn="X1")
    office.post(url("edit_pupil", child), DETAILS | {"version": 1, "upn": "X1"})
    assert stored(child).form == "8C"


def test_two_people_edit_and_the_second_sees_both_versions(office, child):
    office.post(url("edit_pupil", child), DETAILS | {"version": 1, "form": "8X"})
    page = office.post(url("edit_pupil", child), DETAILS | {"version": 1, "form": "8Y"})
    text = page.content.decode()
    assert page.status_code == 422 and "8X" in text and "8Y" in text and "Somebody else saved" in text
    assert stored(child).form == "8X"
    version = re.search(r'name="version" value="(\d+)"', text)[1]
    office.post(url("edit_pupil", child), DETAILS | {"version": version, "form": "8Y"})
    assert stored(child).form == "8Y"


def opened(browser, child) -> dict:
    """The form as a browser holds it once it is open."""
    html = browser.get(url("edit_pupil", child)).content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]+)"', html)[1] for name in ("version", "opened")}


def again(page) -> dict:
    html = page.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]*)"', html)[1] for name in ("version", "opened")}


@pytest.fixture
def described(child):
    """A child who stands in the record as DETAILS says, with first language YOR."""
    with as_owner():
        Pupil.objects.filter(pk=child.pk).update(
            preferred_forename="Addie", year_group=8, form="8C", first_language="YOR"
        )
    return child


def value_of(page, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())[1]


def test_what_only_the_colleague_changed_is_taken_over(office, proved, senco, described):
    colleague = proved(person("senco", at=senco.school, last_name="Colleague"))
    mine = DETAILS | {"first_language": "YOR"} | opened(office, described)
    theirs = DETAILS | {"first_language": "POL", "form": "10X"} | opened(colleague, described)
    colleague.post(url("edit_pupil", described), theirs)
    changed = mine | {"form": "9Z", "preferred_forename": "Addy"}
    page = office.post(url("edit_pupil", described), changed)
    text = page.content.decode()
    conflict = text[text.index('id="conflict"') : text.index("</section>", text.index('id="conflict"'))]
    assert page.status_code == 422 and value_of(page, "first_language") == "POL"
    assert "<dt>In your form</dt>" in conflict and "9Z" in conflict and "10X" in conflict
    assert "YOR" not in conflict and "First language: POL" in conflict
    assert "Preferred forename" not in conflict, "only one of them changed it"
    assert re.search(r"Saved by .*Colleague.* on ", conflict)
    assert "Addie Able" in text and "Addy Able" not in text, "the page around the form shows what is saved"
    sent = {name: value_of(page, name) for name in ("first_language", "form", "preferred_forename")}
    office.post(url("edit_pupil", described), mine | sent | again(page))
    saved = stored(described)
    assert (saved.first_language, saved.form, saved.preferred_forename) == ("POL", "9Z", "Addy")


def test_a_third_save_in_between_is_told_apart_from_the_second(office, proved, senco, described):
    colleague = proved(person("senco", at=senco.school))
    mine = DETAILS | {"first_language": "YOR", "form": "9Z"} | opened(office, described)
    for language in ("POL", "GUJ"):
        theirs = DETAILS | {"first_language": language, "joined_on": "2025-09-02"}
        colleague.post(url("edit_pupil", described), theirs | opened(colleague, described))
        page = office.post(url("edit_pupil", described), mine)
        assert page.status_code == 422 and value_of(page, "first_language") == language
        over = re.findall(r"<li>([^<]+): 2 September 2025<", page.content.decode())
        assert len(over) == (language == "POL"), "said once, when it was new"
        mine |= again(page) | {"first_language": language, "joined_on": value_of(page, "joined_on")}
    office.post(url("edit_pupil", described), mine)
    assert (stored(described).first_language, stored(described).form) == ("GUJ", "9Z")


def test_a_forged_or_missing_seal_counts_everything_as_written(office, described):
    office.post(url("edit_pupil", described), DETAILS | {"version": 1, "first_language": "POL"})
    page = office.post(url("edit_pupil", described), DETAILS | {"version": 1, "opened": "x:y:z"})
    text = page.content.decode()
    assert page.status_code == 422 and value_of(page, "first_language") == "ENG"
    assert "<dt>In your form</dt>" in text and "POL" in text


def test_an_untouched_field_of_a_record_that_is_refused_is_not_shown_as_saved(office, described):
    page = office.post(
        url("edit_pupil", described), DETAILS | {"version": 1, "preferred_forename": "Zed", "left_on": "x"}
    )
    assert page.status_code == 422 and "Zed Able" not in page.content.decode()


def test_an_undo_address_made_by_hand_changes_nothing(office, child):
    with as_owner():
        last = mark_of(Pupil, child)
    for before in (0, last, 10**30):
        page = office.post(url("undo_details", child, before, last), follow=True)
        assert page.status_code == 200 and stored(child).name == "Ada Able"
