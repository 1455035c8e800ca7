"""Letters about the stage that a pupil was moved to: exactly what may be printed for each reader, and nothing else."""

import datetime
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class School:
    """Whose paper it is, and who signs."""

    name: str
    phone: str
    coordinator: str
    coordinator_title: str


@dataclass(frozen=True)
class ParentsLetter:
    """What parents are told: the stage in plain words, since when, the kinds of need, and whom to ask. No evidence, no reasons."""

    template = "register/stage_letters/parents.html"

    school: School
    child: str
    forename: str
    year: str
    stage: str
    meaning: str
    since: datetime.date
    needs: tuple[str, ...]
    plan: str  # the plan that is made at this stage; empty where there is none
    proposed: str  # words that the framework is not law
    written_on: datetime.date

    @property
    def title(self) -> str:
        return _("Support at school for %(name)s") % {"name": self.child}


@dataclass(frozen=True)
class AuthorityLetter:
    """The notification that a stage asks for: who the pupil is, the stage, and on which evidence."""

    template = "register/stage_letters/authority.html"

    school: School
    authority: str
    child: str
    born: datetime.date
    upn: str
    year: str
    stage: str
    before: str
    since: datetime.date
    reason: str
    evidence: str
    needs: tuple[str, ...]
    proposed: str
    written_on: datetime.date

    @property
    def title(self) -> str:
        return _("Notification: %(name)s, %(stage)s") % {"name": self.child, "stage": self.stage}


def context_of(letter: ParentsLetter | AuthorityLetter) -> dict:
    """What the template gets."""
    return {"letter": asdict(letter)}
