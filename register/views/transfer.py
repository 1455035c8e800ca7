"""The Common Transfer File for pupils who have left, with their SEN history."""

from django.shortcuts import render
from django.utils import timezone

from register.forms.transfer import TransferForm
from register.imports.ctf_writer import CtfSchool, build_ctf, ctf_file_name
from register.models import Pupil
from register.queries.transfer import leavers, transfer_records
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed
from senco.audit.models import ReadEvent
from senco.core.permissions import requires
from senco.documents.downloads import download

SUPPLIER = "SEN office"
LEAVERS_SHOWN = 200


@requires("register.export_transfer_file")
@recently_authenticated
def transfer(request):
    """Choose leavers and where they go; the answer is the file."""
    everyone = leavers(request.membership)
    form = TransferForm(request.POST or None, leavers=everyone)
    if form.is_valid():
        return transfer_file(request, form.cleaned_data["pupils"], form.cleaned_data["destination"])
    shown = list(everyone.values_list("pk", flat=True)[:LEAVERS_SHOWN])
    form.fields["pupils"].queryset = (
        Pupil.objects.visible_to(request.membership).filter(pk__in=shown).order_by("-left_on", "pk")
    )
    record_listed(request.membership, what="leavers", pupil_ids=shown)
    context = {"form": form, "anybody": bool(shown)}
    return render(request, "register/imports/transfer.html", context, status=422 if form.is_bound else 200)


def transfer_file(request, pupils, destination: str):
    """Every file to one destination gets the next number; the record of exports is what counts them."""
    school, what = request.membership.school, f"transfer file to {destination}"
    earlier = (
        ReadEvent.objects.visible_to(request.membership)
        .filter(kind=ReadEvent.Kind.EXPORTED, what=what)
        .count()
    )
    content = build_ctf(
        transfer_records(pupils),
        source=CtfSchool(laestab=school.laestab, urn=school.urn, name=school.name),
        destination=destination,
        created=timezone.localtime(),
        supplier=SUPPLIER,
    )
    record_exported(request.membership, what=what, pupil_ids=[pupil.pk for pupil in pupils])
    name = ctf_file_name(school.laestab, destination, earlier % 999 + 1)
    return download(content, name=name, content_type="application/xml")
