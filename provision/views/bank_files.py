"""The school's own entries as a file, and files of entries: looked at first, then added as a whole or not at all."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions.banks import add_entries
from provision.forms.bank_files import UploadForm, checked, sealed, unsealed
from provision.queries.bank_files import rows_of, sheet_of
from provision.queries.banks import BANKS
from register.imports.refusals import ImportRefused
from senco.core.permissions import READ, SUBMIT, requires
from senco.documents.downloads import download_sheet

EDIT = "provision.edit_banks"


@requires(EDIT, methods=READ)
def export(request, bank, kind):
    """The school's own entries as XLSX or CSV."""
    return download_sheet(sheet_of(request.membership, bank), kind)


@requires(EDIT)
def upload(request, bank):
    """A file, and then what is in it. Nothing is written."""
    form = UploadForm(request.POST or None, request.FILES or None)
    form.cancel_url = reverse(f"provision:{bank}")
    rows = read(form, bank)
    if rows is None:
        context = {"form": form, "bank": bank}
        return render(request, "provision/banks/upload.html", context, status=422 if form.errors else 200)
    return preview(request, bank, rows)


def read(form, bank: str):
    """The rows of the file; None where there is none to look at yet."""
    if not form.is_valid():
        return None
    try:
        rows = rows_of(form.cleaned_data["file"], bank)
    except ImportRefused as refused:
        form.add_error("file", str(refused))
        return None
    if not rows:
        form.add_error("file", _("The file has headings and no rows."))
    return rows or None


def preview(request, bank: str, rows):
    """Every row with what is wrong with it; the button to add them stands only below a file without faults."""
    found = checked(rows, bank, known_words(request, bank))
    wrong = sum(1 for one in found if one.faults)
    new = sum(1 for one in found if not one.faults and not one.again)
    context = {"bank": bank, "rows": found, "wrong": wrong, "new": new}
    if new and not wrong:
        context["sealed"] = sealed(rows, request.membership)
    return render(request, "provision/banks/preview.html", context, status=422 if wrong else 200)


def known_words(request, bank: str) -> set[str]:
    """What the school's own entries say, the retired ones included."""
    rows = BANKS[bank].model.objects.visible_to(request.membership)
    return {text.casefold() for text in rows.values_list("text", flat=True)}


@requires(EDIT, methods=SUBMIT)
def add_all(request, bank):
    """The rows of the preview above the button, all of them or none."""
    rows = unsealed(request.POST.get("rows", ""), request.membership)
    found = checked(rows, bank, known_words(request, bank))
    if not found or any(one.faults for one in found):
        messages.warning(request, _("This preview no longer stands. Upload the file again."))
        return redirect(f"provision:upload_{bank}")
    new = [one.form.instance for one in found if not one.again]
    add_entries(rows=new, by=request.membership)
    words = ngettext("%(n)d entry is added.", "%(n)d entries are added.", len(new)) % {"n": len(new)}
    messages.success(request, words)
    return redirect(f"provision:{bank}")
