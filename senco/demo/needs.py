"""Types of need: today's, with rank and source, and a few that were thought to be something else at first."""

from random import Random

from register.choices import NeedSource, NeedType
from register.models import SenNeed
from senco.accounts.models import Membership
from senco.demo import rates
from senco.demo.children import Child
from senco.demo.keys import weighted
from senco.demo.statuses import E, N, Period
from senco.demo.world import DAY, World

MIX = {"K": rates.NEEDS_ON_SUPPORT, "E": rates.NEEDS_WITH_PLAN}
OFTEN_TOGETHER = {
    "ASD": "SLCN",
    "SLCN": "SPLD",
    "SEMH": "SLCN",
    "MLD": "SLCN",
    "SPLD": "SEMH",
    "PD": "MLD",
    "HI": "SLCN",
}
DIAGNOSED = {"ASD": 0.8, "HI": 0.9, "VI": 0.9, "MSI": 1.0, "PD": 0.8, "DS": 1.0, "SPLD": 0.3}
TOOK_FOR_ANOTHER = 0.08  # share whose primary need was first recorded as MLD
NOTES = {
    "SPLD": "Dyslexia assessment report on file.",
    "ASD": "Diagnosed by the community paediatric team.",
    "HI": "Wears hearing aids in both ears; radio aid in class.",
    "VI": "Large print, 18 point.",
    "PD": "Uses a laptop for longer writing.",
}


def choose_needs(rng: Random, child: Child) -> list[str]:
    """Need types, primary first. NSA stands alone: it says that nobody has looked yet."""
    if child.status == N:
        return []
    primary = weighted(rng, MIX[child.status])
    needs = [primary]
    if primary != NeedType.NSA and rng.random() < rates.SECOND_NEED[child.status]:
        needs.append(OFTEN_TOGETHER.get(primary, "SEMH"))
    return needs


def record_needs(world: World, child: Child, periods: list[Period], *, by: Membership) -> None:
    first = next((period for period in periods if period.provision != N), None)
    if first is None:
        return
    starts = first.starts
    if child.status == N:
        record_past_need(world, child, starts, periods[-1].starts, by=by)
        return
    if (
        child.needs[0] != NeedType.MLD
        and world.chance(TOOK_FOR_ANOTHER)
        and (world.today - starts).days > 120
    ):
        changed = starts + 90 * DAY
        add_need(world, child, NeedType.MLD, rank=1, starts=starts, ends=changed, by=by)
        starts = changed
    for rank, need in enumerate(child.needs, start=1):
        add_need(world, child, need, rank=rank, starts=starts, by=by)


def record_past_need(world: World, child: Child, starts, ends, *, by: Membership) -> None:
    need = weighted(world.rng, {"SLCN": 3, "SEMH": 4, "SPLD": 3, "MLD": 2})
    add_need(world, child, need, rank=1, starts=starts, ends=ends, by=by)


def add_need(world: World, child: Child, need: str, *, rank: int, starts, by: Membership, ends=None) -> None:
    source = source_of(world.rng, child, need)
    note = NOTES.get(need, "") if source == NeedSource.DIAGNOSIS else ""
    world.add(
        SenNeed, school=world.school, pupil=child.pupil, need_type=need, rank=rank, starts=starts, ends=ends, source=source, note=note,
        decided_by=by,
    )  # fmt: skip


def source_of(rng: Random, child: Child, need: str) -> NeedSource:
    if rng.random() < DIAGNOSED.get(need, 0):
        return NeedSource.DIAGNOSIS
    return NeedSource.EHC_PLAN if child.status == E else NeedSource.SCHOOL
