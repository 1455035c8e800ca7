"""A school is one address: its people get in at 08:45, and guessers do not."""

import random

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher

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
    client.logout()
    assert (
        client.post("/accounts/login/", details, REMOTE_ADDR=school).status_code == 429
    )  # control: there is a limit


def test_guesses_from_a_hundred_addresses_check_five_passwords(client, account):
    senco = account("senco")
    addresses = [some_address() for _address in range(100)]
    for guess in range(200):
        details = {"login": senco.user.email, "password": f"guess {guess}"}
        client.post("/accounts/login/", details, REMOTE_ADDR=addresses[guess % 100])
    assert Counted.checks == 5
    right = client.post("/accounts/login/", {"login": senco.user.email, "password": PASSWORD})
    assert "Too many failed" in right.content.decode()


def test_a_pupil_who_locks_the_password_does_not_lock_the_code(client, account):
    senco = account("senco")
    for guess in range(6):
        client.post("/accounts/login/", {"login": senco.user.email, "password": f"guess {guess}"})
    answer = client.post("/accounts/login/code/", {"email": senco.user.email})
    assert answer.headers["Location"] == "/accounts/login/code/confirm/"


def test_a_forged_address_does_not_dodge_the_limit(client, account):
    """Without a proxy in front (TRUSTED_PROXY_COUNT=0) the header is believed from nobody."""
    teacher = account("teacher")
    for guess in range(20):
        details = {"login": teacher.user.email, "password": f"guess {guess}"}
        client.post("/accounts/login/", details, headers={"X-Forwarded-For": some_address()})
    assert Counted.checks == 5


def test_codes_to_one_address_are_limited(client, account, mailoutbox):
    parent = account("parent", password=None)
    for _request in range(6):
        client.logout()
        client.session.flush()
        client.post("/accounts/login/code/", {"email": parent.user.email})
    assert len(mailoutbox) == 3
