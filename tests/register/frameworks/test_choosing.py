"""The school chooses its framework: what the page says, where pupils go, and who may."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.timezone import localdate

from register.actions.frameworks import choose_framework
from register.models import SenStatus
from senco.access.context import acting_as
from senco.accounts.models import School
from tests.factories import as_owner, on_status, person, pupil, school

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco")


def address(code: str) -> str:
    return reverse("register:choose_framework", args=[code])


def open_stages() -> set:
    with as_owner():
        return set(SenStatus.objects.filter(ends=None).values_list("stage", "provision", "reason"))


def test_without_pupils_on_a_stage_nobody_is_asked(acting, senco):
    on_status(pupil(at=senco.school), "N")
    office = acting(senco)
    assert "No pupil has to be moved." in office.get(address("wales")).content.decode()
    page = office.post(address("wales"), follow=True).content.decode()
    assert "ALNCo" in page and "The school works under" in page
    with as_owner():
        assert School.objects.get(pk=senco.school_id).framework == "wales"
    assert open_stages() == {("no_sen", "N", "less_progress")}, (
        "having no special needs is a place in every framework"
    )


def test_pupils_are_moved_where_the_office_says_and_the_history_keeps_its_words(acting, senco):
    children = [pupil(at=senco.school) for _ in range(2)]
    for child in children:
        on_status(child, "K")
    office = acting(senco)
    page = office.get(address("northern_ireland_five")).content.decode()
    assert "Where do the 2 pupils at “SEN Support” go?" in page
    wrong = office.post(address("northern_ireland_five"), {"from_sen_support": "no_sen"})
    assert wrong.status_code == 422 and open_stages() == {("sen_support", "K", "less_progress")}
    office.post(address("northern_ireland_five"), {"from_sen_support": "ni5_2"})
    assert open_stages() == {("ni5_2", "K", "framework")}
    shown = office.get(children[0].get_absolute_url()).content.decode()
    assert "Stage 2" in shown and "SEN Support" in shown and "changed to another framework" in shown
    assert "Tell the parent<" not in shown, "nothing happened to the pupil"


def test_pupils_who_left_stay_as_they_were(senco):
    on_status(pupil(at=senco.school, left_on=localdate()), "K")
    with acting_as(senco):
        assert choose_framework(school=senco.school, code="wales", moves={}, by=senco) == 0
    assert open_stages() == {("sen_support", "K", "less_progress")}


def test_a_stage_without_a_place_is_refused(senco):
    on_status(pupil(at=senco.school), "K")
    with acting_as(senco), pytest.raises(ValidationError, match="SEN Support"):
        choose_framework(school=senco.school, code="wales", moves={}, by=senco)


def test_an_administrator_chooses_where_nobody_has_to_be_moved(acting, senco):
    admin = person("admin", at=senco.school)
    on_status(pupil(at=senco.school), "K")
    assert "Only the SENCO can do that" in acting(admin).get(address("wales")).content.decode()
    assert acting(admin).post(address("wales"), {"from_sen_support": "idp_school"}).status_code == 403
    with as_owner():
        SenStatus.objects.all().delete()
    assert acting(admin).post(address("wales")).status_code == 302


@pytest.mark.parametrize("role", ["head", "teacher", "ta", "parent", "professional", "governor"])
def test_nobody_else_chooses(acting, senco, role):
    somebody = person(role, at=senco.school)
    assert acting(somebody).get(reverse("register:frameworks")).status_code == 403
    assert acting(somebody).post(address("wales")).status_code == 403


def test_what_is_not_law_says_so(acting, senco):
    office = acting(senco)
    for page in (office.get(reverse("register:frameworks")), office.get(address("england_reform"))):
        assert "proposed, not law" in page.content.decode()
    office.post(address("england_reform"))
    child = pupil(at=senco.school)
    page = office.get(reverse("register:change_status", args=[child.pk])).content.decode()
    assert "proposed, not law" in page and "Targeted support" in page


def test_a_scottish_school_is_told_plainly(acting):
    senco = person("senco", at=school(nation="SCT"))
    office = acting(senco)
    page = office.get(reverse("register:frameworks")).content.decode()
    assert "No framework for Scotland is shipped" in page
    office.post(address("england"))
    assert "No framework for Scotland" not in office.get(reverse("register:frameworks")).content.decode()


def test_a_framework_that_is_gone_is_named_and_another_is_not_called_in_use(acting, senco):
    office, said = acting(senco), "is no longer shipped with this system"
    page = office.get(reverse("register:frameworks")).content.decode()
    assert "in use</span>" in page and said not in page  # control
    with as_owner():
        School.objects.filter(pk=senco.school_id).update(framework="atlantis")
    page = acting(senco).get(reverse("register:frameworks")).content.decode()
    assert "atlantis" in page and said in page and "in use</span>" not in page
    assert address("england") in page, "what stands in can be chosen"
    acting(senco).post(address("england"))
    page = acting(senco).get(reverse("register:frameworks")).content.decode()
    assert "in use</span>" in page and said not in page


def test_an_unknown_framework_is_not_found(acting, senco):
    assert acting(senco).get(address("atlantis")).status_code == 404
