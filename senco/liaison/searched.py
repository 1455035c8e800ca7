"""What of the contact log can be searched for words."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from register.queries.searched import SearchKind, kept
from senco.liaison.models import LoggedContact

KINDS = (
    SearchKind(
        "contact", lazy("Contact"), "liaison.view_log", LoggedContact, kept(LoggedContact), ("with_words", "summary", "follow_up"),
        on="day", by="logged_by",
        url=lambda found, _me: f"{reverse('liaison:pupil_log', args=[found.pupil_id])}?contact={found.key}#contact-{found.key}",
    ),
)  # fmt: skip
