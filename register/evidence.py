"""Which records fulfil which duties. Floors above offer what they hold, in their AppConfig.ready, as the menu's lines are offered:

    evidence.offer(Kind("review_held", _("A review was held"), held_reviews))

    def held_reviews(*, pupil, since, status, stage):
        return Review.objects.filter(pupil=pupil, held_on__gte=since).annotate(met_on=F("held_on"))

`pupil`, `since` (the first day that counts), `status` (the period of SEN status; None before a pupil is at the stage) and `stage` (the
code of the stage that asks) are keys, days and codes, or references to the row of a query around (OuterRef): the answer has to be a
queryset that carries `met_on` and asks nothing until it is used.

A duty may name a code before anybody offers it. Then only a written record closes it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet


@dataclass(frozen=True)
class Kind:
    """A kind of record. `label` says to people what would fulfil the duty.

    `whenever`: it counts whenever it was made, so `found` leaves `since` aside; all others count from the beginning of the stage on.
    """

    code: str
    label: str
    found: Callable[..., QuerySet]
    whenever: bool = False


_kinds: dict[str, Kind] = {}


def offer(kind: Kind) -> None:
    """Offering the same kind again, as a second `ready` would, changes nothing; two kinds of one code are a mistake."""
    if _kinds.setdefault(kind.code, kind) != kind:
        raise ValueError(f"Two kinds of evidence are called “{kind.code}”.")


def offered() -> list[Kind]:
    """Every kind, in the order in which they were offered."""
    return list(_kinds.values())


def kind_called(code: str) -> Kind | None:
    """The kind of that code, if somebody offers it."""
    return _kinds.get(code)
