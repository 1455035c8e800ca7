"""The contact log: every call, letter, visit and meeting about a pupil, with parents and others."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from register.models import Contact, Pupil, PupilBound, PupilBoundQuerySet, PupilFile
from senco.accounts.models import Membership
from senco.core.history import tracked
from senco.liaison.choices import ContactKind, Direction, Party

MOST_LETTERS = 8000  # of a summary


def seen_by_staff(membership) -> Q:
    """What is not kept for the office; and what one wrote oneself, so that one can take it away and put it back."""
    return Q(for_staff=True, removed_at__isnull=True) | Q(logged_by_id=membership.pk)


class LoggedContactQuerySet(PupilBoundQuerySet):
    """Families read none of it: a talk with one parent is not the other's to read."""

    staff_see = staticmethod(seen_by_staff)

    def kept(self):
        """Without those logged by mistake."""
        return self.filter(removed_at__isnull=True)

    def to_follow_up(self):
        """Something was promised and nobody has said that it is done."""
        return self.kept().filter(followed_up_at__isnull=True).exclude(follow_up="")

    def promised_by(self, membership):
        """Follow-ups that are this person's: named, or one's own where nobody is."""
        mine = Q(follow_up_who_id=membership.pk)
        return self.to_follow_up().filter(mine | Q(follow_up_who__isnull=True, logged_by_id=membership.pk))

    def with_people(self):
        """With the pupil and whoever it was with; of parents and carers only what every reader of the entry may know."""
        return self.select_related("pupil", "contact").defer("contact__email", "contact__restriction")

    def for_list(self):
        """Newest first, with the people a list names. The hour orders a day where it is known."""
        named = self.with_people().select_related("logged_by", "follow_up_who", "followed_up_by")
        return named.order_by("-day", F("at").desc(nulls_last=True), "-logged_at", "-pk")


@tracked
class LoggedContact(PupilBound):
    """One contact. `contact` is a parent or carer whom the school knows; `with_words` whoever it was else.

    `for_staff`: colleagues who may open the pupil read it; without it the SEN office and its writer alone do. `follow_up` is what
    was promised, `follow_up_who` by whom (nobody named: the writer).
    """

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="logged_contacts")
    kind = models.CharField(_("what it was"), max_length=8, choices=ContactKind.choices)
    direction = models.CharField(_("who began it"), max_length=3, choices=Direction.choices, blank=True)
    party = models.CharField(_("with whom"), max_length=6, choices=Party.choices)
    contact = models.ForeignKey(
        Contact,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("parent or carer"),
    )
    with_words = models.CharField(_("name, and where from"), max_length=120, blank=True)
    day = models.DateField(_("day"), default=timezone.localdate)
    at = models.TimeField(_("time"), null=True, blank=True)
    summary = models.TextField(_("what was said"), max_length=MOST_LETTERS)
    for_staff = models.BooleanField(_("staff who work with the pupil may read it"), default=True)
    follow_up = models.CharField(_("what happens next"), max_length=300, blank=True)
    follow_up_by = models.DateField(_("by when"), null=True, blank=True)
    follow_up_who = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who does it"),
    )
    followed_up_at = models.DateTimeField(null=True, blank=True)
    followed_up_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    logged_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = LoggedContactQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-logged_at", "-id"]
        indexes = [models.Index(fields=["pupil", "-day"]), models.Index(fields=["school", "-day"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(follow_up="")
                | Q(follow_up_by__isnull=True, follow_up_who__isnull=True, followed_up_at__isnull=True),
                name="contact_follows_up_something",
            ),
            models.CheckConstraint(
                condition=Q(followed_up_at__isnull=True, followed_up_by__isnull=True)
                | Q(followed_up_at__isnull=False, followed_up_by__isnull=False),
                name="contact_followed_up_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.who}"

    def get_absolute_url(self) -> str:
        """On whichever page of the log it stands."""
        return f"{reverse('liaison:pupil_log', args=[self.pupil_id])}?contact={self.pk}#contact-{self.pk}"

    @property
    def who(self) -> str:
        """Whoever it was with, as exactly as it was said."""
        known = self.contact.name if self.contact else ""
        return ", ".join(filter(None, (known, self.with_words))) or str(self.get_party_display())

    def is_changeable_by(self, membership) -> bool:
        """One's own, or any for those who keep the log in order."""
        return self.logged_by_id == membership.pk or membership.may("liaison.correct_log")

    @property
    def is_promised(self) -> bool:
        """Whether something is still to be done."""
        return bool(self.follow_up) and self.followed_up_at is None and self.removed_at is None

    @property
    def is_late(self) -> bool:
        return self.is_promised and self.follow_up_by is not None and self.follow_up_by < timezone.localdate()


@tracked
class ContactFile(PupilBound):
    """A file of the pupil that belongs to a contact: the letter itself, notes of a meeting. The file stays with the pupil's others."""

    pupil = models.ForeignKey(Pupil, on_delete=models.CASCADE, related_name="+")
    entry = models.ForeignKey(LoggedContact, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(PupilFile, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["entry", "file"], name="file_once_a_contact")]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.file_id}"
