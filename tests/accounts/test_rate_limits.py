"""A school is one address: its people get in at 08:45, and guessers do not."""

import random

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


class Counted(MD5PasswordHasher):
    """Counts how often a password was really checked."""

    algorithm = "md5"
    checks = 0

    def verify(self, password, encoded):
        Counted.checks += 1
        return super().verify(password, encoded)


@pytest.fixture(autouse=True)
def counting(settings):
    settings.SECOND_FACTOR_REQUIRED = False
    settings.PASSWORD_HASHERS = [f"{__name__}.Counted"]
    Counted.checks = 0


def some_address() -> str:
    return ".".join(str(random.randint(1, 250)) for _part in range(4))


def test_300_right_sign_ins_from_one_address_in_five_minutes(client, account):
    people, school = [account("teacher") for _person in range(6)], some_address()
    answers = []
    for number in range(300):
        client.logout()
        details = {"login": people[number % 6].user.email, "password": PASSWORD}
        answers.append(client.post("/accounts/login/", details, REMOTE_ADDR=school).status_code)
    assert answers == [302] * 300


def test_control_a_flood_from_one_address_is_stopped_in_words(client, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"flood": "2/5m/key"}
    flood, school = {"login": "nobody@example.org", "password": "x"}, some_address()
    for _request in range(2):
        assert client.post("/accounts/login/", flood, REMOTE_ADDR=school).status_code == 200
    answer = client.post("/accounts/login/", flood, REMOTE_ADDR=school)
    assert (answer.status_code, answer["Retry-After"]) == (429, "300")
    assert "try again in five minutes" in answer.content.decode()
    assert answer["Content-Security-Policy"]
    assert client.post("/accounts/login/", flood, REMOTE_ADDR=some_address()).status_code == 200


@pytest.fixture
def school_flooded(settings):
    """`school_flooded(page, form)`: an address from which as much was sent there as may be, and one more."""
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"flood": "3/5m/key"}

    def flood(page, form) -> str:
        address = some_address()
        answers = [Client().post(page, form, REMOTE_ADDR=address).status_code for _request in range(4)]
        assert answers[-1] == (429 if any(form.values()) else 200)
        return address

    return flood


DOORS = {
    "/accounts/login/": {"login": "nobody@example.org", "password": "x"},
    "/accounts/login/code/": {"email": "nobody@example.org"},
    "/accounts/password/reset/": {"email": "nobody@example.org"},
}


@pytest.mark.parametrize("door", DOORS)
def test_forms_that_are_not_filled_in_are_not_counted(client, door, school_flooded):
    address = school_flooded(door, dict.fromkeys(DOORS[door], ""))
    assert client.post(door, DOORS[door], REMOTE_ADDR=address).status_code in (200, 302)


@pytest.mark.parametrize("door", DOORS)
def test_a_flood_does_not_shut_out_browsers_known_at_the_school(
    client, account, sign_in, door, school_flooded, settings
):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | dict.fromkeys(
        ("request_login_code", "ask_for_reset"), "99/5m/key"
    )
    teacher = account("teacher")
    sign_in(teacher)
    client.post("/accounts/logout/")
    address = school_flooded(door, DOORS[door])
    mine = dict.fromkeys(DOORS[door], teacher.user.email) | {"password": PASSWORD}
    assert (
        Client().post(door, mine, REMOTE_ADDR=address).status_code == 429
    )  # control: a browser nobody knows
    assert client.post(door, mine, REMOTE_ADDR=address).status_code == 302
    for _request in range(3):
        client.post("/accounts/logout/")
        last = client.post(door, mine, REMOTE_ADDR=address)
    assert last.status_code == 429  # and that one has as many attempts, no more


def test_300_guesses_at_other_names_from_the_school_do_not_keep_the_school_out(client, account):
    teacher, school = account("teacher"), some_address()
    for number in range(300):
        client.post(
            "/accounts/login/",
            {"login": f"made-up-{number}@example.org", "password": "x"},
            REMOTE_ADDR=school,
        )
    details = {"login": teacher.user.email, "password": PASSWORD}
    assert client.post("/accounts/login/", details, REMOTE_ADDR=school).status_code == 302


