"""Files of a school's own entries: seen first, then added as a whole or not at all."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as some

from provision.models import SchoolStem, SchoolStrategy
from provision.queries.bank_files import MOST_ROWS, rows_of
from register.imports.refusals import ImportRefused
from tests.factories import as_owner, person

from .banking import HOSTILE, link, stem, strategy

pytestmark = pytest.mark.django_db
HEAD = "Text,Area of need,Types of need,Ages,Whole-class practice,Why it helps"
GOOD = "Sit beside the window.,Communication and interaction,ASD; Hearing impairment,KS1;KS2,Yes,Light."


def csv_file(*lines: str, name: str = "entries.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\r\n".join(lines).encode())


def look(browser, *lines: str, bank: str = "strategies"):
    return browser.post(link(f"upload_{bank}"), {"file": csv_file(*lines)})


def owned(model=SchoolStrategy) -> list:
    with as_owner():
        return list(model.objects.order_by("text"))


def test_a_file_is_seen_first_and_then_added(acting, senco):
    browser = acting(senco)
    page = look(browser, HEAD, GOOD, "Ask twice.,CL,,,,")
    assert page.status_code == 200 and "2 new entries" in page.content.decode()
    assert not owned()
    assert browser.post(link("add_strategies"), {"rows": page.context["sealed"]}).status_code == 302
    first, second = owned()
    assert (second.text, second.area, second.needs, second.ages, second.ordinary, second.why) == (
        "Sit beside the window.", "CI", ["ASD", "HI"], ["KS1", "KS2"], True, "Light.",
    )  # fmt: skip
    assert (first.area, first.needs, first.ages, first.ordinary) == ("CL", [], [], False)


def test_one_wrong_row_and_nothing_can_be_added(acting, senco):
    page = look(acting(senco), HEAD, GOOD, ",CI,,,,", "Ask.,Nowhere,,,,", "Wait.,CI,Flu,KS9,,")
    words = page.content.decode()
    assert page.status_code == 422 and "3 rows cannot be read" in words
    for said in ("Fill in", "Nowhere", "Flu", "KS9"):
        assert said in words, said
    assert "sealed" not in page.context and not owned()
    assert [one.row.number for one in page.context["rows"]] == [2, 3, 4, 5]


def test_what_stands_in_the_bank_or_twice_in_the_file_is_left_out(acting, senco):
    strategy(senco, "Sit beside the WINDOW.")
    browser = acting(senco)
    page = look(browser, HEAD, GOOD, "Ask.,CI,,,,", "ask.,CI,,,,")
    assert page.context["new"] == 1 and "left out" in page.content.decode()
    browser.post(link("add_strategies"), {"rows": page.context["sealed"]})
    assert [row.text for row in owned()] == ["Ask.", "Sit beside the WINDOW."]
    assert "nothing to add" in look(browser, HEAD, "Ask.,CI,,,,").content.decode()


def test_a_preview_is_added_once(acting, senco):
    browser = acting(senco)
    page = look(browser, HEAD, GOOD)
    for _time in range(2):
        browser.post(link("add_strategies"), {"rows": page.context["sealed"]})
    assert len(owned()) == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_goes_out_comes_in(acting, senco, stranger, kind):
    strategy(
        senco,
        "=1+1 is two.",
        needs=["SLCN", "ASD"],
        ages=["KS1"],
        ordinary=True,
        plain="So it is.",
        why="Why?",
    )
    strategy(senco, "Gone.", retired_at=senco.starts)
    stem(senco, "[name] will read.", measure="Count.", baseline="Write down.", needs=["SPLD"])
    for bank, route in (("strategies", "export_strategies"), ("stems", "export_stems")):
        answer = acting(senco).get(link(route, kind))
        assert answer.status_code == 200 and "attachment" in answer.headers["Content-Disposition"]
        sent = {"file": SimpleUploadedFile(f"out.{kind}", answer.content)}
        page = acting(stranger).post(link(f"upload_{bank}"), sent)
        acting(stranger).post(link(f"add_{bank}"), {"rows": page.context["sealed"]})
    with as_owner():
        [one] = SchoolStrategy.objects.filter(school=stranger.school)
        [other] = SchoolStem.objects.filter(school=stranger.school)
    assert (one.text, one.needs, one.ages, one.ordinary, one.plain, one.why) == (
        "=1+1 is two.", ["SLCN", "ASD"], ["KS1"], True, "So it is.", "Why?",
    )  # fmt: skip
    assert (other.measure, other.baseline, other.needs) == ("Count.", "Write down.", ["SPLD"])


def test_a_downloaded_file_claims_no_personal_data(acting, senco):
    strategy(senco)
    book = openpyxl.load_workbook(io.BytesIO(acting(senco).get(link("export_strategies", "xlsx")).content))
    cells = [str(cell.value) for row in book["About this file"] for cell in row]
    assert "Strategies" in cells and not [words for words in cells if "personal data" in words]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 nothing", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"One,Two\r\n1,2\r\n", "headings"),
        (HEAD.encode(), "no rows"),
        (b"Text,Area of need\r\n\"never closed,CI\r\n", "quotation"),
        (HEAD.encode() + b"\r\n" + b"Ask.,CI,,,,\r\n" * (MOST_ROWS + 1), "500"),
        (b"\x00\x01\x02\x03" * 4000, ""),
        (b"PK\x03\x04" + b"\x00" * 40, ""),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_in_words(acting, senco, content, said):
    answer = acting(senco).post(link("upload_strategies"), {"file": SimpleUploadedFile("x.csv", content)})
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not owned()


def test_without_a_file_one_is_asked_for(acting, senco):
    assert "Choose a file" in acting(senco).post(link("upload_strategies"), {"submit": ""}).content.decode()


@settings(max_examples=150, deadline=None)
@given(
    some.binary(max_size=400)
    | some.text(max_size=400).map(lambda text: f"{HEAD}\n{text}".encode(errors="replace"))
)
def test_no_bytes_break_the_reading(content):
    try:
        assert all("text" in row.answers for row in rows_of(content, "strategies"))
    except ImportRefused as refused:
        assert str(refused)


@pytest.mark.parametrize("rows", ["", "nonsense", "a:b:c"])
def test_a_forged_preview_adds_nothing(acting, senco, rows):
    answer = acting(senco).post(link("add_strategies"), {"rows": rows}, follow=True)
    assert "no longer stands" in answer.content.decode() and not owned()


def test_a_preview_is_its_makers_alone(acting, senco, stranger, here):
    sealed = look(acting(senco), HEAD, GOOD).context["sealed"]
    for somebody in (stranger, person("senco", at=here)):
        acting(somebody).post(link("add_strategies"), {"rows": sealed})
    assert not owned()


def test_hostile_cells_are_shown_as_words(acting, senco):
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    page = look(
        acting(senco), HEAD, f"{quoted},CI,,,,", f"Ask.,{quoted},{quoted},{quoted},,"
    ).content.decode()
    assert HOSTILE not in page and "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("role", ["admin", "head", "teacher", "ta", "parent", "professional", "governor"])
def test_only_the_senco_uploads_and_downloads(acting, here, role):
    browser = acting(person(role, at=here))
    for bank in ("strategies", "stems"):
        assert browser.get(link(f"upload_{bank}")).status_code == 403
        assert browser.get(link(f"export_{bank}", "csv")).status_code == 403
        assert browser.post(link(f"add_{bank}")).status_code == 403


def test_methods_and_kinds(acting, senco):
    assert acting(senco).get(link("add_strategies")).status_code == 405
    assert acting(senco).get(link("export_strategies", "pdf")).status_code == 404


def test_adding_many_costs_what_adding_one_costs(acting, senco, django_assert_max_num_queries):
    browser = acting(senco)

    def cost(*lines: str) -> int:
        sealed = look(browser, HEAD, *lines).context["sealed"]
        with django_assert_max_num_queries(300) as queries:
            browser.post(link("add_strategies"), {"rows": sealed})
        return len(queries)

    cost("First.,CI,,,,")
    one = cost("One.,CI,,,,")
    assert cost(*(f"Entry {number}.,CI,,,," for number in range(50))) == one
    assert len(owned()) == 52
