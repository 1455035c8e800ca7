"""A new email address: proved by a code, then used for sign-in and by every school the person belongs to."""

import re

import pytest

from senco.accounts.models import Membership
from tests.factories import as_owner, person

from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


def addresses_of(user) -> set[str]:
    with as_owner():
        return set(Membership.objects.filter(user=user).values_list("email", flat=True))


def test_schools_follow_a_proved_address(client, account, sign_in, mailoutbox):
    teacher = account("teacher")
    person("governor", user=teacher.user)
    sign_in(teacher)
    client.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    assert addresses_of(teacher.user) == {teacher.user.email}  # asking changes nothing
    (letter,) = [mail for mail in mailoutbox if mail.to == ["new@example.org"]]
    code = re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", letter.body).group()
    client.post("/accounts/confirm-email/", {"code": code})
    assert addresses_of(teacher.user) == {"new@example.org"}
    client.post("/accounts/logout/")
    client.post("/accounts/login/", {"login": "new@example.org", "password": PASSWORD})
    assert client.get("/you/").status_code == 200


def test_the_old_address_is_told(client, account, sign_in, mailoutbox):
    teacher = account("teacher")
    sign_in(teacher)
    client.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    code = re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", mailoutbox[-1].body).group()
    client.post("/accounts/confirm-email/", {"code": code})
    assert [teacher.user.email] in [mail.to for mail in mailoutbox]
