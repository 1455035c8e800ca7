"""Views of the register under a name of one's own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from register.actions.saved_views import delete_view, rename_view, restore_view, save_view
from register.forms.sen_register import RenameViewForm, SaveViewForm
from register.models import SavedView
from register.views.finding import accepted
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo

DELETED = "deleted_view"  # session key: what an undo needs, until the next deletion


@requires("register.view_register", methods=READ)
def saved_views(request):
    """One's own views, to rename or delete."""
    return render(
        request,
        "register/sen_register/views.html",
        {"views": SavedView.objects.visible_to(request.membership)},
    )


@requires("register.view_register")
def keep_view(request):
    """Name the filters of the address that is open."""
    form = SaveViewForm(request.POST or None, initial={"query": request.GET.urlencode()})
    form.cancel_url = f"{reverse('register:register')}?{request.GET.urlencode()}"
    if accepted(form, lambda form: save_view(by=request.membership, **form.cleaned_data)):
        messages.success(request, _("Saved as “%(name)s”.") % {"name": form.outcome.name})
        return redirect(address_of(form.outcome.query))
    return render(
        request, "register/sen_register/keep_view.html", {"form": form}, status=422 if form.errors else 200
    )


@requires("register.view_register")
def rename(request, pk):
    """Another name for a view of one's own."""
    view = get_object_or_404(SavedView.objects.visible_to(request.membership), pk=pk)
    form = RenameViewForm(request.POST or None, initial={"name": view.name})
    form.cancel_url = reverse("register:saved_views")
    if accepted(form, lambda form: rename_view(view=view, by=request.membership, **form.cleaned_data)):
        messages.success(request, _("Renamed to “%(name)s”.") % {"name": form.outcome.name})
        return redirect("register:saved_views")
    return render(
        request, "register/sen_register/keep_view.html", {"form": form}, status=422 if form.errors else 200
    )


@requires("register.view_register", methods=SUBMIT)
def delete(request, pk):
    """Forget a view; it can be brought back."""
    view = get_object_or_404(SavedView.objects.visible_to(request.membership), pk=pk)
    request.session[DELETED] = {"name": view.name, "query": view.query, "of": str(request.membership.pk)}
    delete_view(view=view, by=request.membership)
    offer_undo(request, _("“%(name)s” is deleted.") % {"name": view.name}, reverse("register:restore_view"))
    return redirect("register:saved_views")


@requires("register.view_register", methods=SUBMIT)
def restore(request):
    """Bring back the view that was deleted last."""
    kept = request.session.get(DELETED)
    if not kept or kept["of"] != str(request.membership.pk):
        messages.warning(request, _("There is no deleted view to bring back."))
        return redirect("register:saved_views")
    try:
        view = restore_view(name=kept["name"], query=kept["query"], by=request.membership)
        del request.session[DELETED]
        messages.success(request, _("“%(name)s” is back.") % {"name": view.name})
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("register:saved_views")


def address_of(query: str) -> str:
    return f"{reverse('register:register')}?{query}"
