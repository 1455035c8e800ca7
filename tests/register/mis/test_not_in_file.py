"""Groups and contacts that a file no longer names, contacts who look like one with a court order, and staff by any name."""

import datetime

import pytest
from django.utils.timezone import localdate

from register.actions.imports.undoing import undo_run
from register.models import Contact, GroupPupil, GroupTeacher, PupilAccess
from senco.access.context import acting_as
from senco.accounts.models import Membership
from tests.factories import contact, group, person, pupil, school

from .bringing import (
    CONTACT_HEADER,
    DANA,
    GROUP_HEADER,
    HEADER,
    ISLA,
    JAYDEN,
    bring,
    kinds,
    lines_of,
    take,
    take_theirs,
)

pytestmark = pytest.mark.django_db
STAFF = "Staff code,Title,Forename,Surname,Work email,Role\n"
TEACHERS = STAFF + "ST1,Mr,Rhys,Clarke,rc@example.org,Teacher\nST2,Ms,Ada,Ball,ab@example.org,Teacher\n"
TWO_GROUPS = GROUP_HEADER + "7A/En,English,G999400125001,ST1\n7A/Ma,Maths,G999400125001,ST2\n"


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


@pytest.fixture
def isla(senco):
    return pupil(
        at=senco.school,
        upn="G999400125001",
        legal_surname="Marlowe",
        legal_forename="Isla",
        date_of_birth=datetime.date(2014, 3, 9),
    )


def open_groups(senco) -> set[str]:
    with acting_as(senco):
        return set(GroupPupil.objects.filter(ends__isnull=True).values_list("group__name", flat=True))


def test_a_group_that_is_gone_ends_only_when_asked(senco, isla):
    take(senco, TEACHERS, "staff.csv")
    take(senco, TWO_GROUPS, "groups.csv")
    only_english = TWO_GROUPS.rsplit("7A/Ma", 1)[0]
    run = take(senco, only_english, "groups.csv")
    assert kinds(run) == {"leaver": 1, "unchanged": 1} and open_groups(senco) == {"7A/En", "7A/Ma"}
    run = take(senco, only_english, "groups.csv", leavers=True)
    assert open_groups(senco) == {"7A/En"}
    with acting_as(senco):
        assert GroupTeacher.objects.filter(ends__isnull=True).count() == 1
        reasons = (
            PupilAccess.objects.live().filter(source="group").values_list("membership__staff_code", flat=True)
        )
        assert set(reasons) == {"ST1"}
        undo_run(run=run, by=senco)
        assert PupilAccess.objects.live().filter(source="group").count() == 2
    assert open_groups(senco) == {"7A/En", "7A/Ma"}


def test_a_group_whose_only_row_was_set_aside_is_not_gone(senco, isla):
    take(senco, TEACHERS, "staff.csv")
    take(senco, TWO_GROUPS, "groups.csv")
    run = bring(senco, TWO_GROUPS.replace("7A/Ma,Maths,G999400125001", "7A/Ma,Maths,NOUPN"), "groups.csv")
    assert "leaver" not in kinds(run)


def test_a_contact_who_is_gone_ends_only_when_asked(senco, isla):
    pete = DANA.replace("1,Dana", "2,Pete").replace("MOT", "FAT").replace("dana@", "pete@")
    take(senco, CONTACT_HEADER + DANA + pete, "c.csv")
    run = take(senco, CONTACT_HEADER + DANA, "c.csv")
    assert kinds(run) == {"leaver": 1, "unchanged": 1}
    run = take(senco, CONTACT_HEADER + DANA, "c.csv", leavers=True)
    with acting_as(senco):
        assert dict(Contact.objects.values_list("forename", "ended_on")) == {
            "Dana": None,
            "Pete": localdate(),
        }
        undo_run(run=run, by=senco)
        assert dict(Contact.objects.values_list("forename", "ended_on")) == {"Dana": None, "Pete": None}


def test_a_contact_with_an_order_stays_whatever_the_file_lists(senco, isla):
    contact(isla, forename="Yusuf", surname="Marlowe", relationship="FAT", court_order=True)
    assert "leaver" not in kinds(bring(senco, CONTACT_HEADER + DANA.replace("Marlowe", "Fenwick"), "c.csv"))


@pytest.mark.parametrize(
    "row",
    [
        DANA.replace("Dana,Marlowe,MOT", "Y,Marlowe,OTH").replace("dana@", "new@"),
        DANA.replace("Dana,Marlowe,MOT", "Yan,Smith,OTH").replace("dana@", "new@"),
        DANA.replace("Dana,Marlowe,MOT", "Bob,Smith,FAT").replace("dana@", "new@"),
        DANA.replace("Dana,Marlowe,MOT", "Bob,Smith,OTH").replace("dana@", "yusuf@"),
    ],
)
def test_who_looks_like_somebody_kept_away_waits_for_a_person(senco, isla, row):
    contact(
        isla,
        forename="Yusuf",
        surname="Marlowe",
        relationship="FAT",
        email="yusuf@example.org",
        court_order=True,
    )
    run = bring(senco, CONTACT_HEADER + row, "c.csv")
    (line,) = lines_of(senco, run, "decision")
    assert line.about_resemblance and line.decision == "ours"
    take(senco, CONTACT_HEADER + row, "c.csv")
    with acting_as(senco):
        assert Contact.objects.count() == 1, "left out until somebody decides"


