"""Advice threads with what lists show of them: who wrote last, whether an answer is waited for, whether they are open."""

from django.db.models import BooleanField, Case, F, OuterRef, Q, Subquery, Value, When

from register.models import AdviceMessage, AdviceThread


def threads(membership):
    """The threads this person may open, each with `last_at`, `last_by_id`, `is_open` and `is_waiting` (for an answer).

    A message after the closing opens a thread again: teachers cannot change the thread itself.
    """
    last = AdviceMessage.objects.filter(thread=OuterRef("pk")).order_by("-at", "-id")
    seen = AdviceThread.objects.visible_to(membership).annotate(
        last_at=Subquery(last.values("at")[:1]), last_by_id=Subquery(last.values("by_id")[:1])
    )
    is_open = Q(closed_at__isnull=True) | Q(last_at__gt=F("closed_at"))
    seen = seen.annotate(is_open=truth(is_open))
    return seen.annotate(is_waiting=truth(Q(is_open=True, last_by_id=F("asked_by_id"))))


def truth(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def for_list(membership):
    """Open threads first, those that wait for an answer before the others, the longest waiting on top."""
    found = threads(membership).select_related("pupil", "group", "asked_by")
    return found.order_by(
        "-is_open", "-is_waiting", Case(When(is_waiting=True, then=F("last_at"))), "-last_at", "pk"
    )


def messages_of(thread, membership):
    """Everything written in a thread, oldest first."""
    return (
        AdviceMessage.objects.visible_to(membership)
        .filter(thread=thread)
        .select_related("by")
        .order_by("at", "id")
    )
