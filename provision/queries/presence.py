"""Who is writing where, as the cache has it."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache

from provision.models import Plan
from senco.accounts.models import Membership

KEPT = 45  # seconds; pages ask every 20


@dataclass(frozen=True)
class Writer:
    """Somebody who has a part of the plan open for writing."""

    name: str
    code: str
    title: str  # of that part


def key_of(plan_id, code: str) -> str:
    return f"plan-writers:{plan_id}:{code}"


def noted(plan_id, code: str) -> dict[str, float]:
    """Key of a membership → until when its note holds, in seconds since the epoch."""
    return cache.get(key_of(plan_id, code)) or {}


def writers_of(plan: Plan, membership, codes: Iterable[str] = ()) -> list[Writer]:
    """The others who are writing, in the order of the sections; `codes` narrows to these parts."""
    titles = dict(plan.sections.order_by("position").values_list("code", "title"))
    asked = {key_of(plan.pk, code): code for code in codes or titles if code in titles}
    now = time.time()
    found = {asked[key]: notes for key, notes in cache.get_many(asked).items()}
    live = [(code, who) for code in titles for who, until in found.get(code, {}).items() if until > now]
    names = names_of([who for _code, who in live], membership)
    return [Writer(names[who], code, titles[code]) for code, who in live if who in names]


def names_of(keys: list[str], membership) -> dict[str, str]:
    """Names of colleagues, without oneself."""
    others = [key for key in keys if key != str(membership.pk)]
    if not others:
        return {}
    found = Membership.objects.visible_to(membership).filter(pk__in=others)
    return {str(person.pk): person.name for person in found}
