"""Wales: the Additional Learning Needs and Education Tribunal (Wales) Act 2018 and the ALN Code of 2021.

One statutory plan, the Individual Development Plan, maintained by the school or by the local authority. The Code's limits in
school days are not confirmed here, so the first plan is put down as due within a term. The general levels K and E stand for who
maintains the plan, for counting; they are this system's own.
"""

from django.utils.translation import gettext_lazy as _

from register.choices import SenProvision
from register.deadlines import EachYear, WithinTerms, WithinWeeks

from .shape import Coordinator, Duty, Framework, PlanType, Responsible, ReviewEvery, Stage
from .shared import BROAD_AREAS

ACT = "Additional Learning Needs and Education Tribunal (Wales) Act 2018"
CODE = "ALN Code for Wales (2021)"


def with_plan(
    code: str, name: str, order: int, provision: str, responsible: Responsible, meaning: str, *duties: Duty
) -> Stage:
    return Stage(
        code, name, order, provision, meaning=meaning, responsible=responsible, statutory=True, review=ReviewEvery.YEAR,
        plan_types=("idp",),
        duties=(*duties, Duty(f"{code}_review", _("Review the Individual Development Plan"), CODE, "review_held", EachYear())),
    )  # fmt: skip


def legacy(code: str, name: str, order: int, provision: str, return_code: str) -> Stage:
    """Stages of the time before the Act."""
    return Stage(code, name, order, provision, return_code=return_code, only_past=True)


framework = Framework(
    code="wales",
    name=_("Wales: additional learning needs (ALN Code 2021)"),
    nation="WLS",
    source=f"{ACT}; {CODE}",
    coordinator=Coordinator(_("Additional learning needs co-ordinator"), "ALNCo"),
    authority=_("Local authority"),
    stages=(
        Stage("no_aln", _("No ALN"), 0, SenProvision.NONE),
        with_plan(
            "idp_school",
            _("ALN: plan maintained by the school"),
            1,
            SenProvision.SUPPORT,
            Responsible.SCHOOL,
            _("Your child has additional learning needs. The school keeps an individual development plan and follows it."),
            Duty("idp_school_told", _("Tell parents and pupil of the decision"), f"{ACT}, s. 11", "parent_told", WithinWeeks(2)),
            Duty("idp_school_plan", _("Prepare the Individual Development Plan"), ACT, "plan_in_force", WithinTerms()),
        ),
        with_plan(
            "idp_authority",
            _("ALN: plan maintained by the local authority"),
            2,
            SenProvision.EHC_PLAN,
            Responsible.AUTHORITY,
            _("Your child has additional learning needs. The council keeps an individual development plan for your child."),
        ),
        legacy("wales_action", _("School Action (before the ALN Code)"), 3, SenProvision.SUPPORT, "A"),
        legacy("wales_action_plus", _("School Action Plus (before the ALN Code)"), 4, SenProvision.SUPPORT, "P"),
        legacy("wales_statement", _("Statement (before the ALN Code)"), 5, SenProvision.STATEMENT, "S"),
    ),
    need_categories=BROAD_AREAS,
    plan_types=(PlanType("idp", _("Individual Development Plan"), statutory=True),),
    default=True,
)  # fmt: skip
