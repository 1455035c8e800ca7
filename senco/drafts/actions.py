"""Keep, discard and clear away unsent writing."""

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from senco.drafts.models import Draft

MOST_CHARACTERS = 50_000
MOST_FIELDS = 200
MOST_DRAFTS = 50  # of one person in one role
KEPT_FOR = datetime.timedelta(days=90)
NEVER_KEPT = ("password", "csrfmiddlewaretoken", "draft_key", "keep_as_draft")  # parts of field names


def keep(*, by, form: str, fields: dict[str, list[str]], page: str = "") -> Draft:
    """The person's draft of this form is what `fields` says now. Raises ValidationError where it is too much to keep."""
    kept = {name: values for name, values in fields.items() if not any(part in name for part in NEVER_KEPT)}
    insist_on_limits(by, form, kept)
    Draft(form=form).clean_fields(exclude=["school", "membership", "fields"])
    defaults = {"fields": kept, "page": page[:500], "saved_at": timezone.now(), "school_id": by.school_id}
    draft, _created = Draft.objects.update_or_create(membership=by, form=form, defaults=defaults)
    return draft


def insist_on_limits(by, form: str, fields: dict[str, list[str]]) -> None:
    characters = sum(len(name) + sum(map(len, values)) for name, values in fields.items())
    if characters > MOST_CHARACTERS or len(fields) > MOST_FIELDS:
        raise ValidationError(
            _("This is too long to keep as a draft. Send it, or copy it to a file of your own.")
        )
    others = Draft.objects.visible_to(by).exclude(form=form)
    if others.count() >= MOST_DRAFTS:
        raise ValidationError(_("You have too many unsent drafts. Discard some in “Unsent writing”."))


def discard(*, by, form: str) -> None:
    """What was sent, or is not wanted any more, needs no draft. Without one this does nothing."""
    Draft.objects.visible_to(by).filter(form=form).delete()


def clear_old_drafts() -> int:
    """Delete drafts that nobody has touched for three months; returns how many."""
    return Draft.objects.filter(saved_at__lt=timezone.now() - KEPT_FOR).delete()[0]
