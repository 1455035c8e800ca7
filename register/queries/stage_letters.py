"""What the letters about a stage say, from the records."""

import uuid
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from register.frameworks import framework_of
from register.frameworks.shape import Framework
from register.models import SenStatus
from register.stage_letters import AuthorityLetter, ParentsLetter, School

READERS = ("parents", "authority")


def letters_for(status: SenStatus) -> list[str]:
    """Who is written to about a period: parents of every stage of support, the authority where the stage says so."""
    rung = status.rung
    asked = {"parents": bool(rung and rung.on_register), "authority": bool(rung and rung.tells_authority)}
    return [reader for reader in READERS if asked[reader]]


@dataclass(frozen=True)
class Offered:
    """A letter that can be printed about the pupil's present stage."""

    status_pk: uuid.UUID
    reader: str

    @property
    def words(self) -> str:
        if self.reader == "authority":
            return _("Print the notification letter to the authority (PDF)")
        return _("Print the letter to the parents (PDF)")


def letters_of(pupil, membership) -> list[Offered]:
    """The letters about the pupil's present stage, for those who may move pupils."""
    if not membership.may("register.change_status"):
        return []
    current = SenStatus.objects.visible_to(membership).current().filter(pupil=pupil).first()
    return [Offered(current.pk, reader) for reader in letters_for(current)] if current else []


def letter_to(reader: str, status: SenStatus, membership) -> ParentsLetter | AuthorityLetter:
    """The letter to one reader about a period; `status` carries its pupil."""
    framework = framework_of(membership.school)
    return {"parents": to_parents, "authority": to_authority}[reader](status, framework, membership)


def to_parents(status: SenStatus, framework: Framework, membership) -> ParentsLetter:
    """Nothing of reasons and evidence, and no address: it is handed or sent by whoever knows where it may go."""
    pupil = status.pupil
    return ParentsLetter(
        school=paper_of(framework, membership),
        child=pupil.name,
        forename=pupil.forename,
        year=pupil.year,
        stage=str(status),
        meaning=str(status.rung.meaning),
        since=status.starts,
        needs=needs_of(pupil),
        plan=plan_of(status, framework),
        proposed=str(framework.proposed),
        written_on=localdate(),
    )


def to_authority(status: SenStatus, framework: Framework, membership) -> AuthorityLetter:
    """With the reason and the evidence, under the legal name."""
    pupil = status.pupil
    before = pupil.statuses.filter(ends=status.starts).first()
    return AuthorityLetter(
        school=paper_of(framework, membership),
        authority=str(framework.authority),
        child=pupil.legal_name,
        born=pupil.date_of_birth,
        upn=pupil.upn,
        year=pupil.year,
        stage=str(status),
        before=str(before) if before else "",
        since=status.starts,
        reason=status.get_reason_display(),
        evidence=status.criteria,
        needs=needs_of(pupil),
        proposed=str(framework.proposed),
        written_on=localdate(),
    )


def paper_of(framework: Framework, membership) -> School:
    school = membership.school
    return School(school.name, school.phone, school.senco_name, str(framework.coordinator.title))


def needs_of(pupil) -> tuple[str, ...]:
    return tuple(str(need) for need in pupil.needs.current().order_by("rank", "pk"))


def plan_of(status: SenStatus, framework: Framework) -> str:
    """The first of the plans that the stage names."""
    names = {plan.code: str(plan.name) for plan in framework.plan_types}
    return next((names[code] for code in status.rung.plan_types if code in names), "")
