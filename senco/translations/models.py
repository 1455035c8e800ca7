"""A plan or a record as a person put it into another language, and how far that has come."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from provision.choices import Audience
from provision.models import PlanVersion
from register.models import Pupil, PupilBound, PupilBoundQuerySet
from reviews.models import ReviewRecord
from senco.accounts.models import Membership
from senco.core.history import tracked
from senco.documents.contents import Document, document_from_json
from senco.translations.languages import LANGUAGES, Language, choices
from senco.translations.segments import in_words, segments, shortened


class State(models.TextChoices):
    """Derived from the dates, never stored."""

    ASKED = "asked", _("Being translated")
    HANDED_IN = "handed_in", _("Waits for approval")
    RETURNED = "returned", _("Sent back")
    APPROVED = "approved", _("Approved")
    WITHDRAWN = "withdrawn", _("Taken back")


RETURNED = Q(returned_at__isnull=False, returned_at__gte=F("handed_in_at"))
HANDED_IN = Q(handed_in_at__isnull=False) & (
    Q(returned_at__isnull=True) | Q(returned_at__lt=F("handed_in_at"))
)


def named_in(membership) -> Q:
    return Q(translator_id=membership.pk) | Q(approver_id=membership.pk)


def given_to(membership) -> Q:
    return Q(translator_id=membership.pk)


def for_families(_membership) -> Q:
    """What was approved, as long as the family may read the original."""
    originals = ("plan_version", "record")
    readable = [
        Q((f"{name}__audience", Audience.FAMILY), (f"{name}__withdrawn_at__isnull", True), (f"{name}__visible_from__lte", Now()))
        for name in originals
    ]  # fmt: skip
    return Q(readable[0] | readable[1], approved_at__isnull=False, withdrawn_at__isnull=True)


class TranslationQuerySet(PupilBoundQuerySet):
    """Staff see what they translate or approve, a professional what they translate."""

    staff_see = staticmethod(named_in)
    agency_sees = staticmethod(given_to)
    family_sees = staticmethod(for_families)

    def standing(self):
        return self.filter(withdrawn_at__isnull=True)

    def approved(self):
        return self.standing().filter(approved_at__isnull=False)

    def waiting(self):
        """Neither approved nor taken back."""
        return self.standing().filter(approved_at__isnull=True)

    def handed_in(self):
        """In the hands of whoever approves."""
        return self.waiting().filter(HANDED_IN)

    def to_translate(self):
        """In the hands of the translator."""
        return self.waiting().filter(~HANDED_IN)

    def untold(self):
        """Whoever the newest state concerns was not written to yet."""
        told = {
            State.APPROVED: Q(approved_at__isnull=False),
            State.HANDED_IN: Q(HANDED_IN, approved_at__isnull=True),
            State.RETURNED: Q(RETURNED, approved_at__isnull=True),
            State.ASKED: Q(handed_in_at__isnull=True),
        }
        known = Q(*(Q(of, told_of=state) for state, of in told.items()), _connector=Q.OR)
        return self.standing().exclude(known)


@tracked
class Translation(PupilBound):
    """`source` is the original as a Document (senco.documents) when it was asked for; `words` has for each of its texts those of the translator.

    Once it is approved its words never change; `withdrawn_at` takes it out of sight.
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="translations")
    plan_version = models.ForeignKey(
        PlanVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="translations"
    )
    record = models.ForeignKey(
        ReviewRecord, on_delete=models.CASCADE, null=True, blank=True, related_name="translations"
    )
    language = models.CharField(_("language"), max_length=8, choices=choices)
    title = models.CharField(max_length=150)  # of the original
    source = models.JSONField()
    words = models.JSONField(default=dict, blank=True)
    translator = models.ForeignKey(
        Membership, verbose_name=_("who translates"), on_delete=models.PROTECT, related_name="+"
    )
    approver = models.ForeignKey(
        Membership, verbose_name=_("who approves"), on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("note for the translator"), max_length=1000, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_why = models.TextField(_("what to change"), max_length=1000, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    told_of = models.CharField(
        max_length=9, choices=State.choices, blank=True
    )  # the last state that whoever it concerns was written to about
    saved_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    saved_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(plan_version__isnull=True) ^ Q(record__isnull=True),
                name="translation_of_one_original",
            ),
            models.CheckConstraint(
                condition=~Q(approver=F("translator")), name="translation_approved_by_another"
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True) | Q(handed_in_at__isnull=False),
                name="translation_handed_in_before_approved",
            ),
            *(
                models.UniqueConstraint(
                    fields=[original, "language"],
                    condition=Q(withdrawn_at__isnull=True),
                    name=f"translation_once_a_language_of_{original}",
                )
                for original in ("plan_version", "record")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.spoken.label})"

    def get_absolute_url(self) -> str:
        return reverse("translations:translation", args=[self.pk])

    @property
    def spoken(self) -> Language:
        return LANGUAGES[self.language]

    @property
    def state(self) -> State:
        if self.withdrawn_at:
            return State.WITHDRAWN
        if self.approved_at:
            return State.APPROVED
        if self.returned_at and self.returned_at >= self.handed_in_at:
            return State.RETURNED
        return State.HANDED_IN if self.handed_in_at else State.ASKED

    @property
    def is_written(self) -> bool:
        """Whether the translator may still change its words."""
        return self.state in (State.ASKED, State.RETURNED)

    @cached_property
    def original(self) -> Document:
        return document_from_json(self.source)

    @cached_property
    def texts(self) -> list[str]:
        """What is to be translated, in the order in which it is read."""
        return segments(self.original)

    @property
    def missing(self) -> list[int]:
        """Numbers, from 1, of the texts that have no words."""
        return [number for number, text in enumerate(self.texts, start=1) if not self.words.get(text)]

    @property
    def done(self) -> int:
        return len(self.texts) - len(self.missing)

    @property
    def document(self) -> Document:
        """What its readers get."""
        kept = shortened(self.original, self.words) if self.spoken.is_easy else self.original
        return in_words(kept, self.words)
