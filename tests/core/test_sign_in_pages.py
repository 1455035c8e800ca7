"""The sign-in package's pages in our layout: one heading each, no inline code, and accessible."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from senco.accounts.actions import open_account
from senco.accounts.models import User
from tests.core.drawn import open_drawn, violations
from tests.factories.identity import as_owner
from tests.factories.people import person

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough pass phrase"
GUEST = [
    "account_login",
    "account_request_login_code",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
    "reading_settings",
]
SIGNED_IN = [
    "account_logout",
    "account_change_password",
    "account_email",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "usersessions_list",
    "reading_settings",
]
INLINE = re.compile(r"\sstyle=|\son\w+=|<style|<script(?![^>]*(\ssrc=|application/json))")


def looks_right(response) -> None:
    html = response.content.decode()
    assert response.status_code == 200, response.get("Location", "")
    assert len(re.findall(r"<h1[\s>]", html)) == 1
    assert re.search(r"<title>\s*\S[^–]*– ", html)
    assert not INLINE.search(html)
    assert 'class="bar"' in html


@pytest.mark.parametrize("name", GUEST)
def test_guests(client, name):
    looks_right(client.get(reverse(name)))


@pytest.fixture
def signed_in(client, settings):
    """A teacher who typed the password a moment ago, where no second step is asked for."""
    settings.SECOND_FACTOR_REQUIRED = False
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # the real one is slow by design
    with as_owner():
        user = open_account(email="reader@example.org", password=PASSWORD)
    person("teacher", user=user)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return client


@pytest.mark.parametrize("name", SIGNED_IN)
def test_people_signed_in(signed_in, name):
    looks_right(signed_in.get(reverse(name)))


def test_a_wrong_password_lists_the_problem(client):
    html = client.post(
        reverse("account_login"), {"login": "x@example.org", "password": "wrong"}
    ).content.decode()
    assert "There is a problem" in html
    assert "<title>Error: Sign in" in html


def test_reading_settings_are_kept_for_guest_and_account(client, signed_in):
    answers = {
        "language": "en-gb",
        "text": "150",
        "spacing": "wide",
        "tint": "cream",
        "theme": "dark",
        "font": "opendyslexic",
        "rows": "roomy",
    }
    guest = Client()
    assert (
        guest.post(reverse("reading_settings") + "?next=/accounts/login/", answers).url == "/accounts/login/"
    )
    assert 'data-tint="cream"' in guest.get(reverse("account_login")).content.decode()
    signed_in.post(reverse("reading_settings"), answers)
    user = User.objects.get(email="reader@example.org")
    assert user.reading == answers
    assert user.shortcuts is False, "the box was not ticked"


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", ["account_login", "account_request_login_code", "mfa_index", "account_email", "usersessions_list"]
)
def test_axe_finds_nothing(page, signed_in, client, name):
    if name in GUEST:
        client.logout()
    html = client.get(reverse(name)).content.decode()
    open_drawn(page, html)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(page) == []
