"""What translations offer from everywhere, and beside what can be read in other languages."""

from django.utils.translation import gettext_lazy as _

from register.queries.due import add_waiting
from senco.core.navigation import AGENCY, CLASS, OFFICE, NavItem, site
from senco.documents.other_languages import add_finder
from senco.translations.queries.tasks import (
    TO_APPROVE,
    TO_TRANSLATE,
    WORK,
    in_other_languages,
    translation_due,
    translations_waiting,
    waiting_for,
)


def offer() -> None:
    """Called once the apps are ready. For the classroom, whose menu is a bar on a phone, tasks stand under "To do"."""
    label, address = _("Translations"), "translations:translations"
    site.add_item(
        NavItem(label, address, (OFFICE, AGENCY), WORK, icon="letters", order=39, count=waiting_for)
    )
    site.add_item(NavItem(label, address, (CLASS,), WORK, icon="letters", order=39, shown=False))
    add_waiting(translations_waiting, **{TO_TRANSLATE: translation_due, TO_APPROVE: translation_due})
    add_finder(in_other_languages)
