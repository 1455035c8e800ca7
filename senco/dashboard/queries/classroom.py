"""What a teacher or an assistant sees first."""

import datetime

from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.utils import timezone

from register.choices import ON_REGISTER
from register.models import ConcernNotice, Pupil
from register.models.register_columns import called
from register.queries import advice
from register.queries.sen_register import RegisterRow, rows_of

RECENT = datetime.timedelta(days=30)


def pupils_with_needs(membership) -> list[RegisterRow]:
    """Those of one's pupils who are on the register or being watched, by name."""
    today = timezone.localdate()
    pupils = Pupil.objects.visible_to(membership).registered(today).for_register(today)
    known = pupils.filter(Q(provision__in=ON_REGISTER) | Q(watched_until__isnull=False))
    return rows_of(known.order_by("shown_surname", "shown_forename", "pk"), today)


def recent_answers(membership):
    """What one was told lately about concerns one raised, newest first, each with `child_name` (None: not one's pupil any more)."""
    notices = ConcernNotice.objects.visible_to(membership).standing()
    mine = notices.filter(audience=ConcernNotice.Audience.RAISER, concern__raised_by_id=membership.pk)
    since = timezone.now() - RECENT
    pupils = Pupil.objects.visible_to(membership).filter(pk=OuterRef("pupil"))
    names = pupils.values_list(Concat(called("forename"), Value(" "), called("surname")))
    return mine.filter(sent_at__gte=since).annotate(child_name=Subquery(names[:1])).order_by("-sent_at", "pk")


def recent_advice(membership):
    """One's questions that the SENCO has answered lately, newest first."""
    asked = advice.threads(membership).filter(asked_by_id=membership.pk).exclude(last_by_id=F("asked_by_id"))
    since = timezone.now() - RECENT
    return asked.filter(last_at__gte=since).select_related("pupil", "group").order_by("-last_at", "pk")
