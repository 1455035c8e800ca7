"""The digest on A4 across."""

from io import BytesIO

import page as checker
import pytest
from django.urls import reverse
from django.utils.formats import date_format
from pypdf import PdfReader

from tests.factories import as_owner, on_status
from tests.factories.profiles import alert, in_force, item

pytestmark = pytest.mark.django_db


def test_the_digest_is_a_conformant_page_across(proved, teacher, senco, pupils, seven_a):
    for each in pupils[:3]:
        item(
            in_force(each, by=senco, strategies=["One instruction at a time", f"Only for {each.forename}"]),
            "Extra time",
            kind="access",
        )
        on_status(each)
    alert(pupils[0], by=senco)
    with as_owner():
        plan = pupils[1].plans.get()
    answer = proved(teacher).get(reverse("provision:digest_pdf", args=[seven_a.pk]))
    found = checker.validate_pdf_bytes(answer.content, profile=checker.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []
    page = PdfReader(BytesIO(answer.content)).pages[0]
    assert page.mediabox.width > page.mediabox.height
    text = " ".join(page.extract_text().split())
    for words in (
        "3 of 8",
        "One instruction at a time",
        "Only for Bea",
        "Nut allergy",
        "Extra time",
        teacher.name,
        f"{plan.title}, review on {date_format(plan.review_on)}",
    ):
        assert words in text, words


def test_who_prints_it_proves_first_who_they_are(acting, teacher, seven_a):
    answer = acting(teacher).get(reverse("provision:digest_pdf", args=[seven_a.pk]))
    assert answer.status_code == 302 and "reauthenticate" in answer.url
