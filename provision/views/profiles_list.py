"""Profiles across the school, for the office: which are missing, which wait to be published, which are not read."""

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provision.queries.profiles import profile_word, with_profile
from provision.queries.readings import unread_profiles
from provision.queries.teaching import roll
from register.choices import ON_REGISTER
from senco.audit.actions import record_listed
from senco.core.permissions import READ, requires

PAGE = 50
WAITING = Q(saved_version__isnull=False) & (
    Q(published_version__isnull=True) | Q(saved_version__gt=F("published_version"))
)
FILTERS = {
    "published": (_("Published"), Q(published_number__isnull=False)),
    "waiting": (_("To publish"), WAITING),
    "missing": (_("On the register without one"), Q(saved_version__isnull=True, provision__in=ON_REGISTER)),
}


@requires("provision.view_readings", methods=READ)
def profiles(request):
    """`?show=` narrows the list; each row says how many of those who teach the pupil have not read it."""
    membership, show = request.membership, request.GET.get("show", "published")
    show = show if show in FILTERS else "published"
    pupils = with_profile(roll(membership).with_shown_name().with_status(timezone.localdate()), membership)
    each = {name: Count("pk", filter=wanted) for name, (_label, wanted) in FILTERS.items()}
    counts = pupils.aggregate(**each)
    found = pupils.filter(FILTERS[show][1]).order_by("shown_surname", "shown_forename", "pk")
    paginator = Paginator(found, PAGE)
    paginator.count = counts[show]  # counted already
    page = paginator.get_page(request.GET.get("page"))
    unread = unread_profiles(membership, [pupil.pk for pupil in page])
    record_listed(membership, what="profiles", pupil_ids=[pupil.pk for pupil in page])
    context = {
        "page": page,
        "rows": [(pupil, unread.get(pupil.pk, 0)) for pupil in page],
        "filters": [(name, label, counts[name], name == show) for name, (label, _q) in FILTERS.items()],
        "word": profile_word(membership.school),
    }
    return render(request, "provision/profiles/list.html", context)
