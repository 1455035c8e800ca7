"""A school with something to see on every home."""

import pytest

from register.models import Monitoring, SenNeed, ViewRequest
from tests.dashboard.dated import ask_along, fill
from tests.factories import access, as_owner, concern, contact, group, on_status, person, pupil, school
from tests.factories.records import days
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page


@pytest.fixture
def senco():
    return person("senco", first_name="Nadia", title="Mrs", last_name="Kirkbride")


@pytest.fixture
def busy():
    """`busy(senco, 3)`: that many pupils with everything the office's page shows, some of it late."""

    def make(senco, count, name="Busy"):
        at, teacher = senco.school, person("teacher", at=senco.school)
        for number in range(count):
            child = pupil(at=at, legal_surname=f"{name}{number}", year_group=7 + number % 5)
            on_status(child, "K" if number % 2 else "E")
            other = pupil(at=at, legal_surname=f"{name}-watched{number}")
            made = concern(child, by=teacher)
            with as_owner():
                SenNeed.objects.create(school=at, pupil=child, need_type="SLCN", starts=days(-30).date())
                Monitoring.objects.create(
                    school=at,
                    pupil=other,
                    starts=days(-30).date(),
                    review_on=days(-1).date(),
                    started_by=senco,
                )
                ViewRequest.objects.create(
                    school=at, pupil=child, concern=made, asked=teacher, asked_by=senco, due_on=days(3).date()
                )

    return make


@pytest.fixture
def stranger():
    """A pupil of another school with a name that must appear nowhere."""
    child = pupil(at=school(), legal_surname="Canary-abroad", legal_forename="Canary-abroad")
    on_status(child)
    concern(child, by=person("teacher", at=child.school))
    return child


@pytest.fixture
def family():
    """`family(parent)`: a child of this parent, on SEN Support, whose form has a tutor."""

    def make(parent, **fields):
        child = pupil(at=parent.school, **fields)
        contact(child, membership=parent)
        access(parent, child, source="parent")
        tutor = person("teacher", at=parent.school, last_name="Tutorson")
        form = group(at=parent.school, teachers=[tutor], pupils=[child])
        with as_owner():
            form.subject = "Registration"
            form.save()
        return child

    return make


@pytest.fixture
def around():
    """A pupil and everybody around them; `other` is another parent, `hidden` a pupil whom the classroom may not open."""
    here = school()
    child, hidden = pupil(at=here, legal_surname="Shown"), pupil(at=here, legal_surname="Hidden")
    people = {role: person(role, at=here) for role in ("senco", "admin", "head", "teacher", "ta")}
    people |= {role: person(role, at=here) for role in ("parent", "professional", "governor")}
    people |= {"other": person("parent", at=here), "child": child, "hidden": hidden}
    for name in ("teacher", "ta", "professional"):
        access(people[name], child)
    for name in ("parent", "other"):
        contact(child, membership=people[name])
        access(people[name], child, source="parent")
    people["met"] = fill(child, by=people["senco"], lead=people["teacher"], name="Shown")
    fill(hidden, by=people["senco"], lead=people["senco"], name="Hidden")
    ask_along(people["met"], people["parent"], "parent")
    ask_along(people["met"], people["professional"], "outside")
    ask_along(people["met"], people["teacher"], "teacher")
    return people
