"""What the school says about itself: names and numbers that other pages show, and its year."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from senco.accounts import actions
from senco.accounts.forms import SchoolForm, period_rows
from senco.accounts.models import Closure, School, Term
from senco.core.permissions import requires
from senco.core.versions import to_edit


@requires("accounts.edit_school")
def settings(request):
    """One form for the whole page, so that one version number guards all of it."""
    me = request.membership
    school = get_object_or_404(to_edit(request, School.objects.visible_to(me)))
    data = request.POST or None
    form = SchoolForm(data, instance=school)
    terms = period_rows(data, prefix="term", row_name=_("Term"), periods=Term.objects.visible_to(me))
    closures = period_rows(
        data, prefix="closure", row_name=_("Closure"), periods=Closure.objects.visible_to(me)
    )
    if all([form.is_valid(), terms.is_valid(), closures.is_valid()]):
        actions.describe_school(school=form.instance, terms=terms.rows, closures=closures.rows, by=me)
        messages.success(request, _("The school settings are saved."))
        return redirect("accounts:school")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "terms": terms, "closures": closures}
    return render(request, "accounts/school.html", context, status=status)
