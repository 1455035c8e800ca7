"""What of the contact log can be searched for words."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from register.queries.searched import SearchKind, kept, of_model
from senco.liaison.models import CallRequest, FamilyNote, LoggedContact
from senco.liaison.queries.calls import ANSWER

KINDS = (
    SearchKind(
        "contact", lazy("Contact"), "liaison.view_log", LoggedContact, kept(LoggedContact), ("with_words", "summary", "follow_up"),
        on="day", by="logged_by",
        url=lambda found, _me: f"{reverse('liaison:pupil_log', args=[found.pupil_id])}?contact={found.key}#contact-{found.key}",
    ),
    SearchKind(
        "call", lazy("Call that a parent asked for"), ANSWER, CallRequest, of_model(CallRequest), ("about",), on="asked_at",
        by="asked_by", url=lambda found, _me: reverse("liaison:pupil_log", args=[found.pupil_id]),
    ),
    SearchKind(
        "family_note", lazy("What a parent told us"), "liaison.view_log", FamilyNote, of_model(FamilyNote), ("text",), on="told_at",
        by="by", url=lambda found, _me: f"{reverse('liaison:pupil_log', args=[found.pupil_id])}#note-{found.key}",
    ),
)  # fmt: skip
