"""Documents for Word (.docx), readable aloud: real headings, marked header rows of tables, a language, a title. No macros, no pictures.

The numbers behind sentences lead to the list of sources at the end, as they do in the PDF.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from senco.documents.contents import Block, BlockKind, Document, Part, Row, Source, clean, runs_leftwards

INK, BRAND, QUIET = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x12, 0x58, 0x6B), RGBColor(0x48, 0x53, 0x5F)
WASH = "F3F6F8"
FONT = "Arial"  # on every computer that opens such files
SIZES = {"Normal": 12, "Title": 22, "Heading 1": 16, "Heading 2": 13, "Caption": 11}
NOTE = "Source number"


def write(document: Document, *, lang: str = "en-gb") -> bytes:
    """The document as a .docx file in the language `lang` ("en-gb"; Word writes it "en-GB")."""
    language, _sign, region = lang.partition("-")
    lang = "-".join(filter(None, (language, region.upper() if len(region) == 2 else region)))
    made = docx.Document()
    set_up(made, document, lang)
    if document.mark:
        made.add_paragraph(document.mark, style="Intense Quote")
    made.add_paragraph(document.full_title, style="Title")
    write_block(made, document, document.opening)
    for part in document.parts:
        write_part(made, document, part, level=1)
    write_sources(made, document)
    if document.runs_leftwards:
        turn_around(made)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def turn_around(made: Any) -> None:
    """Every paragraph runs from right to left, also one that begins with a name in Latin letters."""
    for paragraph in made.element.body.iter(qn("w:p")):
        properties = paragraph.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.append(tag("w:bidi"))


# The file as a whole --------------------------------------------------------------------------------------------------------


def set_up(made: Any, document: Document, lang: str) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    about = made.core_properties
    about.title, about.author, about.language = document.full_title[:255], document.school[:255], lang
    about.comments, about.last_modified_by = "", document.school[:255]
    about.created = about.modified = localtime(now()).replace(tzinfo=None)
    set_styles(made, lang)
    write_foot(section.footer.paragraphs[0], document)


def set_styles(made: Any, lang: str) -> None:
    for name, size in SIZES.items():
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = INK if name == "Normal" else BRAND
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), FONT)
        fonts.set(qn("w:cs"), FONT)
    note = made.styles.add_style(NOTE, WD_STYLE_TYPE.CHARACTER)
    note.font.size, note.font.color.rgb, note.font.bold = Pt(8), QUIET, False
    default = made.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    for old in default.findall(qn("w:lang")):
        default.remove(old)
    default.append(tag("w:lang", val=lang, eastAsia=lang, bidi="ar-SA"))


def tag(name: str, /, **attributes: str) -> Any:
    """An element of the format, its attributes in the same name space."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def write_foot(paragraph: Any, document: Document) -> None:
    """The stamp of every page, then "Page 1 of 3", counted by Word."""
    stamp = " · ".join(filter(None, (document.mark, document.stamp)))
    paragraph.add_run(f"{stamp} · {_('Page')} ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(f" {_('of')} ")
    add_field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8.5), QUIET


def add_field(paragraph: Any, name: str) -> None:
    run = paragraph.add_run()
    run._r.append(tag("w:fldChar", fldCharType="begin"))
    code = tag("w:instrText")
    code.text = name
    run._r.append(code)
    run._r.append(tag("w:fldChar", fldCharType="separate"))
    run.add_text("1")
    run._r.append(tag("w:fldChar", fldCharType="end"))


# Parts and blocks -----------------------------------------------------------------------------------------------------------


def write_part(made: Any, document: Document, part: Part, level: int) -> None:
    heading = made.add_heading(level=level)
    add_words(heading, part.title)
    add_note(heading, document, part.source)
    for block in part.blocks:
        write_block(made, document, block)
    for smaller in part.parts:
        write_part(made, document, smaller, level + 1)


def write_block(made: Any, document: Document, block: Block) -> None:
    WRITERS[BlockKind(block.kind)](made, document, block)


def paragraphs_in(style: str, *, numbered: bool = False) -> Callable:
    """`numbered`: from 1 in each block. Without a series of its own a block would go on from the one before."""

    def write_rows(made: Any, document: Document, block: Block) -> None:
        if block.caption:
            add_caption(made, block)
        series = new_series(made, style) if numbered else None
        for row in block.rows:
            paragraph = made.add_paragraph(style=style)
            if series is not None:
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = series
            add_words(paragraph, row.cells[0])
            add_note(paragraph, document, row.source)

    return write_rows


