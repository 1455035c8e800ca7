"""Keep, discard and clear away unsent writing."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from senco.access.context import take_turns
from senco.core.navigation import ROLE_FIELD
from senco.drafts.models import Draft

MOST_CHARACTERS = 50_000
MOST_FIELDS = 200
MOST_DRAFTS = 50  # of one person in one role
MOST_THROWN_AWAY = 10  # that can be brought back, of one person in one role
KEPT_FOR = datetime.timedelta(days=90)
THROWN_AWAY_FOR = datetime.timedelta(days=1)
# Parts of field names.
NEVER_KEPT = ("password", "csrfmiddlewaretoken", "draft_key", "keep_as_draft", ROLE_FIELD)


def wait_for_turn(by, form: str) -> None:
    """One save of one person's form after the other, until the end of the transaction."""
    take_turns(f"draft {by.pk} {form}")


@transaction.atomic
def keep(*, by, form: str, fields: dict[str, list[str]], page: str = "") -> Draft:
    """The person's draft of this form is what `fields` says now. Raises ValidationError where it is too much to keep.

    One save of a form after the other: the first two at once would both begin it, and a refused statement is a lost save.
    """
    kept = {name: values for name, values in fields.items() if not any(part in name for part in NEVER_KEPT)}
    insist_on_limits(by, form, kept)
    Draft(form=form).clean_fields(exclude=["school", "membership", "fields"])
    wait_for_turn(by, form)
    defaults = {"fields": kept, "page": page[:500], "saved_at": timezone.now(), "school_id": by.school_id}
    draft, _created = Draft.objects.waiting().update_or_create(membership=by, form=form, defaults=defaults)
    return draft


def insist_on_limits(by, form: str, fields: dict[str, list[str]]) -> None:
    characters = sum(len(name) + sum(map(len, values)) for name, values in fields.items())
    if characters > MOST_CHARACTERS or len(fields) > MOST_FIELDS:
        raise ValidationError(
            _("This is too long to keep as a draft. Send it, or copy it to a file of your own.")
        )
    others = Draft.objects.visible_to(by).waiting().exclude(form=form)
    if others.count() >= MOST_DRAFTS:
        raise ValidationError(_("You have too many unsent drafts. Discard some in “Unsent writing”."))


def discard(*, by, form: str) -> None:
    """What was sent needs no draft. Without one this does nothing; what was thrown away is left to its own time."""
    Draft.objects.visible_to(by).waiting().filter(form=form).delete()


@transaction.atomic
def throw_away(*, draft: Draft, by) -> None:
    """The writer does not want it any more. For a day it can be brought back: the last few of them."""
    draft.discarded_at = timezone.now()
    draft.save(update_fields=["discarded_at"])
    gone = Draft.objects.visible_to(by).thrown_away().order_by("-discarded_at", "-pk")
    Draft.objects.filter(pk__in=list(gone.values_list("pk", flat=True)[MOST_THROWN_AWAY:])).delete()


@transaction.atomic
def bring_back(*, draft: Draft, by) -> None:
    """Undo of `throw_away`. Raises ValidationError where the same form has been begun anew: neither text is overwritten."""
    wait_for_turn(by, draft.form)
    if Draft.objects.visible_to(by).waiting().filter(form=draft.form).exists():
        raise ValidationError(
            _(
                "You have begun this form anew since then. Send that, or throw it away; then this one can be brought back."
            )
        )
    draft.discarded_at = None
    draft.save(update_fields=["discarded_at"])


def clear_old_drafts() -> int:
    """Delete what nobody has touched for three months, and what was thrown away a day ago or earlier; returns how many."""
    now = timezone.now()
    old = Q(saved_at__lt=now - KEPT_FOR) | Q(discarded_at__lt=now - THROWN_AWAY_FOR)
    return Draft.objects.filter(old).delete()[0]
