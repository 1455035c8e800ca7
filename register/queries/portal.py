"""What each parent may do here about each child, and who decides for whom."""

import datetime

from django.db.models import Exists, OuterRef

from register.choices import PortalLevel, Relationship
from register.deadlines import SIXTEEN, rights_pass_from
from register.models import Contact, Pupil, PupilAccess, RightsPassed
from senco.accounts.roles import Role
from senco.core.calendar import months_after


def level_of(portal: str, relationship: str, *, decides: bool) -> str:
    """What a contact may do, from what was decided for them and whether the young person decides (`decides`).

    A young person has a sign-in only once they decide; from then on a parent of whom they said nothing opens nothing.
    """
    if relationship == Relationship.YOUNG_PERSON and not decides:
        return PortalLevel.NONE
    if portal:
        return portal
    usual = relationship == Relationship.YOUNG_PERSON or not decides
    return PortalLevel.COMMENT if usual else PortalLevel.NONE


def pupils_who_decide(school) -> set:
    """Keys of the pupils of a school who decide for themselves. For whoever derives access: unordered, for the system reads little."""
    return set(
        RightsPassed.objects.standing().filter(school=school).order_by().values_list("pupil_id", flat=True)
    )


def rights_of(pupil: Pupil, membership) -> RightsPassed | None:
    """That the rights have passed to the pupil, for staff; None while the parents decide. The note is for the office alone."""
    passed = RightsPassed.objects.visible_to(membership).standing().filter(pupil=pupil)
    passed = passed if membership.sees_whole_school else passed.defer("note")
    return passed.select_related("confirmed_by").first()


def adults_at_home(pupil: Pupil, membership) -> list[Contact]:
    """Everybody at home about whom something may be decided: neither ended nor the young person."""
    found = Contact.objects.visible_to(membership).filter(pupil=pupil, ended_on__isnull=True)
    return list(found.exclude(relationship=Relationship.YOUNG_PERSON).order_by("priority", "surname", "pk"))


def young_person_of(pupil: Pupil, membership) -> Contact | None:
    """The pupil's own row among the contacts, ended or not."""
    found = Contact.objects.visible_to(membership).filter(pupil=pupil, relationship=Relationship.YOUNG_PERSON)
    return found.order_by("pk").first()


def grants_to_write(membership):
    """Grants under which this person may write to the school about the pupil."""
    return PupilAccess.objects.visible_to(membership).live().to_write().filter(membership=membership)


def may_write_about(membership, pupil_id) -> bool:
    """Whether somebody may tell the school anything about the pupil here. Only parents can be held to reading."""
    return (
        membership.role != Role.PARENT or grants_to_write(membership).filter(content_object=pupil_id).exists()
    )


def is_written_about(membership) -> Exists:
    """The same for the pupils of a list."""
    return Exists(grants_to_write(membership).filter(content_object=OuterRef("pk")))


def is_oneself(membership) -> Exists:
    """For the pupils of somebody at home: whether they are that pupil."""
    own = Contact.objects.visible_to(membership).filter(
        membership=membership, relationship=Relationship.YOUNG_PERSON, ended_on__isnull=True
    )
    return Exists(own.filter(pupil=OuterRef("pk")))


def old_enough_on(pupil: Pupil, day: datetime.date) -> bool:
    """Whether the school is asked if the rights have passed to the pupil: where no law names a day, from the age of 16 on."""
    first = rights_pass_from(pupil.date_of_birth, pupil.school.nation)
    return day >= (first or months_after(pupil.date_of_birth, 12 * SIXTEEN))