def new_series(made: Any, style: str) -> int:
    """The id of a new series of numbers, which look as a style says and begin with 1."""
    numbering = made.part.numbering_part.element
    usual = numbering.num_having_numId(made.styles[style].element.pPr.numPr.numId.val)
    series = numbering.add_num(usual.abstractNumId.val)
    series.add_lvlOverride(ilvl=0).add_startOverride(1)
    return series.numId


def write_quotes(made: Any, document: Document, block: Block) -> None:
    for row in block.rows:
        if row.cells[0]:
            add_words(made.add_paragraph(style="Quote"), row.cells[0])
        whose = made.add_paragraph()
        add_words(whose, row.cells[1])
        add_note(whose, document, row.source)


def write_facts(made: Any, document: Document, block: Block) -> None:
    """Each as one paragraph, its name in bold: a table of two columns says less to whoever listens."""
    for row in block.rows:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(3)
        add_words(paragraph, f"{row.cells[0]}: ").bold = True
        add_words(paragraph, row.cells[1])
        add_note(paragraph, document, row.source)


def add_caption(made: Any, block: Block) -> None:
    caption = made.add_paragraph(style="Caption")
    add_words(caption, block.caption)
    caption.paragraph_format.keep_with_next = True


def write_table(made: Any, document: Document, block: Block) -> None:
    """A caption, a header row that repeats on every page and is marked as one, then the rows, none of them torn apart."""
    add_caption(made, block)
    grid = made.add_table(rows=1, cols=len(block.headings), style="Table Grid")
    properties = grid._tbl.tblPr
    if document.runs_leftwards:
        properties.insert(1, tag("w:bidiVisual"))  # its first column stands on the right
    properties.append(tag("w:tblCaption", val=block.caption))
    fill_row(grid.rows[0], Row(block.headings), document, bold=True)
    grid.rows[0]._tr.get_or_add_trPr().append(tag("w:tblHeader", val="true"))
    for cell in grid.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(tag("w:shd", val="clear", color="auto", fill=WASH))
    for each in block.rows:
        added = grid.add_row()
        added._tr.get_or_add_trPr().append(tag("w:cantSplit", val="true"))
        if block.kind == BlockKind.SIGN:
            added.height = Cm(1.1)
        fill_row(added, each, document)
    made.add_paragraph().paragraph_format.space_after = Pt(2)


def fill_row(into: Any, row: Row, document: Document, *, bold: bool = False) -> None:
    for number, (cell, words) in enumerate(zip(into.cells, row.cells, strict=True)):
        paragraph = cell.paragraphs[0]
        add_words(paragraph, words)
        for run in paragraph.runs:
            run.font.size, run.bold = Pt(10.5), bold or None
        if number == 0:
            add_note(paragraph, document, row.source)


WRITERS: dict[BlockKind, Callable] = {
    BlockKind.TEXT: paragraphs_in("Normal"),
    BlockKind.LIST: paragraphs_in("List Bullet"),
    BlockKind.STEPS: paragraphs_in("List Number", numbered=True),
    BlockKind.QUOTES: write_quotes,
    BlockKind.FACTS: write_facts,
    BlockKind.TABLE: write_table,
    BlockKind.SIGN: write_table,
}


def add_words(paragraph: Any, words: str) -> Any:
    """Words with their line ends, as a run; a paragraph that begins in a script from right to left runs that way."""
    begins = not paragraph.runs
    run = paragraph.add_run(words)
    if runs_leftwards(words):
        if begins:
            paragraph._p.get_or_add_pPr().append(tag("w:bidi"))
        run._r.get_or_add_rPr().append(tag("w:rtl"))
    return run


# Sources --------------------------------------------------------------------------------------------------------------------


def add_note(paragraph: Any, document: Document, source: Source) -> None:
    """The number of the source, which leads to the list at the end."""
    number = document.note(source)
    if number is None:
        return
    run = paragraph.add_run(f" [{number}]", style=NOTE)
    link = tag("w:hyperlink", anchor=f"source_{number}")
    run._r.addprevious(link)
    link.append(run._r)


def write_sources(made: Any, document: Document) -> None:
    if document.notes:
        made.add_heading(_("Where this comes from"), 1)
    for source, number in document.notes.items():
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph._p.append(tag("w:bookmarkStart", id=str(number), name=f"source_{number}"))
        paragraph.add_run(f"[{number}] {clean(source.words)}").font.size = Pt(9.5)
        paragraph._p.append(tag("w:bookmarkEnd", id=str(number)))
