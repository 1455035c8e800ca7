"""A school with a SENCO, two teachers and an assistant of one pupil, who has a plan with a section of every kind."""

import uuid
from dataclasses import dataclass

import pytest
from django.urls import reverse

from tests.factories import access, person, pupil, school
from tests.factories.plans import plan, section

KINDS = ("text", "concerns", "scores", "outcomes", "strategies", "adjustments", "resources", "provision")


@pytest.fixture(autouse=True)
def own_cache(settings):
    """Who is writing where is noted for this test alone."""
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": uuid.uuid4().hex}}


@dataclass
class Cast:
    senco: object
    teacher: object
    other: object
    ta: object
    head: object
    parent: object
    stranger: object  # a teacher of the school who does not teach the pupil
    child: object


@pytest.fixture
def cast() -> Cast:
    here = school()
    child = pupil(at=here)
    made = {
        "senco": person("senco", at=here),
        "teacher": person("teacher", at=here),
        "other": person("teacher", at=here),
        "ta": person("ta", at=here),
        "head": person("head", at=here),
        "parent": person("parent", at=here),
        "stranger": person("teacher", at=here),
    }
    for name in ("teacher", "other", "ta"):
        access(made[name], child)
    access(made["parent"], child, source="parent")
    return Cast(**made, child=child)


@pytest.fixture
def begun(cast):
    """`begun("shared", "in_force")`: a plan that has taken these steps, with a section of every kind."""

    def make(*steps: str, about=None, **fields):
        made = plan(about or cast.child, by=cast.teacher, steps=("begun", *steps), **fields)
        for place, kind in enumerate(KINDS):
            code = "strengths" if kind == "text" else kind
            editors = ["teacher", "ta"] if kind in ("text", "outcomes") else ["teacher"]
            section(
                made, code, kind=kind, position=place, required=kind in ("text", "outcomes"), editors=editors
            )
        return made

    return make


def at(name: str, *args) -> str:
    return reverse(f"provision:{name}", args=[getattr(arg, "pk", arg) for arg in args])


def text_of(response) -> str:
    return response.content.decode()
