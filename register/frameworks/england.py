"""England: Children and Families Act 2014 and the SEND Code of Practice of 2015. The law in force."""

from django.utils.translation import gettext_lazy as _

from register.choices import SenProvision
from register.deadlines import EachTermOfYear, EachYear, WithinTerms, WithinWeeks

from .shape import Coordinator, Duty, Framework, PlanType, Responsible, ReviewEvery, Stage
from .shared import BROAD_AREAS, NO_SEN

MONITORING = Stage(
    "monitoring",
    _("Monitoring"),
    1,
    SenProvision.NONE,
    meaning=_("Teachers watch closely how your child gets on and look again on an agreed day."),
    return_code="N",
    watched=True,
)
# The Act and the Code name no number of days for telling parents and agreeing a review date; two and six weeks are this system's
# proposal for “when support starts”.
SEN_SUPPORT = Stage(
    "sen_support",
    _("SEN Support"),
    2,
    SenProvision.SUPPORT,
    meaning=_("Your child gets more help at school than most pupils. We plan it with you."),
    return_code="K",
    review=ReviewEvery.TERM,
    plan_types=("support_plan",),
    duties=(
        Duty(
            "parents_told",
            _("Tell the parents that special educational provision is being made"),
            "Children and Families Act 2014, s. 68; Code of Practice 6.48",
            "parent_told",
            WithinWeeks(2),
        ),
        Duty(
            "need_recorded",
            _("Record the type of need"),
            "School census, SENtype (DfE)",
            "need_recorded",
            WithinWeeks(4),
        ),
        Duty(
            "review_date_agreed",
            _("Agree outcomes, support and a review date with parents and pupil"),
            "Code of Practice 6.48",
            "plan_in_force",
            WithinWeeks(6),
        ),
        Duty(
            "parent_meeting",
            _("Meet the parents: at least three times a year"),
            "Code of Practice 6.65",
            "parent_meeting",
            EachTermOfYear(),
        ),
        Duty(
            "specialist_considered",
            _(
                "After two cycles: if there was little progress, consider involving a specialist; otherwise waive it"
            ),
            "Code of Practice 6.58 to 6.59",
            "specialist_considered",
            WithinTerms(2),
        ),
    ),
)
# The clocks of a plan (papers, report, decision) belong to its annual review; here stands that one is due.
EHC_PLAN = Stage(
    "ehc_plan",
    _("EHC plan"),
    3,
    SenProvision.EHC_PLAN,
    meaning=_("The plan says what help your child must get. The council wrote it with you and the school."),
    return_code="E",
    responsible=Responsible.AUTHORITY,
    statutory=True,
    review=ReviewEvery.YEAR,
    plan_types=("support_plan",),
    duties=(
        Duty(
            "annual_review",
            _("Hold the annual review of the EHC plan"),
            "Children and Families Act 2014, s. 44; the decision falls within the same twelve months",
            "annual_review_held",
            EachYear(before=4),
        ),
    ),
)
STATEMENT = Stage(
    "statement",
    _("Statement (before 2018)"),
    4,
    SenProvision.STATEMENT,
    return_code="S",
    responsible=Responsible.AUTHORITY,
    statutory=True,
    only_past=True,
)

framework = Framework(
    code="england",
    name=_("England: SEND Code of Practice 2015"),
    nation="ENG",
    source="Children and Families Act 2014, Part 3; SEND Code of Practice 0 to 25 years (January 2015)",
    coordinator=Coordinator(_("Special educational needs co-ordinator"), "SENCO"),
    authority=_("Local authority"),
    stages=(NO_SEN, MONITORING, SEN_SUPPORT, EHC_PLAN, STATEMENT),
    need_categories=BROAD_AREAS,
    plan_types=(PlanType("support_plan", _("SEN Support plan")),),
    default=True,
)