def test_300_requests_for_codes_to_other_names_do_not_keep_families_out(client, account, mailoutbox):
    parent, school = account("parent", password=None), some_address()
    for number in range(300):
        client.post("/accounts/login/code/", {"email": f"made-up-{number}@example.org"}, REMOTE_ADDR=school)
        client.cookies.clear()  # each in a browser of its own
    client.post("/accounts/login/code/", {"email": parent.user.email}, REMOTE_ADDR=school)
    assert mailoutbox[-1].to == [parent.user.email]


@pytest.fixture
def passkey(monkeypatch):
    """A credential of a person's passkey. The signature is the browser's business; everything around it is real."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.webauthn.internal import auth

    def of(membership) -> dict:
        key = Authenticator.objects.create(user=membership.user, type="webauthn", data={})
        monkeypatch.setattr(auth, "parse_authentication_response", lambda response: None)
        monkeypatch.setattr(auth, "extract_user_from_response", lambda response: key.user)
        monkeypatch.setattr(auth, "complete_authentication", lambda user, response: key)
        return {"credential": '{"id": "x"}'}

    return of


def test_300_passkeys_from_one_address_in_five_minutes(client, account, passkey):
    sent, school = passkey(account("teacher")), some_address()
    for _person in range(300):
        client.logout()
        answer = client.post("/accounts/2fa/webauthn/login/", sent, REMOTE_ADDR=school)
        assert answer.status_code == 302
    assert client.get("/you/").status_code == 200


def test_a_pupil_who_locks_password_and_codes_does_not_lock_the_passkey(client, account, passkey):
    senco = account("senco")
    for guess in range(6):
        client.post("/accounts/login/", {"login": senco.user.email, "password": f"guess {guess}"})
        client.post("/accounts/login/code/", {"email": senco.user.email})
        client.cookies.clear()
    right = client.post("/accounts/login/", {"login": senco.user.email, "password": PASSWORD})
    assert "Too many failed" in right.content.decode()
    client.post("/accounts/2fa/webauthn/login/", passkey(senco))
    assert client.get("/you/").status_code == 200


def lock_out(client, victim) -> None:
    """What a pupil can do to somebody from another computer: use up passwords and codes."""
    for guess in range(6):
        client.post("/accounts/login/", {"login": victim.user.email, "password": f"guess {guess}"})
        client.post("/accounts/login/code/", {"email": victim.user.email})
        client.cookies.clear()


def test_the_browser_one_has_used_before_is_not_locked_out_from_elsewhere(
    client, account, sign_in, mailoutbox
):
    senco, pupils_laptop = account("senco"), Client()
    sign_in(senco)
    client.post("/accounts/logout/")
    lock_out(pupils_laptop, senco)
    sent = len(mailoutbox)
    client.post("/accounts/login/code/", {"email": senco.user.email.upper()})
    assert len(mailoutbox) == sent + 1
    assert sign_in(senco).status_code == 302
    assert (
        Client().post("/accounts/login/", {"login": senco.user.email, "password": PASSWORD}).status_code
        == 200
    )


def test_there_too_five_guesses_are_all(client, account, sign_in):
    senco = account("senco")
    sign_in(senco)
    client.post("/accounts/logout/")
    Counted.checks = 0
    for guess in range(20):
        client.post("/accounts/login/", {"login": senco.user.email, "password": f"guess {guess}"})
    assert Counted.checks == 5


def test_a_browser_is_known_for_its_own_people_alone_and_cannot_be_forged(client, account, sign_in):
    senco, pupil = account("senco"), account("parent")
    sign_in(pupil)
    client.post("/accounts/logout/")
    cookie = client.cookies["known_browser"].value
    assert pupil.user.email not in cookie
    lock_out(Client(), senco)
    for value in (cookie, cookie[:-1], "x", "", ":" * 500):
        client.cookies["known_browser"] = value
        assert "Too many failed" in sign_in(senco).content.decode()


def test_a_signed_in_person_s_proof_by_code_is_not_used_up_at_the_sign_in_page(client, account, mailoutbox):
    parent = account("parent", password=None)
    client.force_login(parent.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    lock_out(Client(), parent)
    sent = len(mailoutbox)
    client.post("/accounts/reauthenticate/code/", {"send": "1"})
    assert len(mailoutbox) == sent + 1
