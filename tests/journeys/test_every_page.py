"""Every page of every role, light and dark: no barrier that axe knows, no sideways scroll at 320 px from either side, no complaint of the browser."""

import re
import uuid
from itertools import batched

import pytest
from django.urls import Resolver404, resolve

from senco.accounts.roles import MAY, Role
from tests.journeys.pages import EVERYWHERE, GUEST, LIKE, NOT_LOOKED_AT, PAGES, REFUSED
from tests.test_house import own_routes

SIGN_IN_OF = {Role.ADMIN: "office"}  # the others are called like their role


AT_ONCE = 30  # pages a sign-in: it counts as a fresh proof of oneself for some minutes only
TOURS = [(who, batch) for who, pages in PAGES.items() for batch in batched(pages, AT_ONCE, strict=False)]


@pytest.mark.parametrize(("who", "pages"), TOURS, ids=[f"{who}-{pages[0]}" for who, pages in TOURS])
def test_no_page_has_a_barrier(visit, who, pages):
    """One visit a page: as it comes, in the dark, and on the narrowest phone."""
    visitor = visit(None if who == GUEST else who)
    barriers = []
    for address in visitor.addresses_of(pages, who).values():
        status = visitor.go(address)
        if (status, visitor.here) != (REFUSED.get((who, address), 200), address):
            barriers.append(f"{address} answered {status} at {visitor.here}")
        barriers += visitor.barriers_in_every_look()
    assert not barriers, "\n".join(barriers)


def names_in(role: str) -> set[str]:
    """The routes that the role's list stands for."""
    names = set()
    for page in PAGES[role]:
        path = re.sub(r"\{\w+\}", str(uuid.UUID(int=0)), page.partition("?")[0])
        try:
            names.add(resolve(path).view_name)
        except Resolver404:
            assert (role, page) in REFUSED, page
    return names


def readable(role: Role) -> set[str]:
    """Our routes that answer a GET and that this role may use."""
    return {
        name
        for name, view in own_routes()
        if "GET" in getattr(view, "methods", ("GET",))
        and (getattr(view, "permission", None) is None or view.permission in MAY[role])
    }


@pytest.mark.parametrize("role", Role)
def test_every_page_a_role_may_open_is_looked_at(role):
    who = SIGN_IN_OF.get(role, role.value)
    seen = names_in(who) | (names_in(LIKE[who]) if who in LIKE else set())
    assert readable(role) - seen - set(NOT_LOOKED_AT) - EVERYWHERE - ELSEWHERE.get(who, set()) == set()


AS_OTHERS = {  # the office has no concerns of its own in the demo, is asked for no view, and reads releases as governors do
    "register:my_concern", "register:concern_sent", "register:give_view", "governance:release",
    "register:my_pupils",  # for the office the whole school on one page; the teacher's is looked at
}  # fmt: skip
RUN_BY_OTHERS = {"provision:session"}  # in the demo assistants and teachers run them
OF_PROVISION = {  # the office's have the same parts and more buttons
    "provision:groups", "provision:group", "provision:adults_timetable", "provision:pupils_timetable", "provision:pupils_delivery",
    "provision:extra_session", "provision:session", "provision:intervention", "provision:pupil_provision", "provision:map",
    "provision:library", "provision:pupil_progress", "provision:add_measure", "provision:edit_measure", "provision:group_measures",
    "provision:scales",
}  # fmt: skip
OWN_ONLY = {"register:concern"}  # leads everybody but the office to their own concern
OWN_DUTIES = {
    "register:duty",
    "register:record_duty",
}  # in the demo they are the SENCO's, whose pages are looked at
OWN_FILES = {"register:edit_file", "register:remove_file"}  # the office's, which ask for more, are looked at
CONTACT_LOG = {"liaison:correct_contact"}  # the form of log_contact, filled in
OF_REVIEWS = {  # the office's are the same, with more buttons
    "reviews:begin", "reviews:change", "reviews:call_off", "reviews:meeting", "reviews:record",
}  # fmt: skip
AS_NAMED = {"translations:translation"}  # in the demo assistants translate and the SENCO approves
OF_A_PLAN = {  # the office's have the same parts and more buttons
    "provision:describe_plan", "provision:write_section", "provision:add_items", "provision:pull_concerns", "provision:add_outcome",
    "provision:edit_outcome", "provision:add_provision", "provision:edit_provision", "provision:add_score", "provision:edit_score",
    "provision:edit_item", "provision:outcome_seen", "provision:take_step", "provision:answers", "provision:copy_plan",
    "provision:versions", "provision:version", "provision:pick_strategies", "provision:pick_stem", "provision:begin_from_stem", "provision:compare_versions", "provision:next_cycle",
}  # fmt: skip
ELSEWHERE = {
    "senco": AS_OTHERS | RUN_BY_OTHERS,
    "office": AS_OTHERS,
    "head": AS_OTHERS,
    "teacher": OWN_ONLY
    | OWN_DUTIES
    | OWN_FILES
    | CONTACT_LOG
    | OF_A_PLAN
    | OF_PROVISION
    | OF_REVIEWS
    | AS_NAMED,
    "ta": OWN_ONLY | OWN_DUTIES | OWN_FILES | CONTACT_LOG | OF_A_PLAN | OF_PROVISION | OF_REVIEWS,
    "professional": {"reviews:family_record", "reviews:answer"} | AS_NAMED,  # the parent's
    "parent": OWN_ONLY,
}


def test_the_exceptions_are_still_needed():
    every = {name for name, _view in own_routes()}
    listed = {name for who in PAGES for name in names_in(who)}
    assert set(NOT_LOOKED_AT) <= every - listed
    assert listed >= EVERYWHERE
    assert {name for names in ELSEWHERE.values() for name in names} <= every


def test_control_a_barrier_is_noticed(visit):
    visitor = visit()
    visitor.go("/accounts/login/")
    visitor.page.evaluate("() => document.querySelectorAll('label').forEach(label => label.remove())")
    assert visitor.barriers()


def test_control_what_shows_in_the_dark_or_on_a_phone_only_is_noticed(visit):
    visitor = visit()
    visitor.go("/accounts/login/")
    visitor.page.evaluate("() => { document.querySelector('main').style.minWidth = '400px' }")
    visitor.page.evaluate("() => { document.querySelector('h1').style.color = 'light-dark(#000, #333)' }")
    found = visitor.barriers_in_every_look()
    assert any(barrier.startswith("in the dark: ") and "color-contrast" in barrier for barrier in found), (
        found
    )
    sideways = f"{visitor.page.url} scrolls sideways"
    assert found[1:] == [f"at 320 px: {sideways}", f"from right to left: {sideways}"]


def test_control_what_shows_from_right_to_left_only_is_noticed(visit):
    visitor = visit()
    visitor.go("/accounts/login/")
    visitor.page.evaluate(
        "() => { document.querySelector('h1').style.cssText = 'position: absolute; left: -200px' }"
    )
    assert visitor.barriers_in_every_look() == [f"from right to left: {visitor.page.url} scrolls sideways"]
