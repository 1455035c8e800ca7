"""Drawings: nothing in a label becomes markup, every number is in the table, and the PDF renderer draws the same SVG."""

import datetime
import re
import xml.etree.ElementTree as ET

import pytest

from senco.core import charts
from senco.core.charts import BarChart, HeatMap, LineChart, Series, Span, Timeline
from senco.core.charts.lines import APART
from senco.core.charts.scale import ticks

EVIL = '</text><script>alert(1)</script>"&'
SVG = "{http://www.w3.org/2000/svg}"


def bars(name="SEMH", values=(3, 5), title="Needs"):
    series = (Series("SEN support", (values[0], 12)), Series("EHC plan", (values[1], 0)))
    return BarChart(title, f"{name} is smaller", (name, "Speech"), series)


def lines(name="SEN support", last=118):
    return LineChart(
        "Register", "It grew", ("Aut 25", "Spr 26"), (Series(name, (88, last)), Series("EHC", (14, 26)))
    )


def heat(name="Autism", value=4):
    return HeatMap("Years", "Most in year 3", ("R", "Y1"), (Series(name, (value, 9)),))


def timeline(name="Phonics", today=datetime.date(2026, 2, 1)):
    first, last = datetime.date(2026, 1, 5), datetime.date(2026, 3, 27)
    return Timeline(
        "Running", "One runs", (Span(name, first, datetime.date(2026, 2, 13)),), first, last, today
    )


KINDS = [bars, lines, heat, timeline]


def parsed(figure, width=480):
    return ET.fromstring(charts.draw(figure, width=width))


def words(root) -> list[str]:
    return [element.text for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("kind", KINDS)
def test_labels_cannot_carry_markup(kind):
    html = charts.render(kind(EVIL), width=480)
    assert "<script>" not in html
    root = parsed(kind(EVIL))
    assert any(text.startswith("</text><script") for text in words(root))


@pytest.mark.parametrize("kind", KINDS)
def test_a_drawing_is_an_image_with_a_name_and_a_finding(kind):
    figure = kind()
    root = parsed(figure)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (title.text, description.text) == (figure.title, figure.finding)


@pytest.mark.parametrize("kind", KINDS)
def test_drawings_hold_no_style_and_no_script(kind):
    root = parsed(kind())
    assert not [e for e in root.iter() if e.tag in (f"{SVG}style", f"{SVG}script") or "style" in e.attrib]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 720])
def test_drawings_are_as_wide_as_they_are_told(kind, width):
    root = parsed(kind(), width)
    assert root.get("width") == str(width)
    edges = [float(e.get("x")) + float(e.get("width")) for e in root.iter(f"{SVG}rect") if e.get("x")]
    assert all(edge <= width + 0.5 for edge in edges)


def test_two_drawings_on_a_page_share_no_id():
    ids = [
        e.get("id") for figure in (bars(), bars(title="Other")) for e in parsed(figure).iter() if e.get("id")
    ]
    assert len(ids) == len(set(ids))


def test_bars_print_their_sums():
    assert {"8", "12"} <= set(words(parsed(bars())))


def test_a_withheld_number_is_words_in_drawing_and_table():
    html = charts.render(bars(values=("under 5", 5)), width=480)
    assert "under 5" in words(parsed(bars(values=("under 5", 5))))
    assert '<td class="number">under 5</td>' in html
    assert ">8<" not in html


def test_lines_that_end_together_keep_their_labels_apart():
    root = parsed(lines(last=27))
    ends = sorted(float(e.get("y")) for e in root.iter(f"{SVG}text") if e.get("font-weight"))
    assert ends[1] - ends[0] >= APART


@pytest.mark.parametrize("last", [0, 20, 40, 39])
def test_labels_stay_inside_the_drawing_wherever_the_lines_end(last):
    four = tuple(Series(name, (40, last)) for name in "abcd")
    root = parsed(LineChart("Register", "It fell", ("Aut 25", "Spr 26"), four))
    ends = sorted(float(e.get("y")) for e in root.iter(f"{SVG}text") if e.get("font-weight"))
    assert len(ends) == 4
    assert ends[0] >= 13
    assert ends[-1] <= float(root.get("height")) - 8
    assert all(lower - upper >= APART for upper, lower in zip(ends, ends[1:], strict=False))


