"""Refused attempts leave a record, although the refused request itself leaves nothing."""

from django.urls import Resolver404, resolve

from senco.accounts.models import Membership
from senco.audit.actions import record_denied

REFUSED = (403, 404)


class RecordDenied:
    """Stands outside `ActingAs`: the request's transaction has ended and was rolled back when this writes its own row."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code in REFUSED and (membership := who_tried(request)):
            record_denied(membership, route=route_of(request), status=response.status_code)
        return response


def who_tried(request) -> Membership | None:
    """The role somebody acts in; for a person whose roles have all ended, the one that ended last."""
    acting = getattr(request, "membership", None)
    user = getattr(request, "user", None)
    if acting is not None or user is None or not user.is_authenticated:
        return acting
    return Membership.objects.filter(user=user).order_by("-ends", "pk").first()


def route_of(request) -> str:
    """The route's pattern, never the path itself: a path may hold the key of a pupil."""
    try:
        return resolve(request.path).route
    except Resolver404:
        return ""
