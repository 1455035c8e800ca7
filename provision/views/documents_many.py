"""Many plans as one file: those of the list of plans, narrowed as the list is."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions.prints import ask_for_plans
from provision.choices import Audience, PrintKind
from provision.filters import PlanFilter
from provision.forms.documents import PrintPlansForm
from provision.models import PrintJob
from provision.queries.prints import own_prints, printable
from provision.views.finding import sent
from register.views.selecting import carried_on
from register.views.stepping import tried
from senco.accounts.recent import recently_authenticated
from senco.core.permissions import requires


@requires("provision.view_plan")
@recently_authenticated
def print_plans(request):
    """How many of the plans in the list have gone out to which readers; then one file of them is asked for."""
    found = PlanFilter(request.GET, membership=request.membership)
    if found.problems or found.lists_pupils:
        messages.warning(request, _("Narrow the list to plans first, then print it."))
        return redirect("provision:plans")
    form = PrintPlansForm(sent(request))
    query = carried_on(request.GET).urlencode()
    form.action, form.cancel_url = f"{request.path}?{query}", f"{reverse('provision:plans')}?{query}"
    plans = printable(found.qs, request.membership)
    if tried(form, lambda: ask(plans, found.words, form.cleaned_data, request.membership)):
        return redirect("provision:print_job", form.outcome.pk)
    counts = [(audience.label, len(plans[audience])) for audience in Audience]
    context = {"form": form, "words": found.words, "counts": counts, "jobs": own_prints(request.membership)}
    return render(request, "provision/documents/many.html", context, status=422 if form.errors else 200)


def ask(plans: dict, words: str, chosen: dict, by) -> PrintJob:
    kind = str(PrintKind(chosen["kind"]).label)
    title = _("%(kind)s: %(words)s") % {"kind": kind, "words": words} if words else kind
    return ask_for_plans(plans=plans[chosen["kind"]], title=title, by=by, **chosen)