def test_another_person_is_added_once_somebody_says_so(proved, senco, isla):
    from django.urls import reverse

    from register.actions.imports.applying import apply_run

    contact(isla, forename="Yusuf", surname="Marlowe", relationship="FAT", court_order=True)
    admin = person("admin", at=senco.school)
    run = bring(senco, CONTACT_HEADER + DANA, "c.csv")
    (line,) = lines_of(senco, run, "decision")
    settle = reverse("register:settle_line", args=[run.pk, line.pk])
    office = proved(admin)
    assert "Add: another person" not in office.get(reverse("register:import", args=[run.pk])).content.decode()
    assert office.post(settle, {"decision": "theirs"}).status_code == 403
    client = proved(senco)
    assert "Add: another person" in client.get(reverse("register:import", args=[run.pk])).content.decode()
    client.post(reverse("register:settle_line", args=[run.pk, line.pk]), {"decision": "theirs"})
    with acting_as(senco):
        run = apply_run(run=run, by=senco)
        assert sorted(Contact.objects.values_list("forename", "court_order")) == [
            ("Dana", False),
            ("Yusuf", True),
        ]
        undo_run(run=run, by=senco)
        assert list(Contact.objects.values_list("forename", flat=True)) == ["Yusuf"]


def test_who_is_named_beside_the_one_with_the_order_is_somebody_else(senco, isla):
    contact(isla, forename="Yusuf", surname="Marlowe", relationship="FAT", court_order=True)
    both = DANA + DANA.replace("Dana,Marlowe,MOT", "Yusuf,Marlowe,FAT").replace("dana@", "y@").replace(
        ",\n", ",Y\n"
    )
    assert "decision" not in kinds(bring(senco, CONTACT_HEADER + both, "c.csv"))


@pytest.mark.parametrize(
    "cell",
    [
        "ST1; ST2",
        '"ST1, ST2"',
        "ST1/ST2",
        "Mr Clarke; Ms Ball",
        "R Clarke / A Ball",
        '"Clarke, Rhys; Ball, Ada"',
        "Rhys Clarke & Ada Ball",
    ],
)
def test_several_teachers_in_one_cell(senco, isla, cell):
    take(senco, TEACHERS, "staff.csv")
    run = take(senco, GROUP_HEADER + f"7A/En,English,G999400125001,{cell}\n", "groups.csv")
    assert "warning" not in kinds(run)
    with acting_as(senco):
        assert set(GroupTeacher.objects.values_list("membership__staff_code", flat=True)) == {"ST1", "ST2"}


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("Teacher of Maths", "teacher"), ("Head of English", "teacher"), ("Learning Support Assistant", "ta"), ("HLTA", "ta"),
        ("Catering Assistant", None), ("Head of Finance", None), ("IT Support", None), ("Admin Assistant", None), ("Teacher/SENCO", None),
    ],
)  # fmt: skip
def test_roles_by_their_whole_wording(senco, role, found):
    take(senco, STAFF + f"ST1,Mr,Rhys,Clarke,rc@example.org,{role}\n", "staff.csv")
    with acting_as(senco):
        member = Membership.objects.filter(staff_code="ST1").first()
    assert (member.role if member else None) == found


def test_a_subject_that_changes_is_shown(senco, isla):
    from register.queries.import_preview import rows_of

    group(at=senco.school, name="7A/En", pupils=[isla])
    run = bring(senco, GROUP_HEADER + "7A/En,Drama,G999400125001,\n", "groups.csv")
    with acting_as(senco):
        for line, changes, _field in rows_of(run.lines.all()):
            assert line.value or changes


def test_both_kinds_of_leavers_are_worded_for_what_they_are(proved, senco, isla):
    from django.urls import reverse

    take(senco, TEACHERS, "staff.csv")
    take(senco, TWO_GROUPS, "groups.csv")
    take(senco, CONTACT_HEADER + DANA + DANA.replace("1,Dana", "2,Pete").replace("MOT", "FAT"), "c.csv")
    client = proved(senco)
    run = bring(senco, TWO_GROUPS.rsplit("7A/Ma", 1)[0], "groups.csv")
    assert (
        "End 1 group that is not in this file"
        in client.get(reverse("register:import", args=[run.pk])).content.decode()
    )
    run = bring(senco, CONTACT_HEADER + DANA, "c.csv")
    assert (
        "End 1 contact who is not in this file"
        in client.get(reverse("register:import", args=[run.pk])).content.decode()
    )


def test_all_rows_of_a_decision_page_have_a_name(senco):
    run = bring(senco, HEADER + ISLA.replace("09/03/2014", "31/02/2014") + JAYDEN)
    (line,) = lines_of(senco, run, "parked")
    assert line.label == "Marlowe, Isla"
    assert take_theirs
