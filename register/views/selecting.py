"""The pupils somebody ticked, or the whole list the ticks stand in."""

import uuid

from django.http import QueryDict

from register.filters import RegisterFilter

ONE_VISIT = ("page", "selected", "whole_list")


def carried_on(query: QueryDict) -> QueryDict:
    """The filters of an address, without the page number, the ticks and empty boxes."""
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if name not in ONE_VISIT and any(values):
            kept.setlist(name, [value for value in values if value])
    return kept


def chosen_pupils(request, found: RegisterFilter):
    """The ticked rows of the filtered list; all of it where nothing or the whole list is ticked."""
    ticked = [key for key in map(key_of, request.GET.getlist("selected")) if key]
    if not ticked or request.GET.get("whole_list"):
        return found.qs
    return found.qs.filter(pk__in=ticked)


def key_of(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
