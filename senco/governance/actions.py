"""Releasing figures to governors, and taking a release back before it has reached them."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from senco.accounts.models import Membership
from senco.governance.deadlines import GRACE
from senco.governance.figures import THRESHOLD
from senco.governance.models import FigureRelease
from senco.governance.queries import draft_on, may_release_from


@transaction.atomic
def release_figures(
    *, by: Membership, on: datetime.date, at: datetime.datetime | None = None
) -> FigureRelease:
    """Protect the tables of a day and keep them for governors, who can read them from `at` (default: after GRACE).

    Raises ValidationError where it is too early for another release, or where the figures could not be protected.
    """
    earliest = may_release_from(by)
    if earliest and on < earliest:
        raise ValidationError(
            _("The next figures can be released from %(day)s.") % {"day": date_format(earliest)},
            code="too_early",
        )
    draft = draft_on(by, on)
    if not draft.can_be_released:
        raise ValidationError(
            _("These figures cannot be released: with so few pupils, none of them would keep its secret."),
            code="unsafe",
        )
    release = FigureRelease(
        school=by.school, as_of=on, tables=draft.protected.as_data(), threshold=THRESHOLD, released_by=by,
        released_at=at or timezone.now() + GRACE,
    )  # fmt: skip
    release.full_clean()
    release.save(force_insert=True)
    return release


@transaction.atomic
def take_back(*, release: FigureRelease, by: Membership) -> None:
    """Governors never see it. Refused once it has reached them: what was read cannot be unread.

    The row stays, with the moment; `by` acts, and the database lets nobody else do it.
    """
    now = timezone.now()
    if release.released_at <= now:
        raise ValidationError(_("Governors can read these figures already. They stay."), code="arrived")
    release.withdrawn_at = now
    release.save(update_fields=["withdrawn_at"])
