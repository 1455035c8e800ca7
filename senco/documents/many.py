"""Many pages drawn bit by bit and written as one PDF/UA-1 file, so that somebody can watch how far it is, and stop it.

Each piece is laid out by itself, which is most of the work; the pages of all of them are then written at once, with one tree of tags.
"""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from senco.documents import pdf


class ManyPages:
    """Add pieces, then `write`. Raises what `pdf.render` raises."""

    def __init__(self, *, title: str, lang: str = "en-gb"):
        self.title, self.lang = title, lang
        self.fonts = pdf.shared_fonts()  # one for all pieces: fonts are loaded once
        self.pieces: list[Any] = []

    def add(
        self,
        template: str,
        context: Mapping[str, Any],
        *,
        pictures: Mapping[str, bytes] | None = None,
        at_most: int | None = None,
    ) -> bool:
        """Lay out one more piece; it begins on a new page. `pictures`: as in `pdf.lay_out`.

        A piece of more than `at_most` pages is left out again: False.
        """
        with translation.override(self.lang):
            page = render_to_string(template, {**context, "title": self.title, "lang": self.lang})
        laid_out = pdf.lay_out(page, title=self.title, lang=self.lang, fonts=self.fonts, pictures=pictures)
        fits = at_most is None or len(laid_out.pages) <= at_most
        if fits:
            self.pieces.append(laid_out)
        return fits

    def write(self) -> bytes:
        """All pieces as one file; there must be at least one."""
        return pdf.write(self.pieces)
