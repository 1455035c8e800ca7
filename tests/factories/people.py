"""Schools and the people in them: `person("teacher")` is somebody who can sign in and act."""

import itertools

from django.utils import timezone

from senco.accounts.models import Membership, School, User

from .identity import as_owner

_number = itertools.count(1)


def school(**fields) -> School:
    n = next(_number)
    defaults = {
        "name": f"School {n}",
        "urn": f"{100000 + n}",
        "laestab": f"999{6000 + n % 4000:04d}",  # below are numbers that tests give by hand
        "phase": "secondary",
    }
    with as_owner():
        return School.objects.create(**defaults | fields)


def person(role: str, *, at: School | None = None, user: User | None = None, **fields) -> Membership:
    """A live membership with an account of its own (or of `user`); it began yesterday unless told otherwise."""
    n = next(_number)
    at = at or school()
    fields = {"title": "Ms", "first_name": f"Given{n}", "last_name": f"Family{n}"} | fields
    fields.setdefault("starts", timezone.now() - timezone.timedelta(days=1))
    with as_owner():
        user = user or User.objects.create(email=f"person{n}@example.org", password="!")  # no usable password
        return Membership.objects.create(school=at, role=role, user=user, email=user.email, **fields)
