"""Who has not read what has changed: for the SENCO, across the school."""

import datetime
from dataclasses import dataclass

from provision.letters.digest import Change
from provision.models import ProfileReading, ProfileVersion
from provision.queries.changes import changes_of, is_unread, readings
from provision.queries.teaching import pairs_of, people
from register.models import Pupil
from senco.accounts.models import Membership


@dataclass(frozen=True)
class Unread:
    """What one colleague has not confirmed. `pupils` are (pupil, changes), by name; `since` is when the oldest of it changed."""

    person: Membership
    pupils: tuple[tuple[Pupil, tuple[Change, ...]], ...]

    @property
    def count(self) -> int:
        return sum(len(changes) for _pupil, changes in self.pupils)

    @property
    def since(self) -> datetime.datetime:
        return min(one.at for _pupil, changes in self.pupils for one in changes)


def unread_in_school(membership) -> list[Unread]:
    """Colleagues with something unread about pupils they teach or support, who has most of it first. A fixed number of queries."""
    pairs = pairs_of(membership)
    keys = sorted({pupil_id for _who, pupil_id in pairs})
    changes, read = changes_of(keys, membership), readings(membership, keys)
    unread: dict = {}
    for who, pupil_id in pairs:
        left = tuple(one for one in changes.get(pupil_id, ()) if is_unread(one, who, read))
        if left:
            unread.setdefault(who, []).append((pupil_id, left))
    return by_person(unread, membership)


def by_person(unread: dict, membership) -> list[Unread]:
    """Keys of colleagues and pupils as people, in the order of the page."""
    colleagues = people(unread, membership)
    named = {pupil_id for each in unread.values() for pupil_id, _changes in each}
    pupils = Pupil.objects.visible_to(membership).in_bulk(list(named))
    found = [
        Unread(
            colleagues[who],
            tuple(sorted(((pupils[key], left) for key, left in each), key=lambda pair: pair[0].list_name)),
        )
        for who, each in unread.items()
        if who in colleagues
    ]
    return sorted(found, key=lambda one: (-one.count, one.person.last_name, str(one.person.pk)))


def who_has_not_read(version: ProfileVersion, membership) -> list[Membership]:
    """Colleagues who teach or support the pupil and have not confirmed this version, by name. For the office."""
    teaching = {who for who, _pupil in pairs_of(membership, pupils=[version.pupil_id])}
    read = ProfileReading.objects.visible_to(membership).filter(version=version)
    left = teaching - set(read.order_by("pk").values_list("membership_id", flat=True)) - {version.by_id}
    return sorted(
        people(left, membership).values(), key=lambda one: (one.last_name, one.first_name, str(one.pk))
    )


def unread_profiles(membership, pupils) -> dict:
    """Pupil's key → how many of those who teach them have not read the profile that stands. For the office."""
    standing = ProfileVersion.objects.visible_to(membership).standing().filter(pupil__in=pupils)
    versions = {version.pupil_id: version for version in standing}
    done = ProfileReading.objects.visible_to(membership).filter(version__in=list(versions.values()))
    read = set(done.order_by("pk").values_list("membership_id", "version_id"))
    counts: dict = {}
    for who, pupil_id in pairs_of(membership, pupils=list(versions)):
        version = versions[pupil_id]
        if who != version.by_id and (who, version.pk) not in read:
            counts[pupil_id] = counts.get(pupil_id, 0) + 1
    return counts
