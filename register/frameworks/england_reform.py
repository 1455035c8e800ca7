"""England as the white paper of 23 February 2026 and its consultation propose it. Not law: the Code of 2015 still holds.

Layers: universal, targeted, targeted plus, specialist; an Individual Support Plan for every child with SEN, reviewed annually.
"""

from django.utils.translation import gettext_lazy as _

from register.choices import SenProvision
from register.deadlines import EachTermOfYear, EachYear, WithinTerms, WithinWeeks

from .shape import Coordinator, Duty, Framework, PlanType, Responsible, ReviewEvery, Stage
from .shared import BROAD_AREAS

PROPOSAL = "SEND Reform: Putting Children and Young People First (consultation, 2026): proposed"
STILL_LAW = "Children and Families Act 2014, s. 68: still in force"


def supported(code: str, name: str, order: int, *, more: tuple[Duty, ...] = ()) -> Stage:
    """A layer with an Individual Support Plan below the EHC plan."""
    return Stage(
        code,
        name,
        order,
        SenProvision.SUPPORT,
        meaning=_("Your child gets more help at school than most pupils. We plan it with you."),
        return_code="K",
        review=ReviewEvery.YEAR,
        plan_types=("isp",),
        duties=(
            Duty(
                f"{code}_parents_told",
                _("Tell the parents that special educational provision is being made"),
                STILL_LAW,
                "parent_told",
                WithinWeeks(2),
            ),
            Duty(
                f"{code}_isp", _("Make an Individual Support Plan with the parents"), PROPOSAL, "plan_in_force", WithinTerms(),
            ),
            Duty(f"{code}_isp_review", _("Review the Individual Support Plan"), PROPOSAL, "review_held", EachYear()),
            Duty(
                f"{code}_meeting",
                _("Meet the parents: at least three times a year"),
                "Code of Practice 2015, 6.65: still in force",
                "parent_meeting",
                EachTermOfYear(),
            ),
            *more,
        ),
    )  # fmt: skip


framework = Framework(
    code="england_reform",
    name=_("England: preview of the 2026 reform"),
    nation="ENG",
    source="Every Child Achieving and Thriving (white paper, 23 February 2026) and its consultation on SEND reform",
    coordinator=Coordinator(_("Special educational needs co-ordinator"), "SENCO"),
    authority=_("Local authority"),
    stages=(
        Stage("universal", _("Universal offer"), 0, SenProvision.NONE, return_code="N"),
        supported("targeted", _("Targeted support"), 1),
        supported(
            "targeted_plus",
            _("Targeted plus support"),
            2,
            more=(
                Duty(
                    "targeted_plus_specialist",
                    _(
                        "Involve a specialist, such as an educational psychologist or a speech and language therapist"
                    ),
                    PROPOSAL,
                    "outside_advice",
                    WithinTerms(),
                ),
            ),
        ),
        Stage(
            "specialist",
            _("Specialist support (EHC plan)"),
            3,
            SenProvision.EHC_PLAN,
            meaning=_(
                "The plan says what help your child must get. The council wrote it with you and the school."
            ),
            return_code="E",
            responsible=Responsible.AUTHORITY,
            statutory=True,
            review=ReviewEvery.YEAR,
            plan_types=("isp",),
            duties=(
                Duty(
                    "specialist_annual_review",
                    _("Hold the annual review of the EHC plan"),
                    "Children and Families Act 2014, s. 44: still in force",
                    "annual_review_held",
                    EachYear(before=4),
                ),
            ),
        ),
    ),
    need_categories=BROAD_AREAS,
    plan_types=(PlanType("isp", _("Individual Support Plan"), statutory=False),),
    proposed=_("proposed, not law"),
)
