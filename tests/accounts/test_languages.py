"""Everybody is written to in the language that they read in, whoever caused the letter; of an account no more than that is told."""

import pytest
from django.utils import translation

from register.actions.concerns import announce
from register.actions.invitations import invite
from senco.access.context import acting_as, acting_as_system
from senco.accounts.languages import in_language_of, languages_of
from senco.accounts.models import Membership
from senco.core.reading.settings import ReadingSettings
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, concern, person, pupil, school

pytestmark = pytest.mark.django_db
ENGLISH, WELSH = "A concern was raised", "Codwyd pryder"


@pytest.fixture
def larkfield():
    return school()


def reading_in(language: str, role: str, at, **fields) -> Membership:
    made = person(role, at=at, **fields)
    with as_owner():
        made.user.reading = ReadingSettings(language=language).as_dict()
        made.user.save()
    return made


def subjects_by_address() -> dict[str, str]:
    with as_owner():
        return dict(OutboxMessage.objects.values_list("to", "subject"))


def test_each_reads_the_same_letter_in_their_language(larkfield):
    welsh, english, unsaid = (
        reading_in(language, "senco", larkfield) for language in ("cy", "en-gb", "auto")
    )
    teacher = reading_in("cy", "teacher", larkfield)
    raised = concern(pupil(at=larkfield), by=teacher, urgent=True)
    with acting_as(teacher), translation.override("cy"):
        announce(raised)
    told = subjects_by_address()
    assert told[welsh.email].startswith(WELSH)
    assert told[english.email].startswith(ENGLISH)
    assert told[unsaid.email].startswith(ENGLISH)


def test_who_has_no_account_yet_is_invited_in_the_system_s_own(larkfield):
    senco = reading_in("cy", "senco", larkfield)
    with as_owner():
        invited = Membership.objects.create(
            school=larkfield, role="teacher", last_name="New", email="new@example.org"
        )
    with acting_as(senco), translation.override("cy"):
        invite(membership=invited, by=senco)
    with as_owner():
        letter = OutboxMessage.objects.get(to="new@example.org")
    assert "invites you to its SEN office" in letter.subject
    assert "Teacher" in letter.text


def test_the_database_tells_it_within_the_school_alone(larkfield):
    here = reading_in("cy", "parent", larkfield)
    elsewhere = reading_in("cy", "parent", school())
    with acting_as(person("teacher", at=larkfield)):
        assert languages_of([here, elsewhere]) == {here.pk: "cy", elsewhere.pk: "en-gb"}
    with acting_as_system(purpose="test"):
        assert languages_of([here, elsewhere]) == {here.pk: "cy", elsewhere.pk: "cy"}


def test_what_nobody_offers_is_the_system_s_own(larkfield):
    strange = reading_in("xx", "parent", larkfield)
    with as_owner():
        strange.user.reading = {"language": ["cy"]}
        strange.user.save()
    with acting_as(strange), in_language_of(strange):
        assert translation.get_language() == "en-gb"
