"""The one place that writes PupilAccess. Grants are derived from teaching groups, parent links and key adults, or shared by name.

A grant is never deleted: it ends. Deriving twice changes nothing.
"""

import datetime

from django.contrib.auth.models import Permission
from django.db import transaction
from django.utils import timezone

from register.choices import AccessSource
from register.models import Contact, GroupPupil, GroupTeacher, Pupil, PupilAccess
from senco.access.context import take_turns
from senco.accounts.roles import STAFF, Role

Wanted = dict[tuple, str]  # (membership id, pupil id) → reason


def view_permission() -> Permission:
    """guardian's rows name a permission; all of ours mean "may open this pupil's record"."""
    return Permission.objects.get(content_type__app_label="register", codename="view_pupil")


@transaction.atomic
def derive_access(*, school, by=None) -> tuple[int, int]:
    """Bring derived grants in line with groups, contacts and key adults; returns how many were opened and ended."""
    take_turns(f"derive_access {school.pk}")
    opened = ended = 0
    for source, wanted in derived_grants(school).items():
        added, closed = settle(school=school, source=source, wanted=wanted, by=by)
        opened, ended = opened + added, ended + closed
    return opened, ended


def derived_grants(school) -> dict[str, Wanted]:
    return {
        AccessSource.GROUP: wanted_by_groups(school),
        AccessSource.PARENT: wanted_by_contacts(school),
        AccessSource.KEY_ADULT: wanted_by_key_adults(school),
    }


def wanted_by_groups(school) -> Wanted:
    """Everybody who teaches or supports a group, for every pupil in it, both as of now."""
    now = timezone.now()
    teaching = (
        GroupTeacher.objects.filter(school=school, membership__role__in=STAFF, starts__lte=now)
        .exclude(ends__lte=now)
        .exclude(membership__ends__lte=now)
    )
    sitting = GroupPupil.objects.filter(school=school, starts__lte=now).exclude(ends__lte=now)
    pupils: dict = {}
    for group_id, pupil_id in sitting.values_list("group_id", "pupil_id"):
        pupils.setdefault(group_id, []).append(pupil_id)
    names = dict(teaching.values_list("group_id", "group__name"))
    return {
        (membership_id, pupil_id): names[group_id]
        for group_id, membership_id in teaching.values_list("group_id", "membership_id")
        for pupil_id in pupils.get(group_id, ())
    }


def wanted_by_contacts(school) -> Wanted:
    """Invited parents and carers. A contact with a court order is never given access by derivation, only by a named share."""
    linked = Contact.objects.filter(
        school=school, membership__role=Role.PARENT, court_order=False, ended_on__isnull=True
    ).exclude(membership__ends__lte=timezone.now())
    return dict.fromkeys(linked.values_list("membership_id", "pupil_id"), "")


def wanted_by_key_adults(school) -> Wanted:
    kept = Pupil.objects.filter(school=school, key_adult__role__in=STAFF).exclude(
        key_adult__ends__lte=timezone.now()
    )
    return dict.fromkeys(kept.values_list("key_adult_id", "pk"), "")


def settle(*, school, source: str, wanted: Wanted, by) -> tuple[int, int]:
    """Open what is wanted and missing, end what is open and no longer wanted."""
    now = timezone.now()
    open_now = PupilAccess.objects.filter(school=school, source=source, ends__isnull=True)
    held = {(grant.membership_id, grant.content_object_id): grant.pk for grant in open_now}
    surplus = [held[pair] for pair in held.keys() - wanted.keys()]
    PupilAccess.objects.filter(pk__in=surplus).update(ends=now)
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
            reason=reason[:300], starts=starts, granted_by=by,
        )
        for (membership_id, pupil_id), reason in wanted.items()
    ]  # fmt: skip


@transaction.atomic
def share(
    *, pupil: Pupil, membership, reason: str, starts: datetime.datetime, ends: datetime.datetime, by
) -> PupilAccess:
    """Share one pupil with one person by name, for a stated reason and until a stated moment."""
    grant = PupilAccess(
        school=pupil.school, permission=view_permission(), membership=membership, content_object=pupil,
        source=AccessSource.SHARE, reason=reason, starts=starts, ends=ends, granted_by=by,
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
