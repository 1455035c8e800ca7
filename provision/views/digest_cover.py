"""Cover links: made and taken back by those who teach the class or work in the office, opened by whoever holds one."""

from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from provision.actions.covers import make_cover_link, open_cover, revoke_cover_link
from provision.forms.covers import CoverForm
from provision.models import CoverLink
from provision.queries.covers import links_of
from provision.views.digest import class_or_404
from register.views.finding import accepted
from senco.accounts.floods import opened_too_often
from senco.accounts.recent import recently_authenticated
from senco.core.permissions import READ_AND_SUBMIT, SUBMIT, open_to_all, requires


@requires("provision.make_cover_link")
@recently_authenticated
def cover_links(request, pk):
    """Make a link; its address stands on the next page, once. Loaded again, that page makes none. Below, the links there are."""
    group, membership = class_or_404(request, pk), request.membership
    form = CoverForm(request.POST or None)
    if accepted(form, lambda form: make_cover_link(group=group, by=membership, **form.cleaned_data)):
        _link, request.session[kept_as(group)] = form.outcome
        return redirect("provision:cover_links", group.pk)
    context = {
        "group": group,
        "form": form,
        "made": just_made(request, group),
        "links": links_of(group, membership),
    }
    return render(request, "provision/digest/cover_links.html", context, status=422 if form.errors else 200)


def kept_as(group) -> str:
    """Under which name the session holds the token of a new link until its page has been shown, and no longer."""
    return f"cover:{group.pk}"


def just_made(request, group) -> str:
    """The address of the link that was made a moment ago, this once; else empty."""
    token = request.session.pop(kept_as(group), "")
    return settings.SITE_URL + reverse("provision:open_cover", args=[token]) if token else ""


@requires("provision.make_cover_link", methods=SUBMIT)
def revoke(request, pk):
    """The link stops working at once."""
    link = get_object_or_404(CoverLink.objects.visible_to(request.membership), pk=pk)
    if revoke_cover_link(link=link, by=request.membership):
        messages.success(request, _("The link is taken back. It does not work any more."))
    return redirect("provision:cover_links", link.group_id)


@open_to_all
@require_http_methods(READ_AND_SUBMIT)
def open_link(request, token):
    """The first page is the same for every address, so that mail scanners and previews of links fetch nothing; its button opens.

    Under /accounts/: nobody acts here, and the login role reads no table about a pupil.
    """
    if request.method != "POST":
        return render(request, "provision/digest/cover_door.html")
    if opened_too_often(request, CoverLink.hash_of(token)):
        return respond_429(request)
    sheet = open_cover(token=token)
    if sheet is None:
        return render(request, "provision/digest/cover_closed.html", status=410)
    return render(request, "provision/digest/cover.html", {"sheet": sheet})
