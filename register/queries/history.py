"""A pupil's rows as the history triggers saw them at an earlier mark.

A mark is the number of the last history event about a pupil's rows of one model: numbers only rise, so two marks
enclose exactly one change, whatever the clock says.
"""

import uuid

from django.db.models import Max

from register.models import (
    Contact,
    ContactAddress,
    GroupPupil,
    GroupTeacher,
    Pupil,
    PupilCharacteristic,
    SenNeed,
    SenStatus,
)
from senco.accounts.models import Membership
from senco.core.versions import Saved


def events_of(model):
    """The event model that pghistory keeps beside `model`."""
    return model.events.rel.related_model


def who_made(event) -> uuid.UUID | None:
    """The key of the membership that made a change; None where the system did."""
    key = (event.pgh_context or {}).get("membership")
    return uuid.UUID(key) if key else None


def mark_of(model, pupil) -> int:
    """The number of the last change to the pupil's rows of `model`; 0 where there was none."""
    found = pupil_events(model, pupil).aggregate(last=Max("pgh_id"))
    return found["last"] or 0


def rows_at(model, pupil, mark: int) -> dict:
    """The pupil's rows as they stood at a mark: key → event with the same fields."""
    latest = (
        pupil_events(model, pupil)
        .filter(pgh_id__lte=mark)
        .order_by("pgh_obj_id", "-pgh_id")
        .distinct("pgh_obj_id")
    )
    return {event.pgh_obj_id: event for event in latest if event.pgh_label != "delete"}


def pupil_events(model, pupil):
    path = "pupil_id" if hasattr(model, "pupil_id") else "pgh_obj_id"
    return events_of(model).objects.filter(**{path: pupil.pk})


def last_saved(pupil, membership) -> Saved | None:
    """Who saved the pupil's details last, for the colleague who was writing at the same time."""
    event = pupil_events(Pupil, pupil).filter(version=pupil.version).order_by("pgh_id").first()
    if event is None:
        return None
    person = Membership.objects.visible_to(membership).filter(pk=who_made(event)).first()
    return Saved(person.name if person else "", event.pgh_created_at)


def register_mark(school) -> dict[str, int]:
    """The last change to anything an import compares a file with, by model: equal marks mean that nothing changed."""
    compared = (
        Pupil,
        PupilCharacteristic,
        Contact,
        ContactAddress,
        SenStatus,
        SenNeed,
        GroupPupil,
        GroupTeacher,
        Membership,
    )
    return {
        model.__name__: events_of(model)
        .objects.filter(school_id=school.pk)
        .aggregate(last=Max("pgh_id"))["last"]
        or 0
        for model in compared
    }
