"""Bases that tables share."""

import hashlib
import secrets
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


class HeldByToken:
    """For a row behind an address that opens it without signing in. Only the hash is kept: who reads the table cannot use the addresses."""

    @staticmethod
    def new_token() -> str:
        return secrets.token_urlsafe(32)

    @staticmethod
    def hash_of(token: str) -> str:
        return hashlib.sha256(token.encode()).hexdigest()
