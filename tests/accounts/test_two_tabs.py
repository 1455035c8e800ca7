"""Somebody with two roles and two tabs: what a page sends is done in the role it was drawn for, or not at all."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from senco.accounts.models import School
from senco.accounts.queries import SESSION_KEY
from senco.core.navigation import ROLE_FIELD
from tests.factories import as_owner, person, school
from tests.factories.records import days
from tests.source import ROOT, relative, templates

from .test_school_settings import filled, reread

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Current-URL": "http://testserver/school/?x=1"}


@pytest.fixture
def here():
    return person("senco", at=school(name="Here School"))


@pytest.fixture
def there(here):
    """The same person's second role."""
    return person("senco", user=here.user, at=school(name="There School"))


@pytest.fixture
def tabs(acting, here, there):
    """A browser that sends nothing but what the page's own fields say."""
    signed_in = acting(here)
    del signed_in.defaults["HTTP_X_ACTING_AS"]
    return signed_in


def switch(tabs, membership):
    return tabs.post("/you/role/", {"membership": str(membership.pk)})


def hidden_fields(html: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', html)
    return {unescape(name): unescape(value) for name, value in found}


def test_every_form_of_a_page_says_for_which_role_it_was_drawn(tabs, here):
    page = tabs.get("/school/").content.decode()
    forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL)
    assert forms
    assert all(f'name="{ROLE_FIELD}" value="{here.pk}"' in form for form in forms)
    assert f'"X-Acting-As": "{here.pk}"' in page


def test_a_forgotten_tab_does_not_write_to_the_other_school(tabs, here, there):
    sent = filled(here.school, safeguarding_phone="01632 960001") | {ROLE_FIELD: str(here.pk)}
    switch(tabs, there)
    answer = tabs.post("/school/", sent)
    assert answer.status_code == 409
    assert "You changed role in another tab" in answer.content.decode()
    for each in (here.school, there.school):
        assert reread(each).safeguarding_phone == ""


def test_it_offers_to_change_back_and_to_send_again_with_the_typed_text(tabs, here, there):
    sent = filled(here.school, safeguarding_name='Ms "Okafor" <b>') | {ROLE_FIELD: str(here.pk)}
    switch(tabs, there)
    asked = hidden_fields(tabs.post("/school/", sent).content.decode())
    again = tabs.post("/you/role/", asked)
    assert tabs.session[SESSION_KEY] == str(here.pk)
    repost = hidden_fields(again.content.decode())
    assert 'action="/school/"' in again.content.decode()
    assert tabs.post("/school/", repost).status_code == 302
    assert reread(here.school).safeguarding_name == 'Ms "Okafor" <b>'
    assert reread(there.school).safeguarding_name == ""


def test_however_long_the_text_is_it_is_still_there(tabs, here, there):
    long = "A long report. " * 20_000
    switch(tabs, there)
    answer = tabs.post("/school/", {"name": long, ROLE_FIELD: str(here.pk)})
    assert answer.status_code == 409
    assert long in hidden_fields(answer.content.decode())["typed:name"]


def test_a_file_cannot_be_kept_and_the_page_says_so(tabs, here, there):
    sent = filled(here.school) | {ROLE_FIELD: str(here.pk), "report": SimpleUploadedFile("a.csv", b"UPN")}
    switch(tabs, there)
    asked = hidden_fields(tabs.post("/school/", sent).content.decode())
    assert "will ask for it again" in tabs.post("/you/role/", asked).content.decode()


@pytest.mark.parametrize("path", templates(), ids=relative)
def test_no_form_of_ours_submits_without_saying_for_which_role_it_was_drawn(path):
    """The key stands beside the token (senco/core/templatetags/role_key.py): a form without the one is without the other."""
    for form in re.findall(r'<form[^>]*method="post".*?</form>', path.read_text(), re.DOTALL):
        pieces = [
            (ROOT / "templates" / name).read_text() for name in re.findall(r'{% include "([^"]+)"', form)
        ]
        assert re.search(r"csrf_token|{% crispy", "".join([form, *pieces]))


def test_without_a_key_nothing_is_taken_from_somebody_who_could_mean_two_things(tabs, here):
    assert tabs.post("/school/", filled(here.school)).status_code == 409


def test_without_a_key_one_role_is_enough(acting):
    somebody = person("senco")
    client = acting(somebody)
    del client.defaults["HTTP_X_ACTING_AS"]
    assert client.post("/school/", filled(somebody.school)).status_code == 302


