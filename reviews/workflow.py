"""The life of a review as a table of steps."""

from django.utils.translation import gettext_lazy as _

from reviews.choices import ReviewState, StepKind
from senco.core.workflow import Step, Workflow

WAITING, ARRANGED, LEFT_OUT, SIGNED = (
    ReviewState.WAITING,
    ReviewState.ARRANGED,
    ReviewState.LEFT_OUT,
    ReviewState.SIGNED,
)
VIEW, HOLD, SIGN = "reviews.view_review", "reviews.hold_review", "reviews.sign_review"
CHOOSE, ANSWER = "reviews.choose_time", "reviews.answer_invitation"
INVITE, CONTRIBUTE = "reviews.invite", "reviews.contribute"
OPEN = frozenset({WAITING, ARRANGED})  # the record can be written

review_process = Workflow(
    Step("arrange", frm=OPEN, to=ARRANGED, permission=HOLD, label=_("Set day and time")),
    Step("call off", frm={ARRANGED}, to=WAITING, permission=HOLD, label=_("Call it off")),
    Step("leave out", frm=OPEN, to=LEFT_OUT, permission=SIGN, label=_("Leave the pupil out")),
    Step("take in", frm={LEFT_OUT}, to=WAITING, permission=SIGN, label=_("Take the pupil in again")),
    Step("sign off", frm=OPEN, to=SIGNED, permission=SIGN, label=_("Sign off the record")),
    states=ReviewState,
    start=WAITING,
)

KIND_OF = {  # name of a step of the process → kind of row it leaves
    "arrange": StepKind.ARRANGED,
    "call off": StepKind.CALLED_OFF,
    "leave out": StepKind.LEFT_OUT,
    "take in": StepKind.TAKEN_IN,
    "sign off": StepKind.SIGNED,
}
MUST_SAY_WHY = frozenset({StepKind.CALLED_OFF, StepKind.LEFT_OUT})
