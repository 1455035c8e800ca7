"""A new SECRET_KEY locks nobody out, and a lost telephone has a way back."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from tests.factories import as_owner

from .test_second_factor import code_of, enrolled, production  # noqa: F401  the same fixtures

pytestmark = pytest.mark.django_db
NEW_KEY = "another key, quite as long as the first one was"


@pytest.fixture
def after(client, enrolled, sign_in, settings):  # noqa: F811
    """Somebody who has enrolled, has signed out and gives the password again after the key was changed."""

    def change(*, fallbacks):
        somebody, secret = enrolled()
        client.post("/accounts/logout/")
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = (
            NEW_KEY,
            [settings.SECRET_KEY] if fallbacks else [],
        )
        sign_in(somebody)
        return somebody, secret

    return change


def give(client, code: str):
    return client.post("/accounts/2fa/authenticate/", {"code": code})


def test_a_former_key_still_reads_what_it_encrypted(client, after):
    _somebody, secret = after(fallbacks=True)
    give(client, code_of(secret))
    assert client.get("/you/").status_code == 200
    assert "codes are left" in client.get("/accounts/2fa/").content.decode()
    assert client.get("/accounts/2fa/recovery-codes/").status_code == 200


def test_without_it_a_code_is_wrong_and_the_page_says_what_helps(client, after):
    _somebody, secret = after(fallbacks=False)
    answer = give(client, code_of(secret))
    assert answer.status_code == 200
    assert "Your passkey still works" in re.sub(r"\s+", " ", answer.content.decode())
    assert client.get("/you/").status_code == 302


def test_guesses_are_counted_all_the_same(client, after):
    _somebody, secret = after(fallbacks=False)
    answers = [give(client, "000000").content.decode() for _guess in range(6)]
    assert "Your passkey still works" in answers[4]
    assert "Too many failed" in answers[5]


def test_pages_that_would_show_a_secret_go_back_to_words(client, enrolled, settings):  # noqa: F811
    enrolled()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]  # the session stays
    settings.SECRET_KEY = NEW_KEY
    with as_owner():
        for factor in Authenticator.objects.order_by("pk"):
            factor.data = {
                name: "gAAAA" if isinstance(value, str) else value for name, value in factor.data.items()
            }
            factor.save()
    for page in ("/accounts/2fa/recovery-codes/", "/accounts/2fa/recovery-codes/generate/"):
        answer = client.get(page)
        assert answer.headers["Location"] == "/accounts/2fa/"
        assert "cannot be checked at the moment" in client.get("/accounts/2fa/").content.decode()


def test_secrets_are_brought_under_the_present_key(client, after, sign_in, settings, capsys):
    somebody, secret = after(fallbacks=True)
    call_command("reencrypt_second_factors")
    assert "Under the present key: 2." in capsys.readouterr().out
    settings.SECRET_KEY_FALLBACKS = []
    client.session.flush()
    sign_in(somebody)
    give(client, code_of(secret))
    assert client.get("/you/").status_code == 200


def test_what_no_key_opens_is_counted(after, capsys):
    after(fallbacks=False)
    call_command("reencrypt_second_factors")
    assert "Under a key that is not known here: 2." in capsys.readouterr().out


def test_a_lost_second_step_is_removed_and_every_session_ends(client, enrolled, sign_in, capsys):  # noqa: F811
    somebody, _secret = enrolled()
    assert client.get("/you/").status_code == 200
    call_command("remove_second_factor", somebody.user.email.upper())
    assert "is removed" in capsys.readouterr().out
    assert not Authenticator.objects.filter(user=somebody.user).exists()
    assert client.get("/you/").headers["Location"].startswith("/accounts/login/")
    client.cookies.clear()
    sign_in(somebody)
    assert (
        client.get("/you/").headers["Location"] == "/accounts/2fa/"
    )  # nothing opens but setting up a new one


def test_other_people_keep_theirs(client, enrolled, account):  # noqa: F811
    enrolled()
    call_command("remove_second_factor", account("head").user.email)
    assert client.get("/you/").status_code == 200
    assert Authenticator.objects.exists()


def test_an_address_of_nobody_is_refused():
    with pytest.raises(CommandError, match="Nobody signs in"):
        call_command("remove_second_factor", "nobody@example.org")
