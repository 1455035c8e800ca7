"""All provision of a period with times, adults and pupils' places, read once: the map and the costs are worked out from it.

Values, not models, wherever there may be thousands: making models of them would take longer than the rest of a page.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from provision.expected import Slot
from provision.models import Allocation, Provision, ProvisionAdult, ProvisionTime
from provision.occasions import Runner, Span

READ = (  # of each provision: the descriptions of its intervention are long
    "name", "starts", "ends", "agreed_size", "intervention__name", "intervention__area", "intervention__tier", "intervention__adult_role",
)  # fmt: skip


class PlaceRow(NamedTuple):
    """A pupil's place as it is stored."""

    provision: object
    pupil: object
    starts: datetime.date
    ends: datetime.date | None
    required: bool
    carries_cost: bool


@dataclass(frozen=True)
class Allocated:
    """What one person may see; every mapping is by provision, and a provision may lack any of them."""

    provisions: tuple[Provision, ...]  # each with its intervention
    slots: dict[object, tuple[Slot, ...]]
    runners: dict[object, tuple[Runner, ...]]
    places: dict[object, tuple[PlaceRow, ...]]


def allocated_in(membership, first: datetime.date, last: datetime.date, *, pupil=None) -> Allocated:
    """What lasts into the period, both days included; of one pupil, or of all. Four queries, sorted so that equal facts are equal."""
    provisions = Provision.objects.visible_to(membership).kept().within(first, last)
    places = Allocation.objects.visible_to(membership).kept().within(first, last)
    if pupil is not None:
        places = places.filter(pupil=pupil)
        provisions = provisions.filter(pk__in=places.order_by().values("provision"))
    provisions = tuple(provisions.select_related("intervention").only(*READ).order_by("name", "pk"))
    keys = {each.pk for each in provisions}
    return Allocated(
        provisions,
        by_first((of, Slot(*slot)) for of, *slot in times_of(membership, keys)),
        by_first(runners_of(membership, keys)),
        by_first((row.provision, row) for row in places_of(places, keys)),
    )


def by_first(pairs: Iterable[tuple]) -> dict[object, tuple]:
    found = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def times_of(membership, keys: set):
    rows = ProvisionTime.objects.visible_to(membership).kept().filter(provision__in=keys)
    rows = rows.order_by("weekday", "at", "pk")
    return rows.values_list("provision", "weekday", "at", "minutes", "starts", "ends", "weeks")


def runners_of(membership, keys: set) -> Iterable[tuple]:
    rows = ProvisionAdult.objects.visible_to(membership).kept().filter(provision__in=keys)
    for row in rows.select_related("membership").order_by("starts", "pk"):
        yield row.provision_id, Runner(row.who, Span(row.starts, row.ends), row.membership_id)


def places_of(places, keys: set) -> Iterable[PlaceRow]:
    rows = places.filter(provision__in=keys).order_by("starts", "pk")
    return (PlaceRow(*row) for row in rows.values_list(*PlaceRow._fields))
