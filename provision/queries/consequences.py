"""What exactly a step would do, to whom, and what to look at before it is taken."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from provision.choices import StepKind
from provision.copied import sections_left_over
from provision.letters.plan import PlanPaper
from provision.models import Plan
from provision.queries.papers import paper_of
from provision.queries.steps import fingerprint
from provision.workflow import ANNOUNCES, FREEZES, KIND_OF, MUST_SAY_WHY
from register.models import PupilAccess
from register.queries.families import Home, home_of
from senco.accounts.models import Membership
from senco.accounts.roles import Role
from senco.core.undo import undo_time
from senco.core.workflow import Step

SAYS = {  # what changes in the office; what goes out is said by the names of its readers
    StepKind.HANDED_IN: gettext_lazy(
        "The SENCO finds the plan under “To sign off”. Until then nobody but the SENCO can change it; “Go on writing” takes it back."
    ),
    StepKind.TAKEN_UP: gettext_lazy("The plan is a draft again. The SENCO no longer sees it under “To sign off”."),
    StepKind.GIVEN_BACK: gettext_lazy(
        "The plan is a draft again. Your reason stands on it, and on the first page of whoever handed it in and of the plan lead."
    ),
    StepKind.SHARED: gettext_lazy("The plan waits for the parents' answer. Teachers can go on writing what you may share later."),
    StepKind.CALLED_BACK: gettext_lazy(
        "At once, parents and professionals can no longer read any version of this plan. Somebody may have read or printed it already."
    ),
    StepKind.AGREED: gettext_lazy(
        "The plan counts as agreed. What each of them said stays on record in their words, disagreement too. Only the SENCO can change the plan now."
    ),
    StepKind.IN_FORCE: gettext_lazy("This is the plan everybody works by, from today until its review."),
    StepKind.UPDATED: gettext_lazy("The plan stays in force. What was changed since the last version is read by everybody from now on."),
    StepKind.REVIEWED: gettext_lazy("The plan becomes history and can no longer be changed. Then the next cycle can begin."),
    StepKind.ARCHIVED: gettext_lazy(
        "The plan becomes history and leaves every list of work. What was shared stays to be read by those it was shared with."
    ),
}  # fmt: skip


@dataclass(frozen=True)
class StepPage:
    """`family_paper` is what the family will read, word for word; None where nothing goes out."""

    step: Step
    kind: str
    says: str
    empty: tuple[str, ...] = ()
    family_paper: PlanPaper | None = None
    seen: str = ""
    left_over: tuple[str, ...] = ()
    home: Home | None = None
    professionals: tuple[Membership, ...] = ()

    @property
    def must_say_why(self) -> bool:
        return self.kind in MUST_SAY_WHY

    @property
    def goes_out(self) -> bool:
        return self.kind in FREEZES

    @property
    def announced(self) -> bool:
        return self.kind in ANNOUNCES

    @property
    def leaves_open(self) -> str:
        """Sections that should be filled and are not, in a sentence; empty where none is."""
        if not self.empty:
            return ""
        words = ngettext(
            "This section is required and still empty: %(titles)s.",
            "These sections are required and still empty: %(titles)s.",
            len(self.empty),
        )
        return words % {"titles": ", ".join(self.empty)}


def page_of(plan: Plan, step: Step, membership) -> StepPage:
    """Everything that is to be known before the step is taken. For a step that goes out: who reads what."""
    kind = KIND_OF[step.name]
    facts: dict = {"step": step, "kind": kind, "says": str(SAYS[kind])}
    if kind in FREEZES or kind == StepKind.HANDED_IN:
        for_staff = paper_of(plan, for_family=False)
        facts["empty"] = empty_required(plan, for_staff)
    if kind in FREEZES:
        paper = paper_of(plan, for_family=True)
        facts |= {
            "family_paper": paper,
            "seen": fingerprint(paper),
            "left_over": tuple(sections_left_over([for_staff, paper])),
        }
    if kind in FREEZES or kind == StepKind.CALLED_BACK:
        facts |= {
            "home": home_of(plan.pupil),
            "professionals": tuple(professionals_of(plan.pupil, membership)),
        }
    return StepPage(**facts)


def empty_required(plan: Plan, paper: PlanPaper) -> tuple[str, ...]:
    """Titles of the required sections that hold nothing on the staff's paper."""
    required = {section.code for section in plan.sections.all() if section.required}
    return tuple(one.title for one in paper.sections if one.code in required and one.is_empty)


def professionals_of(pupil, membership):
    """External professionals whom the pupil is shared with now: they read what the family reads."""
    live = PupilAccess.objects.visible_to(membership).live().filter(content_object=pupil)
    people = Membership.objects.visible_to(membership).filter(
        role=Role.PROFESSIONAL, pk__in=live.values("membership")
    )
    return people.order_by("last_name", "first_name", "pk")


def done_words(kind: str) -> str:
    """What the message says once a step was taken."""
    if kind in FREEZES:
        return _("Done. It can be read at home in %(time)s; until then you can undo it.") % {
            "time": undo_time()
        }
    return _("Done: %(step)s.") % {"step": StepKind(kind).label}
