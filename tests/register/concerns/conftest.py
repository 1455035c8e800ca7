"""A small school around one pupil: who teaches her, who her mother is, who decides."""

import datetime
from dataclasses import dataclass

import pytest
from django.utils import timezone

from register.models import ConcernNotice, ConcernStep, Monitoring, Pupil, ViewRequest
from senco.accounts.models import Membership, School
from tests.factories import access, as_owner, concern, contact, group, person, pupil, school
from tests.factories.records import days


@dataclass
class Scene:
    """`teacher` and `colleague` teach `amina`; `mother` is invited; nobody but the office knows `stranger`."""

    school: School
    senco: Membership
    teacher: Membership
    colleague: Membership
    mother: Membership
    amina: Pupil
    stranger: Pupil

    def concern(self, by=None, **fields):
        return concern(self.amina, by=by or self.teacher, **fields)

    def common(self, about) -> dict:
        return {"school": self.school, "pupil_id": about.pupil_id, "concern": about}

    def step(self, about, kind: str, by=None, **fields) -> ConcernStep:
        with as_owner():
            return ConcernStep.objects.create(**self.common(about), kind=kind, by=by or self.senco, **fields)

    def asked(self, about, whom=None, **fields) -> ViewRequest:
        due = timezone.localdate() + datetime.timedelta(days=3)
        with as_owner():
            return ViewRequest.objects.create(
                **self.common(about),
                asked=whom or self.colleague,
                asked_by=self.senco,
                **{"due_on": due, "seen": about.seen} | fields,
            )

    def notice(self, about, audience: str, text: str = "What we decided.", **fields) -> ConcernNotice:
        step = self.step(about, "told")
        with as_owner():
            return ConcernNotice.objects.create(
                **self.common(about), step=step, audience=audience, text=text, sent_by=self.senco,
                **{"sent_at": days(-0.01)} | fields,
            )  # fmt: skip

    def watched(self, of=None, **fields) -> Monitoring:
        today = timezone.localdate()
        defaults = {
            "starts": today - datetime.timedelta(days=20),
            "review_on": today,
            "started_by": self.senco,
        }
        with as_owner():
            return Monitoring.objects.create(school=self.school, pupil=of or self.amina, **defaults | fields)


@pytest.fixture
def scene(db) -> Scene:
    here = school(
        safeguarding_name="Ms Osei",
        safeguarding_phone="01632 960123",
        senco_name="Ms Clarke",
        phone="01632 960100",
    )
    senco = person("senco", at=here, last_name="Clarke", first_name="Ruth")
    teacher, colleague = (
        person("teacher", at=here, last_name="Hill"),
        person("teacher", at=here, last_name="Stone"),
    )
    mother = person("parent", at=here, first_name="Leila", last_name="Khan", title="")
    amina = pupil(at=here, legal_forename="Amina", legal_surname="Khan", form="7B")
    stranger = pupil(at=here, legal_forename="Noah", legal_surname="Stranger", form="8C")
    group(at=here, teachers=[teacher, colleague], pupils=[amina], name="7B/En")
    for somebody in (teacher, colleague):
        access(somebody, amina, source="group")
    contact(amina, membership=mother, forename="Leila", surname="Khan")
    access(mother, amina, source="parent")
    return Scene(here, senco, teacher, colleague, mother, amina, stranger)
