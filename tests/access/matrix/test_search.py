"""A search finds nobody a byte more than the pages of the records show them: with both locks, and with each of them alone."""

import html
import re

import pytest
from django.urls import reverse

from senco.accounts.roles import may
from senco.dashboard.queries.found import KINDS
from tests.access.matrix.judging import browser_of
from tests.access.matrix.locks import LOCKS
from tests.access.matrix.readers import leaked
from tests.access.matrix.tokens import TOKEN
from tests.access.matrix.world import ROLES

LINK = re.compile(r'<h3><a href="([^"]+)">')  # of a hit
PAGES = re.compile(r"Page \d+ of (\d+)")


def everything_found(client, **narrowed) -> str:
    """All pages of a search for what every canary says."""
    address, asked = reverse("dashboard:search"), {"q": "canary", **narrowed}
    first = client.get(address, asked).content.decode()
    pages = int(found[1]) if (found := PAGES.search(first)) else 1
    rest = [client.get(address, asked | {"page": number}).content.decode() for number in range(2, pages + 1)]
    return "".join([first, *rest])


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("role", [role for role in ROLES if may(role, "dashboard.search")])
def test_no_search_leaks(world, client, role, lock):
    browser_of(client, world.people[role])
    with LOCKS[lock]():
        text = everything_found(client)
    assert TOKEN.search(text), "the control: the search does find canaries"
    assert not leaked(role, text)


def test_control_without_both_locks_a_search_leaks(world, client):
    browser_of(client, world.people["teacher"])
    with LOCKS["orm"](), LOCKS["rls"]():
        text = everything_found(client)
    assert leaked("teacher", text)


@pytest.mark.parametrize("code", KINDS)
def test_every_kind_is_searched(world, client, code):
    """The world has canaries in records of every kind, so that the tests above judge each of them."""
    browser_of(client, world.people["senco"])
    assert TOKEN.search(everything_found(client, kind=code)), code


@pytest.mark.parametrize("role", [role for role in ROLES if may(role, "dashboard.search")])
def test_every_hit_leads_to_a_page_that_opens(world, client, role):
    browser_of(client, world.people[role])
    addresses = {html.unescape(found) for found in LINK.findall(everything_found(client))}
    assert addresses
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 200
    )
