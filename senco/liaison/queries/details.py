"""Details that parents say are wrong: what waits for the office, and what became of one's own."""

import datetime

from django.db.models import Exists, F, OuterRef, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.models import Contact
from register.queries.due import Due, Waiting, child_name
from senco.liaison.models import DetailsWish

WISH = "details_wish"
SETTLE = "register.invite_people"  # whoever may change a contact
SETTLE_WITHIN = datetime.timedelta(days=7)


def own_contact(pupil, membership) -> Contact | None:
    """The contact of the pupil that this parent is; None for somebody whose access has no contact behind it."""
    own = Contact.objects.visible_to(membership).filter(pupil=pupil, membership=membership)
    return own.filter(ended_on__isnull=True).order_by("priority", "pk").first()


def has_own_contact(membership) -> Exists:
    """For the pupils of a parent: whether there is such a contact."""
    own = Contact.objects.visible_to(membership).filter(membership=membership, ended_on__isnull=True)
    return Exists(own.filter(pupil=OuterRef("pk")))


def last_wish(contact: Contact, membership) -> DetailsWish | None:
    """What this parent asked for last about that contact."""
    mine = DetailsWish.objects.visible_to(membership).filter(contact=contact, by=membership)
    return mine.order_by("-asked_at", "-pk").first()


def wishes_to_settle(membership) -> list[DetailsWish]:
    """What nobody has settled yet, with pupil and parent; who waits longest first."""
    if not membership.may(SETTLE):
        return []
    return list(DetailsWish.objects.visible_to(membership).open().select_related("pupil", "by"))


def wishes_waiting(membership) -> list:
    """Wishes to settle, as rows of COLUMNS."""
    if not membership.may(SETTLE):
        return []
    row = (Value(WISH), F("pk"), child_name(), Value(""), F("pupil_id"), F("asked_at"))
    return [DetailsWish.objects.visible_to(membership).open().order_by().values_list(*row)]


def wish_due(row: Waiting) -> Due:
    day = timezone.localdate(row.since + SETTLE_WITHIN)
    url = reverse("liaison:settle_details", args=[row.key])
    return Due(row.who, _("A parent’s details are wrong"), day, url, row.pupil_id)
