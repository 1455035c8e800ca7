"""Views of the register that a person keeps under a name."""

from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from register.models import SavedView

AT_MOST = 50
NOT_KEPT = {"page", "csrfmiddlewaretoken", "selected", "whole_list"}


@transaction.atomic
def save_view(*, name: str, query: str, by) -> SavedView:
    """Keep a filter under a name; a view of one's own with that name is replaced."""
    kept = SavedView.objects.filter(membership=by, name=name).first() or SavedView(
        school_id=by.school_id, membership=by
    )
    if kept._state.adding and SavedView.objects.filter(membership=by).count() >= AT_MOST:
        raise ValidationError(
            _("You have %(count)s saved views. Delete one before you save another.") % {"count": AT_MOST}
        )
    kept.name, kept.query = name, tidy(query)
    kept.full_clean(exclude=["school", "membership"], validate_constraints=False)
    kept.save()
    return kept


@transaction.atomic
def restore_view(*, name: str, query: str, by) -> SavedView:
    """Bring back a deleted view; one that was made since under its name stays, and the older one is numbered."""
    taken = set(SavedView.objects.filter(membership=by).values_list("name", flat=True))
    numbered = (f"{name[:50]} ({number})" for number in range(2, AT_MOST + 3))
    free = next(each for each in (name, *numbered) if each not in taken)
    return save_view(name=free, query=query, by=by)


@transaction.atomic
def rename_view(*, view: SavedView, name: str, by) -> SavedView:
    """Give a view another name; two of one's own views never share one."""
    if SavedView.objects.filter(membership=by, name=name).exclude(pk=view.pk).exists():
        raise ValidationError(
            {"name": _("You have a view called “%(name)s” already. Choose another name.") % {"name": name}}
        )
    view.name = name
    view.full_clean(exclude=["school", "membership"], validate_constraints=False)
    view.save(update_fields=["name"])
    return view


@transaction.atomic
def delete_view(*, view: SavedView, by) -> None:
    """Forget a view. The caller keeps name and query for as long as it offers an undo."""
    view.delete()


def tidy(query: str) -> str:
    """The address's filters without empty ones and without what belongs to one visit only."""
    return urlencode([(name, value) for name, value in parse_qsl(query) if name not in NOT_KEPT])
