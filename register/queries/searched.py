"""What can be searched for words: each floor says its kinds, all as rows of one shape, so that one union holds every hit."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import DateTimeField, F, QuerySet, Value
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from register.models import (
    AdviceMessage,
    Concern,
    ConcernNote,
    PupilFile,
    SenNeed,
    SenStatus,
    StageDuty,
    ViewRequest,
)
from senco.search.asking import Asked, said, text_of


@dataclass(frozen=True)
class Found:
    """One record that says what was asked: who wrote it and when, and its text. `about`: the record on whose page it stands."""

    kind: str
    key: object
    pupil_id: object
    on: object
    by: object
    about: object
    text: str


@dataclass(frozen=True)
class SearchKind:
    """Records of one kind. `found` are those that a person may read; `fields` the texts that are searched, the same that the
    migration's Searchable names. `on` and `by` say when it was written and by whom; `about` the record on whose page it
    stands, where it has none of its own.
    """

    code: str
    label: str
    permission: str
    model: type
    found: Callable[[object], QuerySet]
    fields: tuple[str, ...]
    on: str
    by: str
    url: Callable[[Found, object], str]
    about: str = ""

    def hits(self, membership, asked: Asked) -> QuerySet:
        """The records that say what is asked, each with the school's day on which it was written."""
        moments = {each.name for each in self.model._meta.concrete_fields if isinstance(each, DateTimeField)}
        day = TruncDate(self.on) if self.on in moments else F(self.on)
        return self.found(membership).annotate(found_on=day).filter(said(asked))

    def rows(self, hits: QuerySet) -> QuerySet:
        """In the shape of Found, for a union in which the newest are found."""
        told = hits.order_by().annotate(found_kind=Value(self.code), found_text=text_of(self.fields))
        return told.values_list(
            "found_kind", "pk", "pupil_id", "found_on", self.by, self.about or "pk", "found_text"
        )


def of_model(model):
    """Every record of it that a person may read."""
    return lambda membership: model.objects.visible_to(membership)


def kept(model):
    """Those that were not removed."""
    return lambda membership: model.objects.visible_to(membership).kept()


def settled_duties(membership):
    """Those that somebody recorded as done, or waived, with the day and the person."""
    settled = StageDuty.objects.visible_to(membership).exclude(done_on=None, waived_on=None)
    return settled.annotate(
        settled_on=Coalesce("done_on", "waived_on"), settled_by=Coalesce("done_by", "waived_by")
    )


def concern_address(found: Found, membership) -> str:
    """The office's page of a concern; outside it a concern is seen by whoever raised it."""
    name = "register:concern" if membership.may("register.view_concerns") else "register:my_concern"
    return reverse(name, args=[found.key])


def view_address(found: Found, membership) -> str:
    """Colleagues read what they answered themselves; the office reads it with the concern."""
    if membership.may("register.view_concerns"):
        return reverse("register:concern", args=[found.about])
    return reverse("register:give_view", args=[found.key])


def on_pupil_page(found: Found, _membership) -> str:
    return reverse("register:pupil", args=[found.pupil_id])


KINDS = (
    SearchKind(
        "concern", lazy("Concern"), "register.view_own_concerns", Concern, of_model(Concern),
        ("what_happened", "tried", "parent_view"), on="raised_at", by="raised_by", url=concern_address,
    ),
    SearchKind(
        "note", lazy("Note on a concern"), "register.view_concerns", ConcernNote, of_model(ConcernNote), ("text",),
        on="at", by="by", about="concern", url=lambda found, _me: reverse("register:concern", args=[found.about]),
    ),
    SearchKind(
        "view", lazy("View on a concern"), "register.give_view", ViewRequest,
        lambda me: ViewRequest.objects.visible_to(me).filter(answered_at__isnull=False), ("answer",),
        on="answered_at", by="asked", about="concern", url=view_address,
    ),
    SearchKind(
        "advice", lazy("Advice"), "register.ask_advice", AdviceMessage, of_model(AdviceMessage), ("text",),
        on="at", by="by", about="thread", url=lambda found, _me: reverse("register:advice_thread", args=[found.about]),
    ),
    SearchKind(
        "status", lazy("SEN status"), "register.view_pupil", SenStatus, of_model(SenStatus), ("criteria",),
        on="starts", by="decided_by", url=on_pupil_page,
    ),
    SearchKind(
        "need", lazy("Type of need"), "register.view_pupil", SenNeed,
        lambda me: SenNeed.objects.visible_to(me).exclude(ends=F("starts")), ("note",),  # not those taken back the same day
        on="starts", by="decided_by", url=on_pupil_page,
    ),
    SearchKind(
        "duty", lazy("Duty of a stage"), "register.view_duties", StageDuty,
        settled_duties, ("done_note", "waived_reason"), on="settled_on", by="settled_by", url=lambda found, _me: reverse("register:duty", args=[found.key]),
    ),
    SearchKind(
        "file", lazy("File"), "register.view_files", PupilFile, kept(PupilFile), ("name", "caption", "alt_text"),
        on="uploaded_at", by="uploaded_by", url=lambda found, _me: reverse("register:files", args=[found.pupil_id]),
    ),
)  # fmt: skip
