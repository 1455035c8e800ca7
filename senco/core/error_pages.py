"""The 500 handler: a database or broker that is briefly away is a 503 that asks to try again, everything else a 500."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER = "30"  # seconds


def server_error(request) -> HttpResponse:
    """Rendered without a request: the context processors may be what has just failed."""
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": RETRY_AFTER})
    return HttpResponse(render_to_string("500.html"), status=500)
