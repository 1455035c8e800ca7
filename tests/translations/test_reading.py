"""What the family reads of a translation, on a page and on paper, from its own side."""

from io import BytesIO

import page as checker
import pytest
from django.urls import reverse
from docx import Document as WordFile
from pypdf import PdfReader

from senco.audit.models import ReadEvent
from tests.factories import as_owner
from tests.reading import words_on

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"translations:{name}", args=args)


def test_the_original_leads_to_it_by_the_language_s_own_name(approved, acting, cast, version):
    page = acting(cast.parent).get(reverse("provision:family_plan", args=[version.pk])).content.decode()
    assert f'<a href="{url("read", approved.pk)}" lang="ar" dir="rtl">العربية</a>' in page
    assert "Ask for a translation" not in page
    page = acting(cast.professional).get(reverse("provision:family_plan", args=[version.pk])).content.decode()
    assert "العربية" not in page


def test_before_it_is_approved_nothing_leads_there(handed_in, acting, cast, version):
    page = acting(cast.parent).get(reverse("provision:family_plan", args=[version.pk]))
    assert "العربية" not in page.content.decode()
    assert acting(cast.parent).get(url("read_file", handed_in.pk, "pdf")).status_code in (302, 404)


def test_the_page_says_its_language_and_runs_from_its_side(approved, acting, cast):
    page = acting(cast.parent).get(url("read", approved.pk))
    html, words = page.content.decode(), words_on(page)
    assert '<article class="document " lang="ar" dir="rtl"' in html and '<html lang="en-gb" dir="ltr"' in html
    assert "نص 3" in words and "What we hope for" not in words
    assert "The original holds where they differ." in words
    with as_owner():
        assert ReadEvent.objects.filter(membership=cast.parent, what="translation").exists()


@pytest.mark.parametrize("kind", ["pdf", "large"])
def test_on_paper_it_is_conformant_in_its_language(approved, proved, cast, kind):
    answer = proved(cast.parent).get(url("read_file", approved.pk, kind))
    found = checker.validate_pdf_bytes(answer.content, profile=checker.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []
    file = PdfReader(BytesIO(answer.content))
    assert file.trailer["/Root"]["/Lang"] == "ar"
    assert "Ada Nwosu" in file.pages[0].extract_text()


def test_for_word_its_paragraphs_run_from_the_right(approved, proved, cast):
    answer = proved(cast.parent).get(url("read_file", approved.pk, "docx"))
    file = WordFile(BytesIO(answer.content))
    said = [paragraph for paragraph in file.paragraphs if paragraph.text]
    assert len(said) > 15
    assert [paragraph.text for paragraph in said if "<w:bidi/>" not in paragraph._p.xml] == []


def test_a_kind_of_file_that_does_not_exist_does_not(approved, proved, cast):
    assert proved(cast.parent).get(url("read_file", approved.pk, "exe")).status_code == 404


def test_an_original_that_was_taken_back_takes_its_translations_along(approved, acting, cast, version):
    with as_owner():
        type(version).objects.filter(pk=version.pk).update(withdrawn_at=version.at)
    assert acting(cast.parent).get(url("read", approved.pk)).status_code == 404


def test_nobody_else_s_parent_reads_it(approved, acting, cast):
    from tests.factories import access, person, pupil

    stranger = person("parent", at=cast.here)
    access(stranger, pupil(at=cast.here), source="parent")
    assert acting(stranger).get(url("read", approved.pk)).status_code == 404
    assert acting(cast.governor).get(url("read", approved.pk)).status_code == 403
