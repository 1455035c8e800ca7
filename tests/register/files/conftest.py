"""A pupil, and everybody who may or may not read what is kept about her."""

from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from register.models import Pupil
from senco.accounts.models import Membership
from tests.factories import access, person, pupil, school

CIRCLES = {
    "for staff": {},
    "for the family": {"for_staff": False, "for_family": True},
    "for professionals": {"for_staff": False, "for_agency": True},
    "for the office": {"for_staff": False},
}


@dataclass
class Scene:
    """`teacher`, `ta`, `mother` and `psychologist` may open `amina` now; `other` teaches here, but not her."""

    amina: Pupil
    stranger: Pupil
    senco: Membership
    admin: Membership
    teacher: Membership
    ta: Membership
    other: Membership
    mother: Membership
    psychologist: Membership
    governor: Membership


@pytest.fixture
def scene(db) -> Scene:
    here = school()
    roles = {
        "senco": "senco", "admin": "admin", "teacher": "teacher", "ta": "ta", "other": "teacher", "mother": "parent",
        "psychologist": "professional", "governor": "governor",
    }  # fmt: skip
    people = {name: person(role, at=here) for name, role in roles.items()}
    made = Scene(amina=pupil(at=here), stranger=pupil(at=here), **people)
    for name in ("teacher", "ta", "mother", "psychologist"):
        access(people[name], made.amina)
    return made


@pytest.fixture
def upload():
    """`upload(content, name)`: a file as a browser sends it, with a content type that nobody believes."""

    def make(content: bytes, name: str = "note.txt") -> SimpleUploadedFile:
        return SimpleUploadedFile(name, content, "text/html")

    return make
