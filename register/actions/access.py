"""The one place that writes PupilAccess. Grants are derived from teaching groups, parent links and key adults, or shared by name.

A grant is never deleted: it ends. Deriving twice changes nothing. A court order that ends opens nothing: whoever it kept out
lost the link, and a new one is a decision of its own.
"""

import datetime
from typing import NamedTuple

from django.contrib.auth.models import Permission
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from register.choices import AccessSource, PortalLevel
from register.models import Contact, GroupPupil, GroupTeacher, Pupil, PupilAccess
from register.queries.family_links import Orders
from register.queries.portal import level_of, pupils_who_decide
from senco.access.context import take_turns
from senco.accounts.roles import STAFF, Role


class Want(NamedTuple):
    """Why a derived grant is open, until when its reason holds (None: while it lasts), and what it lets a parent do."""

    reason: str
    until: datetime.datetime | None = None
    level: str = PortalLevel.COMMENT


Wanted = dict[tuple, Want]  # (membership id, pupil id) → why


def view_permission() -> Permission:
    """guardian's rows name a permission; all of ours mean "may open this pupil's record"."""
    return Permission.objects.get(content_type__app_label="register", codename="view_pupil")


@transaction.atomic
def derive_access(*, school, by=None) -> tuple[int, int]:
    """Bring derived grants in line with groups, contacts and key adults; returns how many were opened and ended.

    Where a person does it (`by`), links that a court order stands against are dissolved as well; the system writes no contact.
    """
    wait_for_turn(school)
    if by is not None:
        dissolve_barred_links(school)
    opened = ended = 0
    for source, wanted in derived_grants(school).items():
        added, closed = settle(school=school, source=source, wanted=wanted, by=by)
        opened, ended = opened + added, ended + closed
    return opened, ended


def wait_for_turn(school) -> None:
    """Who links, unlinks or derives at one school does so one after the other, each seeing what the one before wrote."""
    take_turns(f"derive_access {school.pk}")


def derive_staff_access(*, school, by) -> None:
    """What staff may open, once a pupil has left or come back."""
    wait_for_turn(school)
    for source, wanted in (
        (AccessSource.GROUP, wanted_by_groups),
        (AccessSource.KEY_ADULT, wanted_by_key_adults),
    ):
        settle(school=school, source=source, wanted=wanted(school), by=by)


def derived_grants(school) -> dict[str, Wanted]:
    return {
        AccessSource.GROUP: wanted_by_groups(school),
        AccessSource.PARENT: wanted_by_contacts(school),
        AccessSource.KEY_ADULT: wanted_by_key_adults(school),
    }


def wanted_by_groups(school) -> Wanted:
    """Everybody who teaches or supports a group, for every pupil in it, as of now and until one of the two leaves it, or the
    pupil the school."""
    now = timezone.now()
    teaching = (
        GroupTeacher.objects.filter(school=school, membership__role__in=STAFF, starts__lte=now)
        .exclude(ends__lte=now)
        .exclude(membership__ends__lte=now)
    )
    sitting = GroupPupil.objects.filter(school=school, starts__lte=now).exclude(ends__lte=now)
    sitting = sitting.exclude(pupil__left_on__lte=timezone.localdate())
    places: dict = {}
    for group_id, pupil_id, ends, left_on in sitting.values_list(
        "group_id", "pupil_id", "ends", "pupil__left_on"
    ):
        until = min(filter(None, (ends, beginning_of(left_on))), default=None)
        places.setdefault(group_id, []).append((pupil_id, until))
    wanted: Wanted = {}
    rows = teaching.order_by("group__name", "pk")  # of several groups the reason names one, always the same
    for group_id, name, membership_id, ends in rows.values_list(
        "group_id", "group__name", "membership_id", "ends"
    ):
        for pupil_id, leaves in places.get(group_id, ()):
            want = Want(name, min(filter(None, (ends, leaves)), default=None))
            wanted[membership_id, pupil_id] = longer(want, wanted.get((membership_id, pupil_id)))
    return wanted


