"""Pages on which a parent writes to the school, for a parent who may only read about the child."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from register.queries.portal import may_write_about


def may_write(request, pupil_id) -> bool:
    """Whether the page asks anything. Raises PermissionDenied for what is sent in spite of that."""
    allowed = may_write_about(request.membership, pupil_id)
    if not allowed and request.method == "POST":
        raise PermissionDenied("reads only")
    return allowed


def only_reads(request, pupil):
    """Instead of a page that is nothing but a form: whom to ring. None for everybody who may write."""
    if may_write(request, pupil.pk):
        return None
    return render(request, "register/pupils/reads_only.html", {"pupil": pupil})
