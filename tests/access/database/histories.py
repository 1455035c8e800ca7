"""A school in which access is opened and ended in any order, and what each person may open, kept in plain Python.

Moments are days from now; the clock of the database stands almost still, so time passes by moving starts and ends back.
"""

import dataclasses
import itertools

from register import models
from register.actions.access import derive_access
from senco.access.context import acting_as
from senco.accounts.models import Membership, User
from tests.factories import access, as_owner, contact, person, pupil, school
from tests.factories.records import days

OPEN = float("inf")
_number = itertools.count()


@dataclasses.dataclass
class Known:
    """One person as the oracle knows them: from when to when, with which grants (pupil → periods)."""

    membership: Membership
    starts: float = -1
    ends: float = OPEN
    active: bool = True
    shares: dict[int, list[list[float]]] = dataclasses.field(default_factory=dict)

    def lives(self) -> bool:
        return self.active and self.starts <= 0 < self.ends

    def shared(self, child: int) -> bool:
        return any(starts <= 0 < ends for starts, ends in self.shares.get(child, ()))


class School:
    """The real rows and what is known about them, changed together."""

    def __init__(self, pupils: int = 4):
        self.senco = person("senco")
        self.here = self.senco.school
        self.children = [pupil(at=self.here) for _ in range(pupils)]
        self.far = pupil(at=school())
        roles = ("teacher", "ta", "parent", "parent", "professional", "governor")
        self.people = [Known(person(role, at=self.here)) for role in roles]
        self.taught: dict[tuple[int, int], object] = {}  # (person, child) → the teacher's row
        self.linked: dict[tuple[int, int], models.Contact] = {}  # (person, child) → the contact
        self.barred: set[tuple[int, int]] = (
            set()
        )  # (person, child) under an order: another row of theirs opens nothing

    def role(self, who: int) -> str:
        return self.people[who].membership.role

    def assign(self, who: int, child: int) -> None:
        """A group of one teacher and one pupil."""
        if self.role(who) in ("teacher", "ta") and (who, child) not in self.taught:
            with as_owner():
                group = models.TeachingGroup.objects.create(school=self.here, name=f"G{next(_number)}")
                common = {"school": self.here, "group": group, "starts": days(-0.001)}
                models.GroupPupil.objects.create(pupil=self.children[child], **common)
                row = models.GroupTeacher.objects.create(membership=self.people[who].membership, **common)
            self.taught[who, child] = row
            self.derive()

    def unassign(self, who: int, child: int) -> None:
        row = self.taught.pop((who, child), None)
        if row:
            with as_owner():
                type(row).objects.filter(pk=row.pk).update(ends=days(0))
            self.derive()

    def link(self, who: int, child: int) -> None:
        """A parent's contact row."""
        if self.role(who) == "parent" and (who, child) not in self.linked:
            self.linked[who, child] = contact(self.children[child], membership=self.people[who].membership)
            self.derive()

    def part(self, who: int, child: int, *, by_order: bool) -> None:
        """A court order is made, or the contact ends."""
        row = self.linked.pop((who, child), None)
        if row:
            change = {"court_order": True} if by_order else {"ended_on": days(0).date()}
            with as_owner():
                models.Contact.objects.filter(pk=row.pk).update(**change)
            if by_order:
                self.barred.add((who, child))
            self.derive()

    def lift(self, who: int, child: int) -> None:
        """A court order ends: nothing opens by itself, and the next row of theirs is a decision of its own."""
        if (who, child) in self.barred:
            self.barred.remove((who, child))
            self.linked.pop((who, child), None)
            with as_owner():
                theirs = models.Contact.objects.filter(
                    pupil=self.children[child], membership=self.people[who].membership
                )
                for row in theirs.filter(court_order=True):
                    models.Contact.objects.filter(pk=row.pk).update(court_order=False)
            self.derive()

    def share(self, who: int, child: int, starts: float, ends: float) -> None:
        known = self.people[who]
        access(known.membership, self.children[child], starts=days(starts), ends=days(ends))
        known.shares.setdefault(child, []).append([starts, ends])

    def revoke(self, who: int, child: int) -> None:
        """Every share of this pupil with this person ends now, those to come before they begin."""
        for period in self.people[who].shares.get(child, ()):
            period[1] = min(period[1], max(0, period[0]))
        with as_owner():
            for grant in self.grants(who, child).filter(ends__gt=days(0)):
                models.PupilAccess.objects.filter(pk=grant.pk).update(ends=max(days(0), grant.starts))

    def pass_time(self, by: float) -> None:
        """What lies ahead comes nearer by so many days; nothing already ended is touched."""
        for known in self.people:
            for period in itertools.chain(*known.shares.values()):
                period[:] = [moment - by for moment in period]
        with as_owner():
            for grant in models.PupilAccess.objects.filter(source="share"):
                shifted = {"starts": grant.starts - (span := days(by) - days(0)), "ends": grant.ends - span}
                models.PupilAccess.objects.filter(pk=grant.pk).update(**shifted)

    def grants(self, who: int, child: int):
        return models.PupilAccess.objects.filter(
            membership=self.people[who].membership, content_object=self.children[child], source="share"
        )

    def leave(self, who: int) -> None:
        self.people[who].ends = min(self.people[who].ends, 0)
        self.write(who, ends=days(0))
        self.derive()

    def come_back(self, who: int) -> None:
        self.people[who].ends = OPEN
        self.write(who, ends=None)
        self.derive()

    def bar(self, who: int, active: bool) -> None:
        self.people[who].active = active
        with as_owner():
            User.objects.filter(pk=self.people[who].membership.user_id).update(is_active=active)

    def write(self, who: int, **fields) -> None:
        with as_owner():
            Membership.objects.filter(pk=self.people[who].membership.pk).update(**fields)

    def derive(self) -> None:
        with acting_as(self.senco):
            derive_access(school=self.here, by=self.senco)

    def expected(self, who: int) -> set:
        """The oracle: what this person may open at this moment."""
        known = self.people[who]
        if not known.lives() or self.role(who) == "governor":
            return set()
        children = range(len(self.children))
        derived = self.taught.keys() | self.linked.keys() - self.barred
        return {self.children[c].pk for c in children if (who, c) in derived or known.shared(c)}
