"""The rights pass from the parents to the young person, and back where that was a mistake.

Each parent goes on as far as the young person agreed. Nobody is invited here: that is a decision of its own.
"""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from register.actions.access import derive_access, end_access, wait_for_turn
from register.choices import AccessSource, PortalLevel, Relationship
from register.deadlines import rights_pass_from
from register.models import Contact, Pupil, PupilAccess, RightsPassed
from register.queries.portal import adults_at_home, rights_of, young_person_of
from senco.accounts.models import Membership
from senco.accounts.roles import Role

CONFIRM = "register.share_pupil"


@transaction.atomic
def pass_rights(
    *, pupil: Pupil, passed_on: datetime.date, note: str, email: str, levels: dict[str, str], by: Membership
) -> Contact:
    """The school confirms that the young person decides from `passed_on` on; returns the young person's own contact row.

    `levels`: key of each adult at home → a PortalLevel, as the young person agreed. Shares of the pupil with parents by name end.
    Raises PermissionDenied from whoever may not share, ValidationError for a day that is too early or an adult of whom nothing is said.
    """
    insist_on_seniors(by)
    wait_for_turn(pupil.school)
    if rights_of(pupil, by):
        raise ValidationError(_("This is confirmed already."))
    check_day(pupil, passed_on)
    set_levels(pupil, levels, by)
    passed = RightsPassed(
        school_id=pupil.school_id, pupil=pupil, passed_on=passed_on, note=note, confirmed_by=by
    )
    passed.full_clean(exclude=["school", "pupil", "confirmed_by"])
    passed.save(force_insert=True)
    end_shares_with_parents(pupil, by)
    own = write_own_row(pupil, email, by)
    derive_access(school=by.school, by=by)
    return own


@transaction.atomic
def take_rights_back(*, pupil: Pupil, levels: dict[str, str], by: Membership) -> None:
    """It was a mistake: the parents decide again, each with what `levels` says, and the young person's sign-in ends here."""
    insist_on_seniors(by)
    wait_for_turn(pupil.school)
    passed = rights_of(pupil, by)
    if passed is None:
        return
    set_levels(pupil, levels, by)
    passed.taken_back_at, passed.taken_back_by = timezone.now(), by
    passed.save(update_fields=["taken_back_at", "taken_back_by"])
    if own := young_person_of(pupil, by):
        own.ended_on, own.membership = timezone.localdate(), None
        own.save(update_fields=["ended_on", "membership"])
    derive_access(school=by.school, by=by)


def insist_on_seniors(by: Membership) -> None:
    if not by.may(CONFIRM):
        raise PermissionDenied(CONFIRM)


def check_day(pupil: Pupil, day: datetime.date) -> None:
    first = rights_pass_from(pupil.date_of_birth, pupil.school.nation)
    if first and day < first:
        told = _("The law lets %(name)s decide from %(day)s. Give that day or a later one.")
        words = told % {"name": pupil.forename, "day": date_format(first)}
        raise ValidationError({"passed_on": words})
    if day > timezone.localdate():
        raise ValidationError({"passed_on": _("Give today or an earlier day.")})


def set_levels(pupil: Pupil, levels: dict[str, str], by: Membership) -> None:
    """What each adult at home may do here about the pupil from now on."""
    adults = adults_at_home(pupil, by)
    if {str(adult.pk) for adult in adults} != set(levels):
        raise ValidationError(
            _("Somebody changed the contacts meanwhile. Look at the list again, then confirm.")
        )
    for adult in adults:
        adult.portal = PortalLevel(levels[str(adult.pk)])
        adult.save(update_fields=["portal"])


def end_shares_with_parents(pupil: Pupil, by: Membership) -> None:
    """What the SENCO or head shared by name before the young person decided ends with that."""
    shares = PupilAccess.objects.visible_to(by).filter(
        content_object=pupil, source=AccessSource.SHARE, membership__role=Role.PARENT, ends__gt=timezone.now()
    )
    for grant in shares:
        end_access(grant=grant, by=by)


def write_own_row(pupil: Pupil, email: str, by: Membership) -> Contact:
    """The young person among the contacts, so that they can be invited as the adults are."""
    own = young_person_of(pupil, by) or Contact(
        school_id=pupil.school_id, pupil=pupil, relationship=Relationship.YOUNG_PERSON, priority=99
    )
    own.forename, own.surname = pupil.forename, pupil.surname
    own.email, own.ended_on, own.portal = email, None, PortalLevel.COMMENT
    own.full_clean(exclude=["school", "pupil", "membership"])
    own.save()
    return own
