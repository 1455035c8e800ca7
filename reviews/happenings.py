"""What meetings add to a pupil's chronology."""

from django.utils.translation import gettext as _

from provision.choices import Audience
from register.queries.chronology import Happening, Kind, add_source
from reviews.models import ReviewRecord
from reviews.workflow import VIEW


@add_source
def meetings(pupil, membership):
    """Every meeting whose record stands."""
    if not membership.may(VIEW):
        return
    records = (
        ReviewRecord.objects.visible_to(membership).standing().filter(pupil=pupil, audience=Audience.STAFF)
    )
    for each in records.select_related("review").defer("content"):
        said = each.review.summary
        yield Happening(
            each.held_on, Kind.FAMILY, _("Meeting: %(title)s") % {"title": each.review}, said, by=each.by_id, url=each.get_absolute_url()
        )  # fmt: skip
