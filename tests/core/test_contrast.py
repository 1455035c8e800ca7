"""Every pair of colours that meets on a page, in light, dark and every tint: text 4.5, controls and focus 3."""

import pytest

from senco.core.charts import palette as paint
from tests.core.tokens import CSS, TINTS, palette, ratio

THEMES = [("light", tint) for tint in TINTS] + [("dark", "white")]
TEXT, CONTROL = 4.5, 3.0
STATES = ("ok", "warn", "bad", "info")
TEXT_PAIRS = [
    *((text, ground) for text in ("ink", "ink-2", "link", "brand") for ground in ("page", "wash")),
    *((text, "brand-wash") for text in ("ink", "ink-2", "brand", "link")),
    *((state, ground) for state in STATES for ground in (f"{state}-wash", "page")),
    *(("ink", f"{state}-wash") for state in STATES),
    *(("link", f"{state}-wash") for state in STATES),
    ("visited", "page"),
    ("on-brand", "brand"),
    ("on-bar", "bar"),
    ("ink", "h1"),
    ("ink", "h2"),
    ("on-brand", "h3"),
]
CONTROL_PAIRS = [
    *(("edge", ground) for ground in ("page", "wash", "brand-wash")),
    *(("ink", ground) for ground in ("page", "wash", "brand-wash")),  # the focus ring
    *((f"c{number}", "page") for number in (1, 2, 3, 4)),
    ("bad", "page"),
    ("brand", "page"),
]


def failing(colours: dict[str, str], pairs, least: float) -> list[str]:
    measured = ((text, ground, ratio(colours[text], colours[ground])) for text, ground in pairs)
    return [f"{text} on {ground}: {found:.2f}" for text, ground, found in measured if found < least]


@pytest.mark.parametrize(("theme", "tint"), THEMES)
def test_text_can_be_read(theme, tint):
    assert failing(palette(theme, tint), TEXT_PAIRS, TEXT) == []


@pytest.mark.parametrize(("theme", "tint"), THEMES)
def test_controls_and_focus_can_be_seen(theme, tint):
    assert failing(palette(theme, tint), CONTROL_PAIRS, CONTROL) == []


def test_the_halo_shows_beside_the_ring_on_light_pages():
    assert ratio(palette("light")["halo"], palette("light")["ink"]) >= CONTROL


def test_control_a_pale_grey_is_refused():
    pale = CSS.read_text().replace("--ink-2: light-dark(#48535f", "--ink-2: light-dark(#9aa5b0")
    colours = palette("light", css=pale)
    assert "ink-2 on page: 2.51" in failing(colours, TEXT_PAIRS, TEXT)


def test_every_colour_is_part_of_a_pair():
    used = {name for pair in (*TEXT_PAIRS, *CONTROL_PAIRS) for name in pair}
    decoration = {"line", "tint", "tint-wash", "tint-line", "halo"}
    assert set(palette("light")) == used | decoration


def test_tints_change_the_page():
    assert len({palette("light", tint)["page"] for tint in TINTS}) == len(TINTS)


def test_drawings_use_the_colours_of_the_page():
    """The attributes that the PDF renderer reads are the light theme's tokens."""
    light = palette("light")
    assert [light[f"c{number}"] for number in (1, 2, 3, 4)] == list(paint.SERIES)
    assert (light["ink"], light["ink-2"], light["line"]) == (paint.INK, paint.INK_2, paint.LINE)
    assert [light[name] for name in ("wash", "h1", "h2", "h3", "brand")] == list(paint.HEAT)
    assert light["brand-wash"] == paint.SOFT
