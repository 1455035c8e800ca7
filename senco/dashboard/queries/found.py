"""What a search finds for one person in one role: everything they may read that says what they ask, from every floor of the house."""

import datetime
import itertools
from dataclasses import dataclass

from provision.queries import searched as provision
from register.models import Pupil
from register.queries import searched as register
from register.queries.pupils import names_of
from register.queries.searched import Found, SearchKind
from reviews.queries import searched as reviews
from senco.liaison import searched as liaison
from senco.search.asking import Asked, named_in, pieces_of

KINDS = {kind.code: kind for floor in (register, provision, reviews, liaison) for kind in floor.KINDS}
MOST = 200  # hits; whoever finds more narrows it down, nobody reads the twentieth page


@dataclass(frozen=True)
class Hit:
    """One line: what it is, about whom, when and by whom it was written, the places that say it, and where it stands."""

    label: str
    pupil_id: object
    pupil: str
    on: datetime.date
    who: str
    pieces: list[tuple[str, bool]]
    url: str


@dataclass(frozen=True)
class Narrowed:
    """What a search keeps to. Days are included; None leaves it open."""

    kind: str = ""
    pupil: Pupil | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


def kinds_found_by(membership) -> dict[str, SearchKind]:
    """Code → what could be found by this person."""
    return {code: kind for code, kind in KINDS.items() if membership.may(kind.permission)}


def asked_by(membership, words: str) -> Asked:
    """With the pupils who are named among the words. There must be a word that is looked for."""
    return Asked(words, named_in(Pupil.objects.visible_to(membership), words))


def keys_found(membership, asked: Asked, narrowed: Narrowed) -> list[tuple]:
    """(code, key, day) of the hits, newest first, one more than MOST at most. One query, however many kinds there are."""
    kinds = [kind for code, kind in kinds_found_by(membership).items() if narrowed.kind in ("", code)]
    queries = [kind.keys(within(kind.hits(membership, asked), narrowed)) for kind in kinds]
    return (
        list(queries[0].union(*queries[1:], all=True).order_by("-found_on", "-pk")[: MOST + 1])
        if queries
        else []
    )


def within(hits, narrowed: Narrowed):
    if narrowed.pupil:
        hits = hits.filter(pupil=narrowed.pupil)
    if narrowed.since:
        hits = hits.filter(found_on__gte=narrowed.since)
    if narrowed.until:
        hits = hits.filter(found_on__lte=narrowed.until)
    return hits


def hits_of(membership, asked: Asked, keys: list[tuple]) -> list[Hit]:
    """The lines of one page. One query more for what they say, one for who wrote them."""
    kinds = kinds_found_by(membership)
    by_kind = itertools.groupby(sorted(keys), key=lambda key: key[0])
    queries = [
        kinds[code].rows(membership, [key for _code, key, _day in group], asked) for code, group in by_kind
    ]
    if not queries:
        return []
    found = {(row[0], row[1]): Found(*row) for row in queries[0].union(*queries[1:], all=True).order_by()}
    names = names_of({row.by for row in found.values()}, membership)
    return [hit_of(found[code, key], names, membership) for code, key, _day in keys if (code, key) in found]


def hit_of(row: Found, names: dict, membership) -> Hit:
    kind = KINDS[row.kind]
    who = names[row.by] if row.by else ""
    return Hit(
        kind.label, row.pupil_id, row.pupil, row.on, who, pieces_of(row.excerpt), kind.url(row, membership)
    )
