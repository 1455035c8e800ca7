"""Northern Ireland: the five stages of the Code of Practice of 1998, to which schools still have regard, with its Supplement of 2005.

Where the Code names no number of weeks the due dates are this system's proposal; what it asks for each term is due each term.
What the school return of the nation carries for a stage is not known here, so the codes are left empty.
"""

from django.utils.translation import gettext_lazy as _

from register.choices import NeedType, SenProvision
from register.deadlines import EachTerm, EachYear, WithinTerms, WithinWeeks

from .shape import (
    Coordinator,
    Duty,
    Framework,
    NeedCategory,
    Owner,
    PlanType,
    Responsible,
    ReviewEvery,
    Stage,
)
from .shared import NO_SEN

CODE = "Code of Practice on the Identification and Assessment of Special Educational Needs (Northern Ireland, 1998)"
ORDER = "Education (Northern Ireland) Order 1996"

# SEN category groups since January 2019. Medical diagnoses (autism, ADHD, Down syndrome) stand on the Medical Register instead.
NI_CATEGORIES = (
    NeedCategory(
        "NI_CL",
        _("Cognition and learning"),
        (NeedType.SPLD, NeedType.MLD, NeedType.SLD, NeedType.PMLD),
    ),
    NeedCategory("NI_SBEW", _("Social, behavioural, emotional and well-being"), (NeedType.SEMH,)),
    NeedCategory("NI_SLC", _("Speech, language and communication"), (NeedType.SLCN,)),
    NeedCategory("NI_SENSORY", _("Sensory"), (NeedType.HI, NeedType.VI, NeedType.MSI)),
    NeedCategory("NI_PHYSICAL", _("Physical"), (NeedType.PD,)),
)

STAGE_1 = Stage(
    "ni5_1",
    _("Stage 1"),
    1,
    SenProvision.SUPPORT,
    meaning=_("The class teacher gives your child extra attention and tries out what helps."),
    review=ReviewEvery.TERM,
    duties=(
        Duty("ni5_1_registered", _("Place the pupil on the SEN register"), CODE + ", stage 1", "registered", WithinWeeks(0)),
        Duty(
            "ni5_1_advice",
            _("Help the class teacher, and advise on assessing the pupil"),
            CODE + ", stage 1",
            "advice_answered",
            WithinWeeks(4),
        ),
        Duty(
            "ni5_1_look_again",
            _("Agree strategies, and the date on which to look again"),
            CODE + ", stage 1",
            "monitoring",
            WithinWeeks(4),
            Owner.TEACHER,
        ),
        Duty("ni5_1_review", _("Review the pupil's progress"), CODE + ", stage 1", "review_held", EachTerm(), Owner.TEACHER),
    ),
)  # fmt: skip
STAGE_2 = Stage(
    "ni5_2",
    _("Stage 2"),
    2,
    SenProvision.SUPPORT,
    meaning=_("The school makes an education plan for your child and looks at it with you each term."),
    review=ReviewEvery.TERM,
    plan_types=("education_plan",),
    duties=(
        Duty(
            "ni5_2_assess",
            _("Lead the assessment: gather the views of those who teach the pupil"),
            CODE + ", stage 2",
            "views_given",
            WithinWeeks(4),
        ),
        Duty(
            "ni5_2_agencies", _("Consult outside agencies as needed"), CODE + ", stage 2", "agency_consulted", WithinTerms(),
        ),
        Duty(
            "ni5_2_plan",
            _("Draw up an education plan with the class teacher"),
            CODE + ", stage 2",
            "plan_in_force",
            WithinWeeks(6),
        ),
        Duty(
            "ni5_2_review",
            _("Monitor the education plan and review it with the parents"),
            CODE + ", stage 2",
            "review_held",
            EachTerm(),
        ),
    ),
)  # fmt: skip
STAGE_3 = Stage(
    "ni5_3",
    _("Stage 3"),
    3,
    SenProvision.SUPPORT,
    meaning=_("Specialists from outside the school help with a new education plan for your child."),
    review=ReviewEvery.TERM,
    plan_types=("education_plan",),
    tells_authority=True,
    duties=(
        Duty(
            "ni5_3_authority_told",
            _("Inform the Education Authority of the move to stage 3"),
            CODE + ", stage 3",
            "authority_informed",
            WithinWeeks(2),
        ),
        Duty(
            "ni5_3_plan",
            _("New education plan with the outside specialists: teaching approaches, materials, ICT"),
            CODE + ", stage 3",
            "plan_in_force",
            WithinWeeks(6),
        ),
        Duty(
            "ni5_3_progress",
            _("Monitor the pupil's progress under the new plan"),
            CODE + ", stage 3",
            "progress_noted",
            EachTerm(),
            Owner.TEACHER,
        ),
        Duty("ni5_3_review", _("Review within a term"), CODE + ", stage 3", "review_held", WithinTerms()),
    ),
)
STAGE_4 = Stage(
    "ni5_4",
    _("Stage 4"),
    4,
    SenProvision.SUPPORT,
    meaning=_("The Education Authority considers a statutory assessment of your child's needs."),
    responsible=Responsible.AUTHORITY,
    statutory=True,
    plan_types=("education_plan",),
    tells_authority=True,
    duties=(
        Duty(
            "ni5_4_report",
            _("Report of the needs and the provision made over the pupil's whole time at the school"),
            CODE + ", stage 4",
            "needs_report",
            WithinWeeks(6),
        ),
    ),
)
STAGE_5 = Stage(
    "ni5_5",
    _("Stage 5: statement"),
    5,
    SenProvision.STATEMENT,
    meaning=_("The statement says what help your child must get. The Education Authority answers for it."),
    responsible=Responsible.AUTHORITY,
    statutory=True,
    review=ReviewEvery.YEAR,
    plan_types=("education_plan",),
    duties=(
        Duty(
            "ni5_5_information",
            _("Give written information for the annual review"),
            CODE + ", stage 5; " + ORDER,
            "review_information",
            EachYear(before=2),
        ),
        Duty(
            "ni5_5_review",
            _("Attend the annual review of the statement"),
            CODE + ", stage 5; " + ORDER,
            "annual_review_held",
            EachYear(),
        ),
        Duty(
            "ni5_5_outcome",
            _("Receive and file the report of outcomes and targets"),
            CODE + ", stage 5",
            "report_filed",
            EachYear(),
        ),
    ),
)

framework = Framework(
    code="northern_ireland_five",
    name=_("Northern Ireland: five stages (Code of Practice 1998)"),
    nation="NIR",
    source=CODE + " and its Supplement (2005); " + ORDER,
    coordinator=Coordinator(_("Special educational needs co-ordinator"), "SENCO"),
    authority=_("Education Authority"),
    stages=(NO_SEN, STAGE_1, STAGE_2, STAGE_3, STAGE_4, STAGE_5),
    need_categories=NI_CATEGORIES,
    plan_types=(PlanType("education_plan", _("Education plan (IEP)")),),
    default=True,
)
