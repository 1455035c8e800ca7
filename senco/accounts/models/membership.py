"""A person's role at a school, dated. Requests act in exactly one membership; every grant hangs on one."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from senco.accounts.roles import APPOINTS, DATABASE_ROLE, STAFF, WHOLE_SCHOOL, Role, may
from senco.core.history import tracked
from senco.core.models import UuidModel

from .school import School


class MembershipQuerySet(models.QuerySet):
    def live(self):
        """Memberships in force at this very second, by the database's clock."""
        return self.filter(Q(ends__isnull=True) | Q(ends__gt=Now()), starts__lte=Now())

    def visible_to(self, membership):
        """Colleagues and families of one's own school for the office; staff and oneself for everybody else."""
        own_school = self.filter(school_id=membership.school_id)
        if membership.sees_whole_school:
            return own_school
        return own_school.filter(Q(role__in=STAFF) | Q(pk=membership.pk))

    def staff(self):
        return self.filter(role__in=STAFF)


@tracked
class Membership(UuidModel):
    """`user` is empty for somebody the school knows but who has not accepted an invitation yet."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    starts = models.DateTimeField(_("starts"), default=timezone.now)
    ends = models.DateTimeField(_("ends"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=20, blank=True)
    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    staff_code = models.CharField(_("staff code"), max_length=20, blank=True)
    job = models.CharField(_("job"), max_length=100, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    origin_run = models.UUIDField(
        null=True, blank=True, editable=False
    )  # the import that made it, while it can be undone

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["last_name", "first_name", "id"]
        indexes = [models.Index(fields=["school", "role"]), models.Index(fields=["user"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("starts")),
                name="membership_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["school", "staff_code"],
                condition=~Q(staff_code="") & Q(ends__isnull=True),
                name="staff_code_once_a_school",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """How colleagues and families read this person: "Ms Clarke" for staff, the full name for others."""
        if self.title and self.last_name and self.role in STAFF:
            return f"{self.title} {self.last_name}"
        return f"{self.first_name} {self.last_name}".strip() or self.email or str(_("Name not recorded"))

    @property
    def sees_whole_school(self) -> bool:
        return self.role in WHOLE_SCHOOL

    @property
    def database_role(self) -> str:
        return DATABASE_ROLE[Role(self.role)].value

    @property
    def is_live(self) -> bool:
        """In force by this machine's clock; what a person sees is judged by the database's."""
        return self.starts <= timezone.now() and (self.ends is None or self.ends > timezone.now())

    def may(self, permission: str) -> bool:
        return may(self.role, permission)

    def appoints(self, role: str) -> bool:
        """Whether this person may invite somebody to the role, and end such a membership."""
        return Role(role) in APPOINTS.get(Role(self.role), frozenset())
