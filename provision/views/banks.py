"""Searching the banks, with what the school has made of each entry."""

from django.core.paginator import Paginator

from provision.choices import BankName
from provision.forms.banks import SearchForm
from provision.queries.banks import search_bank
from senco.core.htmx import render_page
from senco.core.permissions import READ, requires

PAGE = 25
EDIT = "provision.edit_banks"


@requires("provision.view_plan", methods=READ)
def strategies(request):
    """What a teacher can do on Monday."""
    return searched(request, BankName.STRATEGIES)


@requires("provision.view_plan", methods=READ)
def stems(request):
    """Beginnings of outcomes, with gaps to fill in."""
    return searched(request, BankName.STEMS)


def searched(request, bank: BankName):
    may_edit = request.membership.may(EDIT)
    form = SearchForm(request.GET, bank=bank, may_edit=may_edit)
    found = search_bank(request.membership, bank, **form.asked())
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "bank": bank, "may_edit": may_edit}
    return render_page(request, "provision/banks/bank.html", context, part="entries")
