"""What of meetings can be searched for words."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from register.queries.searched import Found, SearchKind, kept, of_model
from reviews.models import AgreedAction, OutcomeJudged, Review, Spoken
from reviews.workflow import VIEW


def on_review(found: Found, _membership) -> str:
    return reverse("reviews:review", args=[found.about])


def part_of_review(code: str, label: str, model: type, *fields: str, found) -> SearchKind:
    """A row that stands on the page of its meeting."""
    return SearchKind(
        code, label, VIEW, model, found, fields, on="saved_at", by="saved_by", about="review", url=on_review
    )


KINDS = (
    SearchKind(
        "review", lazy("Meeting"), VIEW, Review, of_model(Review), ("title", "summary", "staff_note", "decision_words"),
        on="saved_at", by="saved_by", url=lambda found, _me: reverse("reviews:review", args=[found.key]),
    ),
    part_of_review("judged", lazy("Outcome at a meeting"), OutcomeJudged, "words", found=of_model(OutcomeJudged)),
    part_of_review("spoken", lazy("What somebody said at a meeting"), Spoken, "words", found=kept(Spoken)),
    part_of_review("action", lazy("Agreed action"), AgreedAction, "text", "who_words", found=kept(AgreedAction)),
)  # fmt: skip
