"""Tests run as the login role of production. The schema is built by the owner; see factories/identity.py for writing records."""

import gc
import os
import random
import shutil
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.db.models import QuerySet
from django.template import engines

from senco.accounts.queries import SESSION_KEY
from tests.serving.prepared import copy_prepared, shared_folder  # noqa: F401  fixtures of journeys and serving


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The test database is created and migrated by the owner of the tables.

    Not copied from a migrated one: what the migrations take from everybody on the database itself would not be copied with it.
    """
    connect_as(os.environ["DATABASE_OWNER_URL"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """From here on every test is the powerless login role that serves the site."""
    with django_db_blocker.unblock():
        connect_as(os.environ["DATABASE_URL"])
    yield
    with django_db_blocker.unblock():
        connect_as(os.environ["DATABASE_OWNER_URL"])  # only the owner may drop the test database


@pytest.hookimpl
def pytest_make_parametrize_id(val):
    """A file among the arguments is called by its size: an archive holds the second it was made in, and both workers must agree."""
    return f"{len(val)} bytes" if isinstance(val, bytes) else None


@pytest.hookimpl
def pytest_collection_finish():
    """What was loaded stays loaded: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def connect_as(url: str) -> None:
    """Swap the account the default connection uses; the database it is connected to stays."""
    import dj_database_url

    wanted = dj_database_url.parse(url)
    connection = connections["default"]
    connection.close()
    for key in ("USER", "PASSWORD", "OPTIONS"):
        connection.settings_dict[key] = settings.DATABASES["default"][key] = wanted.get(key, {})


@pytest.fixture(autouse=True)
def undefined_variables_fail(monkeypatch):
    """A template that names an undefined variable fails instead of printing nothing."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", UndefinedVariable("undefined"))


class UndefinedVariable(str):
    """Django asks whether this holds %s and then puts the variable's name there."""

    def __contains__(self, item):
        return item == "%s"

    def __mod__(self, name):
        raise AssertionError(f"Undefined variable in a template: {name}")


@pytest.fixture(autouse=True)
def static_files_as_they_are(settings):
    """Without the hashed names that only a collected folder has."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.STATIC_ROOT = settings.BASE_DIR / "static"  # nothing is collected for tests


@pytest.fixture(autouse=True)
def unordered_querysets_are_shuffled(monkeypatch):
    """A list whose order nobody asked for comes in a different order in every test."""
    fetch = QuerySet._fetch_all

    def shuffled(self):
        fresh = self._result_cache is None
        fetch(self)
        if fresh and not self.ordered and isinstance(self._result_cache, list):
            random.shuffle(self._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", shuffled)


@pytest.fixture
def acting(client):
    """`acting(membership)` is a browser in which that person is signed in and acts in that role."""

    def sign_in(membership):
        client.force_login(membership.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session[SESSION_KEY] = str(membership.pk)
        session.save()
        client.defaults["HTTP_X_ACTING_AS"] = str(membership.pk)  # as every page of theirs sends it along
        return client

    return sign_in


@pytest.fixture
def proved(acting):
    """Like `acting`, for somebody who has just proved who they are: exports and changes of access are open (step-up).

    `proved(membership, FACTOR)` for somebody who gave a second factor.
    """

    def sign_in(membership, method="password"):
        browser = acting(membership)
        session = browser.session
        session["account_authentication_methods"] = [{"method": method, "at": time.time()}]
        session["account_authentication_methods_user"] = str(membership.user_id)
        session.save()
        return browser

    return sign_in


@pytest.fixture
def without_pango(monkeypatch):
    """A machine on which the library that draws PDFs cannot be loaded."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The machine's own Chromium, kept from calling anybody. Playwright's loop runs in this thread; queries are not its."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = os.environ["CHROMIUM"] if "CHROMIUM" in os.environ else shutil.which("chromium")
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ]
    return browser_type_launch_args | ({"executable_path": path} if path else {}) | {"args": quiet}


@pytest.fixture(scope="session")
def playwright(playwright):
    """While Playwright's loop runs in this thread, Django opens a second connection; it must not outlive the tests."""
    yield playwright
    connections.close_all()


FOLDERS_ON_ONE_WORKER = {
    Path(__file__).parent / "serving": "serving",  # measure time, count processes and follow one another
    Path(__file__).parent / "demo": "demo",  # share schools that take long to build
}


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in the same hook
def pytest_collection_modifyitems(items):
    """What drives a browser runs on one worker, in one browser and against one site; other groups by their folder."""
    for item in items:
        if {"page", "browser", "context", "visit"} & set(item.fixturenames):
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.browser)
        elif group := FOLDERS_ON_ONE_WORKER.get(item.path.parent):
            item.add_marker(pytest.mark.xdist_group(group))
