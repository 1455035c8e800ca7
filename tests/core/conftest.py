"""Rendering pieces of pages the way a request would, with undefined variables as failures."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.template import engines
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from senco.accounts.models import Membership, School, User


@pytest.fixture
def membership():
    """`membership("teacher", shortcuts=False)`: a person in a role, in memory only; the rest describes the account."""

    def make(role, **account):
        user = User(email="jo@larkfield.example", first_name="Jo", last_name="Tanner", **account)
        school = School(name="Larkfield Academy", phone="01234 555 010")
        return Membership(user=user, school=school, role=role, first_name="Jo", last_name="Tanner")

    return make


@pytest.fixture
def request_of():
    """`request_of(membership, "/path")`: what the middleware leaves of a request before the view sees it."""

    def make(membership=None, path="/", **headers):
        request = RequestFactory(headers=headers).get(path)
        request.user = AnonymousUser() if membership is None else membership.user
        request.membership, request.memberships = membership, [membership] if membership else []
        request.acting = False  # no transaction is open, so the menu shows no numbers
        request.htmx = HtmxDetails(request)
        request._messages = CookieStorage(request)
        return request

    return make


@pytest.fixture
def render(request_of):
    """`render(source, **context)`: a piece of template source with the context processors' variables around it."""

    def draw(source, membership=None, path="/", **context):
        return engines["django"].from_string(source).render(context, request_of(membership, path))

    return draw
