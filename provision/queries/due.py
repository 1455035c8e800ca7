"""What waits for somebody about plans, one line each, for the home pages."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.choices import PlanState, StepKind
from provision.deadlines import REVIEW_TO_PREPARE, SIGN_OFF_WITHIN
from provision.models import Plan, PlanStep
from provision.queries.sign_off import plans_with_answers, to_sign_off
from provision.workflow import SIGN, WRITE
from register.models.base import of_pupils_on_roll
from register.queries.due import Due, by_date

HANDED_BACK = (StepKind.GIVEN_BACK, StepKind.CALLED_BACK)


def due_for(membership) -> list[Due]:
    """Everything about plans that waits for this person in this role, late things first. One query."""
    wanted = wanted_by(membership)
    if wanted is None:
        return []
    found = plans_with_answers(membership).annotate(mine=is_mine(membership))
    plans = found.filter(of_pupils_on_roll(), wanted).select_related("pupil")
    return sorted((due_of(plan, membership) for plan in plans), key=by_date)


def wanted_by(membership) -> Q | None:
    """Which plans wait for somebody in this role; None for a role that plans never wait for."""
    soon = Q(state=PlanState.IN_FORCE, review_on__lte=timezone.localdate() + REVIEW_TO_PREPARE)
    unread = Q(unread=True) & ~Q(state=PlanState.ARCHIVED)
    if membership.may(SIGN):
        return to_sign_off() | soon | unread
    if membership.may(WRITE):
        back = Q(state=PlanState.DRAFT, last_step__in=HANDED_BACK)
        leads = Q(lead_id=membership.pk)
        return back & (leads | Q(mine=True)) | leads & (soon | unread)
    return None


def is_mine(membership):
    """Whether this person began the plan or handed it in."""
    own = PlanStep.objects.filter(
        plan=OuterRef("pk"), by_id=membership.pk, kind__in=[StepKind.BEGUN, StepKind.HANDED_IN]
    )
    return Exists(own)


def due_of(plan: Plan, membership) -> Due:
    """One line: why it waits, by when, and the page where it is done."""
    why, when, url = reason(plan, signs=membership.may(SIGN))
    return Due(plan.pupil.name, why, when, url, plan.pupil_id)


def reason(plan: Plan, *, signs: bool) -> tuple:
    """(why, by when, where) for the first of the reasons that holds."""
    page, answers = plan.get_absolute_url(), reverse("provision:answers", args=[plan.pk])
    sign_by = timezone.localdate(plan.state_since) + SIGN_OFF_WITHIN
    if signs and plan.state == PlanState.READY:
        return _("Sign off: %(title)s") % {"title": plan.title}, sign_by, page
    if signs and plan.state == PlanState.SHARED and plan.answered:
        return _("Parents have answered: %(title)s") % {"title": plan.title}, sign_by, answers
    if signs and plan.state == PlanState.AGREED:
        return _("Put in force: %(title)s") % {"title": plan.title}, sign_by, page
    if plan.unread:
        return _("Read what was answered: %(title)s") % {"title": plan.title}, None, answers
    if plan.state == PlanState.DRAFT:
        return _("Given back to you: %(title)s") % {"title": plan.title}, None, page
    review = reverse("provision:review_plan", args=[plan.pk]) if signs else page
    return _("Review: %(title)s") % {"title": plan.title}, plan.review_on, review
