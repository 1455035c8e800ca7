"""Who is writing where: asked by open pages every 20 seconds, and by nobody without scripts."""

from django import forms
from django.shortcuts import get_object_or_404, render

from provision.actions.presence import announce
from provision.queries.presence import writers_of
from provision.views.finding import plan_or_404
from provision.views.writing.finding import insist_editor
from provision.workflow import WRITE
from senco.core.permissions import READ, SUBMIT, in_passing, requires

TEMPLATE = "provision/writing/writers.html"


@in_passing
@requires("provision.view_plan", methods=READ)
def writers(request, pk):
    """The colleagues who have a part of this plan open, for whoever reads it."""
    plan = plan_or_404(request, pk)
    return render(request, TEMPLATE, {"writers": writers_of(plan, request.membership), "here": False})


class Announcing(forms.Form):
    code = forms.SlugField()


@in_passing
@requires(WRITE, methods=SUBMIT)
def write_here(request, pk):
    """This person has a section open; the answer names who else has it."""
    plan = plan_or_404(request, pk)
    form = Announcing(request.POST)
    section = get_object_or_404(plan.sections, code=form.data.get("code", "") if form.is_valid() else "")
    insist_editor(request, section)
    announce(plan_id=plan.pk, code=section.code, by=request.membership)
    others = writers_of(plan, request.membership, [section.code])
    return render(request, TEMPLATE, {"writers": others, "here": True})
