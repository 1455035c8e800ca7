"""What most views of plans begin with."""

from django.shortcuts import get_object_or_404

from provision.models import Plan


def plan_or_404(request, pk) -> Plan:
    """The plan with its state, if this person may open the pupil's record in the role they act in."""
    found = Plan.objects.visible_to(request.membership).with_state()
    return get_object_or_404(found.select_related("pupil__school", "lead", "saved_by"), pk=pk)


def sent(request):
    """What was submitted, even where that is nothing; None for a page that is only opened."""
    return request.POST if request.method == "POST" else None