@pytest.mark.parametrize("key", ["x", "00000000-0000-0000-0000-000000000000"])
def test_a_key_of_nobody_is_refused(acting, key):
    somebody = person("senco")
    sent = filled(somebody.school) | {ROLE_FIELD: key}
    client = acting(somebody)
    del client.defaults["HTTP_X_ACTING_AS"]
    answer = client.post("/school/", sent)
    assert answer.status_code == 409
    assert "typed:" not in answer.content.decode()


def test_a_page_put_together_from_two_roles_sends_nothing(tabs, here, there):
    sent = filled(here.school) | {ROLE_FIELD: str(here.pk)}
    assert tabs.post("/school/", sent, headers={"X-Acting-As": str(there.pk)}).status_code == 409


def test_a_fragment_for_a_forgotten_tab_loads_the_page_anew(tabs, here, there):
    switch(tabs, there)
    answer = tabs.get("/drafts/unsent/", headers=PART | {"X-Acting-As": str(here.pk)})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/school/?x=1")
    same = tabs.get("/drafts/unsent/", headers=PART | {"X-Acting-As": str(there.pk)})
    assert same.status_code == 200


def test_a_fragment_that_submits_brings_the_whole_page(tabs, here, there):
    switch(tabs, there)
    answer = tabs.post("/school/", filled(here.school), headers=PART | {"X-Acting-As": str(here.pk)})
    assert (answer.status_code, answer.headers["HX-Retarget"]) == (409, "body")


def test_typing_in_a_forgotten_tab_leaves_no_draft_in_the_other_role(tabs, here, there):
    from senco.drafts.models import Draft

    switch(tabs, there)
    sent = {"draft_key": "a:b", "text": "about a child here", ROLE_FIELD: str(here.pk)}
    assert tabs.post("/drafts/", sent).status_code == 409
    with as_owner():
        assert not Draft.objects.exists()


def test_what_a_stranger_s_site_sends_is_not_offered_to_be_sent_again(here, there):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(here.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = strict.post("/school/", {"name": "Planted by another site"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "typed:" not in page
    assert "Planted by another site</textarea>" in page  # to be copied by hand, where it was one's own


@pytest.mark.parametrize(
    "path", ["//elsewhere.example.org/x", "https://elsewhere.example.org/", "/\\elsewhere", ""]
)
def test_the_way_back_stays_on_this_site(tabs, there, path):
    sent = {"membership": str(there.pk), "path": path, "typed:a": "b"}
    assert tabs.post("/you/role/", sent).status_code == 404


def end(membership) -> None:
    with as_owner():
        type(membership).objects.filter(pk=membership.pk).update(ends=days(0))


def test_a_role_that_ended_is_named_and_the_other_used_from_here_on(tabs, here, there):
    tabs.get("/drafts/unsent/")
    end(here)
    page = tabs.get("/drafts/unsent/").content.decode()
    assert "Your role as SENCO at Here School has ended. You are now acting as SENCO at There School." in page
    assert tabs.session[SESSION_KEY] == str(there.pk)
    assert "has ended" not in tabs.get("/drafts/unsent/").content.decode()


def test_with_several_left_the_person_is_asked(tabs, here, there):
    third = person("governor", user=here.user, at=here.school)
    end(here)
    answer = tabs.get("/school/")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Your role as <strong>SENCO</strong> at Here School has ended" in page
    assert {str(there.pk), str(third.pk)} <= set(re.findall(r'name="membership" value="([^"]+)"', page))
    assert tabs.get("/drafts/unsent/", headers=PART).headers["HX-Redirect"] == "/school/?x=1"
    switch(tabs, third)
    assert tabs.get("/drafts/unsent/").status_code == 200
    assert tabs.session[SESSION_KEY] == str(third.pk)


def test_a_submission_after_the_end_writes_nothing_and_keeps_the_words(tabs, here, there):
    long = "A text that took a while to write"
    sent = filled(there.school, safeguarding_name=long)
    end(here)
    for key in ({}, {ROLE_FIELD: str(here.pk)}, {ROLE_FIELD: str(there.pk)}):
        answer = tabs.post("/school/", sent | key)
        assert answer.status_code == 409
        assert long in answer.content.decode()
    assert reread(there.school).safeguarding_name == ""


def test_the_role_of_a_session_is_settled_at_its_first_request(client, here, there):
    """Else a first role that ends would slide into the second, with nobody told."""
    client.force_login(here.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/drafts/unsent/")
    first = client.session[SESSION_KEY]
    assert first in (str(here.pk), str(there.pk))
    end(here if first == str(here.pk) else there)
    assert "has ended" in client.get("/drafts/unsent/").content.decode()


def test_schools_stay_as_they_were(here, there):
    """Control: the two are different schools that both roles may edit."""
    with as_owner():
        assert School.objects.filter(pk__in=[here.school_id, there.school_id]).count() == 2
