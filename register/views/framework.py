"""The framework that the school works under: what there is, what choosing another one means, and choosing it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from register.actions.frameworks import choose_framework
from register.forms.framework import FrameworkForm
from register.frameworks import framework_of, is_gone, is_stand_in
from register.frameworks import frameworks as shipped
from register.queries.ladders import lacking
from register.views.finding import accepted
from senco.accounts.models import School
from senco.core.permissions import READ, requires
from senco.core.versions import to_edit


@requires("accounts.edit_school", methods=READ)
def frameworks(request):
    """The one that holds, and all others, each with its ladder."""
    school = get_object_or_404(School.objects.visible_to(request.membership))
    present, unchosen = framework_of(school), is_stand_in(school) or is_gone(school)
    context = {
        "school": school,
        "present": present,
        "gone": is_gone(school),
        "unchosen": unchosen,
        "others": [each for each in shipped().values() if each != present or unchosen],
    }
    return render(request, "register/framework/list.html", context)


@requires("accounts.edit_school")
def choose(request, code):
    """What changes with another framework, where pupils go whose stage it lacks, and the button. Moving pupils is the SENCO's."""
    framework = shipped().get(code)
    if framework is None:
        raise Http404(code)
    school = get_object_or_404(to_edit(request, School.objects.visible_to(request.membership)))
    standing = lacking(school, framework)
    may_move = request.membership.may("register.change_status") or not standing
    if request.method == "POST" and not may_move:
        raise PermissionDenied("register.change_status")
    sent = request.POST if request.method == "POST" else None
    form = FrameworkForm(sent, framework=framework, standing=standing)
    form.submit_label = _("Work under this framework")
    if accepted(form, lambda form: write(school, code, form, request.membership)):
        messages.success(request, _("The school works under: %(name)s.") % {"name": framework.full_name})
        return redirect("register:frameworks")
    context = {
        "form": form,
        "framework": framework,
        "present": framework_of(school),
        "standing": standing,
        "may_move": may_move,
    }
    return render(request, "register/framework/choose.html", context, status=422 if form.errors else 200)


def write(school: School, code: str, form: FrameworkForm, by) -> int:
    return choose_framework(school=school, code=code, moves=form.moves(), by=by)
