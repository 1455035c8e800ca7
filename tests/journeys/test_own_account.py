"""From an invitation in the mail to a passkey; and writing that waits for its writer. In a real browser, on the served system."""

import re

import pytest

from tests.journeys.visitor import Visitor, newest_mail_to

pytestmark = pytest.mark.browser
LINK = re.compile(r"/accounts/invitation/[\w-]+/")


@pytest.fixture
def stranger(site, browser):
    """A browser with a fingerprint reader that always says yes. Passkeys need a name: an IP address will not do."""
    visitor = Visitor(browser, f"http://localhost:{site.port}")
    chrome = visitor.context.new_cdp_session(visitor.page)
    chrome.send("WebAuthn.enable")
    reader = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    reader |= {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    chrome.send("WebAuthn.addVirtualAuthenticator", {"options": reader})
    yield visitor
    assert visitor.faults() == []
    visitor.context.close()


def test_an_invited_psychologist_comes_in_and_returns_with_a_passkey(visit, stranger):
    senco = visit("senco")
    senco.go("/people/invite/?role=professional")
    for field, value in {"first_name": "Eve", "last_name": "Osei", "email": "eve@eps.example"}.items():
        senco.page.fill(f"#id_{field}", value)
    senco.page.click("main form button[type=submit], main form input[type=submit]")
    senco.page.wait_for_url("**/people/*/")
    assert "Invited until" in senco.text()

    stranger.go(LINK.search(newest_mail_to(stranger, "eve@eps.example")).group())
    assert stranger.barriers() == []
    assert "Larkfield Academy invites you" in stranger.text()
    stranger.page.click("main form button[type=submit], main form input[type=submit]")
    stranger.page.wait_for_url(lambda url: "invitation" not in url)

    stranger.go("/accounts/2fa/webauthn/add/")
    stranger.page.click("#mfa_webauthn_add")
    stranger.page.wait_for_url("**/recovery-codes/**")
    stranger.go("/accounts/logout/")
    stranger.page.click("main form button[type=submit]")
    stranger.page.wait_for_url("**/accounts/login/")
    stranger.page.click("#passkey_login")
    stranger.page.wait_for_url(lambda url: "/login" not in url)
    stranger.go("/you/")
    assert "External professional" in stranger.text()

    senco.page.reload()
    assert "Has an account" in senco.text()


def test_writing_waits_for_its_writer_and_goes_when_it_is_not_wanted(visit):
    senco = visit("senco")
    senco.go("/people/shares/new/")
    senco.page.fill("#id_reason", "Half a sentence about")
    senco.page.locator("[data-saved]", has_text="Saved").wait_for()
    senco.go("/drafts/unsent/")
    assert "Half a sentence about" in senco.text()
    senco.page.click("main .todo a")
    assert senco.page.input_value("#id_reason") == "Half a sentence about"
    senco.page.click("text=Throw it away and start afresh")
    assert senco.page.input_value("#id_reason") == ""


def test_a_draft_that_could_not_be_kept_does_not_pretend(visit):
    senco = visit("senco")
    senco.go("/people/shares/new/")
    senco.context.clear_cookies(name="sessionid")
    senco.page.fill("#id_reason", "Written after the session ended")
    senco.page.locator("[data-saved]", has_text="Not saved").wait_for()
    senco.noticed.clear()  # the refused request is reported in the console, as it should be


def test_without_scripts_a_button_saves_the_draft(visit):
    senco = visit("senco", scripts=False)
    senco.go("/people/shares/new/")
    senco.page.fill("#id_reason", "Typed without scripts")
    senco.page.click("text=Save draft")
    assert senco.page.input_value("#id_reason") == "Typed without scripts"
    senco.page.click("text=Throw it away and start afresh")


def test_pages_about_ones_account_have_no_barriers(visit):
    """What stands in no list of ours, most of it of the sign-in library; all others are looked at in test_every_page."""
    senco, barriers = visit("senco"), []
    for page in (
        "/people/invite/register/", "/mail/", "/accounts/2fa/", "/accounts/sessions/", "/accounts/email/", "/accounts/password/change/",
        "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/",
    ):  # fmt: skip
        assert senco.go(page) == 200, page
        barriers += senco.barriers_in_every_look()
    assert not barriers, "\n".join(barriers)


def test_pages_about_people_and_accounts_have_no_barriers_on_the_narrowest_phone(visit):
    """All that axe knows, because menus and tables are others there."""
    senco = visit("senco", width=320)
    paths = (
        "/you/", "/school/", "/people/", "/people/kind/parents/", "/people/contacts/", "/people/invite/", "/people/invite/register/",
        "/people/shares/", "/people/shares/new/", "/outbox/", "/drafts/unsent/", "/mail/", "/accounts/2fa/", "/accounts/sessions/",
        "/accounts/email/", "/accounts/password/change/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/",
    )  # fmt: skip
    for path in paths:
        assert senco.go(path) == 200, path
        assert senco.barriers() == []
        assert not senco.scrolls_sideways(), path
