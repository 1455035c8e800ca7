"""What about meetings has a day, for calendars."""

from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Concat, NullIf
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from register.models.base import of_pupils_on_roll
from register.queries.dated import Dated, DatedKind, as_rows
from reviews.choices import ReviewKind, ReviewState
from reviews.models import AgreedAction, MeetingInvitation, Person, Review
from reviews.queries.contributions import asked_of
from reviews.queries.due import views_words
from reviews.workflow import ANSWER, CONTRIBUTE, VIEW


def meeting_rows(membership, first, last):
    """Meetings held or to come. Mine are those I hold and those I am asked to."""
    asked = Person.objects.kept().filter(review=OuterRef("pk"), membership=membership)
    met = Review.objects.visible_to(membership).with_state().exclude(state=ReviewState.LEFT_OUT)
    found = met.filter(of_pupils_on_roll(), day__range=(first, last))
    about = Coalesce(NullIf("title", Value("")), "kind")
    return as_rows(
        found, "meeting", on="day", timed=True, about=about, mine=Q(lead=membership) | Q(Exists(asked))
    )


def action_rows(membership, first, last):
    found = AgreedAction.objects.visible_to(membership).to_do()
    found = found.filter(of_pupils_on_roll(), by_when__range=(first, last))
    return as_rows(found, "action", on="by_when", about=F("text"), mine=Q(who=membership))


def views_rows(membership, first, last):
    found = asked_of(membership).filter(due_on__range=(first, last))
    return as_rows(found, "views", on="due_on", about=Concat("kind", Value("/"), "subject"))


def invited_rows(membership, first, last):
    """Meetings to which a parent or a professional is asked."""
    mine = MeetingInvitation.objects.visible_to(membership).standing().filter(membership=membership)
    found = mine.filter(of_pupils_on_roll(), day__range=(first, last))
    return as_rows(found, "invited", on="day", timed=True)


def meeting_words(row: Dated) -> str:
    return str(ReviewKind(row.about).label) if row.about in ReviewKind else row.about


def action_url(row: Dated) -> str:
    return f"{reverse('reviews:actions')}?show={'mine' if row.mine else 'all'}#action-{row.key}"


KINDS = (
    DatedKind(
        "meeting", lazy("Meeting"), VIEW, meeting_rows, words=meeting_words,
        url=lambda row: reverse("reviews:review", args=[row.key]),
    ),
    DatedKind(
        "action", lazy("Agreed action"), VIEW, action_rows, url=action_url,
        words=lambda row: _("Agreed: %(what)s") % {"what": row.about},
    ),
    DatedKind(
        "views", lazy("Views before meetings"), CONTRIBUTE, views_rows, words=lambda row: views_words(row.about),
        url=lambda row: reverse("reviews:contribute", args=[row.key]),
    ),
    DatedKind(
        "invited", lazy("Meeting"), ANSWER, invited_rows, words=lambda _row: _("Meeting at school"),
        url=lambda row: reverse("reviews:answer", args=[row.key]),
    ),
)  # fmt: skip
