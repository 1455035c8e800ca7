"""Contacts, staff and groups: no person is taken for another, court orders hold, nobody loses a place by a parked row."""

import pytest

from register.actions.access import derive_access
from register.actions.imports.applying import apply_run
from register.actions.imports.deciding import decide, decide_all
from register.actions.imports.staging import NotReady
from register.actions.imports.undoing import CannotUndo, undo_run
from register.models import Contact, GroupPupil, GroupTeacher, Pupil, PupilAccess, SenStatus, TeachingGroup
from senco.access.context import acting_as
from senco.accounts.models import Membership
from tests.factories import as_owner, contact, person, pupil, school

from .bringing import (
    CONTACT_HEADER,
    DANA,
    GROUP_HEADER,
    HEADER,
    ISLA,
    JAYDEN,
    STAFF_HEADER,
    bring,
    kinds,
    lines_of,
    take,
)

pytestmark = pytest.mark.django_db
CLARKE = "ST001,Ms,Rhys,Clarke,rhys@example.org,Teacher\n"


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


@pytest.fixture
def both(senco):
    return take(senco, HEADER + ISLA + JAYDEN)


def undo(by, run):
    with acting_as(by):
        undo_run(run=run, by=by)


def test_a_blank_cell_never_lifts_a_court_order(senco, both):
    take(senco, CONTACT_HEADER + DANA.replace(",\n", ",T\n"))
    for text in (DANA, DANA.replace(",\n", ",F\n")):
        run = take(senco, CONTACT_HEADER + text)
        assert kinds(run) == {"decision": 1}
        with acting_as(senco):
            assert Contact.objects.get().court_order


def test_an_order_is_lifted_by_a_decision_of_its_own_and_put_back_by_undo(senco, both):
    take(senco, CONTACT_HEADER + DANA.replace(",\n", ",T\n"))
    run = bring(senco, CONTACT_HEADER + DANA)
    with acting_as(senco):
        line = run.lines.get(kind="decision")
        with pytest.raises(NotReady):
            decide_all(run=run, field=line.field, decision="theirs", by=senco)
        decide(line=line, decision="theirs", by=senco)
        run = apply_run(run=run, by=senco)
        assert not Contact.objects.get().court_order
    undo(senco, run)
    with acting_as(senco):
        assert Contact.objects.get().court_order


def test_every_order_that_is_newly_recorded_is_told_by_name_with_what_it_ends(senco, both):
    take(senco, CONTACT_HEADER + DANA)
    parent = person("parent", at=senco.school)
    with as_owner():
        Contact.objects.update(membership=parent)
    other = (
        DANA.replace("Dana", "Yusuf").replace("dana@", "yusuf@").replace(",1,", ",2,").replace("MOT", "FAT")
    )
    run = bring(senco, CONTACT_HEADER + (DANA + other).replace(",\n", ",T\n"))
    told = [line.reason for line in lines_of(senco, run, "warning") if line.field == "court_order"]
    assert [reason.split(" (")[0] for reason in told] == ["Dana Marlowe", "Yusuf Marlowe"]
    assert f"What {parent.email} can see of this pupil here ends." in told[0]
    assert "is new and comes with a court order" in told[1]


def test_parents_who_share_an_address_stay_two_people(senco, both):
    pete = DANA.replace("Dana", "Pete").replace("MOT", "FAT").replace(",1,", ",2,")
    take(senco, CONTACT_HEADER + DANA)
    take(senco, CONTACT_HEADER + pete)
    assert kinds(bring(senco, CONTACT_HEADER + pete + DANA)) == {"unchanged": 2}
    sibling = DANA.replace("G999400125001", "W999400125002")
    assert kinds(take(senco, CONTACT_HEADER + DANA + pete + sibling)) == {"new": 1, "unchanged": 2}


def test_one_person_in_two_rows_is_parked_once(senco, both):
    run = bring(senco, CONTACT_HEADER + DANA + DANA.replace("07700 900446", "07700 900999"))
    assert kinds(run) == {"new": 1, "parked": 1}


def test_a_number_written_another_way_changes_nothing(senco, both):
    take(senco, CONTACT_HEADER + DANA)
    text = DANA.replace("07700 900446", "+447700900446").replace("dana@", "Dana@")
    assert kinds(bring(senco, CONTACT_HEADER + text)) == {"unchanged": 1}


def test_an_ended_contact_does_not_come_back_by_itself(senco, both):
    with acting_as(senco):
        isla = Pupil.objects.get(legal_forename="Isla")
    contact(isla, forename="Dana", surname="Marlowe", ended_on="2026-05-01")
    run = take(senco, CONTACT_HEADER + DANA)
    assert "ended here" in lines_of(senco, run, "parked")[0].reason
    assert "new" not in kinds(run)


