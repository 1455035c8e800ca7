"""Keys and dice that fall the same way for the same seed and day."""

import datetime
import uuid
from random import Random


class Keys:
    """UUIDs of version 7 (RFC 9562) from a seeded generator: time-ordered like the real ones, and the same every time."""

    def __init__(self, rng: Random, day: datetime.date):
        self.rng = rng
        self.milliseconds = int(
            datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp() * 1000
        )

    def __call__(self) -> uuid.UUID:
        self.milliseconds += 1
        bits = (
            self.milliseconds << 80
            | 0x7 << 76
            | self.rng.getrandbits(12) << 64
            | 0b10 << 62
            | self.rng.getrandbits(62)
        )
        return uuid.UUID(int=bits)


def weighted(rng: Random, table: dict):
    """One key of the table, as often as its weight says."""
    return rng.choices(list(table), list(table.values()))[0]


def sample_weighted(rng: Random, items: list, weights: list[float], count: int) -> list:
    """`count` different items, each drawn as often as its weight says (Efraimidis and Spirakis 2006)."""
    ranked = sorted(
        zip(items, weights, strict=True), key=lambda pair: rng.random() ** (1 / pair[1]), reverse=True
    )
    return [item for item, _weight in ranked[:count]]
