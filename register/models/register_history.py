"""What the register shows of a past day although no row is dated: year, form, key adult, and the words of a watch.

They come from the history triggers' events. A day before the first event about a pupil was never recorded: it stays blank, and
the page says so.
"""

import datetime

from django.db.models import Exists, F, JSONField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from senco.accounts.models import Membership

NAMED_BY = ("title", "first_name", "last_name", "role", "email")  # what Membership.name is made of


def end_of(day: datetime.date) -> datetime.datetime:
    """The first moment after a day."""
    return timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))


def events_of_row(model):
    """The events about the row of the query around, the newest first."""
    return model.events.rel.related_model.objects.filter(pgh_obj_id=OuterRef("pk")).order_by("-pgh_id")


def place_now(pupils):
    """Year, form and key adult as they are, under the names that `place_on` gives those of a past day."""
    return pupils.annotate(
        shown_year=F("year_group"),
        shown_form=F("form"),
        shown_adult_id=F("key_adult_id"),
        shown_adult=JSONObject(**{name: f"key_adult__{name}" for name in ("pk", *NAMED_BY)}),
        was_recorded=Value(True),
    ).select_related("key_adult")


def place_on(pupils, day: datetime.date):
    """Year, form and key adult as they stood at the end of a past day; null where nothing was recorded yet."""
    then = events_of_row(pupils.model).filter(pgh_created_at__lt=end_of(day))
    named = JSONObject(**{name: name for name in ("pk", *NAMED_BY)})
    adult = Membership.objects.filter(pk=OuterRef("shown_adult_id")).values(found=named)
    return pupils.annotate(
        shown_year=Subquery(then.values("year_group")[:1]),
        shown_form=Subquery(then.values("form")[:1]),
        shown_adult_id=Subquery(then.values("key_adult_id")[:1]),
        was_recorded=Exists(then),
    ).annotate(shown_adult=Subquery(adult, output_field=JSONField()))


def as_first_said(watches, day: datetime.date):
    """Watches with the date and the label they had on a past day. One that was entered later has what was first entered."""
    events = events_of_row(watches.model)
    then, first = events.filter(pgh_created_at__lt=end_of(day)), events.order_by("pgh_id")
    return watches.annotate(
        **{
            f"shown_{name}": Coalesce(Subquery(then.values(name)[:1]), Subquery(first.values(name)[:1]), name)
            for name in ("review_on", "label")
        }
    )
