"""The list of groups, one group, and setting one up."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.actions.groups import bring_row_back, change_group, remove_row, set_up_group
from provision.forms.groups import GroupFactsForm, GroupForm
from provision.models import Intervention, Provision
from provision.queries.delivery.away import absences_within
from provision.queries.groups.bookings import clashes_from
from provision.queries.groups.finding import groups_for, row_of, searched
from provision.queries.groups.terms import term_for
from provision.queries.tiers import tier_names
from provision.views.finding import sent
from provision.views.groups.finding import group_or_404, group_to_edit_or_404
from register.choices import BroadArea
from register.views.finding import accepted
from senco.accounts.queries import calendar_of
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_listed
from senco.core.calendar import Term
from senco.core.permissions import READ, SUBMIT, requires
from senco.core.undo import offer_undo
from senco.core.versions import to_edit
from senco.drafts.actions import discard
from senco.drafts.restoring import restore

VIEW, EDIT = "provision.view_groups", "provision.edit_groups"
PAGE = 50
SHOWN = {"now": gettext_lazy("Now and to come"), "over": gettext_lazy("Over"), "all": gettext_lazy("All")}


@dataclass(frozen=True)
class GroupFilters:
    """Term, area and tier out of an address; a wrong answer narrows nothing."""

    terms: dict[str, Term]
    tiers: dict[str, str]
    chosen: dict[str, str]

    @classmethod
    def from_query(cls, request) -> "GroupFilters":
        """What is offered, and what of it was chosen. Two queries."""
        school = request.membership.school
        terms = {str(term.starts): term for term in reversed(calendar_of(school).terms)}
        tiers = tier_names(school)
        known = {"term": terms, "area": dict(BroadArea.choices), "tier": tiers}
        asked = {name: request.GET.get(name, "") for name in known}
        return cls(terms, tiers, {name: value for name, value in asked.items() if value in known[name]})

    @property
    def areas(self) -> list[tuple[str, str]]:
        return BroadArea.choices

    def narrow(self, groups):
        """Groups that meet on at least one day of the term, of the area and the tier."""
        if term := self.terms.get(self.chosen.get("term", "")):
            groups = groups.within(term.starts, term.ends)
        asked = {
            f"intervention__{name}": self.chosen[name] for name in ("area", "tier") if name in self.chosen
        }
        return groups.filter(**asked)


@requires(VIEW, methods=READ)
def groups(request):
    """Those that last or are to come; searched by name, intervention, place or adult."""
    today = timezone.localdate()
    show = request.GET.get("show", "now") if request.GET.get("show") in SHOWN else "now"
    words = request.GET.get("name", "").strip()[:100]
    found = searched(groups_for(request.membership), words, request.membership)
    found = {"now": found.filter(ends__gte=today), "over": found.filter(ends__lt=today), "all": found}[show]
    filters = GroupFilters.from_query(request)
    found = filters.narrow(found)
    page = Paginator(found.order_by("name", "starts", "pk"), PAGE).get_page(request.GET.get("page"))
    rows = [row_of(group, today) for group in page.object_list]
    pupils = sorted({pupil.pk for row in rows for pupil in row.pupils})
    record_listed(request.membership, what="groups", pupil_ids=pupils)
    context = {
        "rows": rows,
        "page": page,
        "show": show,
        "shown": list(SHOWN.items()),
        "words": words,
        "filters": filters,
        "query": urlencode({"show": show, "name": words} | filters.chosen),
        "clashes": clashes_from(request.membership, today) if request.membership.may(EDIT) else None,
        "may_edit": request.membership.may(EDIT),
    }
    return render(request, "provision/groups/list.html", context)


@requires(VIEW, methods=READ)
def group(request, pk):
    """Who gets what from whom and when; clashes; for the office, everything that can be changed."""
    found, today = group_or_404(request, pk), timezone.localdate()
    record_listed(request.membership, what="group", pupil_ids=[place.pupil_id for place in found.kept_places])
    may_edit = request.membership.may(EDIT)
    context = {
        "group": found,
        "row": row_of(found, today),
        "today": today,
        "clashes": clashes_from(request.membership, today, group=found) if may_edit else None,
        "away": absences_within(request.membership, found, today) if may_edit else [],
        "may_edit": may_edit,
        "tiers": tier_names(request.membership.school),
        "may_measure": request.membership.may("provision.record_progress"),
    }
    return render(request, "provision/groups/group.html", context)


@requires(EDIT, methods=READ)
def begin(request, pk):
    """From an entry of the library: the form, filled with what it says."""
    entry = get_object_or_404(Intervention.objects.visible_to(request.membership).offered(), pk=pk)
    return redirect(f"{reverse('provision:new_group')}?intervention={entry.pk}")


@requires(EDIT)
@recently_authenticated
def new(request):
    """A whole group on one page: what, when, who runs it, who gets it."""
    me = request.membership
    term = term_for(calendar_of(me.school), timezone.localdate())
    form = GroupForm(sent(request), membership=me, initial=initial_of(request, term))
    form.cancel_url = reverse("provision:groups")
    restore(form, me)
    if accepted(form, lambda form: set_up_group(group=form.group(), by=me)):
        discard(by=me, form=form.draft_key)
        offer_undo(
            request, _("The group is set up."), reverse("provision:remove_group", args=[form.outcome.pk])
        )
        return redirect(form.outcome)
    context = {"form": form, "term": term, "library": form.fields["intervention"].queryset.exists()}
    return render(request, "provision/groups/new.html", context, status=422 if form.errors else 200)


def initial_of(request, term) -> dict:
    """The term's dates, and what the entry asked for says."""
    today = timezone.localdate()
    dates = {"starts": max(today, term.starts), "ends": term.ends} if term else {"starts": today}
    asked = request.GET.get("intervention", "")
    entries = Intervention.objects.visible_to(request.membership).offered()
    entry = next((each for each in entries if str(each.pk) == asked), None)
    if entry is None:
        return dates
    return dates | {"intervention": entry.pk, "agreed_size": entry.group_size}


@requires(EDIT)
@recently_authenticated
def edit(request, pk):
    """Name, place, size and last day. Where a colleague saved in between, both versions are laid side by side."""
    found = group_to_edit_or_404(request, pk)
    form = GroupFactsForm(sent(request), instance=found, cancel_url=found.get_absolute_url())
    restore(form, request.membership)
    if accepted(form, lambda form: change_group(group=form.instance, by=request.membership)):
        discard(by=request.membership, form=form.draft_key)
        messages.success(request, _("Saved."))
        return redirect(found)
    context = {"form": form, "group": found, "heading": _("Change the group")}
    return render(request, "provision/groups/form.html", context, status=422 if form.errors else 200)


@requires(EDIT, methods=SUBMIT)
@recently_authenticated
def remove(request, pk):
    """It was a mistake. What was recorded of it stays on record and counts no longer."""
    found = group_to_edit_or_404(request, pk)
    remove_row(row=found, by=request.membership)
    offer_undo(request, _("The group is removed."), reverse("provision:bring_back_group", args=[pk]))
    return redirect("provision:groups")


@requires(EDIT, methods=SUBMIT)
@recently_authenticated
def bring_back(request, pk):
    found = get_object_or_404(to_edit(request, Provision.objects.visible_to(request.membership)), pk=pk)
    if found.removed_at is not None:
        bring_row_back(row=found, by=request.membership)
        messages.success(request, _("The group is back."))
    return redirect(found)
