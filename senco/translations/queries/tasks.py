"""Translations that wait for somebody, and those that are finished."""

import datetime

from django.db.models import DateTimeField, F, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from register.queries.due import Due, Waiting, child_name
from senco.documents.other_languages import OtherLanguage, OtherLanguages
from senco.translations.languages import LANGUAGES
from senco.translations.models import Translation

ASK, WORK, READ = "translations.ask", "translations.work", "translations.read"
TO_TRANSLATE, TO_APPROVE = "to_translate", "to_approve"
ORIGINALS = {"plan": "plan_version_id", "record": "record_id"}  # what is read → the column that points to it


def seen_by(membership):
    """With all that a list says of them, and without their texts."""
    found = Translation.objects.visible_to(membership).select_related("pupil")
    return found.defer("source", "words")


def to_translate_by(membership):
    return (
        seen_by(membership)
        .to_translate()
        .filter(translator=membership)
        .order_by(F("by_when").asc(nulls_last=True), "pk")
    )


def to_approve_by(membership):
    return seen_by(membership).handed_in().filter(approver=membership).order_by("handed_in_at", "pk")


def with_others(membership):
    """What waits for somebody else, for the office."""
    mine = Q(pk__in=to_translate_by(membership).values("pk")) | Q(
        pk__in=to_approve_by(membership).values("pk")
    )
    return seen_by(membership).waiting().exclude(mine).order_by(F("by_when").asc(nulls_last=True), "pk")


def waiting_for(membership):
    """Rows to be counted for the menu."""
    mine = Q(pk__in=to_translate_by(membership).values("pk")) | Q(
        pk__in=to_approve_by(membership).values("pk")
    )
    return Translation.objects.visible_to(membership).filter(mine)


def finished(membership):
    return seen_by(membership).approved().order_by("-approved_at", "pk")


def translations_waiting(membership) -> list:
    """One's own to translate and to approve, as rows of COLUMNS."""
    if not membership.may(WORK):
        return []
    return [
        found.order_by().values_list(
            Value(kind), F("pk"), child_name(), Concat(F("language"), Value("|"), F("title")), F("pupil_id"), Cast(F(since), DateTimeField())
        )
        for kind, since, found in (
            (TO_TRANSLATE, "by_when", to_translate_by(membership)),
            (TO_APPROVE, "handed_in_at", to_approve_by(membership)),
        )
    ]  # fmt: skip


def translation_due(row: Waiting) -> Due:
    """A line of what is to be done: by the day that was asked for, or within three days of being handed in."""

    code, _bar, title = row.about.partition("|")
    words = (
        _("Translate into %(language)s: %(title)s")
        if row.kind == TO_TRANSLATE
        else _("Approve in %(language)s: %(title)s")
    )
    day = timezone.localdate(row.since) if row.since else None
    if day and row.kind == TO_APPROVE:
        day += datetime.timedelta(days=3)
    told = words % {"language": LANGUAGES[code].label, "title": title}
    return Due(row.who, told, day, reverse("translations:translation", args=[row.key]), row.pupil_id)


def in_other_languages(original: str, key, membership) -> OtherLanguages:
    """What this person may open of one original: at home what is approved, at school all that they have a part in."""
    at_home = membership.may(READ)
    if not (at_home or membership.may(WORK)):
        return OtherLanguages()
    found = seen_by(membership).standing().filter(**{ORIGINALS[original]: key})
    links = [link_to(each, at_home) for each in sorted(found, key=lambda each: str(each.spoken.label))]
    ask_url = reverse("translations:ask", args=[key, original]) if membership.may(ASK) else ""
    return OtherLanguages(tuple(links), ask_url)


def link_to(translation: Translation, at_home: bool) -> OtherLanguage:
    spoken = translation.spoken
    url = reverse("translations:read", args=[translation.pk]) if at_home else translation.get_absolute_url()
    state = "" if at_home else str(translation.state.label)
    return OtherLanguage(str(spoken.own), spoken.lang, spoken.side, url, state)
