"""@requires: the first line of every view. What your role may not do is a 403; nobody signed in goes to sign-in."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.views.decorators.http import require_http_methods

from senco.core.sign_in import to_sign_in

READ = ("GET", "HEAD")
READ_AND_SUBMIT = ("GET", "HEAD", "POST")
SUBMIT = ("POST",)


def requires(permission: str, methods: tuple[str, ...] = READ_AND_SUBMIT):
    """Only a membership whose role holds `permission` enters, and only with one of `methods`."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return to_sign_in(request)
            if request.membership is None or not request.membership.may(permission):
                raise PermissionDenied(permission)
            return view(request, *args, **kwargs)

        guarded.permission = permission
        guarded.methods = methods
        return require_http_methods(methods)(guarded)

    return decorate


def open_to_all(view):
    """Marks a view that needs no membership, so that the guard in tests/test_house.py can list such views."""
    view.permission = None
    return view


def in_passing(view):
    """Marks a view that open pages ask by themselves: it is no sign that somebody is at work, and keeps no session alive."""
    view.in_passing = True
    return view
