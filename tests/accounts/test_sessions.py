"""A session begins afresh at sign-in, ends when it should, and leaves nothing behind."""

import time

import pytest
from django.utils import timezone

from senco.accounts.middleware import SEEN, STARTED
from tests.factories import as_owner, person

from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


def aged(client, **seconds_ago):
    session = client.session
    for key, age in seconds_ago.items():
        session[key] = int(time.time()) - age
    session.save()


def test_the_session_key_changes_at_sign_in(client, account, sign_in):
    client.get("/accounts/login/code/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    planted = session.session_key
    sign_in(account("teacher"))
    assert client.cookies["sessionid"].value != planted
    client.cookies["sessionid"] = planted
    assert client.get("/you/").status_code == 302  # who planted the key has nothing


@pytest.mark.parametrize(
    ("age", "status"),
    [({SEEN: 29 * 60}, 200), ({SEEN: 31 * 60}, 302), ({STARTED: 599 * 60}, 200), ({STARTED: 601 * 60}, 302)],
)
def test_idle_and_absolute_limits(acting, age, status):
    browser = acting(person("senco"))
    browser.get("/drafts/unsent/")
    aged(browser, **age)
    assert browser.get("/drafts/unsent/").status_code == status


def test_a_session_over_the_limit_is_deleted_not_hidden(acting):
    browser = acting(person("senco"))
    browser.get("/you/")
    kept = browser.cookies["sessionid"].value
    aged(browser, **{SEEN: 31 * 60})
    answer = browser.get("/you/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    browser.cookies["sessionid"] = kept
    assert browser.get("/you/").status_code == 302


def test_a_fragment_asked_for_too_late_brings_the_whole_page_to_sign_in(acting):
    browser = acting(person("senco"))
    browser.get("/drafts/unsent/")
    aged(browser, **{SEEN: 31 * 60})
    asked = {
        "HX-Request": "true",
        "HX-Request-Type": "partial",
        "HX-Current-URL": "http://testserver/drafts/unsent/?a=1",
    }
    answer = browser.get("/drafts/unsent/", headers=asked)
    assert answer.headers["HX-Redirect"] == "/accounts/login/?next=/drafts/unsent/%3Fa%3D1"


def test_signing_out_ends_the_session_and_clears_the_browser(client, account, sign_in):
    sign_in(account("teacher"))
    kept = client.cookies["sessionid"].value
    answer = client.post("/accounts/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    client.cookies["sessionid"] = kept
    assert client.get("/you/").status_code == 302


def test_other_answers_clear_nothing(acting):
    assert "Clear-Site-Data" not in acting(person("senco")).get("/you/").headers


def test_a_session_is_written_once_a_minute_not_at_every_click(acting, django_assert_max_num_queries):
    browser = acting(person("senco"))
    browser.get("/you/")
    with django_assert_max_num_queries(4):  # session, account, memberships and one to spare
        browser.get("/you/")


def test_every_session_is_listed_and_can_be_ended(client, account, sign_in):
    from django.test import Client

    teacher = account("teacher")
    elsewhere = Client()
    elsewhere.post("/accounts/login/", {"login": teacher.user.email, "password": PASSWORD})
    sign_in(teacher)
    page = client.get("/accounts/sessions/").content.decode()
    assert page.count("127.0.0.1") == 2
    client.post("/accounts/sessions/")
    assert client.get("/you/").status_code == 200
    assert elsewhere.get("/you/").status_code == 302


def test_a_new_password_ends_every_other_session(client, account, sign_in):
    from django.test import Client

    teacher = account("teacher")
    elsewhere = Client()
    elsewhere.post("/accounts/login/", {"login": teacher.user.email, "password": PASSWORD})
    sign_in(teacher)
    client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "another long phrase", "password2": "another long phrase"},
    )
    assert client.get("/you/").status_code == 200
    assert elsewhere.get("/you/").status_code == 302


def test_a_disabled_account_cannot_sign_in(client, account, sign_in):
    teacher = account("teacher")
    with as_owner():
        type(teacher.user).objects.filter(pk=teacher.user_id).update(is_active=False)
    sign_in(teacher)
    assert client.get("/you/").status_code == 302


def test_at_night_sessions_that_are_over_are_deleted_with_their_lines_in_the_list(acting):
    """They hold messages with names in them, and forms that waited."""
    from allauth.usersessions.models import UserSession
    from django.contrib.sessions.models import Session

    from senco.accounts.tasks import clear_sessions

    browser = acting(person("senco"))
    browser.get("/you/")
    over = browser.session.session_key
    Session.objects.filter(pk=over).update(expire_date=timezone.now() - timezone.timedelta(seconds=1))
    live = acting(person("head"))
    live.get("/you/")
    clear_sessions()
    left = set(Session.objects.order_by("pk").values_list("pk", flat=True))
    assert over not in left
    assert live.session.session_key in left
    assert over not in UserSession.objects.order_by("pk").values_list("session_key", flat=True)
    assert live.get("/you/").status_code == 200


def test_the_night_has_a_time_for_it(settings):
    assert "senco.accounts.tasks.clear_sessions" in {
        job["task"] for job in settings.CELERY_BEAT_SCHEDULE.values()
    }