def beginning_of(day: datetime.date | None) -> datetime.datetime | None:
    """The first moment of the day on which a pupil is no longer on roll."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time())) if day else None


def longer(one: Want, other: Want | None) -> Want:
    """Of two reasons the one that lasts; the later end otherwise."""
    if other is None or one.until is None:
        return one
    return other if other.until is None or other.until >= one.until else one


def wanted_by_contacts(school) -> Wanted:
    """Invited parents and carers, each as far as was decided for them. Whom a court order keeps from a pupil, by account or by
    address, is never given access by derivation, whichever row links them; only by a named share."""
    rows = linked_contacts(school).exclude(membership__ends__lte=timezone.now())
    orders, deciding = Orders(school), pupils_who_decide(school)
    levels: dict[tuple, list[str]] = {}  # two rows of one person about one pupil: the stricter holds
    for *row, portal, relationship in rows.values_list(*LINK, "portal", "relationship"):
        _pk, membership_id, pupil_id, *addresses = row
        if not orders.keep_out(pupil_id, membership_id, *addresses):
            level = level_of(portal, relationship, decides=pupil_id in deciding)
            levels.setdefault((membership_id, pupil_id), []).append(level)
    strictest = {pair: min(found, key=STRICTNESS.index) for pair, found in levels.items()}
    return {pair: Want("", level=level) for pair, level in strictest.items() if level != PortalLevel.NONE}


STRICTNESS = list(PortalLevel)  # the strictest first
LINK = ("pk", "membership_id", "pupil_id", "email", "membership__email")


def linked_contacts(school):
    """Contacts without an order who are linked to a parent's role. Unordered: what Contact is sorted by, the system may not read."""
    return Contact.objects.filter(
        school=school, membership__role=Role.PARENT, court_order=False, ended_on__isnull=True
    ).order_by()


def dissolve_barred_links(school) -> None:
    """Whoever is kept out through somebody else's order loses the link: when the order ends, nothing is left to reopen."""
    orders = Orders(school)
    barred = [
        key
        for key, membership_id, pupil_id, *addresses in linked_contacts(school).values_list(*LINK)
        if orders.keep_out(pupil_id, membership_id, *addresses)
    ]
    Contact.objects.filter(pk__in=barred).update(membership=None)


def wanted_by_key_adults(school) -> Wanted:
    """The key adult of each pupil, until the pupil leaves."""
    kept = Pupil.objects.on_roll().filter(school=school, key_adult__role__in=STAFF)
    kept = kept.exclude(key_adult__ends__lte=timezone.now()).order_by()
    return {
        (adult_id, pupil_id): Want("", beginning_of(left_on))
        for adult_id, pupil_id, left_on in kept.values_list("key_adult_id", "pk", "left_on")
    }


def settle(*, school, source: str, wanted: Wanted, by) -> tuple[int, int]:
    """Open what is wanted and missing, end what is open and no longer wanted, and end at the time wanted what goes on."""
    now = timezone.now()
    going_on = PupilAccess.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=now), school=school, source=source
    )
    held = {
        (grant.membership_id, grant.content_object_id): grant for grant in going_on.order_by("starts", "pk")
    }
    surplus = [grant.pk for pair, grant in held.items() if pair not in wanted]
    PupilAccess.objects.filter(pk__in=surplus).update(ends=now)
    for pair, grant in held.items():
        if pair in wanted and (grant.ends, grant.level) != (wanted[pair].until, wanted[pair].level):
            PupilAccess.objects.filter(pk=grant.pk).update(ends=wanted[pair].until, level=wanted[pair].level)
    missing = sorted(wanted.keys() - held.keys(), key=str)
    PupilAccess.objects.bulk_create(
        new_grants(school, source, {pair: wanted[pair] for pair in missing}, now, by), batch_size=2000
    )
    return len(missing), len(surplus)


def new_grants(school, source: str, wanted: Wanted, starts, by) -> list[PupilAccess]:
    permission = view_permission()
    return [
        PupilAccess(
            school=school, permission=permission, membership_id=membership_id, content_object_id=pupil_id, source=source,
            level=want.level, reason=want.reason[:300], starts=starts, ends=want.until, granted_by=by,
        )
        for (membership_id, pupil_id), want in wanted.items()
    ]  # fmt: skip


@transaction.atomic
def share(
    *, pupil: Pupil, membership, reason: str, starts: datetime.datetime, ends: datetime.datetime, by,
    level: str = PortalLevel.COMMENT,
) -> PupilAccess:  # fmt: skip
    """Share one pupil with one person by name, for a stated reason and until a stated moment; `level` is for parents."""
    grant = PupilAccess(
        school=pupil.school, permission=view_permission(), membership=membership, content_object=pupil,
        source=AccessSource.SHARE, level=level, reason=reason, starts=starts, ends=ends, granted_by=by,
    )  # fmt: skip
    grant.full_clean(exclude=["user"])
    grant.save(force_insert=True)
    return grant


@transaction.atomic
def end_access(*, grant: PupilAccess, by) -> None:
    """End a named share now. The history trigger keeps who did it (`by` acts)."""
    now = timezone.now()
    grant.ends = max(now, grant.starts)
    grant.save(update_fields=["ends"])
