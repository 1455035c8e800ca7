"""What stages ask for: of one pupil, of a school, of one person; and what a stage would ask that a pupil is not at yet."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from register.deadlines import Occurrence
from register.evidence import Kind, kind_called
from register.frameworks import all_stages
from register.frameworks.shape import Duty, Owner, Stage
from register.models import Pupil, PupilAccess, SenStatus, StageDuty
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF, WHOLE_SCHOOL, Role
from senco.core.calendar import SchoolCalendar

SOON = datetime.timedelta(days=14)


@dataclass(frozen=True)
class Asked:
    """One time that a stage asks for one of its duties."""

    duty: Duty
    occurrence: Occurrence

    @property
    def key(self) -> tuple[str, str]:
        return self.duty.code, self.occurrence.key


def asked_by(status: SenStatus, on: datetime.date, calendar: SchoolCalendar, *, anew: bool) -> list[Asked]:
    """What a period asks for on a day. `anew`: the pupil entered the stage here, so its beginning asks for something too.

    What comes again and fell due before that day is not asked for afterwards.
    """
    return [
        Asked(duty, occurrence)
        for duty in status.rung.duties
        if anew or duty.due.repeats
        for occurrence in duty.due.occurrences(status.starts, on, calendar)
        if occurrence.due_on >= on or not duty.due.repeats
    ]


def repeating_stages() -> list[str]:
    """Codes of the stages that ask for something again and again."""
    return [code for code, stage in all_stages().items() if any(duty.due.repeats for duty in stage.duties)]


@dataclass(frozen=True)
class Owners:
    """Whose duties are: keys of memberships, None where nobody is known."""

    coordinator: object = None
    head: object = None

    def of(self, duty: Duty, key_adult) -> object:
        """A teacher's duty is the key adult's; where there is none, or no head, the co-ordinator's."""
        named = {Owner.TEACHER: key_adult, Owner.HEAD: self.head}.get(duty.owner)
        return named or self.coordinator


def owners_of(school, by: Membership | None = None) -> Owners:
    """The school's co-ordinator and head; whoever acts as co-ordinator comes before a colleague in the same role."""
    people = (
        Membership.objects.live()
        .filter(school=school, role__in=[Role.SENCO, Role.HEAD])
        .order_by("starts", "pk")
    )
    found: dict[str, object] = {}
    for key, role in people.values_list("pk", "role"):
        found.setdefault(role, key)
    acting = by.pk if by is not None and by.role == Role.SENCO else None
    return Owners(acting or found.get(Role.SENCO), found.get(Role.HEAD))


def who_may_own(pupil) -> object:
    """Staff who may open the pupil's record, by name."""
    grants = PupilAccess.objects.live().filter(membership=OuterRef("pk"), content_object=pupil)
    people = Membership.objects.live().filter(school_id=pupil.school_id, role__in=STAFF)
    return people.filter(Q(role__in=WHOLE_SCHOOL) | Exists(grants)).order_by("last_name", "first_name", "pk")


def duties_for(membership):
    """The duties in force of pupils on roll that this person may see, with their state: late ones first, then by day."""
    on_roll = Pupil.objects.visible_to(membership).registered(localdate())
    duties = StageDuty.objects.visible_to(membership).in_force().filter(pupil__in=on_roll)
    return with_people(duties).order_by("due_on", "pupil__legal_surname", "pupil_id", "code", "pk")


def with_people(duties):
    return duties.with_state().select_related("pupil", "owner", "done_by", "waived_by")


def duties_about(pupil, membership) -> list[StageDuty]:
    """What the pupil's stage asks for, in the order in which it falls due; for staff, of that what is theirs."""
    duties = StageDuty.objects.visible_to(membership).in_force().filter(pupil=pupil)
    return list(with_people(duties).order_by("due_on", "code", "pk"))


def narrowed(duties, membership, *, state: str = "", whose: str = "", stage: str = ""):
    """The duties in one state ("" is open, "late", "met", "waived", "all"), of one kind of owner ("", "mine", "nobody"), of a stage."""
    found = {
        "": duties.open(),
        "late": duties.open().filter(due_on__lt=localdate()),
        "met": duties.filter(met_on__isnull=False, waived_on__isnull=True),
        "waived": duties.filter(waived_on__isnull=False),
        "all": duties,
    }[state]
    owned = {"": Q(), "mine": Q(owner=membership), "nobody": ~Exists(live_owner())}[whose]
    return found.filter(owned, Q(stage=stage) if stage else Q())


def live_owner():
    """Whoever a duty falls to, as long as they work here."""
    return Membership.objects.live().filter(pk=OuterRef("owner_id"))


def due_soon(membership):
    """Open duties of this person that are late or fall due within two weeks; for the co-ordinator those without an owner too.

    That the parents are to be told is a line of its own on the co-ordinator's first page.
    """
    mine = Q(owner=membership)
    if membership.role == Role.SENCO:
        mine |= ~Exists(live_owner())
    soon = duties_for(membership).open().filter(mine, due_on__lte=localdate() + SOON)
    return soon.exclude(evidence="parent_told")


@dataclass(frozen=True)
class Requirement:
    """Something that a stage asks for, and what there is of it before the pupil is there."""

    duty: Duty
    on_record: datetime.date | None = None  # the record that fulfils it if the pupil moves today
    last: datetime.date | None = None  # the newest of its kind, which may be too old to count after the move

    @property
    def when(self) -> str:
        return self.duty.due.words


def requirements(stage: Stage, pupil) -> list[Requirement]:
    """What a stage asks for. Two queries at most a kind of evidence, of which there are few; the newest record is named."""
    days = {code: days_of(code, stage, pupil) for code in {duty.evidence for duty in stage.duties}}
    return [Requirement(duty, *days[duty.evidence]) for duty in stage.duties]


def days_of(code: str, stage: Stage, pupil) -> tuple[datetime.date | None, datetime.date | None]:
    """The newest record of a kind that would count for a pupil who came to the stage today, and the newest of all."""
    kind = kind_called(code)
    last = newest(kind, stage, pupil, pupil.date_of_birth) if kind else None
    counts = last if last is None or kind.whenever else newest(kind, stage, pupil, localdate())
    return counts, last


def newest(kind: Kind, stage: Stage, pupil, since: datetime.date) -> datetime.date | None:
    found = kind.found(pupil=pupil.pk, since=since, status=None, stage=stage.code)
    return found.order_by("-met_on").values_list("met_on", flat=True).first()
