"""Who can translate or approve, and which parents read a language."""

from collections.abc import Iterable

from django.db.models import Q

from register.models import Contact, Pupil, PupilAccess
from register.queries.families import parents_reached
from senco.accounts.models import Membership
from senco.accounts.roles import STAFF, WHOLE_SCHOOL, Role
from senco.translations.languages import BY_CENSUS
from senco.translations.models import Translation

TRANSLATES = (*STAFF, Role.PROFESSIONAL)


def able_to_open(pupil: Pupil):
    """Colleagues, and professionals the pupil is shared with, who have an account and may open the record now. For the office."""
    grants = PupilAccess.objects.live().filter(content_object=pupil, membership__role__in=TRANSLATES)
    able = Q(role__in=WHOLE_SCHOOL) | Q(pk__in=grants.values("membership"))
    found = Membership.objects.live().filter(able, school_id=pupil.school_id, user__isnull=False)
    return found.order_by("last_name", "first_name", "pk")


def languages_at_home(pupil: Pupil) -> list[str]:
    """Codes of the languages of the pupil's contacts, where they are not English; those of the first contact come first."""
    spoken = Contact.objects.filter(pupil=pupil, ended_on__isnull=True).order_by("priority", "pk")
    found = dict.fromkeys(spoken.values_list("language", flat=True))
    return [BY_CENSUS[code].code for code in found if code in BY_CENSUS]


def parents_who_read(translation: Translation):
    """Parents whose language it is; where that is nobody's, and of easy read, all who can open the pupil's page."""
    reached = parents_reached(translation.pupil_id)
    census = translation.spoken.census
    spoken = Contact.objects.filter(pupil=translation.pupil_id, ended_on__isnull=True, language=census)
    theirs = reached.filter(pk__in=spoken.values("membership")) if census else reached.none()
    return theirs if theirs.exists() else reached


def named(translations: Iterable[Translation], membership) -> list[Translation]:
    """The same, each with `translator_name` and `approver_name`. Nobody but the office is told the names of professionals. One query."""
    found = list(translations)
    keys = {key for each in found for key in (each.translator_id, each.approver_id)}
    known = {
        person.pk: person.name for person in Membership.objects.visible_to(membership).filter(pk__in=keys)
    }
    unknown = Role.PROFESSIONAL.label
    for each in found:
        each.translator_name = known.get(each.translator_id, unknown)
        each.approver_name = known.get(each.approver_id, unknown)
    return found
