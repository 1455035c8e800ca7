"""A draft back in its form, after a lost session as after a closed laptop."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from senco.drafts.models import Draft


def restore(form, membership):
    """The same form; unbound and named (`draft_key`), it shows what its writer had typed. A bound form is left alone."""
    draft = None if form.is_bound or not form.draft_key else find(membership, form.draft_key)
    return shown_in(form, draft)


def restore_all(forms: Iterable, membership, key: str) -> None:
    """The same for small forms that are sent together under one key, with one query. Of rows that came later the draft knows nothing."""
    forms = [form for form in forms if not form.is_bound]
    draft = find(membership, key) if forms else None
    for form in forms:
        if draft and (not form.prefix or any(name.startswith(f"{form.prefix}-") for name in draft.fields)):
            shown_in(form, draft)


def shown_in(form, draft: Draft | None):
    if draft is not None:
        form.draft = draft
        form.initial = form.initial | values_of(draft, form)
    return form


def draft_for(membership, form) -> dict:
    """What the person had typed into this form, as initial data; empty where nothing was kept."""
    draft = find(membership, form.draft_key)
    return values_of(draft, form) if draft else {}


def find(membership, key: str) -> Draft | None:
    return Draft.objects.visible_to(membership).waiting().filter(form=key).first()


def values_of(draft: Draft, form) -> dict:
    """Every field that the draft knows, read the way its own widget reads a submission."""
    data = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        data.setlist(name, values)
    return {
        name: field.widget.value_from_datadict(data, {}, form.add_prefix(name))
        for name, field in form.fields.items()
        if not isinstance(field, forms.FileField)
        and not field.widget.value_omitted_from_data(data, {}, form.add_prefix(name))
    }
