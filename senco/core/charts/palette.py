"""Colours as attributes, because the PDF renderer reads no style sheet for SVG. Pages recolour by class for dark mode."""

INK, INK_2, LINE, PAPER = "#1b2430", "#48535f", "#c9d1d9", "#ffffff"
SERIES = ("#12586b", "#b4501e", "#6a4c93", "#4a5d23")
SOFT = "#dcecf0"
HEAT = ("#f3f6f8", "#d6e6eb", "#a3c8d3", "#2f7488", "#12586b")  # none, then four steps of more
DARK_HEAT_FROM = 3  # from this step on, the number in the cell is white
DASHES = ("", "6 4", "2 3", "8 3 2 3")
