"""Concerns as the people see them who raised them, and what was decided as families see it."""

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from register.choices import ConcernState
from register.models import Concern, ConcernNotice, ConcernStep, Pupil
from senco.accounts.roles import Role


def raised_by(membership):
    """What this person raised, newest first, with its state and the messages that came back to them.

    `child` is the pupil, or None where their record is not open to this person any more: the concern stays theirs.
    """
    answers = (
        ConcernNotice.objects.visible_to(membership).standing().filter(audience=ConcernNotice.Audience.RAISER)
    )
    own = Concern.objects.visible_to(membership).filter(raised_by_id=membership.pk).with_state()
    return own.prefetch_related(
        child_of(membership),
        Prefetch(
            "notices", queryset=answers.select_related("sent_by").order_by("sent_at"), to_attr="answers"
        ),
    )


def child_of(membership) -> Prefetch:
    """`child`: the pupil of a row, where this person may open the record, else None."""
    return Prefetch("pupil", queryset=Pupil.objects.visible_to(membership), to_attr="child")


def seems_open(concern: Concern) -> bool:
    """Whether whoever raised it still waits, as far as they can know; expects what `raised_by` gives.

    A message that leaves within the minute has not been read, and may yet be kept back.
    """
    if concern.state == ConcernState.CLOSED:
        return concern.last_step == ConcernStep.Kind.TOLD and not concern.answers
    return concern.state != ConcernState.WITHDRAWN


def own_state(concern: Concern, membership) -> str:
    """The state in words for whoever raised it: whether there is an answer, never a decision they have not been told of."""
    if concern.state == ConcernState.WITHDRAWN:
        return _("You took it back")
    if not seems_open(concern):
        return _("Answered") if concern.answers else _("Closed")
    if membership.role == Role.PARENT:
        return _("School is looking into it")
    before_deciding = concern.state in (ConcernState.NEW, ConcernState.GATHERING)
    return str(ConcernState(concern.state).label) if before_deciding else _("The SENCO is looking into it")


def told_to_family(membership, pupil):
    """What the school told the parents of this pupil, newest first: words, who sent them and when; nothing else."""
    notices = ConcernNotice.objects.visible_to(membership).standing()
    told = notices.filter(pupil=pupil, audience=ConcernNotice.Audience.PARENTS)
    return told.select_related("sent_by").order_by("-sent_at")


def raised_by_family(membership, pupil):
    """This parent's own concerns about one child, newest first, each with `state` and `answers`."""
    return raised_by(membership).filter(pupil=pupil)
