"""Word files read back: headings, header rows, language, title; nothing that runs, nothing that is fetched."""

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from senco.documents import word
from senco.documents.contents import Block, BlockKind, Document, Part, Row, Source, facts, row, table, text
from senco.documents.uploads.receiving import receive

WARD = Source("Plan", "Ms Ward")
HOSTILE = "<w:p>=HYPERLINK(1)</w:p> & \x0b\x00 {{ x }} ]]>"
URDU = "مجھے پڑھنا پسند ہے"


def sample() -> Document:
    lines = table(
        "What is done", ("What", "Who"), [row("Paired reading", "Ms Lee", source=WARD), row("Fluency", "")]
    )
    return Document(
        "SEN Support plan", "Ada Nwosu", "Larkfield", "Ada Nwosu · cycle 2", facts([("Review on", "11 Dec 2026")]),
        (
            Part("Strengths", (text(f"{HOSTILE}\nSecond line", WARD), text(URDU))),
            Part("Outcomes", (lines,), (Part("1. Reads a page", (Block(BlockKind.STEPS, (Row(("A step",)),)),), source=WARD),)),
            Part("Said", (Block(BlockKind.QUOTES, (Row(("I like it.", "Ada")), Row(("", "Mum")))),)),
            Part("Signatures", (Block(BlockKind.SIGN, (Row(("School", "", "")),), ("For", "Name", "Date"), "To sign"),)),
        ),
        "Draft, not shared",
    )  # fmt: skip


@pytest.fixture(scope="module")
def content() -> bytes:
    return word.write(sample())


@pytest.fixture
def made(content):
    return docx.Document(BytesIO(content))


def test_headings_are_headings_and_nest(made):
    headings = [
        (p.style.name, p.text) for p in made.paragraphs if p.style.name.startswith(("Heading", "Title"))
    ]
    assert headings == [
        ("Title", "Ada Nwosu: SEN Support plan"),
        ("Heading 1", "Strengths"),
        ("Heading 1", "Outcomes"),
        ("Heading 2", "1. Reads a page [1]"),
        ("Heading 1", "Said"),
        ("Heading 1", "Signatures"),
        ("Heading 1", "Where this comes from"),
    ]


def test_the_first_row_of_every_table_is_marked_as_its_header(made):
    for grid in made.tables:
        marked = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in grid.rows]
        assert marked == [True] + [False] * (len(grid.rows) - 1)
    assert [cell.text for cell in made.tables[0].rows[1].cells] == ["Paired reading [1]", "Ms Lee"]


def test_language_and_title_are_those_of_the_document(made):
    languages = made.styles.element.xpath(".//w:docDefaults//w:lang/@w:val")
    assert languages == ["en-GB"] and made.core_properties.language == "en-GB"
    assert made.core_properties.title == "Ada Nwosu: SEN Support plan"
    assert (made.core_properties.author, made.core_properties.comments) == ("Larkfield", "")
    welsh = docx.Document(BytesIO(word.write(sample(), lang="cy")))
    assert welsh.styles.element.xpath(".//w:docDefaults//w:lang/@w:val") == ["cy"]


def test_the_stamp_and_the_mark_stand_on_every_page_and_word_counts_the_pages(made):
    foot = made.sections[0].footer.paragraphs[0]
    assert foot.text == "Draft, not shared · Ada Nwosu · cycle 2 · Page 1 of 1"
    assert [code.text for code in foot._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert made.paragraphs[0].text == "Draft, not shared"


def steps(*words: str) -> Block:
    return Block(BlockKind.STEPS, tuple(Row((each,)) for each in words))


def test_the_steps_of_each_block_are_numbered_from_one():
    parts = (Part("1. Reads", (steps("One", "Two"),)), Part("2. Writes", (steps("Uno", "Due"),)))
    made = docx.Document(BytesIO(word.write(Document("Plan", "Ada", "Larkfield", "Ada", (), parts))))
    numbering = made.part.numbering_part.element
    counted: dict = {}
    for paragraph in made.paragraphs:
        if paragraph.style.name == "List Number":
            counted.setdefault(paragraph._p.pPr.numPr.numId.val, []).append(paragraph.text)
    assert list(counted.values()) == [["One", "Two"], ["Uno", "Due"]]
    usual = numbering.num_having_numId(made.styles["List Number"].element.pPr.numPr.numId.val)
    for series in map(numbering.num_having_numId, counted):
        assert series.xpath("./w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val") == ["1"]
        assert series.abstractNumId.val == usual.abstractNumId.val  # control: it looks as before


def test_numbers_lead_to_the_sources(made):
    anchors = made.element.body.xpath(".//w:hyperlink/@w:anchor")
    assert anchors == ["source_1"] * 3
    assert made.element.body.xpath(".//w:bookmarkStart/@w:name") == ["source_1"]
    assert made.paragraphs[-1].text == "[1] Plan, Ms Ward"


def test_what_people_wrote_stays_text(made):
    [strengths] = [p for p in made.paragraphs if "HYPERLINK" in p.text]
    assert strengths.text == "<w:p>=HYPERLINK(1)</w:p> &  {{ x }} ]]>\nSecond line [1]"


def test_what_is_read_from_the_right_is_marked_so(made):
    leftwards = [p.text for p in made.paragraphs if p._p.xpath("./w:pPr/w:bidi")]
    assert leftwards == [URDU]


@pytest.mark.parametrize(("title", "turned"), [("خطة الدعم", True), ("Plan", False)])
def test_a_document_in_such_a_language_runs_that_way_as_a_whole(title, turned):
    """Tables begin on the right, and so does a line that begins with a name."""
    scores = table("Scores", ["Test", "Result"], [row("Ada Nwosu", "قراءة")])
    document = Document(
        title, "Ada Nwosu", "School", "Stamp", parts=(Part("Ada Nwosu", (scores, text("Ada قالت"))),)
    )
    made = docx.Document(BytesIO(word.write(document, lang="ar")))
    cells = [cell.paragraphs[0] for line in made.tables[0].rows for cell in line.cells]
    by_itself = {cell.text for cell in cells if cell.text == "قراءة"}
    found = {p.text for p in (*made.paragraphs, *cells) if p.text and p._p.xpath("./w:pPr/w:bidi")}
    assert found == ({p.text for p in (*made.paragraphs, *cells) if p.text} if turned else by_itself)
    assert bool(made.tables[0]._tbl.xpath("./w:tblPr/w:bidiVisual")) is turned


@pytest.mark.parametrize(("lang", "said"), [("en-gb", "en-GB"), ("zh-Hans", "zh-Hans"), ("ar", "ar")])
def test_the_language_is_said_as_word_knows_it(lang, said):
    made = docx.Document(BytesIO(word.write(sample(), lang=lang)))
    assert made.core_properties.language == said


def test_nothing_in_the_file_runs_or_is_fetched(content):
    """Judged by the same rules as files that people bring."""
    taken = receive(content, name="plan.docx")
    assert taken.removed == 0
    with zipfile.ZipFile(BytesIO(content)) as packed:
        assert not [name for name in packed.namelist() if "vba" in name.lower() or "embed" in name.lower()]
        relations = [packed.read(name).decode() for name in packed.namelist() if name.endswith(".rels")]
    assert not [one for one in relations if 'TargetMode="External"' in one]
