"""The few SVG elements the drawings are made of. Every text goes through format_html, so labels cannot carry markup."""

from zlib import crc32

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from senco.core.charts.palette import INK, INK_2, LINE, PAPER, SERIES

TEXT = 13  # px
WIDTH_OF_LETTER = 6.9  # px, a little over the mean of the page's font at 13 px


def svg(figure, width: float, height: float, *parts: SafeString) -> SafeString:
    """The whole drawing: an image to assistive technology, named by the title and described by the finding."""
    name = key(figure)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{0}t {0}d" width="{1}" height="{2}"'
        ' viewBox="0 0 {1} {2}" font-family="Atkinson, sans-serif" font-size="{3}">'
        '<title id="{0}t">{4}</title><desc id="{0}d">{5}</desc>{6}</svg>',
        name, number(width), number(height), TEXT, figure.title, figure.finding, join(parts),
    )  # fmt: skip


def key(figure) -> str:
    """An id that is the same for the same figure, so that pages stay byte for byte the same."""
    return f"f{crc32(repr(figure).encode()):08x}"


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def join(parts) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def text(
    x: float, y: float, words, *, anchor: str = "start", quiet: bool = False, bold: bool = False
) -> SafeString:
    """Words whose baseline is at `y`."""
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" fill="{}" class="{}"{}>{}</text>',
        number(x), number(y), anchor, INK_2 if quiet else INK, "t2" if quiet else "t1",
        SafeString(' font-weight="700"') if bold else "", words,
    )  # fmt: skip


def line(x1: float, y1: float, x2: float, y2: float) -> SafeString:
    """A thin guide line."""
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" class="g"/>',
        number(x1),
        number(y1),
        number(x2),
        number(y2),
        LINE,
    )


def rect(
    x: float, y: float, width: float, height: float, fill: str, css: str, *, round_by: int = 0
) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{}" class="{}"/>',
        number(x), number(y), number(width), number(height), round_by, fill, css,
    )  # fmt: skip


def bar(figure, index: int, x: float, y: float, width: float, height: float) -> SafeString:
    """A bar of series `index`: its colour, and for the second and fourth series hatching over it."""
    solid = rect(x, y, width, height, SERIES[index], f"s{index + 1}")
    if index % 2 == 0:
        return solid
    return solid + rect(x, y, width, height, f"url(#{key(figure)}h)", "")


def hatching(figure) -> SafeString:
    """The pattern that `bar` lays over every second series."""
    return format_html(
        '<defs><pattern id="{}h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line x1="0" y1="0" x2="0" y2="6" stroke="{}" stroke-width="2.4" class="hatch"/></pattern></defs>',
        key(figure), PAPER,
    )  # fmt: skip


def width_of(words) -> float:
    """About how wide these words will be, in px."""
    return len(str(words)) * WIDTH_OF_LETTER


def shortened(words, room: float) -> str:
    """The words, cut with an ellipsis where they would need more than `room` px; the table has them in full."""
    fitting = max(4, int(room / WIDTH_OF_LETTER))
    words = str(words)
    return words if len(words) <= fitting else words[: fitting - 1].rstrip() + "…"
