"""People who can really sign in, and a cache of one's own, so that rate limits count this test alone."""

import uuid

import pytest

from senco.accounts.actions import open_account
from tests.factories import as_owner, person

PASSWORD = "a long enough pass phrase"


@pytest.fixture(autouse=True)
def counters_of_one_test(settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": uuid.uuid4().hex}}


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """The real hasher takes half a second by design."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def account():
    """`account("teacher")` is a membership whose account has a verified address and, unless told otherwise, a password."""

    def make(role: str, *, password: str | None = PASSWORD, **fields):
        with as_owner():
            user = open_account(email=f"{uuid.uuid4().hex}@example.org", password=password)
        return person(role, user=user, **fields)

    return make


@pytest.fixture
def sign_in(client):
    """Through the sign-in page, as people do."""

    def with_password(membership, password: str = PASSWORD):
        return client.post("/accounts/login/", {"login": membership.user.email, "password": password})

    return with_password
