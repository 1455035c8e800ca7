"""What an external professional sees: the pupils shared with them, by whom, why and until when."""

from register.models import PupilAccess


def shares_with(membership):
    """Live grants of this person with the pupil and who gave them, the first to end on top."""
    live = PupilAccess.objects.visible_to(membership).live().filter(membership_id=membership.pk)
    return live.select_related("content_object", "granted_by").order_by("ends", "starts", "pk")
