"""The colours of static/css/tokens.css as numbers, for every theme and page tint."""

import re
from pathlib import Path

CSS = Path(__file__).resolve().parents[2] / "static/css/tokens.css"
BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
DECLARATION = re.compile(r"--([\w-]+):\s*(light-dark\(.*?\)|[^;]+);")
TINTS = ("white", "cream", "blue", "green")


def declared(css: str) -> dict[str, dict[str, str]]:
    """Selector → name of the custom property → value as written."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return {
        selector.strip(): dict(DECLARATION.findall(body))
        for selector, body in BLOCK.findall(css.replace("@layer tokens {", ""))
    }


def palette(theme: str, tint: str = "white", css: str | None = None) -> dict[str, str]:
    """Name → hex colour, as a browser would resolve it for this theme and tint."""
    blocks = declared(css or CSS.read_text())
    raw = blocks[":root"] | blocks.get(f'[data-tint="{tint}"]', {})
    side = 0 if theme == "light" else 1
    return {name: found for name in raw if (found := resolved(name, raw, side))}


def resolved(name: str, raw: dict[str, str], side: int) -> str | None:
    """The hex colour behind a name; None for what is not a colour."""
    value = raw[name].strip()
    pair = re.fullmatch(r"light-dark\((.+?),\s*(#\w+)\)", value)
    if pair:
        value = pair.group(side + 1).strip()
    if link := re.fullmatch(r"var\(--([\w-]+)\)", value):
        return resolved(link.group(1), raw, side)
    return value if re.fullmatch(r"#[0-9a-f]{6}", value) else None


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
