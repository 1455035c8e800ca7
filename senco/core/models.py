"""Bases that every table shares."""

import uuid

from django.db import models
from uuid_utils.compat import uuid7


def new_id() -> uuid.UUID:
    """A time-ordered key (RFC 9562 version 7), made here so that an insert needs no answer from the database."""
    return uuid7()


class UuidModel(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True
