"""A file arrives: it is kept in the database, behind both locks, until it is applied, refused or discarded."""

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from register.imports.refusals import ImportRefused
from register.models import ImportRun

LARGEST = 50 * 1024 * 1024  # bytes


@transaction.atomic
def upload(*, content: bytes, file_name: str, by, options: dict | None = None) -> ImportRun:
    """Record a file and who brought it. Raises ImportRefused for an empty or oversized one; nothing is kept then."""
    if not content:
        raise ImportRefused("empty", _("The file is empty."), _("Export it again from the MIS."))
    if len(content) > LARGEST:
        raise ImportRefused(
            "too_large",
            _("The file is larger than 50 MB."),
            _("Export fewer columns, or one year at a time."),
        )
    run = ImportRun(
        school=by.school,
        by=by,
        file_name=file_name[-255:],
        file_hash=hashlib.sha256(content).hexdigest(),
        file_size=len(content),
        content=content,
        options=options or {},
    )
    run.save(force_insert=True)
    return run
