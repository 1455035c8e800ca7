"""Proving again who one is: asked for in time, kept for five minutes, possible for everybody, and nothing typed is lost."""

import re

import pytest
from django.http import HttpResponse
from django.urls import path

from senco.accounts.recent import WAITING, recently_authenticated
from senco.accounts.sealed import unseal
from senco.core.permissions import requires
from senco.urls import urlpatterns as whole_site

from .conftest import PASSWORD
from .test_late_forms import grow_old

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@requires("accounts.switch_role")
@recently_authenticated
def guarded(request):
    return HttpResponse(f"done with {request.POST.get('reason', 'nothing')} as {request.membership.role}")


urlpatterns = [path("guarded/", guarded), *whole_site]


@pytest.fixture(autouse=True)
def without_second_factor(settings):
    settings.SECOND_FACTOR_REQUIRED = False


def let_time_pass(client, seconds: int) -> None:
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= seconds
    session.save()


def test_who_has_just_signed_in_is_not_asked(client, account, sign_in):
    sign_in(account("senco"))
    assert client.get("/guarded/").content == b"done with nothing as senco"


def test_after_five_minutes_the_password_is_asked_for(client, account, sign_in):
    sign_in(account("senco"))
    let_time_pass(client, 299)
    assert client.get("/guarded/").status_code == 200
    let_time_pass(client, 2)
    answer = client.get("/guarded/")
    assert answer.headers["Location"] == "/accounts/reauthenticate/?next=%2Fguarded%2F"
    wrong = client.post(answer.headers["Location"], {"password": "not this one"})
    assert wrong.status_code == 200
    assert client.get("/guarded/").status_code == 302
    right = client.post(answer.headers["Location"], {"password": PASSWORD})
    assert right.headers["Location"] == "/guarded/"
    assert client.get("/guarded/").status_code == 200


def test_a_form_sent_too_late_waits_behind_the_question(client, account, sign_in):
    sign_in(account("senco"))
    let_time_pass(client, 301)
    answer = client.post("/guarded/", {"reason": "three <words> typed"})
    back = client.post(answer.headers["Location"], {"password": PASSWORD}).headers["Location"]
    page = client.get(back).content.decode()
    assert "nothing has been done with it yet" in page
    assert 'name="reason" value="three &lt;words&gt; typed"' in page
    assert client.get(back).content == b"done with nothing as senco"  # offered once
    assert b"three <words> typed" in client.post("/guarded/", {"reason": "three <words> typed"}).content


def test_what_waits_is_sealed_and_forgotten_after_an_hour(client, account, sign_in):
    sign_in(account("senco"))
    let_time_pass(client, 301)
    answer = client.post("/guarded/", {"reason": "three words typed"})
    assert "three words" in str(unseal(client.session[WAITING], max_age=60))
    assert "three words" not in str(dict(client.session))
    grow_old(client, WAITING, seconds=3601)
    back = client.post(answer.headers["Location"], {"password": PASSWORD}).headers["Location"]
    assert client.get(back).content == b"done with nothing as senco"


def test_a_fragment_brings_the_whole_page_to_the_question(client, account, sign_in):
    sign_in(account("senco"))
    let_time_pass(client, 301)
    asked = {
        "HX-Request": "true",
        "HX-Request-Type": "partial",
        "HX-Current-URL": "http://testserver/drafts/unsent/",
    }
    answer = client.get("/guarded/", headers=asked)
    assert answer.headers["HX-Redirect"] == "/accounts/reauthenticate/?next=%2Fdrafts%2Funsent%2F"


def test_what_a_fragment_sent_waits_on_the_whole_page(client, account, sign_in):
    sign_in(account("senco"))
    let_time_pass(client, 301)
    fragment = {"HX-Request": "true", "HX-Request-Type": "partial"}
    answer = client.post("/guarded/?of=two", {"reason": "typed"}, headers=fragment)
    asked = answer.headers["HX-Redirect"]
    assert asked == "/accounts/reauthenticate/?next=%2Fguarded%2F%3Fof%3Dtwo"
    back = client.post(asked, {"password": PASSWORD}).headers["Location"]
    assert client.get(back, headers=fragment).content.startswith(b"done")  # not into a fragment
    assert client.get("/guarded/?of=one").content.startswith(
        b"done"
    )  # nor into the form about something else
    page = client.get(back).content.decode()
    assert 'value="typed"' in page and 'action="/guarded/?of=two"' in page


def test_a_proof_of_somebody_else_counts_for_nothing(client, account, sign_in, acting):
    sign_in(account("senco"))
    records = client.session["account_authentication_methods"]
    acting(account("head"))
    session = client.session
    session["account_authentication_methods"] = records
    session.save()
    assert client.get("/guarded/").status_code == 302


@pytest.fixture
def parent_by_code(client, account, mailoutbox):
    """A parent who signed in by code a while ago, and a way to read the newest code."""
    parent = account("parent", password=None)
    client.post("/accounts/login/code/", {"email": parent.user.email})
    client.post("/accounts/login/code/confirm/", {"code": newest_code(mailoutbox)})
    let_time_pass(client, 301)
    return parent


def newest_code(mailoutbox) -> str:
    return re.search(r"^[A-Z]{4}-[A-Z]{4}$", mailoutbox[-1].body, re.MULTILINE).group()


def test_a_parent_without_password_proves_themselves_by_code(client, parent_by_code, mailoutbox):
    asked = client.get("/guarded/").headers["Location"]
    by_code = client.get(asked).headers["Location"]
    assert by_code == "/accounts/reauthenticate/code/?next=%2Fguarded%2F"
    assert len(mailoutbox) == 1  # looking at the page sends nothing
    client.post(by_code, {"send": "1"})
    assert newest_code(mailoutbox) not in str(dict(client.session))  # the session keeps a hash
    answer = client.post(by_code, {"code": newest_code(mailoutbox).lower().replace("-", " ")})
    assert answer.headers["Location"] == "/guarded/"
    assert client.get("/guarded/").content == b"done with nothing as parent"


def test_a_code_for_proof_works_once_and_survives_two_mistakes_only(client, parent_by_code, mailoutbox):
    page = "/accounts/reauthenticate/code/?next=/guarded/"
    client.post(page, {"send": "1"})
    code = newest_code(mailoutbox)
    for _mistake in range(3):
        client.post(page, {"code": "BBBB-BBBB"})
    refused = client.post(page, {"code": code})
    assert "used up or too old" in refused.content.decode()
    assert client.get("/guarded/").status_code == 302


def test_a_parent_adds_a_passkey_only_after_proof(client, parent_by_code):
    """allauth alone would let somebody without password and factor pass unasked."""
    answer = client.get("/accounts/2fa/webauthn/add/")
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/code/")


def test_a_parent_changes_their_address_only_after_proof(client, parent_by_code, mailoutbox):
    answer = client.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    assert answer.headers["Location"].startswith("/accounts/reauthenticate/code/")
    assert len(mailoutbox) == 1


def test_somebody_with_a_password_is_not_offered_the_weaker_way(client, account, sign_in):
    sign_in(account("senco"))
    assert client.get("/accounts/reauthenticate/code/").headers["Location"] == "/accounts/reauthenticate/"
