"""Class digests: one's classes, one class, the same on paper, and confirming what was read."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provision.actions.digest import confirm_read
from provision.printed import digest_file
from provision.queries.changes import changes_of, is_unread, readings
from provision.queries.digests import digest_of
from provision.queries.profiles import profile_word
from provision.queries.teaching import classes_of, pupils_in, teaches
from provision.queries.unread import unread_by_class
from senco.accounts.recent import recently_authenticated
from senco.audit.actions import record_exported, record_listed
from senco.core.permissions import READ, SUBMIT, requires
from senco.documents.downloads import file_or_back


def class_or_404(request, pk):
    """A class one teaches or supports; for the office any that somebody teaches."""
    return get_object_or_404(classes_of(request.membership), pk=pk)


@requires("provision.view_digest", methods=READ)
def classes(request):
    """One's classes, each with how much of it is still to be read."""
    membership = request.membership
    found = list(classes_of(membership).order_by("name", "pk"))
    unread = {} if membership.sees_whole_school else unread_by_class(found, membership)
    context = {
        "rows": [(group, unread.get(group.pk, 0)) for group in found],
        "reading": not membership.sees_whole_school,
        "may_see_readings": membership.may("provision.view_readings"),
    }
    return render(request, "provision/digest/classes.html", context)


@requires("provision.view_digest", methods=READ)
def digest(request, pk):
    """What several need, what one needs, what keeps a child safe, what has changed."""
    group, membership = class_or_404(request, pk), request.membership
    reading = teaches(membership, group)
    shown = digest_of(group, membership, timezone.localdate(), unread_by=membership if reading else None)
    record_listed(membership, what="class digest", pupil_ids=named_in(shown))
    context = {
        "group": group,
        "digest": shown,
        "reading": reading,
        "word": profile_word(membership.school),
        "may_cover": membership.may("provision.make_cover_link"),
        "may_see_readings": membership.may("provision.view_readings"),
    }
    return render(request, "provision/digest/digest.html", context)


def named_in(digest) -> list:
    """The pupils about whom it says something."""
    alerts = {one.key for one in digest.alerts}
    return sorted(alerts | {one.key for one in digest.entries} | {one.key for one in digest.changes})


@requires("provision.view_digest", methods=READ)
@recently_authenticated
def pdf(request, pk):
    """The same on A4 across, without what has changed: paper is printed anew."""
    group, membership = class_or_404(request, pk), request.membership
    shown = digest_of(group, membership, timezone.localdate())

    def make():
        drawn = digest_file(shown, school=membership.school.name, made_by=membership.name)
        record_exported(membership, what="class digest pdf", pupil_ids=named_in(shown))
        return drawn

    return file_or_back(request, make, reverse("provision:digest", args=[group.pk]))


@requires("provision.view_digest", methods=SUBMIT)
def confirm(request, pk):
    """ "I have read this": exactly the changes that the page showed, and of those only what has not changed again since."""
    group, membership = class_or_404(request, pk), request.membership
    marks = set(request.POST.getlist("one") or request.POST.getlist("shown"))
    keys = list(pupils_in(group, membership).values_list("pk", flat=True))
    read = readings(membership, keys, of=membership)
    meant = [
        one
        for found in changes_of(keys, membership).values()
        for one in found
        if one.mark in marks and is_unread(one, membership.pk, read)
    ]
    count = confirm_read(changes=meant, by=membership) if teaches(membership, group) else 0
    tell(request, count)
    return redirect("provision:digest", group.pk)


def tell(request, count: int) -> None:
    if count:
        words = ngettext(
            "Thank you. %(n)d change is noted as read.", "Thank you. %(n)d changes are noted as read.", count
        )
        messages.success(request, words % {"n": count})
    else:
        messages.warning(request, _("Nothing of it was left to confirm."))
