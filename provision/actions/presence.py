"""Who is writing where: notes that live for seconds, in the cache. They hold keys alone, no word about a pupil.

Two people who announce themselves in one part at the very same moment can lose one of the two notes; the next round, twenty
seconds later, writes it again.
"""

import time

from django.core.cache import cache
from redis.exceptions import RedisError

from provision.queries.presence import KEPT, key_of, noted


def announce(*, plan_id, code: str, by) -> None:
    """This person has that part of the plan open for writing, for the next three quarters of a minute."""
    here = {key: until for key, until in noted(plan_id, code).items() if until > time.time()}
    cache.set(key_of(plan_id, code), here | {str(by.pk): time.time() + KEPT}, timeout=KEPT)


def leave(*, plan_id, code: str, by) -> None:
    """They have saved. What they wrote must not fail because the cache is away, and the note ends by itself."""
    try:
        here = noted(plan_id, code)
        if here.pop(str(by.pk), None):
            cache.set(key_of(plan_id, code), here, timeout=KEPT)
    except RedisError:
        return
