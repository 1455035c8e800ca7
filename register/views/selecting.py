"""The pupils somebody ticked, or the whole list the ticks stand in. Nobody is meant who was not named."""

import uuid
from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.filters import NAME_ORDER, RegisterFilter
from register.queries.sen_register import pupils_for

ONE_VISIT = ("page", "selected", "whole_list", "choosing")


def carried_on(query: QueryDict) -> QueryDict:
    """The filters of an address, without the page number, the ticks and empty boxes."""
    kept = QueryDict(mutable=True)
    for name, values in query.lists():
        if name not in ONE_VISIT and any(values):
            kept.setlist(name, [value for value in values if value])
    return kept


def list_url(request) -> str:
    return f"{reverse('register:register')}?{carried_on(request.GET).urlencode()}"


def chosen_pupils(request, found: RegisterFilter, *, explicit: bool):
    """The ticked rows of the filtered list, or all of it where that is asked for.

    An address without ticks means the whole list where it is only read (a link to print), unless it comes from the bar of
    ticks; with `explicit`, where pupils are changed, never. Raises ValidationError where nobody is named or a filter is wrong.
    """
    if found.problems:
        raise ValidationError(found.problems)
    asked = request.GET
    if asked.get("whole_list") or not (explicit or "selected" in asked or "choosing" in asked):
        return found.qs
    ticked = keys_in(asked.getlist("selected"))
    if not ticked:
        text = _("You have ticked nobody. Tick pupils, or “All in this list”.")
        raise ValidationError(text, code="nobody")
    return found.qs.filter(pk__in=ticked)


def named_pupils(request) -> list:
    """Whom it is about: at first the ticks of the address, then exactly those whom the page before the button named.

    Raises ValidationError where nobody is named, a filter is wrong, or the list is of a past day.
    """
    if "named" in request.POST:
        keys = keys_in(request.POST["named"].split(","))
        return list(pupils_for(request.membership, localdate()).filter(pk__in=keys).order_by(*NAME_ORDER))
    found = RegisterFilter(request.GET, membership=request.membership)
    if found.is_past:
        text = _("The list is of a past day. Go to today's list to change something for these pupils.")
        raise ValidationError(text, code="past")
    if request.method == "POST" and request.GET.get("whole_list"):
        raise ValidationError(_("Look through the names before you go on."), code="not_shown")
    return list(chosen_pupils(request, found, explicit=True))


def for_many(view):
    """Hand the view the chosen pupils, or go back to the list that says why there are none."""

    @wraps(view)
    def choosing(request):
        try:
            pupils = named_pupils(request)
        except ValidationError as problem:
            return refused(request, problem)
        return view(request, pupils)

    return choosing


def refused(request, problem: ValidationError):
    """Back to the list, which says why nothing was done."""
    for words in problem.messages:
        messages.warning(request, words)
    return redirect(list_url(request))


def keys_in(texts) -> list[uuid.UUID]:
    return [key for key in map(key_of, texts) if key]


def key_of(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
