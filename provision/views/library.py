"""The library of interventions: found, taken over from the starter set, written, retired; as a file."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions import library as actions
from provision.forms.bank_files import UploadForm
from provision.forms.library import InterventionForm, ResourceForm, checked, sealed, unsealed
from provision.library import SHIPPED
from provision.map_choices import AdultRole, Evidence, Tier
from provision.models import Intervention, Resource
from provision.queries.library_files import rows_of, sheet_of
from provision.queries.tiers import tier_names
from register.choices import BroadArea
from register.imports.refusals import ImportRefused
from register.views.finding import accepted
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.documents.downloads import download_sheet
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

VIEW, EDIT = "provision.view_library", "provision.edit_library"
PAGE = 50
FILTERS = {"area": BroadArea, "tier": Tier, "adult_role": AdultRole, "evidence": Evidence}


@requires(VIEW, methods=READ)
def library(request):
    """What the school provides; searched and narrowed, every choice in the address."""
    found = Intervention.objects.visible_to(request.membership).annotate(
        running=Count(
            "provisions",
            filter=Q(provisions__removed_at__isnull=True, provisions__ends__gte=timezone.localdate()),
        )
    )
    show = request.GET.get("show", "")
    found = found.filter(retired_at__isnull=show != "retired")
    if show == "outside":
        found = found.filter(external=True)
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    for name, vocabulary in FILTERS.items():
        if chosen[name] in vocabulary:
            found = found.filter(**{name: chosen[name]})
    words = request.GET.get("words", "").strip()[:100]
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word) | Q(plain__icontains=word) | Q(description__icontains=word)
        )
    page = Paginator(found.order_by("area", "name", "pk"), PAGE).get_page(request.GET.get("page"))
    tiers = tier_names(request.membership.school)
    choices = {name: vocabulary.choices for name, vocabulary in FILTERS.items()} | {
        "tier": list(tiers.items())
    }
    context = {
        "page": page,
        "words": words,
        "show": show,
        "filters": [(name, label_of(name), choices[name], chosen[name]) for name in FILTERS],
        "tiers": tiers,
        "may_edit": request.membership.may(EDIT),
    }
    return render(request, "provision/library/list.html", context)


def label_of(name: str) -> str:
    return str(Intervention._meta.get_field(name).verbose_name).capitalize()


@requires(VIEW, methods=READ)
def intervention(request, pk):
    """One entry with what it needs."""
    seen = Intervention.objects.visible_to(request.membership).select_related("saved_by")
    row = get_object_or_404(seen, pk=pk)
    resources = Resource.objects.visible_to(request.membership).filter(
        intervention=row, removed_at__isnull=True
    )
    context = {"row": row, "resources": resources, "may_edit": request.membership.may(EDIT)}
    context["tiers"] = tier_names(request.membership.school)
    context["may_set_up"] = request.membership.may("provision.edit_groups") and row.retired_at is None
    return render(request, "provision/library/entry.html", context)


@requires(EDIT)
def starter(request):
    """The starter set; what is ticked is copied into the library."""
    me = request.membership
    if request.method == "POST":
        codes = request.POST.getlist("selected")
        try:
            made = actions.take_shipped(codes=codes, by=me)
        except ValidationError as problem:
            messages.warning(request, " ".join(problem.messages))
            return redirect("provision:starter_library")
        words = ngettext("%(n)d intervention is added.", "%(n)d interventions are added.", len(made))
        messages.success(request, words % {"n": len(made)})
        return redirect("provision:library")
    rows = Intervention.objects.visible_to(me).offered()
    there = {name.casefold() for name in rows.values_list("name", flat=True)}
    areas = [
        (area.label, [(each, str(each.name).casefold() in there) for each in SHIPPED if each.area == area])
        for area in BroadArea
    ]
    return render(request, "provision/library/starter.html", {"areas": areas, "tiers": tier_names(me.school)})


@requires(EDIT)
def add(request):
    """A new entry of the school's own."""
    form = InterventionForm(
        request.POST or None,
        instance=Intervention(),
        cancel_url=reverse("provision:library"),
        tiers=tier_names(request.membership.school),
    )

    def act(form):
        return actions.add_interventions(entries=[(form.instance, ())], by=request.membership)[0]

    return form_page(request, form, act, _("Add an intervention"))


@requires(EDIT)
def edit(request, pk):
    """Where a colleague saved in between, both versions are laid side by side."""
    row = entry_or_404(request, pk)
    form = InterventionForm(
        request.POST or None,
        instance=row,
        cancel_url=row.get_absolute_url(),
        tiers=tier_names(request.membership.school),
    )

    def act(form):
        return actions.change_intervention(row=form.instance, by=request.membership)

    return form_page(request, form, act, _("Change an intervention"))


