"""What has a day, for calendars: each floor says its kinds, all as rows of one shape, so that one union holds a month."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import (
    BooleanField,
    Case,
    F,
    IntegerField,
    Q,
    QuerySet,
    TimeField,
    UUIDField,
    Value,
    When,
)
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from register.models import Monitoring
from register.models.base import of_pupils_on_roll
from register.models.stage_duty import duty_words
from register.queries.due import about_of_duty, child_name, views_asked_of
from register.queries.duties import duties_for

NOBODY = Value(None, output_field=UUIDField())  # for what is about a group
NO_TIME, NO_LENGTH = Value(None, output_field=TimeField()), Value(None, output_field=IntegerField())


@dataclass(frozen=True)
class Dated:
    """One row: `who` it is about, `about` as its kind needs it, the day and perhaps the time and how long, and whether it is this person's to do."""

    kind: str
    key: object
    who: str
    about: str
    pupil_id: object
    on: datetime.date
    at: datetime.time | None
    minutes: int | None
    mine: bool


@dataclass(frozen=True)
class DatedKind:
    """`rows` finds the records of one kind between two days, both included; `words` and `url` make a line of a row."""

    code: str
    label: str
    permission: str
    rows: Callable[[object, datetime.date, datetime.date], QuerySet]
    words: Callable[[Dated], str]
    url: Callable[[Dated], str]


def as_rows(
    found,
    code: str,
    *,
    on: str,
    about=None,
    mine: Q | None = None,
    who=None,
    whose="pupil_id",
    timed: bool = False,
):
    """`found` in the shape of Dated. Without `mine` all of them are this person's; `timed` ones have `at` and `minutes`."""
    is_mine = (
        Value(True)
        if mine is None
        else Case(When(mine, then=True), default=False, output_field=BooleanField())
    )
    time, length = (F("at"), F("minutes")) if timed else (NO_TIME, NO_LENGTH)
    whom = F(whose) if whose else NOBODY
    row = (Value(code), F("pk"), who or child_name(), about or Value(""), whom, F(on), time, length, is_mine)
    return found.order_by().values_list(*row)


def duty_rows(membership, first, last):
    """Duties that nothing on record fulfils yet. That parents are to be told is a line of its own on the first page."""
    found = duties_for(membership).open().filter(due_on__range=(first, last)).exclude(evidence="parent_told")
    return as_rows(found, "duty", on="due_on", about=about_of_duty(), mine=Q(owner=membership))


def view_rows(membership, first, last):
    found = views_asked_of(membership).filter(of_pupils_on_roll(), due_on__range=(first, last))
    return as_rows(found, "view", on="due_on")


def watch_rows(membership, first, last):
    watched = Monitoring.objects.visible_to(membership).current()
    found = watched.filter(of_pupils_on_roll(), review_on__range=(first, last))
    return as_rows(found, "watch", on="review_on")


KINDS = (
    DatedKind(
        "duty", lazy("Duty of a stage"), "register.view_duties", duty_rows,
        words=lambda row: duty_words(*row.about.split("/")), url=lambda row: reverse("register:duty", args=[row.key]),
    ),
    DatedKind(
        "view", lazy("View on a concern"), "register.give_view", view_rows,
        words=lambda _row: _("Give your view"), url=lambda row: reverse("register:give_view", args=[row.key]),
    ),
    DatedKind(
        "watch", lazy("Pupil to look at again"), "register.view_concerns", watch_rows,
        words=lambda _row: _("Look again: still watch?"), url=lambda _row: reverse("register:monitoring"),
    ),
)  # fmt: skip
