"""Pages that need no account."""

from django.db import connection
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from senco.core.permissions import open_to_all


@open_to_all
@require_safe
def healthz(request):
    """Answers the proxy: 200 while the database answers, 503 otherwise."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return HttpResponse("ok", content_type="text/plain")
