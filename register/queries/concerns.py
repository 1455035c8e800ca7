"""Concerns as the people see them who raised them, and what was decided as families see it."""

from django.db.models import Prefetch

from register.models import Concern, ConcernNotice


def raised_by(membership):
    """What this person raised, newest first, with its state and the messages that came back to them."""
    answers = (
        ConcernNotice.objects.visible_to(membership).standing().filter(audience=ConcernNotice.Audience.RAISER)
    )
    own = Concern.objects.visible_to(membership).filter(raised_by_id=membership.pk).with_state()
    return own.select_related("pupil").prefetch_related(
        Prefetch("notices", queryset=answers.select_related("sent_by").order_by("sent_at"), to_attr="answers")
    )


def told_to_family(membership, pupil):
    """What the school told the parents of this pupil, newest first: words, who sent them and when; nothing else."""
    notices = ConcernNotice.objects.visible_to(membership).standing()
    told = notices.filter(pupil=pupil, audience=ConcernNotice.Audience.PARENTS)
    return told.select_related("sent_by").order_by("-sent_at")


def raised_by_family(membership, pupil):
    """This parent's own concerns about one child, newest first, each with `state` and `answers`."""
    return raised_by(membership).filter(pupil=pupil)
