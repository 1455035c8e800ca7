"""What waits for somebody about meetings, one line each, for the home pages."""

from django.db.models import DateTimeField, F, Q, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.queries.due import Due, Waiting, child_name
from reviews.choices import ReviewKind, Voice
from reviews.models import Review
from reviews.queries.contributions import asked_of
from reviews.queries.invitations import to_rearrange, to_tell
from reviews.queries.reviews import PREPARE, actions_escalated, actions_soon
from reviews.workflow import CONTRIBUTE, HOLD, INVITE, SIGN, VIEW

ACTION, MEETING = "agreed", "meeting"
LATE = "late/"
OTHER_TIME, TO_TELL = "other_time", "to_tell"
VIEWS = "views"


def waiting_for(membership) -> list:
    """Rows of COLUMNS, each kind by itself, to be joined with what waits on other floors; what others are late with says so in `about`."""
    if not membership.may(VIEW):
        return []
    found = [action_rows(actions_soon(membership), "")]
    if membership.may(SIGN):
        found.append(action_rows(actions_escalated(membership), LATE))
    if membership.may(HOLD):
        found.append(meeting_rows(meetings_near(membership)))
    if membership.may(CONTRIBUTE):
        found.append(views_rows(asked_of(membership)))
    if membership.may(INVITE):
        found += [asked_rows(to_rearrange(membership), OTHER_TIME), asked_rows(to_tell(membership), TO_TELL)]
    return found


def views_rows(contributions):
    """The line leads straight to the questions; `about` says as what one is asked, and for which subject."""
    about, since = Concat("kind", Value("/"), "subject"), Cast("due_on", DateTimeField())
    row = (Value(VIEWS), F("pk"), child_name(), about, F("pupil_id"), since)
    return contributions.order_by().values_list(*row)


def asked_rows(invitations, kind: str):
    """The line leads to the review."""
    about, since = F("membership__last_name"), Cast("day", DateTimeField())
    row = (Value(kind), F("review_id"), child_name(), about, F("pupil_id"), since)
    return invitations.order_by().values_list(*row)


def action_rows(actions, begins: str):
    about = Concat(Value(begins), "text")
    row = (Value(ACTION), F("pk"), child_name(), about, F("pupil_id"), Cast("by_when", DateTimeField()))
    return actions.order_by().values_list(*row)


def meetings_near(membership):
    """Held by this person, or for who signs off held by anybody or nobody named: within two weeks, or over and not signed off."""
    today = timezone.localdate()
    near = Review.objects.visible_to(membership).open().of_pupils_here().filter(day__lte=today + PREPARE)
    mine = Q(lead_id=membership.pk)
    if membership.may(SIGN):
        mine |= Q(lead__isnull=True) | Q(day__lte=today)
    return near.filter(mine)


def meeting_rows(reviews):
    """Of a meeting without a title of its own, its kind."""
    about = Coalesce(NullIf("title", Value("")), "kind")
    row = (Value(MEETING), F("pk"), child_name(), about, F("pupil_id"), Cast("day", DateTimeField()))
    return reviews.order_by().values_list(*row)


def action_due(row: Waiting) -> Due:
    day = timezone.localdate(row.since) if row.since else None
    late, text = row.about.startswith(LATE), row.about.removeprefix(LATE)
    said = _("Late with somebody else: %(what)s") if late else _("Agreed: %(what)s")
    url = f"{reverse('reviews:actions')}?show={'all' if late else 'mine'}#action-{row.key}"
    return Due(row.who, said % {"what": text}, day, url, row.pupil_id)


def views_words(about: str) -> str:
    """Views of one's own, for a subject where there is one; or the pupil's, with whom one sits. `about`: kind and subject."""
    kind, _slash, subject = about.partition("/")
    words = (
        _("Before the meeting: your views")
        if not subject
        else _("Before the meeting: your views, %(subject)s")
    )
    if kind == Voice.PUPIL:
        words = _("Before the meeting: ask the pupil")
    return words % {"subject": subject}


def views_due(row: Waiting) -> Due:
    day, url = timezone.localdate(row.since), reverse("reviews:contribute", args=[row.key])
    return Due(row.who, views_words(row.about), day, url, row.pupil_id)


def other_time_due(row: Waiting) -> Due:
    words = _("Meeting: %(who)s asks for another time or cannot come") % {"who": row.about}
    return Due(
        row.who, words, timezone.localdate(row.since), reverse("reviews:review", args=[row.key]), row.pupil_id
    )


def to_tell_due(row: Waiting) -> Due:
    words = _("Meeting: tell %(who)s that it has changed") % {"who": row.about}
    return Due(
        row.who, words, timezone.localdate(row.since), reverse("reviews:review", args=[row.key]), row.pupil_id
    )


def meeting_due(row: Waiting) -> Due:
    day = timezone.localdate(row.since)
    over = day < timezone.localdate()
    why = _("Sign off the record: %(what)s") if over else _("Meeting: %(what)s")
    what = ReviewKind(row.about).label if row.about in ReviewKind else row.about
    return Due(row.who, why % {"what": what}, day, reverse("reviews:meeting", args=[row.key]), row.pupil_id)
