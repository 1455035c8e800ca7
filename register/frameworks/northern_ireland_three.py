"""Northern Ireland: three stages, as schools record them under the Department of Education's circular.

The Regulations and the Code under the SEND Act (Northern Ireland) 2016 were drafts when this was written: the notification of the
Education Authority and the Personal Learning Plan are those of the draft Code.
"""

from django.utils.translation import gettext_lazy as _

from register.choices import SenProvision
from register.deadlines import EachTerm, EachYear, WithinTerms, WithinWeeks

from .northern_ireland_five import NI_CATEGORIES
from .shape import Coordinator, Duty, Framework, PlanType, Responsible, ReviewEvery, Stage
from .shared import NO_SEN

RECORDING = "Recording children with special educational needs (Department of Education, Northern Ireland)"
DRAFT = "Draft SEN Code of Practice under the SEND Act (Northern Ireland) 2016"

STAGE_1 = Stage(
    "ni3_1",
    _("Stage 1: school"),
    1,
    SenProvision.SUPPORT,
    meaning=_("The school gives your child more help than most pupils get and plans it with you."),
    review=ReviewEvery.TERM,
    plan_types=("plp", "education_plan"),
    duties=(
        Duty("ni3_1_registered", _("Place the pupil on the SEN register"), RECORDING, "registered", WithinWeeks(0)),
        Duty("ni3_1_plan", _("Make a Personal Learning Plan or an education plan"), RECORDING, "plan_in_force", WithinWeeks(6)),
        Duty("ni3_1_review", _("Review the plan"), DRAFT, "review_held", EachTerm()),
    ),
)  # fmt: skip
STAGE_2 = Stage(
    "ni3_2",
    _("Stage 2: school and outside provision"),
    2,
    SenProvision.SUPPORT,
    meaning=_("Specialists from outside the school help your child as well."),
    review=ReviewEvery.TERM,
    plan_types=("plp", "education_plan"),
    tells_authority=True,
    duties=(
        Duty(
            "ni3_2_provision",
            _("Record the outside provision that is in place"),
            RECORDING + ": stage 2 begins once it is in place",
            "agency_consulted",
            WithinWeeks(2),
        ),
        Duty("ni3_2_authority_told", _("Notify the Education Authority"), DRAFT, "authority_informed", WithinWeeks(2)),
        Duty("ni3_2_plan", _("Bring the outside provision into the plan"), RECORDING, "plan_in_force", WithinTerms()),
        Duty("ni3_2_review", _("Review the plan"), DRAFT, "review_held", EachTerm()),
    ),
)  # fmt: skip
STAGE_3 = Stage(
    "ni3_3",
    _("Stage 3: statement"),
    3,
    SenProvision.STATEMENT,
    meaning=_(
        "The statement says what help your child must get. The Education Authority and the school answer for it."
    ),
    responsible=Responsible.BOTH,
    statutory=True,
    review=ReviewEvery.YEAR,
    plan_types=("plp", "education_plan"),
    tells_authority=True,
    duties=(
        Duty(
            "ni3_3_authority_told",
            _("Notify the Education Authority"),
            DRAFT,
            "authority_informed",
            WithinWeeks(2),
        ),
        Duty(
            "ni3_3_review",
            _("Hold the annual review of the statement"),
            "Education (Northern Ireland) Order 1996",
            "annual_review_held",
            EachYear(),
        ),
    ),
)

framework = Framework(
    code="northern_ireland_three",
    name=_("Northern Ireland: three stages"),
    nation="NIR",
    source=RECORDING + "; " + DRAFT,
    coordinator=Coordinator(_("Learning Support Co-ordinator"), "LSC"),
    authority=_("Education Authority"),
    stages=(NO_SEN, STAGE_1, STAGE_2, STAGE_3),
    need_categories=NI_CATEGORIES,
    plan_types=(
        PlanType("plp", _("Personal Learning Plan")),
        PlanType("education_plan", _("Education plan (IEP)")),
    ),
)
