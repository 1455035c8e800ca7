"""The kinds of plan of a school: which sections each begins with, and changing them one at a time."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions import templates as actions
from provision.forms.templates import NewKindForm, RenameKindForm, SectionForm, VersionForm
from provision.queries.templates import KindOfPlan, kind_from, kind_of, kinds_of
from register.views.finding import accepted
from senco.core.htmx import redirect_after
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import Outdated
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

EDIT = "provision.edit_templates"


def kind_or_404(request, code: str) -> KindOfPlan:
    """A kind of plan of one's own school; a submission waits until nobody else is changing it."""
    if request.method == "POST":
        actions.wait_for_turn(code, request.membership)
    found = kind_of(request.membership.school, code)
    if found is None:
        raise Http404
    return found


@requires(EDIT, methods=READ)
def templates(request):
    """Every kind of plan, with whose sections hold."""
    return render(request, "provision/templates/list.html", {"kinds": kinds_of(request.membership.school)})


@requires(EDIT)
def add_kind(request):
    """A kind of plan of the school's own."""
    form = NewKindForm(request.POST or None, kinds=kinds_of(request.membership.school))
    form.cancel_url = reverse("provision:templates")
    if accepted(form, lambda form: actions.add_kind(by=request.membership, **form.cleaned_data)):
        messages.success(
            request, _("“%(name)s” is added. Now make its sections fit.") % {"name": form.outcome.name}
        )
        return redirect("provision:template", form.outcome.plan_type)
    return ask(request, form, _("Add a kind of plan"))


@requires(EDIT, methods=READ)
def template(request, code):
    """The sections of one kind of plan, in order."""
    return render(request, "provision/templates/template.html", {"kind": kind_or_404(request, code)})


@requires(EDIT, methods=READ)
def preview(request, code):
    """An empty plan of this kind, as its writers meet it."""
    return render(request, "provision/templates/preview.html", {"kind": kind_or_404(request, code)})


@requires(EDIT)
def add_section(request, code):
    """One more section, at the end."""
    kind = kind_or_404(request, code)
    form = SectionForm(request.POST or None, kind=kind)
    form.submit_label = _("Add the section")
    return section_asked(request, kind, form, actions.add_section, _("Add a section"), _("“%s” is added."))


@requires(EDIT)
def edit_section(request, code, section):
    """What one section is called, holds and asks for."""
    kind = kind_or_404(request, code)
    found = kind.section(section)
    if found is None:
        return gone(request, kind)
    form = SectionForm(request.POST or None, kind=kind, section=found)
    return section_asked(request, kind, form, actions.change_section, str(found.title), _("“%s” is saved."))


def gone(request, kind: KindOfPlan):
    """The section that somebody was at has been removed by somebody else, or never was."""
    if request.method != "POST":
        raise Http404
    messages.warning(
        request, _("Somebody else has removed this section in the meantime, so nothing was saved.")
    )
    return redirect("provision:template", kind.code)


def section_asked(request, kind: KindOfPlan, form, act, title: str, done: str):
    """A section's form; what is wrong with the sections together is said in it."""
    form.cancel_url = reverse("provision:template", args=[kind.code])
    restore(form, request.membership)

    def write(form):
        version = form.cleaned_data["version"]
        return act(plan_type=kind.code, shape=form.shape(), version=version, by=request.membership)

    if accepted(form, write):
        discard(by=request.membership, form=form.draft_key)
        offer_back(request, form.outcome, done % form.cleaned_data["title"])
        return redirect("provision:template", kind.code)
    return ask(request, form, title, kind)


@requires(EDIT)
def rename_kind(request, code):
    """Another name for a kind of the school's own."""
    kind = kind_or_404(request, code)
    if kind.is_shipped:
        raise Http404
    form = RenameKindForm(request.POST or None, kind=kind)
    form.cancel_url = reverse("provision:template", args=[code])

    def write(form):
        said = form.cleaned_data
        return actions.rename_kind(
            plan_type=code, name=said["name"], version=said["version"], by=request.membership
        )

    if accepted(form, write):
        messages.success(request, _("Saved. Plans that exist keep their titles."))
        return redirect("provision:template", code)
    return ask(request, form, _("Rename"), kind)


def ask(request, form, title: str, kind: KindOfPlan | None = None):
    context = {"form": form, "title": title, "kind": kind}
    return render(request, "provision/templates/form.html", context, status=422 if form.errors else 200)


@requires(EDIT, methods=SUBMIT)
def move_up(request, code, section):
    """One place further up."""
    return pressed(request, code, _("Moved up."), actions.move_section, section=section, by_places=-1)


@requires(EDIT, methods=SUBMIT)
def move_down(request, code, section):
    """One place further down."""
    return pressed(request, code, _("Moved down."), actions.move_section, section=section, by_places=1)


@requires(EDIT, methods=SUBMIT)
def remove_section(request, code, section):
    """Plans begin without it from now on."""
    found = kind_or_404(request, code).section(section)
    title = found.title if found else ""
    return pressed(request, code, _("“%s” is removed.") % title, actions.remove_section, section=section)


@requires(EDIT)
def retire(request, code):
    """Back to the shipped sections, or a kind of its own out of the list: said plainly first."""
    kind = kind_or_404(request, code)
    if request.method == "POST":
        done = (
            _("The shipped sections hold again.") if kind.is_shipped else _("This kind is no longer offered.")
        )
        return pressed(request, code, done, actions.retire_template)
    if not kind.is_own or kind.is_retired:
        return redirect("provision:template", code)
    return render(request, "provision/templates/retire.html", {"kind": kind} | left_and_back(kind))


def left_and_back(kind: KindOfPlan) -> dict:
    """Which sections go, and which come back, with the shipped ones."""
    origin = kind_from(kind.code, None).sections if kind.is_shipped else ()
    ours, theirs = {one.code for one in kind.sections}, {one.code for one in origin}
    return {
        "lost": [str(one.title) for one in kind.sections if one.code not in theirs],
        "gained": [str(one.title) for one in origin if one.code not in ours],
    }


@requires(EDIT, methods=SUBMIT)
def bring_back(request, code):
    """What the school had made its own holds again."""
    return pressed(request, code, _("Brought back."), actions.bring_back_template)


@requires(EDIT, methods=SUBMIT)
def undo(request, code, version):
    """The sections are as they were before the change that left this version."""
    kind = kind_or_404(request, code)
    try:
        actions.undo_change(plan_type=kind.code, version=version, by=request.membership)
        messages.success(request, _("Undone."))
    except Outdated:
        messages.warning(request, _("Something else was changed since, so nothing was undone."))
    return redirect("provision:template", code)


def pressed(request, code: str, done: str, act, **what):
    """A button: done to what its page showed, or not at all."""
    kind = kind_or_404(request, code)
    sent = VersionForm(request.POST)
    version = sent.cleaned_data["version"] if sent.is_valid() else -1
    try:
        row = act(plan_type=kind.code, version=version, by=request.membership, **what)
        offer_back(request, row, done)
    except Outdated:
        messages.warning(request, _("Somebody else changed this in the meantime. Look again, then decide."))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect_after(request, "provision:template", kind.code)


def offer_back(request, row, text: str) -> None:
    """Say what was done and offer to take it back."""
    offer_undo(request, text, reverse("provision:undo_template", args=[row.plan_type, row.version]))
