"""Letters about a stage: PDF/UA-1, who is written to, and what each reader learns."""

from io import BytesIO

import page as checker
import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.timezone import localdate
from pypdf import PdfReader

from register.actions.needs import set_needs
from register.actions.status import change_status
from senco.access.context import acting_as
from tests.factories import contact, person, pupil
from tests.register.frameworks.conftest import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def senco(at_the_command_line):
    return person("senco", at=opened())


@pytest.fixture
def child(senco):
    made = pupil(at=senco.school, legal_forename="Niamh", legal_surname="Boyle")
    contact(made, restriction="No contact with the father", court_order=True)
    return made


def moved(child, senco, stage):
    with acting_as(senco):
        status = change_status(
            pupil=child,
            stage=stage,
            starts=localdate(),
            reason="more_help",
            criteria="Two cycles, <little> progress.",
            by=senco,
        )
        set_needs(pupil=child, needs=[("SLCN", 1, "school", "")], on=localdate(), by=senco)
    return status


def letter(office, child, status, reader):
    return office.get(reverse("register:stage_letter", args=[child.pk, status.pk, reader]))


def text_of(document: bytes) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(document)).pages)
    return " ".join(text.split())


def test_where_no_pdf_can_be_drawn_the_pupils_page_says_why(proved, senco, child, without_pango):
    answer = letter(proved(senco), child, moved(child, senco, "ni5_3"), "parents")
    assert answer.url == child.get_absolute_url()
    assert "Pango library is missing" in str(*get_messages(answer.wsgi_request))


@pytest.mark.parametrize("reader", ["parents", "authority"])
def test_each_letter_conforms(proved, senco, child, reader):
    response = letter(proved(senco), child, moved(child, senco, "ni5_3"), reader)
    assert response.headers["Content-Type"] == "application/pdf"
    report = checker.validate_pdf_bytes(response.content, profile=checker.ValidationProfile.PDF_UA_1)
    assert not [(failure.rule_id, failure.message) for failure in report.failures]


def test_parents_read_the_stage_in_plain_words_and_no_evidence(proved, senco, child):
    text = text_of(letter(proved(senco), child, moved(child, senco, "ni5_3"), "parents").content)
    assert "Stage 3" in text and "Specialists from outside the school" in text and "Speech, language" in text
    assert "little" not in text and "father" not in text and "Mrs Una Breen" in text


def test_the_authority_reads_on_which_evidence(proved, senco, child):
    text = text_of(letter(proved(senco), child, moved(child, senco, "ni5_3"), "authority").content)
    assert "Education Authority" in text and "Two cycles, <little> progress." in text and "Boyle" in text


def test_the_authority_is_written_to_where_the_stage_asks_for_it(proved, senco, child):
    status = moved(child, senco, "ni5_2")
    office = proved(senco)
    assert letter(office, child, status, "authority").status_code == 404
    assert letter(office, child, status, "parents").status_code == 200
    assert letter(office, child, status, "newspaper").status_code == 404
    page = office.get(child.get_absolute_url()).content.decode()
    assert "letter to the parents" in page and "notification letter" not in page


def test_nobody_is_written_to_about_no_needs(proved, senco, child):
    moved(child, senco, "ni5_1")
    with acting_as(senco):
        none = change_status(
            pupil=child,
            stage="no_sen",
            starts=localdate(),
            reason="progress_made",
            criteria="On level.",
            by=senco,
        )
    assert letter(proved(senco), child, none, "parents").status_code == 404


@pytest.mark.parametrize("role", ["admin", "head", "teacher", "parent"])
def test_letters_are_the_sencos(proved, senco, child, role):
    status = moved(child, senco, "ni5_3")
    assert letter(proved(person(role, at=senco.school)), child, status, "parents").status_code == 403
