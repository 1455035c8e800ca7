"""One's own account: the page about it, changing roles, a first password."""

import pytest

from senco.accounts.queries import SESSION_KEY
from tests.factories import as_owner, person, school
from tests.factories.records import days

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["senco", "teacher", "parent", "professional", "governor"])
def test_everybody_has_a_page_about_their_account(acting, role):
    somebody = person(role)
    page = acting(somebody).get("/you/").content.decode()
    assert somebody.user.email in page
    assert somebody.school.name in page


def test_somebody_whose_roles_have_ended_still_has_it(acting):
    former = person("teacher", ends=days(-0.5))
    assert "Ask the school" in acting(former).get("/you/").content.decode()


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get("/you/").headers["Location"].startswith("/accounts/login/")


def test_a_person_changes_between_their_roles_at_two_schools(acting):
    teacher = person("teacher")
    parent = person("parent", user=teacher.user, at=school())
    browser = acting(teacher)
    assert browser.post("/you/role/", {"membership": str(parent.pk)}).status_code == 302
    assert browser.session[SESSION_KEY] == str(parent.pk)
    assert "acting now" in browser.get("/you/").content.decode()


def test_nobody_takes_on_a_role_of_somebody_else_or_one_that_has_ended(acting):
    teacher = person("teacher")
    others = [person("senco", at=teacher.school), person("head", user=teacher.user, ends=days(-0.1))]
    browser = acting(teacher)
    for other in others:
        assert browser.post("/you/role/", {"membership": str(other.pk)}).status_code == 404
    assert browser.session[SESSION_KEY] == str(teacher.pk)


def test_changing_roles_is_a_submission(acting):
    assert acting(person("teacher")).get("/you/role/").status_code == 405


def test_the_switcher_names_roles_at_other_schools(acting):
    """Inside a request no role reads memberships of other schools; the list is read before."""
    here = person("professional")
    there = person("professional", user=here.user, at=school(name="Elsewhere Academy"))
    page = acting(here).get("/drafts/unsent/").content.decode()
    assert "Elsewhere Academy" in page
    assert str(there.pk) in page


def test_a_role_that_ended_between_two_requests_acts_no_more(acting):
    senco = person("senco")
    browser = acting(senco)
    assert browser.get("/drafts/unsent/").status_code == 200
    with as_owner():
        type(senco).objects.filter(pk=senco.pk).update(ends=days(0))
    assert browser.get("/drafts/unsent/").status_code == 403


def test_a_disabled_account_is_signed_out_at_its_next_request(acting):
    senco = person("senco")
    browser = acting(senco)
    assert browser.get("/drafts/unsent/").status_code == 200
    with as_owner():
        type(senco.user).objects.filter(pk=senco.user_id).update(is_active=False)
    assert browser.get("/drafts/unsent/").headers["Location"].startswith("/accounts/login/")
