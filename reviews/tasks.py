"""Background work of reviews. Tasks load by id and call actions, each in a transaction of its own."""

from celery import shared_task
from django.utils import timezone

from reviews.actions.agreed import remind_of_actions
from reviews.actions.contributing import remind_of_views
from reviews.actions.ending import end_choosing
from reviews.actions.inviting import remind
from reviews.actions.offering import arrange_chosen
from reviews.queries.invitations import who_reminds
from reviews.queries.offers import to_arrange, to_end
from senco.access.context import acting_as, acting_as_system
from senco.core.separately import each_by_itself


@shared_task
def remind_of_meetings() -> None:
    """Every morning: whoever is asked to a meeting or for views, or agreed to something, by the day after tomorrow. In the name of a SENCO of each school, for letters are the office's."""
    with acting_as_system(purpose="remind_of_meetings"):
        sencos = who_reminds()
    each_by_itself("Some reminders failed", sencos, remind_for)


@shared_task
def arrange_chosen_times() -> None:
    """Meetings on the times that parents chose: at once when one does, and every few minutes."""
    with acting_as_system(purpose="arrange_chosen_times"):
        sencos = who_reminds()
    each_by_itself("Some meetings could not be arranged", sencos, arrange_for)


def arrange_for(senco) -> None:
    """One after the other, whoever chose first at the front, each in a transaction of its own; then nobody chooses for what is not to come."""
    with acting_as(senco):
        keys = list(to_arrange(senco).values_list("pk", flat=True))
    each_by_itself("Some meetings could not be arranged", keys, lambda key: arrange_one(senco, key))
    with acting_as(senco):
        for review in to_end(senco):
            end_choosing(review=review)


def arrange_one(senco, key) -> None:
    with acting_as(senco):
        arrange_chosen(key=key, by=senco)


def remind_for(senco) -> None:
    today = timezone.localdate()
    with acting_as(senco):
        remind(today=today, by=senco)
        remind_of_views(today=today, by=senco)
        remind_of_actions(today=today, by=senco)
