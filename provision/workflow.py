"""The life of a plan as a table of steps, and who may write it in which state."""

from django.utils.translation import gettext_lazy as _

from provision.choices import Editor, PlanState, StepKind
from senco.core.workflow import Step, Workflow

DRAFT, READY, SHARED, AGREED, IN_FORCE, REVIEWED, ARCHIVED = (
    PlanState.DRAFT,
    PlanState.READY,
    PlanState.SHARED,
    PlanState.AGREED,
    PlanState.IN_FORCE,
    PlanState.REVIEWED,
    PlanState.ARCHIVED,
)
WRITE, SIGN = "provision.write_plan", "provision.sign_off_plan"

plan_process = Workflow(
    Step("hand in", frm={DRAFT}, to=READY, permission=WRITE, label=_("Hand in for sign-off")),
    Step("take up", frm={READY}, to=DRAFT, permission=WRITE, label=_("Go on writing")),
    Step("give back", frm={READY}, to=DRAFT, permission=SIGN, label=_("Give back to its writers")),
    Step("share", frm={DRAFT, READY}, to=SHARED, permission=SIGN, label=_("Share with the parents")),
    Step("share again", frm={SHARED}, to=SHARED, permission=SIGN, label=_("Share the changes")),
    Step("call back", frm={SHARED}, to=DRAFT, permission=SIGN, label=_("Call back from the parents")),
    Step("agree", frm={READY, SHARED}, to=AGREED, permission=SIGN, label=_("Record that it is agreed")),
    Step(
        "put in force",
        frm={SHARED, AGREED},
        to=IN_FORCE,
        permission=SIGN,
        label=_("Sign off and put in force"),
    ),
    Step("update", frm={IN_FORCE}, to=IN_FORCE, permission=SIGN, label=_("Share the changes")),
    Step("review", frm={IN_FORCE}, to=REVIEWED, permission=SIGN, label=_("Record that it was reviewed")),
    Step(
        "archive",
        frm={DRAFT, READY, SHARED, AGREED, IN_FORCE, REVIEWED},
        to=ARCHIVED,
        permission=SIGN,
        label=_("Archive"),
    ),
    states=PlanState,
    start=DRAFT,
)

KIND_OF = {  # name of a step of the process → kind of row it leaves
    "hand in": StepKind.HANDED_IN,
    "take up": StepKind.TAKEN_UP,
    "give back": StepKind.GIVEN_BACK,
    "share": StepKind.SHARED,
    "share again": StepKind.SHARED,
    "call back": StepKind.CALLED_BACK,
    "agree": StepKind.AGREED,
    "put in force": StepKind.IN_FORCE,
    "update": StepKind.UPDATED,
    "review": StepKind.REVIEWED,
    "archive": StepKind.ARCHIVED,
}
FREEZES = frozenset(  # what leaves the office: its readers have it word for word
    {StepKind.SHARED, StepKind.AGREED, StepKind.IN_FORCE, StepKind.UPDATED, StepKind.REVIEWED}
)
ANNOUNCES = FREEZES - {StepKind.AGREED}  # by e-mail to the parents, who were there when it was agreed
MUST_SAY_WHY = frozenset({StepKind.GIVEN_BACK, StepKind.CALLED_BACK, StepKind.ARCHIVED})

OPEN_STATES = frozenset({DRAFT, READY, SHARED, AGREED, IN_FORCE})  # not yet history
WRITTEN_BY_ALL = frozenset({DRAFT, SHARED})  # by those whom a section names


def may_write(state: str, membership, editors) -> bool:
    """Whether this person may write a section with these editors (values of Editor) while the plan is in this state."""
    if membership.may(SIGN):
        return state in OPEN_STATES
    role = str(membership.role)
    return membership.may(WRITE) and role in editors and role in Editor.values and state in WRITTEN_BY_ALL
