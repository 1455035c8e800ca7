"""What policies alone cannot say: rows that point elsewhere, history that never happened, roles given to oneself."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from register import models
from senco.access.context import acting_as, acting_as_system
from senco.accounts.models import Membership, User
from senco.audit.models import ReadEvent
from senco.messages.actions import post
from tests.access.catalogue import rows
from tests.access.database.cells import run
from tests.factories import access, as_owner, concern, contact, on_status, person, pupil, school
from tests.factories.records import days

pytestmark = pytest.mark.django_db


def refused(act, kind=DatabaseError, says: str | None = None):
    with pytest.raises(kind, match=says), transaction.atomic():
        act()
        run("set constraints all immediate")


def test_every_key_between_rows_of_a_school_or_pupil_compares_them():
    """For every plain foreign key between two tables with the same owner column there is one that compares it."""
    plain = """
        select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and cardinality(c.conkey) = 1
        and exists (select 1 from pg_attribute where attrelid = c.conrelid and attname = 'school_id')
        and exists (select 1 from pg_attribute where attrelid = c.confrelid and attname = 'school_id')
    """
    compared = {
        (table, column)
        for table, column in rows(
            "select c.conrelid::regclass::text, a.attname from pg_constraint c join pg_attribute a"
            " on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and cardinality(c.conkey) = 2"
        )
    }
    keys = {(table, column) for table, column, _target in rows(plain)}
    assert len(keys) > 30 and keys - compared == set()


def test_a_row_never_points_to_another_school_or_pupil():
    here, far = person("senco"), person("senco")
    ours, theirs, sibling = pupil(at=here.school), pupil(at=far.school), pupil(at=here.school)
    about_ours = concern(ours, by=here)
    with acting_as(here):
        note = {"school": here.school, "text": "x", "by": here, "concern": about_ours}
        step = {"concern": about_ours, "kind": "observed", "by": here, "school": here.school}
        refused(lambda: models.Monitoring.objects.create(
            school=here.school, pupil_id=theirs.pk, starts="2026-01-01", review_on="2026-02-01", started_by=here
        ), IntegrityError)  # fmt: skip
        refused(lambda: models.ConcernStep.objects.create(pupil=sibling, **step), IntegrityError)
        kept = models.ConcernStep.objects.create(pupil=ours, **step)
        refused(lambda: models.ConcernStep.objects.create(pupil=ours, to=far, **step), IntegrityError)
        refused(lambda: models.ConcernNote.objects.create(pupil=ours, step=kept, **note | {"by": far}))
        models.ConcernNote.objects.create(pupil=ours, step=kept, **note)  # control: as it should be
        run("set constraints all immediate")


def test_a_grant_is_for_a_pupil_and_a_person_of_the_same_school():
    here, far = person("senco"), person("teacher")
    ours = pupil(at=here.school)
    with as_owner():
        refused(lambda: access(far, ours), IntegrityError)
    access(person("teacher", at=here.school), ours)


@pytest.mark.parametrize("role", ["senco", "teacher", "parent"])
def test_no_role_writes_history(role):
    somebody = person(role)
    access(somebody, pupil(at=somebody.school))
    with acting_as(somebody):
        refused(
            lambda: run("insert into register_senstatusevent select * from register_senstatusevent"),
            says="denied",
        )


def test_history_is_written_all_the_same_and_cannot_be_told_to_look_away():
    senco = person("senco")
    ours = pupil(at=senco.school)
    with acting_as(senco):
        run("select set_config('pgtrigger.ignore', '{update_update}', true)")
        run("update register_pupil set form = '9Z'")
    with as_owner():
        found = rows(
            "select form from register_pupilevent where pgh_obj_id = %s and pgh_label = 'update'", [ours.pk]
        )
    assert found == [("9Z",)]


def test_history_functions_are_sealed():
    loose = rows(
        "select proname from pg_proc where proname like 'pgtrigger\\_%%' and prorettype = 'trigger'::regtype"
        " and (not prosecdef or has_function_privilege('senco_app', oid, 'execute'))"
    )
    assert loose == []
    assert (
        len(rows("select 1 from pg_proc where proname like 'pgtrigger\\_%%'")) > 50
    )  # control: the question finds them


def test_nobody_makes_a_temporary_table_to_hang_our_functions_on():
    senco = person("senco")
    with acting_as(senco):
        refused(lambda: run("create temporary table mine (id int)"), says="denied")


def test_the_system_takes_no_account_for_another():
    taken = person("teacher")
    other = person("teacher")
    with acting_as_system(purpose="test"):
        assert Membership.objects.filter(pk=taken.pk).update(user_id=other.user_id) == 0
        refused(lambda: User.objects.filter(pk=taken.user_id).update(is_active=True), says="denied")


def test_access_that_has_ended_does_not_come_back():
    senco, teacher = person("senco"), None
    teacher = person("teacher", at=senco.school)
    grant = access(teacher, pupil(at=senco.school), ends=days(-0.01))
    with acting_as(senco):
        refused(lambda: models.PupilAccess.objects.filter(pk=grant.pk).update(ends=None), says="come back")


@pytest.mark.parametrize("minutes", [-11, 11])
def test_reading_and_raising_are_not_dated_back_or_ahead(minutes):
    teacher = person("teacher")
    child, at = pupil(at=teacher.school), days(minutes / 1440)
    access(teacher, child)
    with as_owner():
        models.ReferenceCounter.objects.create(school=teacher.school, year=2026, last_number=5)
    read = {
        "school": teacher.school,
        "membership": teacher,
        "kind": "opened",
        "what": "pupil",
        "pupil_ids": [child.pk],
    }
    raised = {
        "school": teacher.school,
        "pupil": child,
        "raised_by": teacher,
        "reference": "2026-5",
        "seen": ["reading"],
    }
    raised |= {"what_happened": "x", "seen_on": "2026-03-02"}
    with acting_as(teacher):
        refused(lambda: ReadEvent(at=at, **read).save(force_insert=True))
        refused(lambda: models.Concern(raised_at=at, **raised).save(force_insert=True))
        ReadEvent(**read).save(force_insert=True)  # control: as it is
        models.Concern(**raised).save(force_insert=True)
    refused(lambda: ReadEvent(at=at, **read | {"kind": "denied", "pupil_ids": []}).save(force_insert=True))


def test_the_office_gives_access_and_watches_in_its_own_name():
    senco = person("senco")
    colleague, teacher = person("head", at=senco.school), person("teacher", at=senco.school)
    child = pupil(at=senco.school)
    watched = {"school": senco.school, "pupil": child, "starts": "2026-01-01", "review_on": "2026-02-01"}
    with acting_as(senco):
        for named in (colleague, None):
            refused(lambda: grant(teacher, child, source="share", granted_by=named, ends=days(2)))  # noqa: B023
        refused(lambda: grant(teacher, child, source="group", granted_by=colleague))
        refused(lambda: models.Monitoring.objects.create(started_by=colleague, **watched))
        grant(teacher, child, source="share", granted_by=senco, ends=days(2))  # controls
        grant(teacher, child, source="group", granted_by=None)
        models.Monitoring.objects.create(started_by=senco, **watched)


def grant(membership, child, **fields):
    from register.actions.access import view_permission

    common = {
        "school_id": child.school_id,
        "membership": membership,
        "content_object": child,
        "starts": days(-1),
    }
    made = models.PupilAccess(permission=view_permission(), **common, **fields)
    made.save(force_insert=True)


def test_the_system_shares_nothing_and_sees_no_name():
    senco = person("senco")
    teacher = person("teacher", at=senco.school)
    child = pupil(at=senco.school)
    contact(child)
    held = access(teacher, child, ends=days(2))
    with acting_as_system(purpose="test"):
        refused(lambda: grant(teacher, child, source="share", ends=days(2)))
        assert models.PupilAccess.objects.filter(pk=held.pk).update(ends=days(1)) == 0
        for table, column in (("pupil", "legal_surname"), ("contact", "surname"), ("contact", "phone")):
            refused(lambda: run(f"select {column} from register_{table}"), says="denied")  # noqa: B023
        grant(teacher, child, source="group")  # control


@pytest.mark.parametrize("barred", ["link", "address", "account", "ended", "unlinked"])
def test_nobody_derives_access_against_a_court_order(barred):
    senco = person("senco")
    parent = person("parent", at=senco.school)
    child = pupil(at=senco.school)
    row = contact(child, membership=parent, email="home@example.org")
    other = {
        "link": {"membership": parent},
        "address": {"email": " Home@example.org"},
        "account": {"email": parent.email.upper(), "ended_on": days(-9)},
    }
    if barred in other:
        contact(child, court_order=True, **other[barred])
    with as_owner():
        if barred == "ended":
            models.Contact.objects.filter(pk=row.pk).update(ended_on=days(-1))
        if barred == "unlinked":
            models.Contact.objects.filter(pk=row.pk).update(membership=None)
        refused(lambda: grant(parent, child, source="parent"), says="court order")
    with acting_as_system(purpose="test"):
        refused(lambda: grant(parent, child, source="parent"), says="court order")
    with as_owner():
        models.Contact.objects.exclude(pk=row.pk).delete()
        models.Contact.objects.filter(pk=row.pk).update(ended_on=None, membership=parent)
        grant(parent, child, source="parent")  # control


def test_an_order_that_is_lifted_parts_the_contact_from_the_account():
    senco = person("senco")
    row = contact(pupil(at=senco.school), membership=person("parent", at=senco.school), court_order=True)
    with acting_as(senco):
        assert models.Contact.objects.filter(pk=row.pk).update(court_order=False) == 1
        assert models.Contact.objects.get().membership_id is None


@pytest.mark.parametrize("role", ["teacher", "parent"])
def test_mail_of_the_classroom_and_the_family_goes_to_the_office_only(role):
    somebody = person(role)
    senco = person("senco", at=somebody.school)
    letter = {"subject": "Something waits", "text": "Sign in", "school": somebody.school}
    with acting_as(somebody):
        refused(lambda: post(to="anybody@example.org", **letter))
        post(to=senco.email, **letter)


def test_who_was_only_asked_cannot_take_a_concern_back_and_nobody_can_once_it_is_worked_on():
    raiser = person("teacher")
    asked = person("teacher", at=raiser.school)
    about = pupil(at=raiser.school)
    for each in (raiser, asked):
        access(each, about)
    made = concern(about, by=raiser)
    step = {"school": raiser.school, "pupil": about, "concern": made, "kind": "withdrawn"}
    with as_owner():
        models.ViewRequest.objects.create(
            school=raiser.school, pupil=about, concern=made, asked=asked, asked_by=raiser, due_on="2027-01-01"
        )
    with acting_as(asked):
        assert models.ViewRequest.objects.count() == 1 and not models.Concern.objects.exists()
        refused(lambda: models.ConcernStep.objects.create(by=asked, **step))
        refused(lambda: models.ConcernStep.objects.create(by=asked, **step | {"kind": "raised"}))
    with acting_as(raiser):
        refused(
            lambda: models.ConcernStep.objects.create(by=raiser, **step | {"kind": "raised"}), IntegrityError
        )
    with as_owner():
        models.ConcernStep.objects.create(by=raiser, **step | {"kind": "observed"})
    with acting_as(raiser):
        refused(lambda: models.ConcernStep.objects.create(by=raiser, **step), says="working on")


def test_only_what_an_import_made_passes_for_it():
    senco = person("senco")
    ours = pupil(at=senco.school)
    contact(ours)
    on_status(ours)
    with acting_as(senco):
        for table in ("register_pupil", "register_contact"):
            refused(lambda: run(f"update {table} set origin_run = gen_random_uuid()"), says="import")  # noqa: B023
        refused(lambda: run("update register_senstatus set created_at = now()"), says="was made")


def test_references_are_counted_one_by_one():
    teacher = person("teacher")
    with as_owner():
        models.ReferenceCounter.objects.create(school=teacher.school, year=2026, last_number=5)
    with acting_as(teacher):
        for number in (4, 5, 7):
            refused(lambda: models.ReferenceCounter.objects.update(last_number=number), says="one by one")  # noqa: B023
        assert models.ReferenceCounter.objects.update(last_number=6) == 1


def test_a_draft_has_an_end():
    from senco.drafts.models import Draft

    teacher = person("teacher")
    with acting_as(teacher):
        draft = {"school": teacher.school, "membership": teacher}
        refused(
            lambda: Draft.objects.create(form="a", fields={"x": ["y" * 500_000]}, **draft), IntegrityError
        )
        refused(lambda: Draft.objects.create(form="a", school=school(), membership=teacher), IntegrityError)
        Draft.objects.create(form="a", fields={"x": ["y" * 50_000]}, **draft)
