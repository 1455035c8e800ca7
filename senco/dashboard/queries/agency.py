"""What an external professional sees: the pupils shared with them, by whom, why and until when."""

from django.db.models import Exists, OuterRef

from register.models import PupilAccess
from reviews.queries.contributions import asked_of


def shares_with(membership):
    """Live grants of this person with the pupil, who gave them and whether views are waited for, the first to end on top."""
    live = PupilAccess.objects.visible_to(membership).live().filter(membership_id=membership.pk)
    live = live.annotate(is_asked=Exists(asked_of(membership).filter(pupil=OuterRef("content_object"))))
    return live.select_related("content_object", "granted_by").order_by("ends", "starts", "pk")
