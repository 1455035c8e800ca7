"""Pages for what went wrong. They are drawn without the request's own data: the context processors may be what has just failed.

How somebody wants to read is taken from their browser's cookie alone, which needs neither database nor session.
"""

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import ConnectionError as CacheGone
from redis.exceptions import TimeoutError as CacheSilent

from senco.core.reading.settings import reading_in_cookie

RETRY_AFTER = "30"  # seconds
WAIT = "300"  # seconds: the window of the sign-in limits
AWAY = (OperationalError, InterfaceError, BrokerError, CacheGone, CacheSilent)


def page(request, template: str, status: int, **headers: str) -> HttpResponse:
    """One of the pages on the bare layout."""
    words = render_to_string(template, {"reading": reading_in_cookie(request)})
    return HttpResponse(words, status=status, headers=headers)


def server_error(request) -> HttpResponse:
    """The 500 handler: a database, cache or broker that is briefly away is a 503 that asks to try again, everything else a 500."""
    if isinstance(sys.exception(), AWAY):
        return page(request, "503.html", 503, **{"Retry-After": RETRY_AFTER})
    return page(request, "500.html", 500)


def not_found(request, exception=None) -> HttpResponse:
    """The 404 handler: says nothing of what was asked for."""
    return page(request, "404.html", 404)


def bad_request(request, exception=None) -> HttpResponse:
    """The 400 handler. Too much at once is told from what cannot be read."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return page(request, "413.html", 413)
    return page(request, "400.html", 400)


def too_many_requests(request) -> HttpResponse:
    """The 429 handler, which allauth looks for in the root URLconf: says how long to wait and which way in stays open."""
    return page(request, "429.html", 429, **{"Retry-After": WAIT})


class WordsForRefusals:
    """Django answers a method that a page does not know with a blank 405; this gives it words."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            worded = page(request, "405.html", 405)
            response.content, response.headers["Content-Type"] = worded.content, worded["Content-Type"]
            response.headers["Content-Length"] = str(len(response.content))  # that of the blank page says 0
        return response
