"""Every page of every role, light and dark: no barrier that axe knows, no sideways scroll at 320 px, no complaint of the browser."""

import pytest

PAGES = {
    "senco": (
        "/", "/register/", "/register/?status=all", "/register/?name=zzzz", "/register/views/", "/concerns/", "/concerns/new/",
        "/watched/", "/advice/", "/imports/", "/census/", "/leavers/transfer/", "/people/", "/people/contacts/", "/people/invite/",
        "/people/shares/", "/people/shares/new/", "/figures/preview/", "/school/", "/outbox/", "/drafts/unsent/", "/you/",
        "/you/reading/", "/nowhere/",
    ),
    "office": ("/", "/register/", "/people/", "/imports/"),
    "head": ("/", "/register/", "/figures/preview/"),
    "teacher": (
        "/", "/concerns/new/", "/concerns/mine/", "/pupils/mine/", "/pupils/find/?q=a", "/views/", "/advice/", "/advice/ask/",
        "/register/",
    ),
    "ta": ("/", "/pupils/mine/"),
    "parent": ("/", "/concerns/raise/", "/concerns/mine/"),
    "professional": ("/",),
    "governor": ("/", "/figures/"),
    None: ("/accounts/login/", "/accounts/login/code/", "/accounts/password/reset/", "/you/reading/", "/mail/"),
}  # fmt: skip
FIRST_OF_LIST = {  # role → list page and what the first interesting link in it looks like
    "senco": (("/register/", "main th a[href^='/pupils/']"), ("/concerns/", "main a[href^='/concerns/0']"),
              ("/people/", "main a[href^='/people/0']")),
    "teacher": (("/pupils/mine/", "main a[href^='/pupils/0']"), ("/concerns/mine/", "main a[href^='/concerns/mine/0']")),
    "parent": (("/", "main a[href^='/children/']"), ("/concerns/mine/", "main a[href^='/concerns/mine/0']")),
    "professional": (("/", "main a[href^='/shared/']"),),
}  # fmt: skip


def addresses(visitor, who) -> list[str]:
    """The fixed pages of a role, and the first record behind each of its lists."""
    found = list(PAGES[who])
    for listing, link in FIRST_OF_LIST.get(who, ()):
        visitor.go(listing)
        assert visitor.page.locator(link).count(), f"{who} finds no record at {listing}"
        found.append(visitor.page.locator(link).first.get_attribute("href"))
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("who", PAGES, ids=str)
def test_no_page_has_a_barrier(visit, who, dark):
    visitor = visit(who, dark=dark)
    barriers = []
    for address in addresses(visitor, who):
        visitor.go(address)
        barriers += visitor.barriers()
    assert not barriers, "\n".join(barriers)


@pytest.mark.parametrize("who", PAGES, ids=str)
def test_no_page_scrolls_sideways_on_the_narrowest_phone(visit, who):
    visitor = visit(who, width=320)
    wide = []
    for address in addresses(visitor, who):
        visitor.go(address)
        if visitor.scrolls_sideways():
            wide.append(address)
    assert not wide


def test_control_a_barrier_is_noticed(visit):
    visitor = visit()
    visitor.go("/accounts/login/")
    visitor.page.evaluate("() => document.querySelectorAll('label').forEach(label => label.remove())")
    assert visitor.barriers()
