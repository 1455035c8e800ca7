"""Pupils and what is recorded about them."""

import datetime
import hashlib
import itertools

from django.contrib.auth.models import Permission
from django.utils import timezone

from register.models import (
    Concern,
    ConcernStep,
    Contact,
    GroupPupil,
    GroupTeacher,
    Pupil,
    PupilAccess,
    PupilFile,
    PupilFileContent,
    SenStatus,
    TeachingGroup,
)

from .identity import as_owner

_number = itertools.count(1)


def days(count: float) -> datetime.datetime:
    """This hour by the clock on the wall, so many days from now (negative: ago), whenever the clocks changed between."""
    return timezone.localtime() + datetime.timedelta(days=count)


def pupil(*, at, **fields) -> Pupil:
    n = next(_number)
    defaults = {
        "legal_forename": f"Forename{n}",
        "legal_surname": f"Surname{n}",
        "date_of_birth": datetime.date(2014, 3, 9),
        "sex": "F",
        "year_group": 7,
        "form": "7A",
        "admission_number": f"{n:06d}",
    }
    with as_owner():
        return Pupil.objects.create(school=at, **defaults | fields)


def access(membership, to: Pupil, *, starts=None, ends=None, source="share", level="comment") -> PupilAccess:
    """A grant; live since yesterday unless told otherwise. A parent's needs the contact it is derived from."""
    if source == "parent":
        link(membership, to)
    with as_owner():
        return PupilAccess.objects.create(
            permission=Permission.objects.get(codename="view_pupil", content_type__app_label="register"),
            school_id=to.school_id,
            membership=membership,
            content_object=to,
            source=source,
            level=level,
            starts=starts or days(-1),
            ends=ends,
        )


def link(parent, to: Pupil) -> None:
    with as_owner():
        linked = Contact.objects.filter(pupil=to, membership=parent).exists()
    if not linked:
        contact(to, membership=parent)


def group(*, at, teachers=(), pupils=(), name: str | None = None) -> TeachingGroup:
    with as_owner():
        made = TeachingGroup.objects.create(
            school=at, name=name or f"Group {next(_number)}", subject="English"
        )
        for teacher in teachers:
            GroupTeacher.objects.create(school=at, group=made, membership=teacher, starts=days(-30))
        for each in pupils:
            GroupPupil.objects.create(school=at, group=made, pupil=each, starts=days(-30))
        return made


def contact(of: Pupil, **fields) -> Contact:
    n = next(_number)
    defaults = {
        "forename": f"Parent{n}",
        "surname": of.legal_surname,
        "relationship": "MOT",
        "parental_responsibility": True,
    }
    with as_owner():
        return Contact.objects.create(school_id=of.school_id, pupil=of, **defaults | fields)


def on_status(
    of: Pupil, provision: str = "K", *, since: datetime.date = datetime.date(2025, 9, 1), **fields
) -> SenStatus:
    with as_owner():
        return SenStatus.objects.create(
            school_id=of.school_id,
            pupil=of,
            provision=provision,
            starts=since,
            reason="less_progress",
            **fields,
        )


def concern(about: Pupil, *, by, **fields) -> Concern:
    """A concern with its first step."""
    defaults = {
        "seen": ["reading"],
        "what_happened": "Could not read the page.",
        "seen_on": datetime.date(2026, 3, 2),
    }
    with as_owner():
        made = Concern.objects.create(
            school_id=about.school_id,
            pupil=about,
            raised_by=by,
            reference=f"2026-{next(_number)}",
            **defaults | fields,
        )
        ConcernStep.objects.create(school_id=about.school_id, pupil=about, concern=made, kind="raised", by=by)
        return made


def kept_file(
    about: Pupil, *, by, content: bytes = b"What was seen today.", thumbnail: bytes = b"", **fields
) -> PupilFile:
    """A file as the upload pipeline keeps it: plain text for colleagues unless told otherwise."""
    defaults = {
        "name": f"note {next(_number)}.txt",
        "kind": "text",
        "content_type": "text/plain; charset=utf-8",
        "scan": "none",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    common = {"school_id": about.school_id, "pupil": about}
    with as_owner():
        made = PupilFile.objects.create(**common, uploaded_by=by, **defaults | fields)
        PupilFileContent.objects.create(**common, file=made, content=content, thumbnail=thumbnail)
        return made
