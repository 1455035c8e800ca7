"""Translations that are wanted by a day, for calendars."""

from django.db.models import F, Q, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from register.models.base import of_pupils_on_roll
from register.queries.dated import DatedKind, as_rows
from senco.translations.languages import LANGUAGES
from senco.translations.models import Translation
from senco.translations.queries.tasks import WORK


def wanted_rows(membership, first, last):
    found = Translation.objects.visible_to(membership).waiting()
    found = found.filter(of_pupils_on_roll(), by_when__range=(first, last))
    about = Concat(F("language"), Value("|"), F("title"))
    return as_rows(found, "translation", on="by_when", about=about, mine=Q(translator=membership))


def words_of(row) -> str:
    code, _bar, title = row.about.partition("|")
    return _("Translate into %(language)s: %(title)s") % {"language": LANGUAGES[code].label, "title": title}


KINDS = (
    DatedKind(
        "translation", lazy("Translation that is wanted"), WORK, wanted_rows,
        words=words_of, url=lambda row: reverse("translations:translation", args=[row.key]),
    ),
)  # fmt: skip
