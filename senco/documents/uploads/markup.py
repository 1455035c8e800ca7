"""What the XML of a document says about programs, about things fetched from elsewhere, and about locks.

Parts are parsed, not searched: prefixes, encodings and character references can spell the same thing in many ways.
"""

from io import BytesIO
from xml.etree import ElementTree
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces

from defusedxml import ElementTree as Careful
from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import create_parser

from .unfit import Unfit

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = f"{{{RELATIONS}}}Relationship"
RUNNING = {
    "oleobject",
    "package-ole",
    "activexcontrolbinary",
    "control",
    "afchunk",
    "attachedtoolbars",
    "frame",
}
MACRO_PARTS = ("vbaproject", "wordvbadata", "macroenabled", "ms-office.activex")
TEMPLATE, LINK = "attachedtemplate", "hyperlink"
NO_TEMPLATE = "Normal.dotm"
WEB = ("http://", "https://", "mailto:", "tel:", "#")
FIELD_CODES = {"instrText", "delInstrText"}
STARTING = {"applet", "plugin", "dde-source", "dde-connection", "dde-connection-decl", "event-listener"}
SCRIPTS = ("vnd.sun.star.script:", "macro:", "javascript:")
ELSEWHERE = ("http:", "https:", "ftp:", "file:", "smb:", "//", "\\\\")
MENTIONS_ONLY = {"a", "template", "auto-reload"}  # a link to click on; where a document began


class Sighting(ContentHandler):
    """Goes through a part once. `codes` is what its fields say, `starts` and `fetches` what else it does by itself."""

    def __init__(self):
        super().__init__()
        self.codes: list[str] = []
        self.inside = self.starts = self.fetches = False

    def startElementNS(self, name, _qname, attributes):
        local = name[1]
        self.inside = local in FIELD_CODES
        self.starts |= local in STARTING
        for (_space, attribute), value in attributes.items():
            if attribute == "instr":
                self.codes.append(f" {value} ")
            if attribute == "href":
                self.look_at(local, value.strip().lower())

    def look_at(self, local: str, address: str) -> None:
        self.starts |= address.startswith(SCRIPTS)
        self.fetches |= address.startswith(ELSEWHERE) and local not in MENTIONS_ONLY

    def characters(self, content):
        if self.inside:
            self.codes.append(content)

    def endElementNS(self, _name, _qname):
        self.inside = False

    @property
    def runs_programs(self) -> bool:
        """Word cuts field codes into pieces, so they are read together; every other word of them is harmless."""
        words = "".join(self.codes).upper().replace('"', " ").split()
        return self.starts or any(word.startswith("DDE") for word in words)


def look_through(part: bytes) -> Sighting:
    """What a part of a document does by itself. Raises Unfit for one that is no XML, or brings a DTD."""
    seen, parser = Sighting(), create_parser(forbid_dtd=True)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(seen)
    try:
        parser.parse(BytesIO(part))
    except (SAXException, DefusedXmlException, ValueError, LookupError) as broken:
        raise Unfit("damaged") from broken
    return seen


def says_macros(content_types: bytes) -> bool:
    """Whether the list of parts names a macro or a control."""
    said = " ".join(value.lower() for each in parsed(content_types).iter() for value in each.attrib.values())
    return any(part in said for part in MACRO_PARTS)


def harmless_relations(part: bytes) -> bytes:
    """The relations of a part, without an address from which a template would be fetched.

    Raises Unfit for relations to things that run, and for anything but a web link that lies outside the document.
    """
    root = parsed(part)
    for relation in root.iter(RELATION):
        kind = relation.get("Type", "").rpartition("/")[2].lower()
        if kind in MACRO_PARTS:
            raise Unfit("macros")
        if kind in RUNNING:
            raise Unfit("embedded")
        if relation.get("TargetMode", "").lower() == "external":
            make_harmless(relation, kind)
    ElementTree.register_namespace("", RELATIONS)
    return ElementTree.tostring(root, "UTF-8", xml_declaration=True)


def make_harmless(relation, kind: str) -> None:
    if kind == TEMPLATE:
        relation.set("Target", NO_TEMPLATE)
    elif kind != LINK:
        raise Unfit("fetches")
    elif not relation.get("Target", "").strip().lower().startswith(WEB):
        relation.set("Target", "#")


def parsed(part: bytes):
    try:
        return Careful.fromstring(part, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError) as broken:
        raise Unfit("damaged") from broken


def is_locked(manifest: bytes) -> bool:
    """Whether an OpenDocument package says that its members are encrypted."""
    return any(each.tag.endswith("encryption-data") for each in parsed(manifest).iter())
