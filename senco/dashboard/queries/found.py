"""What a search finds for one person in one role: everything they may read that says what they ask, from every floor of the house."""

import datetime
from dataclasses import dataclass

from provision.queries import searched as provision
from register.models import Pupil
from register.queries import searched as register
from register.queries.pupils import names_of
from register.queries.searched import Found, SearchKind
from reviews.queries import searched as reviews
from senco.liaison import searched as liaison
from senco.search.asking import Asked, asked_for, marked, pieces_of

KINDS = {kind.code: kind for floor in (register, provision, reviews, liaison) for kind in floor.KINDS}
MOST = 200  # hits; whoever finds more narrows it down, nobody reads the twentieth page


@dataclass(frozen=True)
class Hit:
    """One line: what it is, about whom, when and by whom it was written, the place that says it, and where it stands."""

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
    return asked_for(words, Pupil.objects.visible_to(membership))


def records_found(membership, asked: Asked, narrowed: Narrowed) -> list[Found]:
    """The hits, newest first, one more than MOST at most. One query, however many kinds there are."""
    kinds = [kind for code, kind in kinds_found_by(membership).items() if narrowed.kind in ("", code)]
    queries = [kind.rows(within(kind.hits(membership, asked), narrowed)) for kind in kinds]
    if not queries:
        return []
    newest = queries[0].union(*queries[1:], all=True).order_by("-found_on", "-pk")[: MOST + 1]
    return [Found(*row) for row in newest]


def within(hits, narrowed: Narrowed):
    if narrowed.pupil:
        hits = hits.filter(pupil=narrowed.pupil)
    if narrowed.since:
        hits = hits.filter(found_on__gte=narrowed.since)
    if narrowed.until:
        hits = hits.filter(found_on__lte=narrowed.until)
    return hits


def hits_of(membership, asked: Asked, rows: list[Found]) -> list[Hit]:
    """The lines of one page. One query to mark what they say, one for who wrote them, one for whom they are about."""
    names = names_of({row.by for row in rows}, membership)
    pupils = pupil_names({row.pupil_id for row in rows}, membership)
    texts = marked([row.text for row in rows], asked)
    return [
        hit_of(row, text, pupils.get(row.pupil_id, ""), names, membership)
        for row, text in zip(rows, texts, strict=True)
    ]


def pupil_names(keys, membership) -> dict:
    """Key → name. What somebody raised stays theirs to read after the pupil is no longer theirs, without the name."""
    return {each.pk: each.name for each in Pupil.objects.visible_to(membership).filter(pk__in=keys)}


def hit_of(row: Found, text: str, pupil: str, names: dict, membership) -> Hit:
    kind = KINDS[row.kind]
    who = names[row.by] if row.by else ""
    return Hit(kind.label, row.pupil_id, pupil, row.on, who, pieces_of(text), kind.url(row, membership))
