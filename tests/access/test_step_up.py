"""Whoever exports, or changes who may open a pupil's record, proves first who they are: asked of the code itself, route by route."""

import inspect
import types

import pytest
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from register.actions import access
from register.tasks import work_on
from register.views import key_adult, pupils
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported
from tests.source import PACKAGES

CHANGES = tuple(
    map(
        inspect.unwrap,
        (access.derive_access, access.settle, access.share, access.end_access, record_exported),
    )
)
FILES = ("senco.documents.downloads", "senco.documents.spreadsheets", "senco.governance.files")
PROVED_BY_THE_LINK = {
    "accept_invitation",  # nobody is signed in yet; the link proves the address
    "feed",  # a calendar app reads it; whoever made the address proved who they are
}
WITHOUT_PUPILS = {  # the banks and the library: nothing in them is about anybody
    "export_strategies",
    "export_stems",
    "upload_strategies",
    "upload_stems",
    "export_library",
    "upload_library",
}
TAKEN_IN = {"upload_progress"}  # a file is read with the code that writes files, and none is handed out


def routes(patterns=None):
    """(name, view) of every route of ours."""
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(each, URLPattern):
            if module(each.callback).startswith(PACKAGES):
                yield each.name, each.callback
        else:
            yield from routes(each.url_patterns)


def module(thing) -> str:
    return getattr(inspect.unwrap(thing), "__module__", "") or ""


def steps_up(view) -> bool:
    while view is not None:
        if getattr(view, "steps_up", False):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


def leads_to(view, seen=None) -> bool:
    """Whether the view's code names, directly or through functions of ours, something that changes access or makes a file."""
    seen = set() if seen is None else seen
    function = inspect.unwrap(getattr(view, "run", view))
    if function in CHANGES or module(function) in FILES:
        return True
    if not isinstance(function, types.FunctionType) or function in seen:
        return False
    seen.add(function)
    return any(leads_to(callee, seen) for callee in named_in(function.__code__, function.__globals__))


def named_in(code: types.CodeType, scope: dict):
    """Functions and tasks of ours that a piece of code names, also as attributes of modules, and in functions inside it."""
    for name in code.co_names:
        found = scope.get(name)
        if isinstance(found, types.ModuleType) and found.__name__.startswith(PACKAGES):
            yield from (
                getattr(found, each) for each in code.co_names if callable(getattr(found, each, None))
            )
        elif callable(found) and module(found).startswith(PACKAGES):
            yield found
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            yield from named_in(inner, scope)


def test_every_route_that_exports_or_changes_access_steps_up():
    found = {name for name, view in routes() if leads_to(view)}
    assert {
        "key_adult",
        "set_key_adults",
        "undo_key_adults",
        "apply_import",
        "undo_import",
        "contact",
        "share_pupil",
    } <= found
    assert {"export_register", "export_figures", "census_file", "parked_rows", "end_membership"} <= found
    open_ones = {name for name, view in routes() if name in found and not steps_up(view)}
    assert open_ones == PROVED_BY_THE_LINK | WITHOUT_PUPILS | TAKEN_IN


def test_control_the_question_sees_a_view_without_the_question_and_one_that_needs_none():
    bare = inspect.unwrap(key_adult.key_adult)
    assert leads_to(bare) and not steps_up(bare)
    assert steps_up(recently_authenticated(bare))
    assert leads_to(work_on)
    assert not leads_to(pupils.pupil)


@pytest.mark.django_db
def test_what_was_ticked_for_an_import_waits_for_the_proof(acting, proved):
    from tests.factories import person, school
    from tests.register.mis.bringing import HEADER, ISLA, bring

    senco = person("senco", at=school(laestab="9994001"))
    run = bring(senco, HEADER + ISLA)
    address = f"/imports/{run.pk}/apply/"
    asked = acting(senco).post(address, {"leavers": "on", "shown": "abc"})
    assert asked.headers["Location"].startswith("/accounts/reauthenticate/")
    page = proved(senco).get(address).content.decode()
    assert 'name="leavers" value="on"' in page and 'name="shown" value="abc"' in page
    assert (
        proved(senco).get(address).headers["Location"] == f"/imports/{run.pk}/"
    )  # offered once, then the preview


@pytest.mark.django_db
def test_a_cell_of_the_register_leads_to_the_whole_page(acting):
    from tests.factories import person, pupil

    senco = person("senco")
    child = pupil(at=senco.school)
    fragment = {"HX-Request": "true", "HX-Request-Type": "partial"}
    answer = acting(senco).post(f"/pupils/{child.pk}/key-adult/", {"adult": ""}, headers=fragment)
    assert answer.headers["HX-Redirect"].startswith("/accounts/reauthenticate/?next=%2Fpupils%2F")
