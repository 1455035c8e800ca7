"""What reviews offer from everywhere."""

from django.utils.translation import gettext_lazy as _

from register.queries.due import add_waiting
from reviews.queries.due import (
    ACTION,
    MEETING,
    OTHER_TIME,
    TO_TELL,
    VIEWS,
    action_due,
    meeting_due,
    other_time_due,
    to_tell_due,
    views_due,
    waiting_for,
)
from reviews.queries.reviews import actions_soon
from reviews.workflow import HOLD, VIEW
from senco.core.navigation import CLASS, OFFICE, NavItem, PupilTab, site

READ = "reviews.read_record"


def offer() -> None:
    """Called once the apps are ready. For the classroom, whose menu is a bar on a phone, what waits stands under "To do"."""
    for item in (
        NavItem(_("Reviews"), "reviews:reviews", (OFFICE,), VIEW, icon="review", order=47, key="w"),
        NavItem(
            _("Reviews"), "reviews:reviews", (CLASS,), VIEW, icon="review", order=47, key="w", shown=False
        ),
        NavItem(_("Actions"), "reviews:actions", (OFFICE,), VIEW, icon="check", order=48, count=actions_soon),
        NavItem(_("Actions"), "reviews:actions", (CLASS,), VIEW, icon="check", order=48, shown=False),
    ):
        site.add_item(item)
    site.add_tab(
        PupilTab(
            _("Reviews"),
            "reviews:pupil_reviews",
            permission=VIEW,
            order=33,
            also=("/reviews/", "/review-records/", "/contributions/"),
        )
    )
    site.add_tab(
        PupilTab(
            _("Meetings"), "reviews:family_records", permission=READ, order=33, also=("/shared-records/",)
        )
    )
    site.add_button(PupilTab(_("Plan a review"), "reviews:begin", permission=HOLD))
    add_waiting(
        waiting_for,
        **{
            ACTION: action_due,
            MEETING: meeting_due,
            OTHER_TIME: other_time_due,
            TO_TELL: to_tell_due,
            VIEWS: views_due,
        },
    )
