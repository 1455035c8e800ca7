"""Every glyph of a PDF says which character it is, as PDF/UA-1 asks (ISO 14289-1, 7.21.7).

In some scripts a letter is drawn by several glyphs: Nastaliq sets the dots of Urdu by themselves, Bengali the parts around a letter. The
renderer gives the letter to the first of them and nothing to the others, which is no valid table. The others get the zero width
joiner, U+200D: it shows nothing, breaks no word, and readers pass over it.
"""

import re
from typing import Any

UNNAMED = re.compile(rb"^(<[0-9a-f]+>) <>$")
NAMED = rb"\1 <200d>"


def name_every_glyph(_document: Any, pdf: Any) -> None:
    """For WeasyPrint's `finisher`: fill what is empty in the tables from glyphs to characters."""
    for item in pdf.objects:
        lines = getattr(item, "stream", None)
        if isinstance(lines, list) and b"begincmap" in lines:
            item.stream = [UNNAMED.sub(NAMED, line) if isinstance(line, bytes) else line for line in lines]
