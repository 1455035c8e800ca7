"""Cover links of a class, and the sheet made of what the database's own door hands out."""

from django.db.models import Count, Max
from django.utils.dateparse import parse_datetime

from provision.choices import AlertKind
from provision.letters.cover import CoverPupil, CoverSheet
from provision.letters.digest import PlanWords
from provision.letters.profile import AlertLine
from provision.models import CoverLink
from provision.queries.shared import grouped, is_shared

SHOWN = 20  # links on one page


def links_of(group, membership):
    """The newest links of a class, each with how often and when last it was opened."""
    found = CoverLink.objects.visible_to(membership).filter(group=group).select_related("made_by")
    return found.annotate(times=Count("openings"), last_opened=Max("openings__at"))[:SHOWN]


def sheet_of(answer: dict) -> CoverSheet:
    """`answer` is what app_open_cover (provision's migration 0007) gave: names, alerts and strategies, and nothing of a plan."""
    rows = list(enumerate(answer["pupils"]))
    wordings = [
        PlanWords(number, row["name"], each["text"], each["bank"])
        for number, row in rows
        for each in row["strategies"]
    ]
    needed = grouped(wordings, len(rows))
    return CoverSheet(
        school=answer["school"],
        group=answer["group"],
        subject=answer["subject"],
        until=parse_datetime(answer["until"]),
        pupils=tuple(pupil_of(number, row, needed) for number, row in rows),
        shared=tuple(one for one in needed if is_shared(one)),
    )


def pupil_of(number: int, row: dict, needed) -> CoverPupil:
    alerts = tuple(
        AlertLine(each["kind"], str(AlertKind(each["kind"]).label), each["text"], each["what_to_do"])
        for each in row["alerts"]
    )
    own = tuple(one.text for one in needed if number in one.keys and not is_shared(one))
    return CoverPupil(row["name"], alerts, own)
