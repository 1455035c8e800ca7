"""What the school decides for one parent and one child: nothing, reading, or writing to the school as well."""

import pytest

from register.actions.access import derive_access
from register.models import Contact, PupilAccess
from register.queries.people import parents_to_invite
from senco.access.context import acting_as
from tests.factories import access, as_owner, concern, contact, on_status, person, pupil
from tests.factories.records import days
from tests.reading import words_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def rose(senco):
    made = pupil(at=senco.school, legal_forename="Rose")
    on_status(made)
    return made


@pytest.fixture
def father(rose) -> Contact:
    parent = person("parent", at=rose.school)
    row = contact(rose, email=parent.email, membership=parent)
    access(parent, rose, source="parent")
    return row


def form_of(row: Contact, browser, **answers) -> dict:
    form = browser.get(f"/people/contacts/{row.pk}/").context["form"]
    held = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in held.items() if value not in (None, False)} | answers


def level_of(row: Contact) -> str | None:
    with as_owner():
        live = PupilAccess.objects.live().filter(membership=row.membership_id, content_object=row.pupil_id)
        return live.values_list("level", flat=True).first()


@pytest.mark.parametrize(
    "chosen, level", [("none", None), ("view", "view"), ("comment", "comment"), ("", "comment")]
)
def test_what_is_chosen_on_the_contacts_page_holds_at_once(proved, senco, father, chosen, level):
    browser = proved(senco)
    browser.post(f"/people/contacts/{father.pk}/", form_of(father, browser, portal=chosen))
    assert level_of(father) == level


def test_the_change_stands_in_the_contacts_history(proved, senco, father):
    browser = proved(senco)
    browser.post(f"/people/contacts/{father.pk}/", form_of(father, browser, portal="view"))
    assert "Reads, and writes nothing" in words_on(browser.get(f"/people/contacts/{father.pk}/"))


def test_of_two_rows_of_one_person_the_stricter_holds(senco, rose, father):
    with acting_as(senco):
        Contact.objects.filter(pk=father.pk).update(portal="view")
    contact(rose, membership=father.membership)
    with acting_as(senco):
        derive_access(school=senco.school, by=senco)
    assert level_of(father) == "view"


def test_whoever_has_nothing_to_open_is_not_invited_among_others(senco, rose):
    for portal, address in (("none", "none@example.org"), ("view", "view@example.org")):
        contact(rose, email=address, portal=portal, parental_responsibility=True, surname=address[:4])
    with acting_as(senco):
        listed = {each.email for each in parents_to_invite(senco, on_register_only=True)}
    assert listed == {"view@example.org"}


def test_a_parent_who_reads_is_told_so_and_whom_to_ring(acting, senco, rose, father):
    with as_owner():
        senco.school.phone = "01632 960111"
        senco.school.save()
    with acting_as(senco):
        Contact.objects.filter(pk=father.pk).update(portal="view")
        derive_access(school=senco.school, by=senco)
    browser = acting(father.membership)
    home = words_on(browser.get("/"))
    assert "You cannot write to the school here." in home
    assert "01632 960111" in home
    assert "Tell us about a worry" not in home
    assert "You cannot write to the school here." in words_on(browser.get("/concerns/raise/"))
    assert "You cannot write to the school here." in words_on(browser.get(f"/children/{rose.pk}/call/"))


def test_a_parent_of_two_writes_about_the_one_and_reads_about_the_other(acting, senco, rose, father):
    brother = pupil(at=senco.school, legal_forename="Ben")
    contact(brother, membership=father.membership)
    with acting_as(senco):
        Contact.objects.filter(pk=father.pk).update(portal="view")
        derive_access(school=senco.school, by=senco)
    page = acting(father.membership).get("/concerns/raise/")
    assert [child.forename for child in page.context["children"]] == ["Ben"]


def test_a_decision_in_spite_of_an_order_says_what_they_may_do(proved, senco, rose):
    barred = contact(rose, email="two@example.org", court_order=True)
    decision = {
        "reason": "Order of 3 March allows school reports.", "starts": "2026-01-01T08:00", "read": "on",
        "ends": days(30).strftime("%Y-%m-%dT%H:%M"),
    }  # fmt: skip
    browser = proved(senco)
    assert browser.post(f"/people/contacts/{barred.pk}/decide/", decision).status_code == 422
    browser.post(f"/people/contacts/{barred.pk}/decide/", decision | {"level": "view"})
    with as_owner():
        assert PupilAccess.objects.get(content_object=rose).level == "view"


def test_a_parent_who_reads_is_offered_no_taking_back(acting, senco, rose, father):
    raised = concern(rose, by=father.membership)
    own = f"/concerns/mine/{raised.pk}/"
    assert "/withdraw/" in acting(father.membership).get(own).content.decode()  # the control
    with acting_as(senco):
        Contact.objects.filter(pk=father.pk).update(portal="view")
        derive_access(school=senco.school, by=senco)
    assert "/withdraw/" not in acting(father.membership).get(own).content.decode()