def test_a_sibling_with_the_same_address_gives_no_access(senco, both):
    parent = person("parent", at=senco.school)
    with acting_as(senco):
        isla = Pupil.objects.get(legal_forename="Isla")
    contact(isla, forename="Dana", surname="Marlowe", email=parent.email, membership=parent)
    with acting_as(senco):
        derive_access(school=senco.school)
    take(
        senco,
        CONTACT_HEADER
        + DANA.replace("G999400125001", "W999400125002").replace("dana@example.org", parent.email),
    )
    with acting_as(parent):
        assert [p.legal_forename for p in Pupil.objects.all()] == ["Isla"]


def test_staff_then_groups_are_undone_in_turn(senco, both):
    staff = take(senco, STAFF_HEADER + CLARKE)
    groups = take(senco, GROUP_HEADER + "7A/En,English,G999400125001,st001\n")
    with acting_as(senco):
        assert PupilAccess.objects.live().count() == 1
        with pytest.raises(CannotUndo, match="later import"):
            undo_run(run=staff, by=senco)
    undo(senco, groups)
    with acting_as(senco):
        assert not TeachingGroup.objects.exists() and not PupilAccess.objects.live().exists()
    undo(senco, staff)
    with acting_as(senco):
        assert not Membership.objects.live().filter(staff_code="ST001").exists()
    assert kinds(take(senco, STAFF_HEADER + CLARKE)) == {"new": 1}


def test_a_file_never_moves_the_address_of_an_account(senco):
    teacher = person("teacher", at=senco.school, staff_code="ST001", first_name="Rhys", last_name="Clarke")
    run = take(senco, STAFF_HEADER + CLARKE)
    assert "which stays" in lines_of(senco, run, "warning")[0].reason
    with acting_as(senco):
        assert Membership.objects.get(pk=teacher.pk).email == teacher.email


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("Evil,Person", "parked"),
        ("Evil,Clarke", "changed"),
        ("Rhys,Person", "changed"),
        ("RHYS,CLARKE", "unchanged"),
    ],
)
def test_nobody_becomes_somebody_else_by_a_known_code_or_address(senco, names, kind):
    take(senco, STAFF_HEADER + CLARKE)
    run = bring(senco, STAFF_HEADER + CLARKE.replace("Rhys,Clarke", names))
    assert kinds(run) == {kind: 1}


def test_a_group_with_two_subjects_keeps_the_first_and_says_so(senco, both):
    run = take(
        senco,
        GROUP_HEADER
        + "7A/En,Maths,G999400125001,\n7a/EN,English,W999400125002,\n7A/En,English,W999400125002,\n",
    )
    (told,) = [line for line in lines_of(senco, run, "warning") if line.field == "subject"]
    assert (told.row_number, "Maths" in told.reason) == (3, True)
    with acting_as(senco):
        assert list(TeachingGroup.objects.values_list("name", "subject")) == [("7A/En", "Maths")]
        assert GroupPupil.objects.count() == 2
    again = bring(senco, GROUP_HEADER + "7a/en,Maths,G999400125001,\n7A/EN,Maths,W999400125002,\n")
    assert kinds(again) == {"unchanged": 1}


def test_a_code_and_an_address_of_two_people_are_parked(senco):
    take(senco, STAFF_HEADER + CLARKE + "ST002,Mr,Idris,Ward,idris@example.org,Teacher\n")
    run = bring(senco, STAFF_HEADER + CLARKE.replace("rhys@", "idris@"))
    assert kinds(run) == {"parked": 1}


def test_a_file_makes_nobody_senco_and_parks_long_codes(senco):
    run = bring(senco, STAFF_HEADER + CLARKE.replace("Teacher", "SENCO") + CLARKE.replace("ST001", "S" * 21))
    assert kinds(run) == {"parked": 2}


def test_a_parked_row_does_not_take_a_pupil_out_of_a_group(senco, both):
    header, row = "Group,Subject,Adno,UPN,Staff code\n", "7A,English,{},{},\n"
    take(senco, header + row.format("000101", "G999400125001") + row.format("000102", "W999400125002"))
    take(senco, header + row.format("000101", "A999400125001") + row.format("000102", "W999400125002"))
    with acting_as(senco):
        assert GroupPupil.objects.current().count() == 2
    take(senco, header + row.format("000102", "W999400125002"))
    with acting_as(senco):
        assert GroupPupil.objects.current().count() == 1


def test_an_unknown_code_ends_nobodys_teaching(senco, both):
    take(senco, STAFF_HEADER + CLARKE)
    take(senco, GROUP_HEADER + "7A,English,G999400125001,ST001\n")
    run = take(senco, GROUP_HEADER + "7A,English,G999400125001,ST009\n")
    assert kinds(run) == {"warning": 1, "unchanged": 1}
    with acting_as(senco):
        assert GroupTeacher.objects.filter(ends__isnull=True).count() == 1


def test_a_first_status_that_was_changed_since_cannot_be_undone(senco):
    bare = pupil(at=senco.school, upn="W999400125002", legal_surname="Fenwick", legal_forename="Jayden")
    run = take(senco, HEADER + JAYDEN)
    with as_owner():
        SenStatus.objects.filter(pupil=bare).update(criteria="Seen again.")
    with acting_as(senco), pytest.raises(CannotUndo, match="changed again"):
        undo_run(run=run, by=senco)
