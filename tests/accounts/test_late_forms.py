"""A form that arrives after its session ran out waits behind the next sign-in, for its writer alone."""

import time

import pytest

from senco.accounts.late_forms import LATE
from senco.accounts.middleware import SEEN
from senco.accounts.queries import SESSION_KEY
from senco.accounts.sealed import secret_box, unseal
from tests.factories import person, school

from .test_school_settings import filled, reread
from .test_two_tabs import hidden_fields

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


@pytest.fixture
def senco(account):
    return account("senco")


@pytest.fixture
def run_out(client, sign_in, senco):
    """A browser whose session has been idle for too long."""
    sign_in(senco)
    client.get("/school/")
    session = client.session
    session[SEEN] = int(time.time()) - 31 * 60
    session.save()
    return client


def test_the_words_are_there_after_sign_in_and_can_be_sent(run_out, sign_in, senco):
    sent = filled(senco.school, safeguarding_name="Ms Okafor")
    answer = run_out.post("/school/?tab=2", sent)
    assert answer.headers["Location"] == "/accounts/login/?next=/school/%3Ftab%3D2"
    assert run_out.get("/you/").status_code == 302
    assert reread(senco.school).safeguarding_name == ""
    sign_in(senco)
    page = run_out.get("/school/?tab=2").content.decode()
    assert "You were signed out before this arrived" in page
    assert run_out.post("/school/?tab=2", hidden_fields(page)).status_code == 302
    assert reread(senco.school).safeguarding_name == "Ms Okafor"
    assert "You were signed out" not in run_out.get("/school/?tab=2").content.decode()


def test_also_when_another_request_found_the_session_over_first(run_out, sign_in, senco):
    """Saving a draft while somebody types is such a request."""
    assert run_out.post("/drafts/", {"draft_key": "a:b", "text": "x"}).status_code == 302
    run_out.post("/school/", filled(senco.school, safeguarding_name="Ms Okafor"))
    sign_in(senco)
    assert 'value="Ms Okafor"' in run_out.get("/school/").content.decode()


def test_somebody_else_at_the_same_computer_never_sees_it(run_out, sign_in, account, senco):
    run_out.post("/school/", filled(senco.school, safeguarding_name="Ms Okafor"))
    other = account("senco", at=senco.school)
    sign_in(other)
    assert "Okafor" not in run_out.get("/school/").content.decode()
    assert LATE not in run_out.session


def test_after_an_hour_it_is_gone(run_out, sign_in, senco):
    run_out.post("/school/", filled(senco.school, safeguarding_name="Ms Okafor"))
    grow_old(run_out, LATE, seconds=3601)
    sign_in(senco)
    assert "Okafor" not in run_out.get("/school/").content.decode()
    assert LATE not in run_out.session


def grow_old(client, key: str, *, seconds: int) -> None:
    """What waits sealed in the session under this key was sealed so long ago."""
    session = client.session
    content = secret_box().decrypt(session[key].encode())
    session[key] = secret_box().encrypt_at_time(content, int(time.time()) - seconds).decode()
    session.save()


def test_control_before_that_it_is_there(run_out, sign_in, senco):
    run_out.post("/school/", filled(senco.school, safeguarding_name="Ms Okafor"))
    grow_old(run_out, LATE, seconds=3500)
    sign_in(senco)
    assert "Okafor" in run_out.get("/school/").content.decode()


def test_whoever_reads_the_database_reads_none_of_it(run_out, senco):
    run_out.post("/school/?find=Okafor", filled(senco.school, safeguarding_name="Ms Okafor"))
    assert "Okafor" in str(unseal(run_out.session[LATE], max_age=60))  # control: it is kept
    assert "Okafor" not in str(dict(run_out.session))


def test_the_person_comes_back_in_the_role_they_were_in(client, sign_in, senco):
    second = person("governor", user=senco.user, at=school())
    sign_in(senco)
    client.post("/you/role/", {"membership": str(second.pk)})
    session = client.session
    session[SEEN] = int(time.time()) - 31 * 60
    session.save()
    client.get("/drafts/unsent/")
    sign_in(senco)
    client.get("/drafts/unsent/")
    assert client.session[SESSION_KEY] == str(second.pk)


def test_signing_out_leaves_nothing_waiting(client, sign_in, senco):
    sign_in(senco)
    client.get("/school/")
    client.post("/accounts/logout/")
    client.post("/school/", filled(senco.school, safeguarding_name="Ms Okafor"))
    assert LATE not in client.session


def test_passwords_are_never_kept(run_out):
    run_out.post("/school/", {"name": "x", "oldpassword": "secret-1", "password": "secret-2"})
    assert "secret" not in str(dict(run_out.session))
    assert unseal(run_out.session[LATE], max_age=60)["fields"] == [["name", "x"]]


def test_without_our_token_nothing_is_kept(run_out, senco):
    run_out.handler.enforce_csrf_checks = True
    assert run_out.post("/school/", {"name": "planted"}).status_code == 403
    assert LATE not in run_out.session


def test_changing_role_drops_what_waits(run_out, sign_in, senco):
    run_out.post("/school/", filled(senco.school))
    sign_in(senco)
    second = person("governor", user=senco.user)
    run_out.post("/you/role/", {"membership": str(second.pk)})
    assert LATE not in run_out.session


def test_signed_out_in_another_tab_the_words_are_given_back(client, sign_in, senco):
    sign_in(senco)
    client.get("/school/")
    client.post("/accounts/logout/")
    sent = filled(senco.school, senco_name="A name that took long to write")
    answer = client.post("/school/", sent)
    text = answer.content.decode()
    assert answer.status_code == 403 and "You are signed out" in text
    assert "A name that took long to write" in text and "/accounts/login/?next=/school/" in text
    assert LATE not in client.session
    assert reread(senco.school).senco_name != "A name that took long to write"


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/school/", {"name": "short"}),
        ("/drafts/", {"draft_key": "a:b", "text": "Words that are kept on the page anyway"}),
        ("/school/", {"password": "a password that is long enough"}),
    ],
)
def test_where_no_words_would_be_lost_the_way_leads_to_sign_in(client, path, fields):
    answer = client.post(path, fields)
    assert answer.status_code == 302 and answer.url.startswith("/accounts/login/")


def test_a_draft_saved_by_button_is_given_back_too(client):
    fields = {"draft_key": "a:b", "text": "Words that took long to write", "keep_as_draft": "1"}
    assert "Words that took long to write" in client.post("/drafts/", fields).content.decode()