def form_page(request, form, act, heading: str, back: str = ""):
    restore(form, request.membership)
    if accepted(form, act):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(back or form.outcome)
    context = {"form": form, "heading": heading}
    return render(request, "provision/library/form.html", context, status=422 if form.errors else 200)


def entry_or_404(request, pk) -> Intervention:
    found = Intervention.objects.visible_to(request.membership).select_related("saved_by")
    return get_object_or_404(to_edit(request, found), pk=pk)


@requires(EDIT, methods=SUBMIT)
def retire(request, pk):
    row = entry_or_404(request, pk)
    actions.retire_intervention(row=row, by=request.membership)
    back = reverse("provision:bring_back_intervention", args=[pk])
    offer_undo(request, _("Retired. Groups that run go on."), back)
    return redirect("provision:library")


@requires(EDIT, methods=SUBMIT)
def bring_back(request, pk):
    row = entry_or_404(request, pk)
    try:
        actions.bring_back_intervention(row=row, by=request.membership)
        messages.success(request, _("Offered again."))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect(row)


@requires(EDIT)
def add_resource(request, pk):
    row = entry_or_404(request, pk)
    new = Resource(intervention=row, school_id=row.school_id)
    form = ResourceForm(request.POST or None, instance=new, cancel_url=row.get_absolute_url())

    def act(form):
        return actions.add_resource(resource=form.instance, by=request.membership)

    return form_page(request, form, act, _("Add what it needs"), back=row.get_absolute_url())


def resource_or_404(request, pk) -> Resource:
    found = Resource.objects.visible_to(request.membership).select_related("intervention", "saved_by")
    return get_object_or_404(to_edit(request, found), pk=pk)


@requires(EDIT)
def edit_resource(request, pk):
    record = resource_or_404(request, pk)
    back = record.intervention.get_absolute_url()
    form = ResourceForm(request.POST or None, instance=record, cancel_url=back)

    def act(form):
        return actions.change_resource(resource=form.instance, by=request.membership)

    return form_page(request, form, act, record.name, back=back)


@requires(EDIT, methods=SUBMIT)
def remove_resource(request, pk):
    record = resource_or_404(request, pk)
    actions.set_resource_removed(resource=record, removed=True, by=request.membership)
    offer_undo(request, _("Removed."), reverse("provision:bring_back_resource", args=[pk]))
    return redirect(record.intervention)


@requires(EDIT, methods=SUBMIT)
def bring_back_resource(request, pk):
    record = resource_or_404(request, pk)
    actions.set_resource_removed(resource=record, removed=False, by=request.membership)
    messages.success(request, _("It is back."))
    return redirect(record.intervention)


@requires(VIEW, methods=READ)
def export(request, kind):
    """What the library offers, as XLSX or CSV."""
    return download_sheet(sheet_of(request.membership), kind)


@requires(EDIT)
def upload(request):
    """A file, and then what is in it. Nothing is written."""
    form = UploadForm(request.POST or None, request.FILES or None)
    form.cancel_url = reverse("provision:library")
    rows = read(form, tier_names(request.membership.school))
    if rows is None:
        return render(
            request, "provision/library/upload.html", {"form": form}, status=422 if form.errors else 200
        )
    found = checked(rows, names_known(request))
    wrong = sum(1 for one in found if one.faults)
    new = sum(1 for one in found if not one.faults and not one.again)
    context = {"rows": found, "wrong": wrong, "new": new}
    if new and not wrong:
        context["sealed"] = sealed(rows, request.membership)
    return render(request, "provision/library/preview.html", context, status=422 if wrong else 200)


def read(form, tiers: dict[str, str]):
    """The rows of the file; None where there is none to look at yet."""
    if not form.is_valid():
        return None
    try:
        rows = rows_of(form.cleaned_data["file"], tiers)
    except ImportRefused as refused:
        form.add_error("file", str(refused))
        return None
    if not rows:
        form.add_error("file", _("The file has headings and no rows."))
    return rows or None


def names_known(request) -> set[str]:
    rows = Intervention.objects.visible_to(request.membership).offered()
    return {name.casefold() for name in rows.values_list("name", flat=True)}


@requires(EDIT, methods=SUBMIT)
def add_all(request):
    """The rows of the preview above the button, all of them or none."""
    found = checked(unsealed(request.POST.get("rows", ""), request.membership), names_known(request))
    if not found or any(one.faults for one in found):
        messages.warning(request, _("This preview no longer stands. Upload the file again."))
        return redirect("provision:upload_library")
    new = [(one.form.instance, one.resources) for one in found if not one.again]
    actions.add_interventions(entries=new, by=request.membership)
    words = ngettext("%(n)d intervention is added.", "%(n)d interventions are added.", len(new))
    messages.success(request, words % {"n": len(new)})
    return redirect("provision:library")
