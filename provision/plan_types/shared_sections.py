"""Sections that several kinds of plan share, in the words that most schools use."""

from django.utils.translation import gettext_lazy as _

from provision.choices import SectionKind
from provision.plan_types.shape import BOTH, SENCO_ALONE, TEACHERS, SectionShape

STRENGTHS = SectionShape(
    "strengths",
    SectionKind.TEXT,
    _("Strengths and interests"),
    _("What goes well, and what the pupil enjoys. Support builds on it."),
    required=True,
    editors=BOTH,
)
BARRIERS = SectionShape(
    "barriers",
    SectionKind.TEXT,
    _("What makes learning harder"),
    _("What was seen, where and how often: facts before explanations."),
    required=True,
)
PUPIL_VIEW = SectionShape(
    "pupil_view",
    SectionKind.PUPIL_VIEW,
    _("What the pupil says"),
    _("In the pupil's own words. Say how they were asked."),
    required=True,
    editors=BOTH,
)
PARENT_VIEW = SectionShape(
    "parent_view",
    SectionKind.PARENT_VIEW,
    _("What the parents say"),
    _("In the parents' own words."),
)
CONCERNS = SectionShape(
    "concerns",
    SectionKind.CONCERNS,
    _("Earlier concerns"),
    _("Concerns that led here, as they were raised."),
    shared=False,
)
SCORES = SectionShape(
    "scores",
    SectionKind.SCORES,
    _("Attainment and scores"),
    _("Each with its date and who measured it."),
)
OUTCOMES = SectionShape(
    "outcomes",
    SectionKind.OUTCOMES,
    _("Outcomes and targets"),
    _(
        "What will be different for the pupil, how we will know, by when and who sees to it. Two to four are enough."
    ),
    required=True,
)
STRATEGIES = SectionShape(
    "strategies",
    SectionKind.STRATEGIES,
    _("Strategies for every teacher"),
    _("What everyone who teaches the pupil does, from Monday."),
    required=True,
)
ADJUSTMENTS = SectionShape(
    "adjustments",
    SectionKind.ADJUSTMENTS,
    _("Adjustments"),
    _("Reasonable adjustments to rooms, tasks, tests and routines."),
)
RESOURCES = SectionShape(
    "resources", SectionKind.RESOURCES, _("Resources and ICT"), _("Materials, equipment and software.")
)
PROVISION = SectionShape(
    "provision",
    SectionKind.PROVISION,
    _("Additional provision"),
    _(
        "What is given beyond good teaching: who, how often, how long, how many in the group, and for which outcome."
    ),
    required=True,
)
HOME = SectionShape(
    "home",
    SectionKind.TEXT,
    _("What helps at home"),
    _("Agreed with the parents: one or two things, no more."),
)
CONTACTS = SectionShape(
    "agencies",
    SectionKind.TEXT,
    _("Other services"),
    _("Who is involved from outside school, what they advised and when, and what was done with it."),
    editors=SENCO_ALONE,
)
STAFF_NOTES = SectionShape(
    "staff_notes",
    SectionKind.TEXT,
    _("Notes for staff"),
    _("Not shared with the family unless you say so."),
    editors=TEACHERS,
    shared=False,
)
ASSESS = (STRENGTHS, BARRIERS, PUPIL_VIEW, PARENT_VIEW, SCORES, CONCERNS)
PLAN = (OUTCOMES, STRATEGIES, PROVISION, ADJUSTMENTS, RESOURCES)
