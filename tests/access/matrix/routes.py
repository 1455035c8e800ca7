"""One row a route: what its key is about. A route without a row fails the matrix, and so does a row without a route."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Row:
    """`kind` names the record whose key the route takes (see world.things), or is empty for a route without a key."""

    name: str
    kind: str = ""
    query: str = ""

    def url(self, pk) -> str:
        return reverse(self.name, args=[pk] if self.kind else []) + self.query


ROWS: tuple[Row, ...] = ()
