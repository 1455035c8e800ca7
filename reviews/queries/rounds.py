"""Rounds of reviews: whom one would take in, and how far one is."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from register.choices import ON_REGISTER
from register.models import Pupil
from reviews.choices import InvitationAnswer, ReviewState
from reviews.models import MeetingInvitation, Review, ReviewRound, TimeOffer
from reviews.workflow import OPEN


@dataclass(frozen=True)
class Progress:
    """How far a round is; `total` counts its pupils without those left out."""

    total: int
    arranged: int
    invited: int
    signed: int
    left_out: int
    late: int

    @property
    def waiting(self) -> int:
        """Without a day, and not signed off."""
        return self.total - self.arranged - self.signed


def rounds_for(membership):
    """The newest first, those taken back left out."""
    return ReviewRound.objects.visible_to(membership).filter(undone_at__isnull=True).select_related("by")


def on_register(membership, *, years=(), form: str = ""):
    """Pupils on the register today, of these years and this form where they are named; by name."""
    today = timezone.localdate()
    pupils = Pupil.objects.visible_to(membership).registered(today).with_status(today).with_shown_name()
    found = pupils.filter(provision__in=ON_REGISTER).select_related("school")
    if years:
        found = found.filter(year_group__in=years)
    if form:
        found = found.filter(form=form)
    return found.order_by("shown_surname", "shown_forename", "pk")


def years_and_forms(membership) -> tuple[list[int], list[str]]:
    """Of the pupils on the register."""
    pairs = on_register(membership).order_by().values_list("year_group", "form").distinct()
    years = {year for year, _form in pairs if year is not None}
    return sorted(years), sorted({form for _year, form in pairs if form})


def reviews_of(round_: ReviewRound, membership):
    """With state, and whether those asked were told and what they said."""
    sent = MeetingInvitation.objects.standing().filter(review=OuterRef("pk"))
    refused = sent.filter(answer__in=[InvitationAnswer.OTHER, InvitationAnswer.CANNOT])
    found = Review.objects.visible_to(membership).with_state().filter(round=round_)
    offered = TimeOffer.objects.choosable().filter(review=OuterRef("pk"))
    found = found.annotate(is_told=Exists(sent), is_refused=Exists(refused), is_offered=Exists(offered))
    return found.select_related("pupil", "lead", "plan").order_by(
        F("day").asc(nulls_first=True), "at", "pupil__legal_surname", "pupil__legal_forename", "pk"
    )


def progress_of(round_: ReviewRound, membership) -> Progress:
    """In one query."""
    taken_in = ~Q(state=ReviewState.LEFT_OUT)
    arranged = Q(state=ReviewState.ARRANGED)
    counts = reviews_of(round_, membership).order_by().aggregate(
        total=Count("pk", filter=taken_in),
        arranged=Count("pk", filter=arranged),
        invited=Count("pk", filter=arranged & Q(is_told=True)),
        signed=Count("pk", filter=Q(state=ReviewState.SIGNED)),
        left_out=Count("pk", filter=Q(state=ReviewState.LEFT_OUT)),
        late=Count("pk", filter=Q(state__in=OPEN, day__lt=timezone.localdate())),
    )  # fmt: skip
    return Progress(**counts)
