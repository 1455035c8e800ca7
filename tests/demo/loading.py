"""The demo in the database. Tests that only look at it share one: see `load_once`."""

from io import StringIO

from django.core.management import call_command

from senco.accounts.models import Membership
from tests.factories import as_owner


def load(**options) -> str:
    """The command as the owner runs it; what it wrote."""
    out = StringIO()
    with as_owner():
        call_command("load_demo", stdout=out, **{"pupils": 60} | options)
    return out.getvalue()


def member(name: str, role: str) -> Membership:
    with as_owner():
        return Membership.objects.get(email=f"{name}@larkfield.example", role=role)
