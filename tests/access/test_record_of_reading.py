"""What the record of reading must not miss: who has no role any more, names in a file, the name in a form that a link filled in."""

import pytest

from senco.audit.models import ReadEvent
from tests.factories import as_owner, person, pupil, school
from tests.factories.records import days
from tests.register.mis.bringing import HEADER, ISLA, bring

pytestmark = pytest.mark.django_db


def events(**which) -> list[ReadEvent]:
    with as_owner():
        return list(ReadEvent.objects.filter(**which).order_by("pk"))


def test_a_person_whose_only_role_has_ended_leaves_a_refusal(acting):
    gone = person("teacher", starts=days(-9), ends=days(-1))
    child = pupil(at=gone.school)
    answer = acting(gone).get(child.get_absolute_url())
    refused = events(kind="denied")
    assert answer.status_code in (403, 404)
    assert [(event.membership_id, event.pupil_ids) for event in refused] == [(gone.pk, [])]
    assert str(child.pk) not in refused[0].what


def test_the_role_that_ended_last_is_named(acting):
    first = person("teacher", starts=days(-9), ends=days(-5))
    last = person("ta", at=first.school, user=first.user, starts=days(-5), ends=days(-1))
    acting(first).get("/register/")
    assert {event.membership_id for event in events(kind="denied")} == {last.pk}


def test_nobody_signed_in_leaves_none(client):
    client.get("/register/")
    assert events() == []


def test_names_in_a_file_are_recorded_although_nobody_has_a_record_yet(acting):
    senco = person("senco", at=school(laestab="9994001"))
    run = bring(senco, HEADER + ISLA)
    acting(senco).get(f"/imports/{run.pk}/?show=new")
    assert [event.what for event in events(membership=senco)] == ["import preview, new people"]
    acting(senco).get(f"/imports/{run.pk}/columns/")
    assert events(membership=senco)[-1].what == "rows of an import file"


def test_a_share_form_that_names_a_pupil_is_recorded(proved):
    senco = person("senco")
    child = pupil(at=senco.school)
    proved(senco).get("/people/shares/new/")
    assert events() == []
    proved(senco).get(f"/people/shares/new/?pupil={child.pk}")
    assert [event.pupil_ids for event in events(what="share")] == [[child.pk]]
