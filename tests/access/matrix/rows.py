"""How a row of the matrix is said: a route, and what its keys are about."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Row:
    """`kind` names the record whose key the route takes first (see world.things), or is empty for a route without one.

    `more` holds what follows in the address: "@status" is the key of the same pupil's record of that kind, anything else stands
    as it is. `may_miss`: even for those who may, the answer can be 404, as for an undo that is no longer open.
    """

    name: str
    kind: str = ""
    more: tuple = ()
    may_miss: bool = False

    def url(self, world, key: str) -> str | None:
        """The address about that pupil; None where the world has no such record."""
        kinds = [self.kind, *(part[1:] for part in self.more if is_kind(part))] if self.kind else []
        if any(key not in world.things[kind] for kind in kinds):
            return None
        first = [world.things[self.kind][key]] if self.kind else []
        rest = [world.things[part[1:]][key] if is_kind(part) else part for part in self.more]
        return reverse(self.name, args=[*first, *rest])


def is_kind(part) -> bool:
    return isinstance(part, str) and part.startswith("@")


def without_key(*names: str) -> tuple[Row, ...]:
    return tuple(Row(name) for name in names)


def about(kind: str, *names: str, **choices) -> tuple[Row, ...]:
    return tuple(Row(name, kind, **choices) for name in names)
