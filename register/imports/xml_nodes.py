"""XML read piece by piece: one finished element at a time, DTDs forbidden, depth and size limited."""

import codecs
import re
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext_lazy as _

from .encodings import MIXED, WINDOWS, Text, as_windows
from .refusals import ImportRefused, Limits, said

CHUNK = 1 << 16
DECLARED = re.compile(r"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")
UNICODE = re.compile(
    r"utf-?8|us-ascii|ascii|utf-?16(-?[bl]e)?|utf-?32(-?[bl]e)?|iso-10646-ucs-[24]", re.IGNORECASE
)
LATIN_1 = re.compile(r"iso-?8859-?1|iso_8859-1|latin-?1|(windows|cp)-?1252", re.IGNORECASE)
# Codecs of Python that are no encodings of a file's letters.
NOT_LETTERS = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "undefined"})  # fmt: skip
BEFORE_XML = "\ufeff \t\r\n\x00"  # some systems leave a blank line, which XML itself does not allow
CUT_SHORT = (3, 5, 6)  # expat: no element found, unclosed token, partial character


class Node:
    """An element: its name without namespace and in lower case, its own text, its children in order."""

    __slots__ = ("children", "name", "pieces")

    def __init__(self, name: str):
        self.name = name
        self.pieces: list[str] = []
        self.children: list[Node] = []

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()

    def all(self, name: str) -> list["Node"]:
        return [child for child in self.children if child.name == name]

    def first(self, *path: str) -> "Node | None":
        node = self
        for name in path:
            node = next((child for child in node.children if child.name == name), None)
            if node is None:
                return None
        return node

    def said(self, *path: str) -> str | None:
        """The text at a path, "" for an empty element, None where there is none."""
        node = self.first(*path)
        return node.text if node is not None else None

    def within(self, name: str) -> Iterator["Node"]:
        """All descendants of a name, in document order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.within(name)


class NodeBuilder:
    """Builds the elements that stand at `wanted` paths and forgets everything else as it goes by."""

    def __init__(self, wanted: frozenset[tuple[str, ...]], root: str, limits: Limits):
        self.wanted, self.root, self.limits = wanted, root, limits
        self.path: list[str] = []
        self.building: list[Node] = []
        self.size = 0
        self.finished: list[Node] = []

    def start(self, tag: str, attributes: dict) -> None:
        name = tag.rpartition("}")[2].rpartition(":")[2].lower()
        if not self.path and name != self.root:
            raise _wrong_root(name)
        self.path.append(name)
        if len(self.path) > self.limits.xml_depth:
            raise _too_intricate()
        if self.building or tuple(self.path) in self.wanted:
            self._add(Node(name))

    def _add(self, node: Node) -> None:
        self.size = self.size + 1 if self.building else 0
        if self.size > self.limits.elements_per_pupil:
            raise _too_intricate()
        if self.building:
            self.building[-1].children.append(node)
        self.building.append(node)

    def data(self, text: str) -> None:
        if self.building:
            self.building[-1].pieces.append(text)

    def end(self, tag: str) -> None:
        self.path.pop()
        if self.building:
            node = self.building.pop()
            if not self.building:
                self.finished.append(node)

    def close(self) -> None:
        """Called by the parser at the end of the document."""


def nodes(text: Text, wanted: frozenset[tuple[str, ...]], root: str, limits: Limits) -> Iterator[Node]:
    """The elements at the wanted paths (lower case, from the root), each as soon as it is complete."""
    builder = NodeBuilder(wanted, root, limits)
    parser = DefusedXMLParser(target=builder, encoding="utf-8", forbid_dtd=True)
    try:
        with as_declared(text).open() as stream:
            begun = False
            while characters := stream.read(CHUNK):
                characters = characters if begun else characters.lstrip(BEFORE_XML)
                begun = True
                parser.feed(characters.encode("utf-8", "replace"))
                yield from _taken(builder)
        parser.close()
        yield from _taken(builder)
    except DefusedXmlException as error:
        raise _has_dtd() from error
    except ParseError as error:
        raise _not_well_formed(error) from error
    except UnicodeError as error:
        raise _unknown_encoding("") from error


def _taken(builder: NodeBuilder) -> list[Node]:
    finished, builder.finished = builder.finished, []
    return finished


def as_declared(text: Text) -> Text:
    """The text in the encoding that its XML declaration names, unless a byte order mark or the bytes say otherwise."""
    found = DECLARED.search(text.head(400))
    name = found[1] if found else "utf-8"
    if (
        UNICODE.fullmatch(name)
        or text.codec.startswith(("utf-16", "utf-32"))
        or text.data.startswith(codecs.BOM_UTF8)
    ):
        return text
    if LATIN_1.fullmatch(name):
        return as_windows(text.data)
    codec = _codec_called(name)
    if codec.startswith("utf"):
        return text
    return Text(text.data, codec, "replace", name.lower())


def _codec_called(name: str) -> str:
    """Python's name of an encoding, whatever the file calls it."""
    for spelling in (name, re.sub("^x-", "", name, flags=re.IGNORECASE)):
        try:
            found = codecs.lookup(spelling)
        except LookupError:
            continue
        if found._is_text_encoding and found.name not in NOT_LETTERS:
            return found.name
    raise _unknown_encoding(name)


def is_other_encoding_than_declared(text: Text) -> bool:
    """Whether the file claims Unicode but had to be read as Windows letters, in whole or in part."""
    return as_declared(text) is text and text.name in {WINDOWS, MIXED}


def _wrong_root(name: str) -> ImportRefused:
    return ImportRefused(
        "wrong_root",
        said(
            _("This XML file is not a Common Transfer File: it begins with “{name}”, not with CTfile."),
            name=name[:40],
        ),
        _("Choose the file whose name looks like 9992001_CTF_9994001_001.xml, or export a report as CSV."),
    )


def _too_intricate() -> ImportRefused:
    return ImportRefused(
        "too_intricate",
        _("This XML file is built in a way that no Common Transfer File is."),
        _("Export the Common Transfer File again from the MIS."),
    )


def _has_dtd() -> ImportRefused:
    return ImportRefused(
        "dtd",
        _("This XML file brings definitions of its own (a DTD), which could be used to attack this system."),
        _("Nothing was read. Ask where the file comes from; a Common Transfer File has none."),
    )


def _not_well_formed(error: ParseError) -> ImportRefused:
    line = error.position[0]
    if error.code in CUT_SHORT:
        return ImportRefused(
            "cut_short",
            said(_("The file stops in the middle, at line {line}."), line=line),
            _("Copy or download it again, or ask the sending school to send it again."),
        )
    return ImportRefused(
        "not_well_formed",
        said(_("The file is damaged at line {line}: it is not valid XML."), line=line),
        _(
            "Copy or download it again without opening it in between, or ask the sending school to send it again."
        ),
    )


def _unknown_encoding(name: str) -> ImportRefused:
    return ImportRefused(
        "encoding",
        said(
            _("The file says that its letters are encoded as “{name}”, which cannot be read."), name=name[:40]
        ),
        _("Ask for a file in UTF-8, which is what the Common Transfer File prescribes."),
    )
