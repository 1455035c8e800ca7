"""The key adult of one pupil: a small page without JavaScript, a cell of the register with it."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from register.actions.key_adults import set_key_adult
from register.forms.pupils import KeyAdultForm
from register.views.finding import accepted, pupil_or_404, pupil_to_edit_or_404
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_opened
from senco.core.htmx import render_page, wants_part
from senco.core.permissions import READ, requires
from senco.core.undo import offer_undo

TEMPLATE = "register/pupils/key_adult.html"


@requires("register.edit_pupil")
@recently_authenticated
def key_adult(request, pk):
    """Choose the key adult. htmx swaps the cell of the register for a box, and back again after saving."""
    pupil = pupil_to_edit_or_404(request, pk)
    record_opened(request.membership, what="key adult", pupil_id=pupil.pk)
    form = KeyAdultForm(request.POST or None, membership=request.membership, pupil=pupil)
    form.cancel_url = pupil.get_absolute_url()
    if accepted(form, lambda form: write_adult(pupil, form, request.membership)):
        pupil.key_adult = form.cleaned_data["adult"]
        tell(request, pupil, *form.outcome)
        return cell(request, pupil, form) if wants_part(request) else redirect(pupil)
    return render_page(
        request, TEMPLATE, {"pupil": pupil, "form": form}, part="box", status=422 if form.errors else 200
    )


def write_adult(pupil, form, by) -> tuple[int, int]:
    return set_key_adult(pupils=[pupil], adult=form.cleaned_data["adult"], by=by)


@requires("register.view_register", methods=READ)
def key_adult_cell(request, pk):
    """The cell as it stands: where Escape leads."""
    pupil = pupil_or_404(request, pk)
    record_opened(request.membership, what="key adult", pupil_id=pupil.pk)
    return (
        cell(request, pupil, KeyAdultForm(membership=request.membership))
        if wants_part(request)
        else redirect(pupil)
    )


def cell(request, pupil, form):
    return render_page(request, TEMPLATE, {"pupil": pupil, "form": form}, part="cell")


def tell(request, pupil, before: int, after: int) -> None:
    words = {"name": pupil.key_adult.name if pupil.key_adult else _("Nobody"), "pupil": pupil.name}
    text = _("%(name)s is now the key adult of %(pupil)s.") % words
    offer_undo(request, text, reverse("register:undo_key_adults", args=[before, after]))
