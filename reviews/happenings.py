"""What meetings add to a pupil's chronology."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from provision.choices import Audience
from register.queries.chronology import Happening, Kind, add_source
from reviews.models import Contribution, MeetingInvitation, ReviewRecord
from reviews.queries.invitations import when_words
from reviews.workflow import VIEW


@add_source
def meetings(pupil, membership):
    """Every meeting whose record stands."""
    if not membership.may(VIEW):
        return
    records = (
        ReviewRecord.objects.visible_to(membership).standing().filter(pupil=pupil, audience=Audience.STAFF)
    )
    for each in records.select_related("review").defer("content"):
        said = each.review.summary
        yield Happening(
            each.held_on, Kind.FAMILY, _("Meeting: %(title)s") % {"title": each.review}, said, by=each.by_id, url=each.get_absolute_url()
        )  # fmt: skip


@add_source
def invitations(pupil, membership):
    """Each time that somebody was asked to a meeting, or told that it moved, and what they answered. Names of parents stand with the review."""
    if not membership.may(VIEW):
        return
    for each in MeetingInvitation.objects.visible_to(membership).filter(pupil=pupil).select_related("review"):
        text = when_words(each)
        if each.answer:
            answer = {"when": text, "answer": each.get_answer_display(), "words": each.words}
            text = (_("%(when)s. Answer: %(answer)s. %(words)s") % answer).strip()
        title, url = (
            _("Asked to a meeting: %(title)s") % {"title": each.review},
            each.review.get_absolute_url(),
        )
        yield Happening(
            localdate(each.sent_at), Kind.FAMILY, title, text, by=each.by_id, url=url, at=each.sent_at
        )


@add_source
def contributions(pupil, membership):
    """Each time that somebody gave their views before a meeting; what they said stands behind it."""
    if not membership.may(VIEW):
        return
    for each in Contribution.objects.visible_to(membership).given().filter(pupil=pupil):
        title = _("Views before a meeting: %(who)s (%(kind)s)") % {
            "who": each.who,
            "kind": each.get_kind_display(),
        }
        yield Happening(
            localdate(each.answered_at), Kind.FAMILY, title, "", by=each.saved_by_id, url=each.get_absolute_url(), at=each.answered_at
        )  # fmt: skip
