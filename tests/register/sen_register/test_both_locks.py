"""The register's and the pupil page's questions under each lock alone: row-level security without filters, filters without it."""

import pytest
from django.db import ProgrammingError, transaction
from django.utils.timezone import localdate

from register.models import (
    ConcernNote,
    Contact,
    ContactAddress,
    Monitoring,
    Pupil,
    PupilCharacteristic,
    SavedView,
    SenNeed,
    SenStatus,
)
from register.queries.chronology import chronology
from register.queries.pupils import around, concerns_about
from register.queries.search import find_pupils, my_groups
from register.queries.sen_register import choices_for, counts_of, pupils_for, rows_of
from senco.access.context import acting_as
from tests.factories import (
    access,
    as_owner,
    bypassing_row_security,
    concern,
    contact,
    group,
    on_status,
    person,
    pupil,
)

pytestmark = pytest.mark.django_db
CANARIES = ("Canary-note", "Canary-concern", "Canary-order", "Canary-address", "Canary-mail", "0999")


def furnish(child, by):
    """Something of every kind about one pupil, each with a canary where a teacher must not look."""
    on_status(child)
    mother = contact(
        child, email="Canary-mail@example.org", court_order=True, restriction="Canary-order", phone="0999"
    )
    raised = concern(child, by=by, what_happened="Canary-concern")
    row = {"school_id": child.school_id, "pupil": child}
    with as_owner():
        SenNeed.objects.create(need_type="ASD", starts=localdate(), **row)
        PupilCharacteristic.objects.create(kind="FSM", starts=localdate(), **row)
        Monitoring.objects.create(starts=localdate(), review_on=localdate(), started_by=by, **row)
        ContactAddress.objects.create(contact=mother, lines="Canary-address", **row)
        ConcernNote.objects.create(concern=raised, step=raised.steps.get(), text="Canary-note", by=by, **row)


@pytest.fixture
def two_schools():
    """(SENCO, own pupil, a teacher of that pupil), and a furnished pupil of another school beside them."""
    senco, stranger = person("senco"), person("senco")
    ours, theirs = (
        pupil(at=senco.school, legal_surname="Ours"),
        pupil(at=stranger.school, legal_surname="Theirs"),
    )
    furnish(ours, senco)
    furnish(theirs, stranger)
    teacher = person("teacher", at=senco.school)
    group(at=senco.school, teachers=[teacher], pupils=[ours])
    access(teacher, ours)
    return senco, ours, teacher


@pytest.fixture(params=["both locks", "filters alone"])
def locks(request):
    return acting_as if request.param == "both locks" else lambda _membership: bypassing_row_security()


def test_row_level_security_alone_keeps_the_registers_columns_within_the_school(two_schools):
    senco, ours, _teacher = two_schools
    with acting_as(senco):
        rows = rows_of(Pupil.objects.for_register(localdate()), localdate())
    assert [(row.pupil, row.needs, row.facts, row.last_concern_on) for row in rows] == [
        (ours, ["ASD"], ["FSM"], localdate())
    ]


def test_the_register_is_the_schools_own(two_schools, locks):
    senco, ours, _teacher = two_schools
    with locks(senco):
        pupils = pupils_for(senco, localdate())
        assert [row.pupil for row in rows_of(pupils, localdate())] == [ours]
        assert counts_of(pupils)["total"] == 1
        assert choices_for(senco, localdate()).forms == [("7A", "7A")]


def test_a_search_and_my_groups_find_what_one_may_open(two_schools, locks):
    senco, ours, teacher = two_schools
    with locks(senco):
        assert find_pupils("urs", senco) == [ours] and find_pupils("theirs", senco) == []
    with locks(teacher):
        assert [row.pupil for one in my_groups(teacher) for row in one.rows] == [ours]


def test_a_teacher_reads_nothing_that_is_the_offices(two_schools, locks):
    _senco, ours, teacher = two_schools
    with locks(teacher):
        page = f"{around(ours, teacher)} {concerns_about(ours, teacher)} {chronology(ours, teacher)}"
    assert not [canary for canary in CANARIES if canary in page]
    assert "Autistic" in page


def test_control_the_office_reads_all_of_it(two_schools, locks):
    senco, ours, _teacher = two_schools
    with locks(senco):
        page = f"{around(ours, senco)} {concerns_about(ours, senco)} {chronology(ours, senco)}"
        page += concerns_about(ours, senco)[0].concern.what_happened
    assert not [canary for canary in CANARIES if canary not in page]


def test_a_parent_finds_their_own_row_alone_around_the_pupil(two_schools, locks):
    senco, ours, _teacher = two_schools
    parent = person("parent", at=senco.school)
    access(parent, ours)
    contact(ours, surname="Myself", membership=parent, phone="0111")
    with locks(parent):
        cards = around(ours, parent).contacts
    assert [(card.name.split()[-1], card.phone) for card in cards] == [("Myself", "0111")]


@pytest.mark.parametrize("role", ["teacher", "parent", "professional"])
def test_row_level_security_alone_hides_addresses_and_notes(two_schools, role):
    senco, ours, _teacher = two_schools
    somebody = person(role, at=senco.school)
    access(somebody, ours)
    with acting_as(somebody):
        assert Pupil.objects.get() == ours  # control: the pupil itself is open
        for model in (Contact, ContactAddress, ConcernNote):
            assert hidden(model) or model is Contact and role == "teacher"


def hidden(model) -> bool:
    """Whether this role finds no row, or has no right on the table at all."""
    try:
        with transaction.atomic():
            return not model.objects.exists()
    except ProgrammingError:
        return True


def test_saved_views_are_ones_own_in_either_lock():
    senco = person("senco")
    colleague = person("senco", at=senco.school)
    with acting_as(senco):
        SavedView.objects.create(school=senco.school, membership=senco, name="Mine", query="year=7")
    with acting_as(colleague):
        assert not SavedView.objects.exists()
    with bypassing_row_security():
        assert (
            SavedView.objects.visible_to(senco).exists()
            and not SavedView.objects.visible_to(colleague).exists()
        )


def test_a_teacher_cannot_write_status_or_needs_even_without_our_code(two_schools):
    _senco, ours, teacher = two_schools
    for write in (
        lambda: SenStatus.objects.filter(pupil=ours).update(provision="N"),
        lambda: SenNeed.objects.filter(pupil=ours).update(rank=2),
        lambda: Pupil.objects.filter(pk=ours.pk).update(form="9Z"),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), acting_as(teacher):
            write()
