"""Words that need not be typed: what was translated before, names of colleagues, and days."""

import datetime

from django.utils import translation
from django.utils.formats import date_format

from senco.accounts.models import Membership
from senco.accounts.roles import STAFF
from senco.core.words.kept import as_kept
from senco.translations.languages import LANGUAGES
from senco.translations.models import Translation

NEWEST = 200  # translations that are looked through


def proposed(texts: list[str], language: str, membership) -> dict[str, str]:
    """Text → words to begin with, for those of the texts where there are some. Easy read says names and days in its own sentences."""
    known = remembered(language, membership)
    if LANGUAGES[language].is_easy:
        return {text: known[text] for text in texts if text in known}
    colleagues = Membership.objects.visible_to(membership).filter(role__in=STAFF)
    names = {person.name for person in colleagues}
    days = {text: day_in(text, language) for text in texts}
    return {
        text: words
        for text in texts
        if (words := known.get(text) or days[text] or (text if text in names else ""))
    }


def remembered(language: str, membership) -> dict[str, str]:
    """Text → its words in that language, out of what was approved and this person may read; the newest words hold."""
    approved = Translation.objects.visible_to(membership).approved().filter(language=language)
    found: dict[str, str] = {}
    for words in approved.order_by("-approved_at", "pk").values_list("words", flat=True)[:NEWEST]:
        found = words | found
    return found


def day_in(text: str, language: str) -> str:
    """A day as documents say it, in another language; empty where the text is none, or Django does not know how they say it there."""
    day = day_said(text)
    lang = LANGUAGES[language].lang.lower()
    if day is None or not translation.check_for_language(lang):
        return ""
    with translation.override(lang):
        return date_format(day)


@as_kept
def day_said(text: str) -> datetime.date | None:
    """The day that a text is, if it says a day and nothing else, as `date_format` does."""
    for form in ("%d %b %Y", "%d %B %Y"):
        try:
            day = datetime.datetime.strptime(text, form).date()
        except ValueError:
            continue
        return day if date_format(day) == text else None
    return None
