"""Telling the parents by e-mail that something is there to be read, held back until it is."""

from django.urls import reverse

from provision.choices import StepKind
from provision.deadlines import seen_from
from provision.letters import mails
from provision.models import PlanStep
from provision.workflow import ANNOUNCES
from register.actions.mail import hold_back_mail, mail_to
from register.queries.families import parents_reached


def announce(step: PlanStep) -> None:
    """To every parent who can open it, the moment they can."""
    if step.kind not in ANNOUNCES:
        return
    letter = mails.plan_to_answer if step.kind == StepKind.SHARED else mails.plan_to_read
    url = reverse("provision:family_plans", args=[step.pupil_id])
    mail_to(parents_reached(step.pupil_id), letter, url, not_before=seen_from(step.at))


def keep_back(step: PlanStep, by) -> None:
    """The letters of a step that was undone in time do not leave."""
    if step.kind in ANNOUNCES:
        hold_back_mail(not_before=seen_from(step.at), by=by)