@pytest.mark.parametrize("values", [(-2, 2), (-2, -1), (70, 130), (81, 84)])
def test_lines_that_do_not_start_at_nought_stay_inside(values):
    floor = min(values) // 10 * 10
    days = tuple(f"{day:02d}/09/2026" for day in (1, 2))
    root = parsed(LineChart("Score", "It rose", days, (Series("a", values),), floor=floor))
    heights = [float(e.get("cy")) for e in root.iter(f"{SVG}circle")]
    assert len(set(heights)) == 2 and all(10 <= y <= float(root.get("height")) - 30 for y in heights)
    first = next(e for e in root.iter(f"{SVG}text") if e.text == days[0])
    assert float(first.get("x")) >= 30  # its middle: the word is not cut off at the edge


@pytest.mark.parametrize("kind", [BarChart, LineChart])
def test_more_series_than_can_be_told_apart_are_refused_in_words(kind):
    with pytest.raises(ValueError, match="5 series, at most 4"):
        kind("Needs", "x", ("a",), tuple(Series(name, (1,)) for name in "abcde"))
    charts.render(kind("Needs", "x", ("a",), tuple(Series(name, (1,)) for name in "abcd")), width=320)


def test_heat_is_darker_for_more():
    root = parsed(HeatMap("H", "F", ("a", "b", "c"), (Series("s", (0, 1, 100)),)))
    assert [e.get("class") for e in root.iter(f"{SVG}rect")] == ["h0", "h1", "h4"]


def test_today_stands_between_what_was_and_what_comes():
    assert "Today" in words(parsed(timeline()))
    assert "Today" not in words(parsed(timeline(today=datetime.date(2027, 1, 1))))


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_under_each(kind):
    folded, printed = charts.render(kind(), width=480), charts.render(kind(), width=480, printed=True)
    assert "<details>" in folded
    assert "<details>" not in printed
    assert printed.count("<table") == folded.count("<table") == 1


def test_every_number_is_in_the_table():
    html = charts.render(lines(), width=480, printed=True)
    for value in (88, 118, 14, 26):
        assert f'<td class="number">{value}</td>' in html


def test_a_row_that_does_not_fit_its_columns_is_refused():
    with pytest.raises(ValueError, match="Autism"):
        HeatMap("H", "F", ("a",), (Series("Autism", (1, 2)),))


def test_nothing_to_draw_still_draws():
    empty = BarChart("Needs", "No pupil is on the register", (), (Series("SEN support", ()),))
    assert ET.fromstring(charts.draw(empty, width=320)) is not None


@pytest.mark.parametrize(
    ("largest", "expected"),
    [(0, [0, 1]), (4, [0, 1, 2, 3, 4]), (39, [0, 10, 20, 30, 40]), (118, [0, 50, 100, 150])],
)
def test_axes_count_in_round_whole_numbers(largest, expected):
    assert ticks(largest) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_the_pdf_renderer_draws_the_same_markup(kind):
    from weasyprint import HTML

    html = f"<html lang=en><title>t</title><h1>h</h1>{charts.render(kind(), width=480, printed=True)}</html>"
    pdf = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=True)
    assert kind().title.encode("utf-16-be") in pdf or kind().title.encode() in pdf


def test_the_drawing_for_a_phone_has_ids_of_its_own_and_all_names_of_its_series():
    html = charts.draw_for_page(bars(), width=480)
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 6
    long = tuple(Series(f"A rather long name {letter}", (1,)) for letter in "abcd")
    root = ET.fromstring(charts.draw(BarChart("Needs", "x", ("a",), long), width=290))
    names = [text for text in root.iter(f"{SVG}text") if text.text.startswith("A rather")]
    assert [float(text.get("y")) for text in names] == [17.5, 39.5, 61.5, 83.5]
