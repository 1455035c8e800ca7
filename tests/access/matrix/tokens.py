"""Canaries: tokens planted in fields, and the world they are planted in."""

import dataclasses
import re

from senco.accounts.models import Membership, School

TOKEN = re.compile(r"canary-([a-z]+)-([a-z]+)", re.IGNORECASE)


def canary(key: str, field_class: str) -> str:
    """Text planted in a field: whose it is and who may read that kind of field."""
    return f"Canary-{key}-{field_class}"


@dataclasses.dataclass
class World:
    """`things["concern"]["own"]` is the key of a record of that kind about that pupil."""

    school: School
    people: dict[str, Membership]
    things: dict[str, dict[str, object]] = dataclasses.field(default_factory=dict)

    def put(self, kind: str, key: str, record) -> None:
        self.things.setdefault(kind, {})[key] = record.pk
