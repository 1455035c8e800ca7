"""A whole group measured at once: at its start, at its end, and a term later."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from provision.actions.progress import keep_measures
from provision.forms.progress import GroupMeasuresForm
from provision.impact_choices import Moment
from provision.models import Allocation, Measurement, Scale
from provision.views.finding import sent
from provision.views.groups.finding import group_or_404
from register.views.finding import accepted
from senco.audit.actions import record_listed
from senco.core.permissions import requires
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore


@requires("provision.record_progress")
def group_measures(request, pk):
    """One scale and one moment at a time, both in the address; what is there already stands in the boxes."""
    group = group_or_404(request, pk)
    scales = list(Scale.objects.visible_to(request.membership).offered())
    places = list(
        Allocation.objects.visible_to(request.membership)
        .kept()
        .filter(provision=group)
        .select_related("pupil")
    )
    kept = measures_of(request, places)
    scale, moment = chosen(request, scales, kept)
    record_listed(
        request.membership, what="measures of a group", pupil_ids=[place.pupil_id for place in places]
    )
    context = {
        "group": group,
        "scales": scales,
        "moments": Moment,
        "scale": scale,
        "moment": moment,
        "places": places,
    }
    context["table"] = table_of(places, kept)
    context["may_edit_scales"] = request.membership.may("provision.edit_scales")
    if scale is None or not places:
        return render(request, "provision/progress/group.html", context)
    rows = {place: kept.get((place.pk, scale.pk, moment)) for place in places}
    goals = {
        place.pk: first.goal for place in places if (first := kept.get((place.pk, scale.pk, Moment.ENTRY)))
    }
    form = GroupMeasuresForm(sent(request), scale=scale, moment=moment, rows=rows, goals=goals)
    form.cancel_url = reverse("provision:group", args=[group.pk])
    restore(form, request.membership)
    if accepted(form, lambda form: keep_measures(**form.sorted_out(), by=request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(f"{request.path}?scale={scale.pk}&moment={moment}")
    context["form"] = form
    return render(request, "provision/progress/group.html", context, status=422 if form.errors else 200)


def measures_of(request, places: list[Allocation]) -> dict[tuple, Measurement]:
    """(place, scale, moment) → the measure; of several goals the first."""
    rows = (
        Measurement.objects.visible_to(request.membership).kept().exclude(moment="").filter(place__in=places)
    )
    rows = to_edit(request, rows.select_related("scale", "pupil")).order_by("-goal", "pk")
    return {(row.place_id, row.scale_id, row.moment): row for row in rows}


def chosen(request, scales: list[Scale], kept: dict) -> tuple[Scale | None, Moment]:
    """What the address asks for; else the scale that was measured on, and the first moment that was not."""
    used = {scale for _place, scale, _moment in kept}
    asked = request.GET.get("scale", "")
    scale = next((each for each in scales if str(each.pk) == asked), None)
    scale = scale or next((each for each in scales if each.pk in used), None)
    if request.GET.get("moment", "") in Moment:
        return scale, Moment(request.GET["moment"])
    taken = {moment for _place, key, moment in kept if scale and key == scale.pk}
    return scale, next((moment for moment in Moment if moment not in taken), Moment.ENTRY)


def table_of(places: list[Allocation], kept: dict[tuple, Measurement]) -> list[tuple]:
    """(scale, a row for each pupil with what was measured at each moment) for every scale that was measured on."""
    scales = {row.scale.pk: row.scale for row in kept.values()}
    return [
        (
            scale,
            [(place.pupil, [kept.get((place.pk, key, moment)) for moment in Moment]) for place in places],
        )
        for key, scale in sorted(scales.items(), key=lambda pair: pair[1].name)
    ]
