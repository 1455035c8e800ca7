"""The language in which somebody is written to: as they chose it for their pages (senco.core.reading), else the system's own.

Nobody may read another's account, so the database answers with the language alone (app_languages, migration 0005).
"""

from collections.abc import Iterable
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from django.utils import translation

from senco.accounts.models import Membership

OFFERED = dict(settings.LANGUAGES)


def languages_of(people: Iterable[Membership]) -> dict:
    """By the key of the membership, for these people of one's own school; whoever has no account yet is in it with the system's own."""
    keys = [person.pk for person in people]
    with connection.cursor() as cursor:
        cursor.execute("select membership_id, language from app_languages(%s)", [keys])
        chosen = {key: language for key, language in cursor if language in OFFERED}
    return dict.fromkeys(keys, settings.LANGUAGE_CODE) | chosen


@contextmanager
def in_language_of(person: Membership):
    """What is worded in here is worded for `person`."""
    with translation.override(languages_of([person])[person.pk]):
        yield
