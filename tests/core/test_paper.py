"""The base of every PDF: conformant, with charts, tables and a footer on each page."""

from io import BytesIO
from pathlib import Path

import page as checker
import pytest
from django.template import engines
from django.template.loaders.locmem import Loader
from pypdf import PdfReader

from senco.core.charts import BarChart, Series
from senco.documents import pdf

REPORT = """{% extends "layout/print.html" %}{% load look %}{% block content %}
<h2>Needs</h2>{% chart figure width=600 printed=True %}
<h2>Long list</h2><table><thead><tr><th scope="col">Pupil</th></tr></thead>
<tbody>{% for n in numbers %}<tr><td>Pupil {{ n }}</td></tr>{% endfor %}</tbody></table>{% endblock %}"""
STATIC = Path(__file__).resolve().parents[2] / "static"


@pytest.fixture
def report(monkeypatch, settings):
    engine = engines["django"].engine
    monkeypatch.setattr(
        engine, "template_loaders", [Loader(engine, {"report.html": REPORT}), *engine.template_loaders]
    )
    settings.STATIC_ROOT = str(STATIC)
    figure = BarChart(
        "Register by need", "Speech is the most common.", ("Speech", "SEMH"), (Series("K", (34, 27)),)
    )
    return pdf.render(
        "report.html", {"figure": figure, "numbers": range(80)}, title="SEN report", lang="en-gb"
    )


def test_the_base_conforms_to_pdf_ua_1(report):
    found = checker.validate_pdf_bytes(report, profile=checker.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in found.failures] == []


def test_every_page_says_what_it_is_and_repeats_the_header(report):
    pages = [page.extract_text() for page in PdfReader(BytesIO(report)).pages]
    assert len(pages) > 1
    assert all("Confidential: SEN record." in text for text in pages)
    assert all("Pupil" in text.split("Pupil 1")[0] for text in pages[1:])
    assert f"{len(pages)} / {len(pages)}" in pages[-1]


def test_numbers_are_printed_not_folded_away(report):
    text = PdfReader(BytesIO(report)).pages[0].extract_text()
    assert "Show the numbers" not in text
    assert "34" in text
