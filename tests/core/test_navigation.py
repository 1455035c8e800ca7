"""The menu of each shell, the tabs of a pupil's page and the fixed places, as each role gets them."""

import pytest
from django.contrib import messages
from django.urls import path, reverse

from senco.accounts.roles import Role
from senco.core import undo
from senco.core.navigation import (
    CLASS,
    GUEST,
    OFFICE,
    SHELLS,
    TEMPLATES,
    Link,
    Navigation,
    NavItem,
    PupilTab,
    context,
    mark_current,
    shell_of,
)

urlpatterns = [
    path("", lambda request: None, name="home"),
    path("register/", lambda request: None, name="register"),
    path("register/census/", lambda request: None, name="census"),
    path("pupils/<int:pk>/", lambda request: None, name="pupil"),
    path("pupils/<int:pk>/concerns/", lambda request: None, name="concerns"),
]
pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def menu():
    site = Navigation()
    site.add_item(
        NavItem(
            "Register",
            "register",
            (OFFICE,),
            "register.view_register",
            order=20,
            key="r",
            count=lambda m: 142,
        )
    )
    site.add_item(NavItem("Today", "home", (OFFICE, CLASS), order=10))
    site.add_item(
        NavItem(
            "Census", "census", (OFFICE,), "register.check_census", order=30, shown=False, key="n", alone=True
        )
    )
    return site


def labels(links):
    return [link.label for link in links]


def test_each_role_has_a_shell_with_a_template():
    assert set(SHELLS) == set(Role.values)
    assert set(TEMPLATES) == set(SHELLS.values()) | {GUEST}


def test_the_menu_is_in_order_and_for_this_shell(menu, membership):
    assert labels(menu.links(membership("senco"), "/")) == ["Today", "Register", "Census"]
    assert labels(menu.links(membership("teacher"), "/")) == ["Today"]
    assert menu.links(None, "/") == []


def test_a_line_needs_its_permission(menu, membership):
    menu.add_item(NavItem("Release", "register", (OFFICE,), "governance.release_figures"))
    assert "Release" in labels(menu.links(membership("head"), "/"))
    assert "Release" not in labels(menu.links(membership("admin"), "/"))


def test_lines_show_their_number_and_key(menu, membership):
    found = {link.label: link for link in menu.links(membership("senco"), "/")}
    assert (found["Register"].count, found["Register"].keys) == (142, "g r")
    assert (found["Census"].count, found["Census"].keys, found["Census"].shown) == (None, "n", False)


def test_nobody_is_counted_where_nobody_acts(menu, membership):
    menu.add_source(lambda membership: [Link("Sami", "/sami/")])
    links = menu.links(membership("senco"), "/", acting=False)
    assert "Sami" not in labels(links)
    assert [link.count for link in links] == [None, None, None]


def test_adding_twice_changes_nothing(menu, membership):
    menu.add_item(NavItem("Today", "home", (OFFICE, CLASS), order=10))
    assert labels(menu.links(membership("teacher"), "/")) == ["Today"]


def test_the_longest_fitting_line_is_the_current_one():
    links = [Link("Today", "/"), Link("Register", "/register/"), Link("Census", "/register/census/")]
    for address, expected in [
        ("/", "Today"),
        ("/register/?x", "Register"),
        ("/register/census/1/", "Census"),
        ("/x/", None),
    ]:
        current = [link.label for link in mark_current(links, address) if link.current]
        assert current == ([expected] if expected else [])


def test_buttons_of_a_pupil(membership):
    site = Navigation()
    for _time in range(2):
        site.add_button(PupilTab("Log a contact", "pupil", "register.view_pupil"))
    [button] = site.buttons(membership("teacher"), 7)
    assert (button.label, button.url) == ("Log a contact", "/pupils/7/")
    assert site.buttons(membership("parent"), 7) == []


def test_tabs_of_a_pupil(membership):
    site = Navigation()
    site.add_tab(PupilTab("Concerns", "concerns", "register.view_concerns", order=20))
    site.add_tab(PupilTab("Overview", "pupil", "register.view_pupil", order=10))
    tabs = site.tabs(membership("senco"), 7, "/pupils/7/concerns/")
    assert [(tab.label, tab.url, tab.current) for tab in tabs] == [
        ("Overview", "/pupils/7/", False),
        ("Concerns", "/pupils/7/concerns/", True),
    ]
    assert labels(site.tabs(membership("teacher"), 7, "/")) == ["Overview"]


def test_places_follow_the_role(membership):
    site = Navigation()
    site.add_place("pupil_search", "register", "register.search_pupils")
    assert site.places(membership("teacher")) == {"pupil_search": "/register/"}
    assert site.places(membership("parent")) == site.places(None) == {}
    assert site.place("drafts") == ""
    assert site.place("pupil_search") == reverse("register")


def test_guests_get_the_guest_shell(request_of, membership):
    assert shell_of(None) == GUEST
    found = context(request_of(None))
    assert (found["shell"], found["membership"], list(found["nav_items"])) == (GUEST, None, [])
    assert context(request_of(membership("ta")))["shell_template"] == "layout/class.html"


def test_a_message_may_be_taken_back(request_of):
    request = request_of(None)
    undo.offer_undo(request, "Archived.", "/undo/7/")
    messages.info(request, "Plain", extra_tags="other")
    assert [undo.undo_url(message) for message in messages.get_messages(request)] == ["/undo/7/", ""]
