"""The second step: who must have one, what it protects, and that nothing of it lies open in the database."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.db import connection
from django.test import Client

from tests.factories import person

from .conftest import PASSWORD
from .test_sign_in import plain_paths

pytestmark = pytest.mark.django_db
NOW = 59_500_000  # half minutes since 1970
MUST = ("senco", "admin", "head", "teacher", "ta", "professional", "governor")


@pytest.fixture(autouse=True)
def production(settings, monkeypatch):
    """As in production, but for the clock of the app: it stands still, and the half minutes beside it count as well."""
    settings.SECOND_FACTOR_REQUIRED, settings.DEMO = True, False
    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: iter((NOW - 1, NOW, NOW + 1)))


def code_of(secret: str, ahead: int = 0) -> str:
    """The code the app shows now, or `ahead` half minutes later."""
    return auth.format_hotp_value(auth.hotp_value(secret, NOW + ahead))


@pytest.fixture
def enrolled(client, account, sign_in):
    """Somebody who has just set up an authenticator app through the pages; returns membership and secret."""

    def enrol(role="teacher"):
        somebody = account(role)
        sign_in(somebody)
        client.get("/accounts/2fa/totp/activate/")
        secret = client.session["mfa.totp.secret"]
        client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret, ahead=1)})
        return somebody, secret

    return enrol


@pytest.mark.parametrize("role", MUST)
def test_without_it_every_page_but_those_that_set_it_up_is_closed(acting, role):
    browser = acting(person(role))
    pages = {path: browser.get(path) for path in plain_paths()}
    opened = {path for path, page in pages.items() if page.headers.get("Location") != "/accounts/2fa/"}
    allowed = (
        "/accounts/2fa/",
        "/accounts/reauthenticate/",
        "/accounts/confirm-email/",
        "/accounts/logout/",
        "/healthz",
        "/you/reading/",
    )
    assert {path for path in opened if not path.startswith(allowed)} == set()
    assert "/you/" in pages.keys() - opened  # control: there are pages it closes


def test_parents_are_not_made_to_have_one(acting):
    assert acting(person("parent")).get("/you/").status_code == 200


def test_a_parent_who_also_teaches_is(acting):
    parent = person("parent")
    person("teacher", user=parent.user)
    assert acting(parent).get("/you/").headers["Location"] == "/accounts/2fa/"


def test_the_demo_does_not_insist(acting, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    assert acting(person("senco")).get("/you/").status_code == 200


def test_enrolling_opens_the_site_and_gives_recovery_codes(client, enrolled):
    enrolled()
    assert client.get("/you/").status_code == 200
    assert Authenticator.objects.filter(type="recovery_codes").exists()


def test_afterwards_the_password_alone_opens_nothing(client, enrolled, sign_in):
    somebody, secret = enrolled()
    client.post("/accounts/logout/")
    assert sign_in(somebody).headers["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/you/").status_code == 302
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert client.get("/you/").status_code == 302


def test_a_code_of_the_app_works_once(client, enrolled, sign_in):
    somebody, secret = enrolled()
    for expected in (200, 302):
        client.post("/accounts/logout/")
        sign_in(somebody)
        code = code_of(secret)
        client.post("/accounts/2fa/authenticate/", {"code": code})
        assert client.get("/you/").status_code == expected


def test_a_recovery_code_works_once(client, enrolled, sign_in):
    somebody, _secret = enrolled()
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    for expected in (200, 302):
        client.post("/accounts/logout/")
        sign_in(somebody)
        client.post("/accounts/2fa/authenticate/", {"code": codes[0]})
        assert client.get("/you/").status_code == expected


def test_an_emailed_code_does_not_go_round_the_second_step(client, enrolled, mailoutbox):
    somebody, _secret = enrolled()
    client.post("/accounts/logout/")
    client.post("/accounts/login/code/", {"email": somebody.user.email})
    code = next(word for word in mailoutbox[-1].body.split() if len(word) == 9 and word[4] == "-")
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert client.get("/you/").status_code == 302


def stored_text() -> str:
    """Everything that a reader of the database finds about factors and sessions, decoded as far as anybody can."""
    from django.contrib.sessions.models import Session

    with connection.cursor() as cursor:
        cursor.execute("select data::text from mfa_authenticator")
        factors = [row[0] for row in cursor.fetchall()]
    sessions = [str(session.get_decoded()) for session in Session.objects.order_by("pk")]
    return "\n".join([*factors, *sessions])


def test_the_database_holds_no_secret_in_clear(client, account, sign_in, enrolled):
    _somebody, secret = enrolled()
    codes = Authenticator.objects.get(type="recovery_codes").wrap()
    seed = codes.instance.data["seed"]
    assert secret not in stored_text()
    assert len(seed) > 60  # a seed in clear is 40 characters long
    assert not any(code in stored_text() for code in codes.get_unused_codes())


def test_control_without_our_adapter_the_secret_would_lie_open(enrolled, settings):
    settings.MFA_ADAPTER = "allauth.mfa.adapter.DefaultMFAAdapter"
    _somebody, secret = enrolled()
    assert secret in stored_text()


def test_taking_the_last_factor_away_closes_the_gate_again(client, enrolled):
    enrolled()
    client.post("/accounts/2fa/totp/deactivate/")
    assert client.get("/you/").headers["Location"] == "/accounts/2fa/"


def test_changing_factors_asks_for_proof_again(client, enrolled):
    _somebody, secret = enrolled()
    let_proofs_age(client)
    for path in (
        "/accounts/2fa/totp/deactivate/",
        "/accounts/2fa/webauthn/add/",
        "/accounts/2fa/recovery-codes/generate/",
    ):
        assert client.get(path).headers["Location"].startswith("/accounts/2fa/reauthenticate/"), path
    client.post("/accounts/2fa/reauthenticate/", {"code": code_of(secret)})
    assert client.get("/accounts/2fa/totp/deactivate/").status_code == 200


def test_the_password_alone_is_no_proof_where_a_factor_was_given(client, enrolled):
    enrolled()
    let_proofs_age(client)
    asked = client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert asked.headers["Location"].startswith("/accounts/2fa/reauthenticate/")
    assert client.get("/accounts/2fa/recovery-codes/").status_code == 302
    session = client.session  # nor would a record of it be one, however it came about
    session["account_authentication_methods"] += [{"method": "password", "at": time.time()}]
    session.save()
    assert client.get("/accounts/2fa/recovery-codes/").status_code == 302


def let_proofs_age(client) -> None:
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 301
    session.save()


def elsewhere(somebody) -> Client:
    """Another browser, in which somebody gives the password of this account."""
    other = Client()
    other.post("/accounts/login/", {"login": somebody.user.email, "password": PASSWORD})
    return other


def test_the_first_factor_ends_the_sessions_that_began_without(client, account, sign_in):
    somebody = account("senco")
    thief = elsewhere(somebody)
    assert thief.get("/you/").headers["Location"] == "/accounts/2fa/"
    sign_in(somebody)
    enrol(client)
    assert client.get("/you/").status_code == 200
    for path in ("/you/", "/accounts/2fa/", "/accounts/2fa/recovery-codes/", "/register/"):
        assert thief.get(path).headers["Location"].startswith("/accounts/login/"), path


def enrol(client) -> str:
    client.get("/accounts/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret, ahead=1)})
    return secret


def test_a_session_that_outlived_that_is_over_too(client, account):
    """Whatever became of the list of sessions: what counts is whether this one has given a factor."""
    somebody = account("senco")
    Authenticator.objects.create(user=somebody.user, type="webauthn", data={})
    for path in (
        "/accounts/2fa/",
        "/accounts/2fa/recovery-codes/",
        "/accounts/reauthenticate/",
        "/register/",
    ):
        signed_in_without(client, somebody)
        answer = client.get(path)
        assert answer.headers["Location"].startswith("/accounts/login/"), path
        assert "Sign in again, and give it after" in client.get("/accounts/login/").content.decode()


def signed_in_without(client, somebody) -> None:
    """A session that never gave a factor, whatever the account has by now."""
    client.force_login(somebody.user, backend="allauth.account.auth_backends.AuthenticationBackend")


def test_a_factor_taken_away_ends_the_other_sessions(client, enrolled):
    somebody, secret = enrolled()
    other = elsewhere(somebody)
    other.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert other.get("/you/").status_code == 200
    client.post("/accounts/2fa/totp/deactivate/")
    assert other.get("/you/").headers["Location"].startswith("/accounts/login/")
    enrol(client)  # with the password they proved a while ago
    assert client.get("/you/").status_code == 200


def test_the_code_that_set_up_the_app_signs_nobody_in(client, account, sign_in):
    somebody = account("teacher")
    sign_in(somebody)
    secret = enrol(client)
    client.post("/accounts/logout/")
    sign_in(somebody)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret, ahead=1)})
    assert client.get("/you/").status_code == 302
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})  # control: another one does
    assert client.get("/you/").status_code == 200
