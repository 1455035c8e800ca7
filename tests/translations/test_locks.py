"""What the database holds of translations by itself, whatever the code above it asks."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from senco.access.context import acting_as
from senco.translations.models import Translation
from tests.factories import as_owner
from tests.factories.records import days
from tests.factories.translations import APPROVED, HANDED_IN, translation

pytestmark = pytest.mark.django_db


def changed(key, by, **fields) -> bool:
    """Whether the database lets this person write these columns of that row."""
    try:
        with acting_as(by):
            return bool(Translation.objects.filter(pk=key).update(saved_by=by, **fields))
    except ProgrammingError:
        return False


@pytest.fixture
def made(cast, version):
    return translation(version, translator=cast.ta, approver=cast.teacher, by=cast.senco, **HANDED_IN)


def test_only_who_is_named_decides_not_even_the_office(cast, made):
    decided = {"approved_at": days(0)}
    for nobody in (cast.senco, cast.head, cast.ta, cast.professional, cast.parent):
        assert not changed(made.pk, nobody, **decided), nobody.role
        assert not changed(made.pk, nobody, returned_at=days(0), returned_why="No"), nobody.role
    assert changed(made.pk, cast.teacher, **decided)


def test_naming_oneself_does_not_go_together_with_approving(cast, made):
    assert not changed(made.pk, cast.senco, approver=cast.senco, approved_at=days(0))
    assert changed(made.pk, cast.senco, approver=cast.senco)
    assert changed(made.pk, cast.senco, approved_at=days(0))


def test_what_was_not_handed_in_is_not_approved(cast, version):
    made = translation(version, translator=cast.ta, approver=cast.teacher, by=cast.senco)
    assert not changed(made.pk, cast.teacher, approved_at=days(0))


def test_only_the_translator_writes_and_nobody_once_it_is_approved(cast, made):
    for nobody in (cast.senco, cast.teacher):
        assert not changed(made.pk, nobody, words={"Says": "Other"})
    assert changed(made.pk, cast.ta, words={"Says": "Mówi tak"})
    assert changed(made.pk, cast.teacher, approved_at=days(0))
    for nobody in (cast.ta, cast.senco, cast.teacher):
        assert not changed(made.pk, nobody, words={"Says": "Other"})
        assert not changed(made.pk, nobody, approved_at=None)
    assert not changed(made.pk, cast.senco, translator=cast.head)
    assert changed(made.pk, cast.senco, withdrawn_at=days(0))  # the control: that the office may


def test_the_original_stays_as_it_was_asked_for(cast, made):
    assert not changed(made.pk, cast.senco, source={})
    assert not changed(made.pk, cast.senco, language="ur")


def test_nobody_begins_one_that_is_approved_already(cast, version, made):
    with as_owner():
        fields = Translation.objects.filter(pk=made.pk).values().get()
        Translation.objects.all().delete()
    begun = {"handed_in_at": None, "approved_at": None, "asked_by_id": cast.senco.pk}
    for forged in (
        {"handed_in_at": days(-1), "approved_at": days(0)},
        {"asked_by_id": cast.head.pk},
        {"told_of": "asked"},
    ):
        with pytest.raises(ProgrammingError), acting_as(cast.senco):
            Translation.objects.create(**fields | begun | forged)
    with acting_as(cast.senco):
        Translation.objects.create(**fields | begun)


def test_nobody_approves_their_own_words(cast, version):
    with pytest.raises(IntegrityError), transaction.atomic():
        translation(version, translator=cast.ta, approver=cast.ta, by=cast.senco)


def test_a_family_reads_what_is_approved_of_what_it_may_read(cast, version):
    named = {"translator": cast.ta, "approver": cast.teacher, "by": cast.senco}
    approved = translation(version, **named, **APPROVED)
    translation(version, **named, **HANDED_IN, language="ar")
    translation(version, **named, **APPROVED, language="ur", withdrawn_at=days(0))

    def read(by) -> set:
        with acting_as(by):
            return set(Translation.objects.values_list("pk", flat=True))

    assert read(cast.parent) == read(cast.other) == {approved.pk}
    assert read(cast.professional) == read(cast.stranger) == set()
    assert len(read(cast.ta)) == len(read(cast.head)) == 3  # the control
    with as_owner():
        type(version).objects.filter(pk=version.pk).update(withdrawn_at=days(0))
    assert read(cast.parent) == set()
