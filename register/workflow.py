"""The life of a concern as a table of steps. What does not move a concern on (an observation, an assignment) is not here."""

from django.utils.translation import gettext_lazy as _

from register.choices import ConcernState
from senco.core.workflow import Step, Workflow

NEW, GATHERING, DECIDED, CLOSED, WITHDRAWN = (
    ConcernState.NEW,
    ConcernState.GATHERING,
    ConcernState.DECIDED,
    ConcernState.CLOSED,
    ConcernState.WITHDRAWN,
)
OPEN_STATES = frozenset({NEW, GATHERING})  # somebody still has to decide
TRIAGE = "register.triage_concern"

concern_process = Workflow(
    Step(
        "withdraw", frm={NEW}, to=WITHDRAWN, permission="register.view_own_concerns", label=_("Take it back")
    ),
    Step(
        "ask for views",
        frm=OPEN_STATES,
        to=GATHERING,
        permission=TRIAGE,
        label=_("Ask teachers for their view"),
    ),
    Step("decide", frm=OPEN_STATES, to=DECIDED, permission=TRIAGE, label=_("Decide")),
    Step("tell", frm={DECIDED, CLOSED}, to=CLOSED, permission=TRIAGE, label=_("Tell what was decided")),
    Step(
        "keep back",
        frm={DECIDED, CLOSED},
        to=DECIDED,
        permission=TRIAGE,
        label=_("Keep the messages back"),
    ),
    Step(
        "close without telling",
        frm={DECIDED},
        to=CLOSED,
        permission=TRIAGE,
        label=_("Close without telling"),
    ),
    Step("reopen", frm={DECIDED, CLOSED}, to=NEW, permission=TRIAGE, label=_("Reopen")),
    states=ConcernState,
    start=NEW,
)
