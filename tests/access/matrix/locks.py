"""Taking one of the two locks out, so that the other is judged alone."""

from contextlib import ExitStack, contextmanager, nullcontext
from unittest import mock

from django.apps import apps

from senco.accounts.models import Membership


def both_locks():
    return nullcontext()


@contextmanager
def orm_alone():
    """Row-level security bypassed: every request runs as a role that is exempt from it."""
    with mock.patch.object(Membership, "database_role", "senco_bypass"):
        yield


@contextmanager
def row_security_alone():
    """Every `visible_to` of the project replaced by `all()`."""
    with ExitStack() as stack:
        for queryset in querysets():
            stack.enter_context(without_filter(queryset))
        yield


def without_filter(queryset: type):
    """One model's `visible_to` replaced by `all()`."""
    return mock.patch.object(queryset, "visible_to", lambda self, _membership: self.all())


def querysets() -> set[type]:
    """Every queryset class of ours whose rows somebody may or may not see."""
    classes = {type(model._default_manager.all()) for model in apps.get_models()}
    stating = {queryset for queryset in classes if hasattr(queryset, "visible_to")}
    assert len(stating) > 8, "the querysets that narrow sight were not found"
    return stating


LOCKS = {"both": both_locks, "orm": orm_alone, "rls": row_security_alone}
