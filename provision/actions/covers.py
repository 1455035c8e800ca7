"""Links for cover teachers: made for one class, open for hours, taken back, and opened without signing in."""

import datetime
import json

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from provision.letters.cover import CoverSheet
from provision.models import CoverLink
from provision.models.digest import LONGEST_COVER
from provision.queries.covers import sheet_of
from provision.queries.teaching import teaches


@transaction.atomic
def make_cover_link(*, group, hours: int, for_whom: str, by) -> tuple[CoverLink, str]:
    """The link and its token, which is nowhere kept: it can be read now and never again.

    Raises PermissionDenied for somebody who neither teaches the class nor works in the office, ValidationError for hours beyond three
    days or without a word for whom it is.
    """
    if not by.sees_whole_school and not teaches(by, group):
        raise PermissionDenied("cover")
    lasts = datetime.timedelta(hours=hours)
    if not datetime.timedelta() < lasts <= LONGEST_COVER:
        raise ValidationError({"hours": _("A link works for three days at most.")})
    token, now = CoverLink.new_token(), timezone.now()
    link = CoverLink(
        school_id=by.school_id, group=group, made_by=by, for_whom=for_whom.strip(), token_hash=CoverLink.hash_of(token),
        created_at=now, expires_at=now + lasts,
    )  # fmt: skip
    link.full_clean(exclude=["school", "group", "made_by"], validate_constraints=False)
    link.save(force_insert=True)
    return link, token


@transaction.atomic
def revoke_cover_link(*, link: CoverLink, by) -> bool:
    """It stops working at once; whether it still worked. `by` may be anybody who sees it."""
    return bool(CoverLink.objects.visible_to(by).open().filter(pk=link.pk).update(revoked_at=timezone.now()))


def open_cover(*, token: str) -> CoverSheet | None:
    """Whoever holds the link reads the sheet; None for a link that does not work (any more).

    Runs as the bare login role, which can read no table about a pupil: the function judges the link and whoever made it, writes that
    it was opened, and hands out the fields of a sheet (docs/decisions/0018-cover-links.md).
    """
    with connection.cursor() as cursor:
        cursor.execute("select app_open_cover(%s)::text", [CoverLink.hash_of(token)])
        (answer,) = cursor.fetchone()
    return sheet_of(json.loads(answer)) if answer else None
