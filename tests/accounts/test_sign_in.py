"""Signing in: passwords for staff, codes for families, one door, and what a guesser learns."""

import re

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from senco.accounts.queries import memberships_of
from senco.accounts.unknown import NOBODY
from senco.messages.models import OutboxMessage
from tests.factories import as_owner

from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


def signed_in(client) -> bool:
    return client.get("/you/").status_code == 200


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


def code_from_mail() -> str:
    return re.search(r"^[A-Z]{4}-[A-Z]{4}$", mail.outbox[-1].body, re.MULTILINE).group()


def test_staff_sign_in_with_their_password(client, account, sign_in):
    assert sign_in(account("teacher")).status_code == 302
    assert signed_in(client)


def test_a_wrong_password_is_refused_in_words_that_tell_nothing(client, account, sign_in):
    known = sign_in(account("teacher"), "not the pass phrase").content.decode()
    unknown = client.post("/accounts/login/", {"login": "nobody@example.org", "password": "not it at all"})
    assert "are not correct" in known
    assert "are not correct" in unknown.content.decode()
    assert not signed_in(client)


@pytest.mark.parametrize("role", ["parent", "professional"])
def test_families_and_professionals_sign_in_with_a_code_from_their_mail(client, account, role):
    somebody = account(role, password=None)
    client.post("/accounts/login/code/", {"email": somebody.user.email})
    assert mail.outbox[-1].to == [somebody.user.email]
    assert not signed_in(client)
    client.post("/accounts/login/code/confirm/", {"code": code_from_mail()})
    assert signed_in(client)


def test_a_code_that_was_guessed_wrong_three_times_is_worth_nothing(client, account):
    parent = account("parent", password=None)
    client.post("/accounts/login/code/", {"email": parent.user.email})
    for _attempt in range(3):
        client.post("/accounts/login/code/confirm/", {"code": "BBBB-BBBB"})
    client.post("/accounts/login/code/confirm/", {"code": code_from_mail()})
    assert not signed_in(client)


def test_asking_for_a_code_looks_the_same_for_an_unknown_address(account):
    known = Client().post("/accounts/login/code/", {"email": account("parent", password=None).user.email})
    unknown = Client().post("/accounts/login/code/", {"email": "nobody@example.org"})
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert mail.outbox[-1].to == [NOBODY]  # nobody can have us write to an address of their choice


@pytest.mark.parametrize("door", ["/accounts/login/code/", "/accounts/password/reset/"])
def test_asking_costs_the_same_for_an_unknown_address(account, settings, monkeypatch, door):
    """Time is noisy, work is not: the same statements, one letter rendered, one row in the outbox, one word to the relay."""
    settings.MAILERS = settings.MAILERS | {"default": {"BACKEND": "senco.messages.backends.OutboxBackend"}}
    woken = []
    monkeypatch.setattr("senco.messages.actions.wake_relay_after_commit", lambda: woken.append(1))

    def statements(email: str) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            Client().post(door, {"email": email})
        return [re.sub(r"'[^']*'|\d+|NULL", "?", each["sql"])[:60] for each in queries]

    people = [account("parent", password=None).user.email, account("teacher").user.email]
    unknown = statements("nobody@example.org")
    assert sum("outbox_outboxmessage" in each for each in unknown) == 1
    for known in people:
        assert statements(known) == unknown
    assert len(woken) == 3
    with as_owner():
        rows = OutboxMessage.objects.filter(given_up_at__isnull=True).values_list("to", flat=True)
        assert sorted(rows) == sorted(people)


def test_so_does_having_the_code_sent_again(account):
    for email, addressee in [
        (account("parent", password=None).user.email, None),
        ("nobody@example.org", NOBODY),
    ]:
        browser = Client()
        browser.post("/accounts/login/code/", {"email": email})
        browser.post("/accounts/login/code/confirm/", {"action": "resend"})
        assert [letter.to for letter in mail.outbox[-2:]] == [[addressee or email]] * 2
    assert len(mail.outbox) == 4


@pytest.mark.parametrize("case", ["right", "wrong", "no_password", "unknown"])
def test_every_attempt_hashes_a_password_exactly_once(client, account, settings, monkeypatch, case):
    """A guesser must not learn from the time taken which addresses have accounts. Time itself is noisy; work is not."""
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    somebody = account("teacher", password=None if case == "no_password" else PASSWORD)
    email = "nobody@example.org" if case == "unknown" else somebody.user.email
    Counting.runs = 0
    client.post(
        "/accounts/login/", {"login": email, "password": PASSWORD if case == "right" else "wrong pass phrase"}
    )
    assert Counting.runs == 1


class Counting(PBKDF2PasswordHasher):
    iterations, runs = 10, 0

    def encode(self, *args, **kwargs):
        Counting.runs += 1
        return super().encode(*args, **kwargs)


def test_a_reset_gives_no_password_to_somebody_who_has_none(client, account):
    parent = account("parent", password=None)
    client.post("/accounts/password/reset/", {"email": parent.user.email})
    assert "no password" in mail.outbox[-1].subject
    assert "/password/reset/key/" not in mail.outbox[-1].body


def test_a_reset_by_mail_for_staff(client, account, sign_in):
    teacher = account("teacher")
    client.post("/accounts/password/reset/", {"email": teacher.user.email})
    link = re.search(r"/accounts/password/reset/key/\S+", mail.outbox[-1].body).group()
    page = client.get(link).headers["Location"]
    client.post(page, {"password1": "another long phrase", "password2": "another long phrase"})
    assert sign_in(teacher).status_code == 200
    assert sign_in(teacher, "another long phrase").status_code == 302


def test_families_set_no_password_of_their_own(acting, client, account):
    parent = account("parent", password=None)
    client.post("/accounts/login/code/", {"email": parent.user.email})
    client.post("/accounts/login/code/confirm/", {"code": code_from_mail()})
    page = client.post("/accounts/password/set/", {"password1": PASSWORD, "password2": PASSWORD})
    assert page.headers["Location"] == "/you/"
    parent.user.refresh_from_db()
    assert not parent.user.has_usable_password()


def test_nobody_signs_up(client):
    page = client.post(
        "/accounts/signup/", {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert page.status_code == 200
    to_fill_in = (
        r"<(?:input|select|textarea)\b(?![^>]*type=\"hidden\")"  # the language at the foot is one press
    )
    assert not re.findall(
        to_fill_in, re.sub(r'<form class="find".*?</form>', "", page.content.decode(), flags=re.DOTALL)
    )
    assert not memberships_of(None)


def plain_paths(resolver=None, prefix="/"):
    """Every path of the site that takes no argument."""
    for entry in (resolver or get_resolver()).url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from plain_paths(entry, path)
        elif isinstance(entry, URLPattern) and "<" not in path and "(" not in path:
            yield path


def test_there_is_exactly_one_door(client, settings):
    """One page of the whole site asks a stranger for a password."""
    settings.DEMO = True
    asking = {path for path in plain_paths() if b'type="password"' in client.get(path).content}
    assert asking == {"/accounts/login/"}


def test_the_address_of_the_page_asked_for_survives_sign_in(client, account, sign_in):
    teacher = account("teacher")
    page = client.get("/drafts/unsent/?x=1")
    answer = client.post(page.headers["Location"], {"login": teacher.user.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/drafts/unsent/?x=1"
