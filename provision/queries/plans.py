"""All plans as a list: whose rows, what stands in them, and who on the register has none."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Value
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from provision.choices import PlanState
from provision.models import Plan
from provision.plan_types import name_of, shipped
from provision.queries.templates import kinds_of
from provision.workflow import OPEN_STATES
from register.choices import ON_REGISTER
from register.models import Pupil
from register.models.base import of_pupils_on_roll
from register.models.register_columns import shown_name
from register.queries.sen_register import natural, short_year
from senco.accounts.models import Membership


@dataclass(frozen=True)
class PlanRow:
    """A plan as the list shows it, or a pupil on the register who has none."""

    pupil: Pupil
    plan: Plan | None = None

    @property
    def url(self) -> str:
        return self.plan.get_absolute_url() if self.plan else self.pupil.get_absolute_url()

    @property
    def year(self) -> str:
        return short_year(self.pupil.year_group)

    @property
    def state(self) -> str:
        return str(PlanState(self.plan.state).label) if self.plan else ""

    @property
    def lead(self) -> str:
        return self.plan.lead.name if self.plan and self.plan.lead else ""

    @property
    def starts(self) -> datetime.date | None:
        return self.plan.starts if self.plan else None

    @property
    def review_on(self) -> datetime.date | None:
        return self.plan.review_on if self.plan else None

    @property
    def is_late(self) -> bool:
        """Only a plan in force has a review to be late with."""
        return bool(self.plan and self.plan.state == PlanState.IN_FORCE and self.plan.review_on < localdate())


@dataclass(frozen=True)
class PlanColumn:
    """A column as the page and the exports show it. `sort` is its name in the address."""

    heading: str
    width: int  # characters, in a spreadsheet
    value: Callable[[PlanRow], object]
    sort: str


COLUMNS = [
    PlanColumn(_("Name"), 28, lambda row: row.pupil.list_name, "name"),
    PlanColumn(_("Year"), 6, lambda row: row.year, "year"),
    PlanColumn(_("Form"), 8, lambda row: row.pupil.form, "form"),
    PlanColumn(_("Plan"), 32, lambda row: row.plan.title if row.plan else "", "kind"),
    PlanColumn(_("State"), 20, lambda row: row.state, "state"),
    PlanColumn(_("Plan lead"), 22, lambda row: row.lead, "lead"),
    PlanColumn(_("Starts"), 12, lambda row: row.starts, "starts"),
    PlanColumn(_("Review"), 12, lambda row: row.review_on, "review"),
]


def plans_for(membership):
    """Every plan this person may open, with its state, the pupil's name for sorting, and whether the pupil is `on_roll`."""
    return (
        Plan.objects.visible_to(membership)
        .with_state()
        .annotate(
            on_roll=ExpressionWrapper(of_pupils_on_roll(), output_field=BooleanField()),
            shown_surname=shown_name("surname", of="pupil__"),
            shown_forename=shown_name("forename", of="pupil__"),
        )
        .select_related("pupil", "lead")
    )


def newest(plans):
    """Of plans that carry their state: the last of each kind of each pupil, those archived left aside."""
    later = Plan.objects.later_than(
        pupil=OuterRef("pupil"), plan_type=OuterRef("plan_type"), number=OuterRef("number")
    )
    return plans.filter(~Exists(later)).exclude(state=PlanState.ARCHIVED)


def pupils_without(membership):
    """Pupils on the SEN register today who have no open plan, by name."""
    today = localdate()
    has_plan = Plan.objects.filter(pupil=OuterRef("pk")).in_state(*OPEN_STATES)
    listed = Pupil.objects.visible_to(membership).registered(today).with_status(today).with_shown_name()
    found = listed.filter(~Exists(has_plan), provision__in=ON_REGISTER)
    return found.order_by("shown_surname", "shown_forename", "pk")


def rows_of(found: Iterable) -> list[PlanRow]:
    """Plans or pupils as rows. Asks the database nothing."""
    return [PlanRow(one) if isinstance(one, Pupil) else PlanRow(one.pupil, one) for one in found]


def choices_for(membership) -> dict[str, list]:
    """Filter → what occurs among the pupils and plans this person may open, as (value, words). Three queries; a fourth for kinds of the school's own."""
    pupils = Pupil.objects.visible_to(membership).on_roll().order_by()
    places = pupils.aggregate(
        years=ArrayAgg("year_group", distinct=True, default=Value([])),
        forms=ArrayAgg("form", distinct=True, default=Value([])),
    )
    plans = Plan.objects.visible_to(membership).order_by()
    kinds = names_of_kinds(set(plans.values_list("plan_type", flat=True).distinct()), membership.school)
    leads = Membership.objects.visible_to(membership).filter(pk__in=plans.values("lead"))
    return {
        "kind": sorted(kinds.items(), key=lambda kind: kind[1]),
        "year": [
            (str(year), short_year(year)) for year in sorted(y for y in places["years"] if y is not None)
        ],
        "form_group": [(form, form) for form in sorted(filter(None, places["forms"]), key=natural)],
        "lead": [(str(one.pk), one.name) for one in leads.order_by("last_name", "first_name", "pk")],
    }


def names_of_kinds(codes: set[str], school) -> dict[str, str]:
    """Code of a kind of plan → what the school calls it. One query where kinds of its own are among them."""
    own = {} if codes <= set(shipped()) else {kind.code: kind.name for kind in kinds_of(school)}
    return {code: str(own.get(code) or name_of(code)) for code in codes}
