"""What is still to be measured: at the start of a place, at its end, and once more a term later."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from provision.impact_choices import Moment
from provision.models import Allocation, Measurement, Provision

SETTLED = datetime.timedelta(weeks=2)  # a first measure is asked for once a place has lasted so long
PASSED = datetime.timedelta(weeks=26)  # nobody is asked for what lies further back
A_TERM = datetime.timedelta(weeks=12)


@dataclass(frozen=True)
class ToMeasure:
    """Keys of the pupils of a group who have not been measured at that moment."""

    provision: Provision
    moment: Moment
    pupils: tuple


def to_measure(membership, today: datetime.date) -> list[ToMeasure]:
    """By group and moment, the latest first. Two queries, however many places there are."""
    places = list(
        Allocation.objects.visible_to(membership)
        .kept()
        .filter(
            provision__removed_at__isnull=True,
            provision__ends__gte=today - PASSED - A_TERM,
            starts__lte=today,
        )
        .select_related("provision__intervention")
        .order_by("-provision__starts", "provision__name", "pk")
    )
    taken = Measurement.objects.visible_to(membership).kept().exclude(moment="").filter(place__in=places)
    days: dict[object, dict[str, datetime.date]] = defaultdict(dict)
    for place, moment, day in taken.values_list("place_id", "moment", "taken_on"):
        days[place][moment] = max(day, days[place].get(moment, day))
    open_at: dict[tuple, list] = defaultdict(list)
    for place in places:
        if moment := moment_due(place, days[place.pk], today):
            open_at[place.provision, moment].append(place.pupil_id)
    return [ToMeasure(group, moment, tuple(pupils)) for (group, moment), pupils in open_at.items()]


def moment_due(place: Allocation, taken: dict[str, datetime.date], today: datetime.date) -> Moment | None:
    """The next moment at which a place is to be measured, where its day has come and is not long past."""
    ends = min(place.ends or place.provision.ends, place.provision.ends)
    if Moment.ENTRY not in taken:
        return Moment.ENTRY if place.starts + SETTLED <= today <= ends else None
    if Moment.EXIT not in taken:
        return Moment.EXIT if ends <= today <= ends + PASSED else None
    if Moment.LATER in taken:
        return None
    since = taken[Moment.EXIT]
    return Moment.LATER if since + A_TERM <= today <= since + PASSED else None
