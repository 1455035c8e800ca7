"""What the demo school pays for an hour, and what money it has: rates before and after a rise, budgets of this year, top-ups."""

import datetime

from provision.cost_choices import BudgetKind, RateCardName
from provision.financial_year import financial_year
from provision.map_choices import AdultRole
from provision.models import Budget, StaffRate, TopUp
from senco.demo.children import Child
from senco.demo.provided_sessions import stamp
from senco.demo.staff import Staff
from senco.demo.world import DAY, World

APRIL = 4
RATES = {
    AdultRole.TA: 1795,
    AdultRole.TEACHER: 4420,
    AdultRole.SPEECH: 8200,
    AdultRole.SUPERVISOR: 1410,
}  # pence an hour
RISE = 104  # of a hundred, from this financial year
TOP_UPS = (4_500_00, 6_800_00, 9_200_00)  # pence a year, in turn
TOPPED_UP = 6  # pupils with a plan in law
NOTIONAL = 118_000_00
INCLUSION = 14_500_00


def record_money(world: World, everybody: list[Child], staff: Staff) -> None:
    year = financial_year(world.today, APRIL)
    saved = {"school": world.school, "saved_by": staff.senco, "saved_at": stamp(year.first)}
    for role, pence in RATES.items():
        record_rates(world, role, pence, year.first, saved)
    for kind, pence in ((BudgetKind.NOTIONAL, NOTIONAL), (BudgetKind.INCLUSION, INCLUSION)):
        world.add(Budget, **saved, kind=kind, pence=pence, starts=year.first, ends=year.last)
    with_plan = [child for child in everybody if child.status == "E" and not child.left]
    for number, child in enumerate(with_plan[:TOPPED_UP]):
        world.add(
            TopUp, **saved, pupil=child.pupil, pence=TOP_UPS[number % len(TOP_UPS)], starts=year.first, source="Larkshire Council",
        )  # fmt: skip


def record_rates(world: World, role: str, pence: int, rises_on: datetime.date, saved: dict) -> None:
    """The school's own, two years back and as they rose; the authority's, a little lower and never raised."""
    before = rises_on - 366 * DAY
    for card, amount, day in (
        (RateCardName.SCHOOL, pence, before),
        (RateCardName.SCHOOL, pence * RISE // 100, rises_on),
        (RateCardName.AUTHORITY, pence * 94 // 100, before),
    ):
        world.add(StaffRate, **saved, card=card, adult_role=role, pence=amount, valid_from=day)
