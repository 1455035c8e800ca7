"""Kept JSON back to the values of our fields."""

import datetime

from django.db import models


def restored(model: type[models.Model], values: dict) -> dict:
    """Field name → Python value, as the model's own fields read it; None and empty text stand as the field wants them."""
    return {name: model._meta.get_field(name).to_python(value) for name, value in values.items()}


def day(text: str | None, otherwise: datetime.date) -> datetime.date:
    """A kept date, or the day to use where the file gave none."""
    return datetime.date.fromisoformat(text) if text else otherwise


def assign(instance: models.Model, values: dict) -> list[str]:
    """Put kept values on an instance; returns the names that were set."""
    found = restored(type(instance), values)
    for name, value in found.items():
        setattr(instance, name, value)
    return list(found)
