"""Whom a cell of a timetable means: codes or names of the school's staff, one or several."""

import re

from register.imports.names import name_parts
from register.imports.texts import compact
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF

BETWEEN = re.compile(r"[;/|\n&]|\s+and\s+", re.IGNORECASE)


class Teachers:
    """The school's staff by what a timetable may call them. A name that two people share means nobody."""

    def __init__(self, school):
        self.by_code: dict[str, str] = {}
        names: dict[str, set[str]] = {}
        for member in Membership.objects.live().filter(school=school, role__in=STAFF).order_by("pk"):
            if member.staff_code:
                self.by_code[member.staff_code.casefold()] = str(member.pk)
            for name in spellings(member):
                names.setdefault(name, set()).add(str(member.pk))
        self.by_name = {name: next(iter(keys)) for name, keys in names.items() if len(keys) == 1}

    def find(self, cell: str) -> tuple[set[str], list[str]]:
        """(keys of the people meant, parts of the cell that mean nobody). A comma may stand between people or inside a name."""
        found, unknown = set(), []
        for part in parts_of(cell):
            if key := self.one(part):
                found.add(key)
                continue
            pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
            keys = [self.one(piece) for piece in pieces]
            found.update(filter(None, keys))
            unknown += [piece for piece, key in zip(pieces, keys, strict=True) if key is None]
        return found, unknown

    def one(self, text: str) -> str | None:
        text = text.strip()
        known = self.by_code.get(text.casefold()) or self.by_name.get(compact(text))
        if known or not text:
            return known
        parts = name_parts(text)
        return self.by_name.get(compact(f"{parts.forename} {parts.surname}")) if parts.forename else None


def parts_of(cell: str) -> list[str]:
    return [part.strip() for part in BETWEEN.split(cell) if part.strip()]


def spellings(member: Membership) -> set[str]:
    """“Rhys Clarke”, “Clarke, Rhys”, “Mr Clarke”, “R Clarke”, “Mr R Clarke”."""
    first, last, title = member.first_name, member.last_name, member.title
    if not last:
        return set()
    found = {f"{title} {last}"} if title else set()
    if first:
        found |= {
            f"{first} {last}",
            f"{last} {first}",
            f"{first[0]} {last}",
            f"{last} {first[0]}",
            f"{title} {first[0]} {last}",
            f"{title} {first} {last}",
        }
    return {compact(name) for name in found}
