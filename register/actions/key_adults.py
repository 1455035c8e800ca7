"""The key adult of a pupil: a member of staff who knows them best here. Being one opens the pupil's record."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from register.actions.access import settle, wait_for_turn, wanted_by_key_adults
from register.choices import AccessSource
from register.models import Pupil
from register.queries.history import events_of
from senco.accounts.roles import STAFF


@transaction.atomic
def set_key_adult(*, pupils, adult, by) -> tuple[int, int]:
    """Give every pupil of a queryset this key adult (None: nobody). Returns the history marks before and after.

    Pupils who have this key adult already are left alone; access follows at once, in the one turn of all who derive it.
    """
    school = by.school
    if adult is not None and (adult.role not in STAFF or adult.school_id != school.pk):
        raise ValidationError(
            {"adult": _("The key adult is a member of this school's staff. Choose somebody else.")}
        )
    before = last_mark(school)
    wanted = adult.pk if adult else None
    for pupil in held(Pupil.objects.filter(pk__in=[pupil.pk for pupil in pupils])):
        if pupil.key_adult_id != wanted:
            pupil.key_adult = adult
            pupil.save(update_fields=["key_adult"])
    wait_for_turn(school)
    settle(school=school, source=AccessSource.KEY_ADULT, wanted=wanted_by_key_adults(school), by=by)
    return before, last_mark(school)


@transaction.atomic
def restore_key_adults(*, before: int, after: int, by) -> int:
    """Take back one change of key adults, made by this person between two marks; returns how many pupils it concerned.

    Pupils whose key adult somebody changed again since keep the newer one.
    """
    events = events_of(Pupil).objects.filter(school_id=by.school_id)
    changed = events.filter(pgh_id__gt=before, pgh_id__lte=after, pgh_context__membership=str(by.pk))
    set_then = {event.pgh_obj_id: event.key_adult_id for event in changed.order_by("pgh_id")}
    earlier = events.filter(pgh_obj_id__in=set_then, pgh_id__lte=before).order_by("pgh_obj_id", "-pgh_id")
    had_before = dict(earlier.distinct("pgh_obj_id").values_list("pgh_obj_id", "key_adult_id"))
    restored = 0
    for pupil in held(Pupil.objects.filter(pk__in=had_before)):
        if pupil.key_adult_id == set_then[pupil.pk]:
            pupil.key_adult_id = had_before[pupil.pk]
            pupil.save(update_fields=["key_adult"])
            restored += 1
    wait_for_turn(by.school)
    settle(school=by.school, source=AccessSource.KEY_ADULT, wanted=wanted_by_key_adults(by.school), by=by)
    return restored


def held(pupils):
    """The pupils, one after the other in one order, so that two people never wait for each other; always before the turn."""
    return pupils.order_by("pk").select_for_update(of=("self",), no_key=True)


def last_mark(school) -> int:
    """The number of the last change to any pupil of the school."""
    found = events_of(Pupil).objects.filter(school_id=school.pk).aggregate(last=Max("pgh_id"))
    return found["last"] or 0
