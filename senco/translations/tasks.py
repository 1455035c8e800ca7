"""Background work of translations: letters, in the name of a SENCO of each school, for letters are the office's."""

from celery import shared_task

from reviews.queries.invitations import who_reminds
from senco.access.context import acting_as, acting_as_system
from senco.core.separately import each_by_itself
from senco.translations.actions import tell
from senco.translations.models import Translation


@shared_task
def tell_of_translations() -> None:
    """Whoever is next to do something with a translation, or may read it now: at once, and every few minutes."""
    with acting_as_system(purpose="tell_of_translations"):
        sencos = who_reminds()
    each_by_itself("Some letters about translations failed", sencos, tell_for)


def tell_for(senco) -> None:
    with acting_as(senco):
        keys = list(
            Translation.objects.visible_to(senco)
            .untold()
            .order_by("asked_at", "pk")
            .values_list("pk", flat=True)
        )
    each_by_itself("Some letters about translations failed", keys, lambda key: tell_one(senco, key))


def tell_one(senco, key) -> None:
    with acting_as(senco):
        tell(key=key, by=senco)
