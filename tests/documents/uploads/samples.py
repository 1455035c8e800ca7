"""Files of every kind, harmless and hostile, made here byte by byte. None is kept in the repository."""

import struct
import zipfile
import zlib
from io import BytesIO

import pikepdf
from PIL import Image

GPS, PLACE, ORIENTATION, CAMERA = 0x8825, 2, 0x0112, 0x0110
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


# Pictures ----------------------------------------------------------------------------------------------------------------


def photograph(width=640, height=480, *, orientation=1, form="JPEG", mode="RGB", behind=b"") -> bytes:
    """A photograph as a telephone takes it: with place, camera and which way is up; red in its first corner."""
    picture = Image.new(mode, (width, height), "white")
    picture.paste("red", (0, 0, width // 4, height // 4))
    told = Image.Exif()
    told[ORIENTATION], told[CAMERA] = orientation, "Telephone of Ms Gray"
    told.get_ifd(GPS)[PLACE] = (51.0, 30.0, 26.0)
    target = BytesIO()
    picture.save(target, form, exif=told, comment=b"At home")
    return target.getvalue() + behind


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes whose head says how large it would become."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    dots = zlib.compress(bytes(2000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        png_part(*part) for part in ((b"IHDR", head), (b"IDAT", dots), (b"IEND", b""))
    )


def png_part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


# PDF ---------------------------------------------------------------------------------------------------------------------


def pdf(pages=1, *, change=None, **saving) -> bytes:
    """A PDF of blank pages, the same bytes each time unless encrypted. `change(pdf)` does something to it first."""
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page(page_size=(200, 200))
    if change:
        change(made)
    target = BytesIO()
    made.save(target, deterministic_id="encryption" not in saving, **saving)
    return target.getvalue()


def with_everything_active(made: pikepdf.Pdf) -> None:
    """Scripts at opening and on a page, by name and in a field, a launch, a form that is sent, XFA, a file inside, film."""
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    program = made.make_stream(b"MZ evil payload")
    spec = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="a.exe", EF=pikepdf.Dictionary(F=program))
    )
    made.Root.OpenAction = script
    made.Root.AA = pikepdf.Dictionary(WC=script)
    made.Root.Names = pikepdf.Dictionary(
        JavaScript=pikepdf.Dictionary(Names=["x", script]),
        EmbeddedFiles=pikepdf.Dictionary(Names=["a.exe", spec]),
        Dests=pikepdf.Dictionary(Names=[]),
    )
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[], XFA=made.make_stream(b"<xfa/>"))
    page = made.pages[0]
    page.obj.AA = pikepdf.Dictionary(O=launch)
    notes = [
        pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
        for action in (
            launch,
            pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F="http://example.org"),
            pikepdf.Dictionary(S=pikepdf.Name.URI, URI="javascript:alert(1)"),
            pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/"),
        )
    ]
    attached = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9], FS=spec
    )
    page.obj.Annots = made.make_indirect(
        pikepdf.Array([made.make_indirect(each) for each in (*notes, attached)])
    )


def locked_pdf(*, user="secret") -> bytes:
    """One that asks for a password, or (`user=""`) opens without one and only restricts printing."""
    return pdf(encryption=pikepdf.Encryption(owner="owner", user=user))


# Word and OpenDocument ---------------------------------------------------------------------------------------------------


def package(members: dict[str, bytes | str], *, before=b"", behind=b"") -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return before + target.getvalue() + behind


def relations(*each: tuple[str, str], external=True) -> str:
    mode = ' TargetMode="External"' if external else ""
    lines = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{to}"{mode}/>'
        for n, (kind, to) in enumerate(each)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{RELATIONS}">{lines}</Relationships>'


def docx(body="<w:p><w:r><w:t>Hello</w:t></w:r></w:p>", *, main=MAIN, **more: bytes | str) -> bytes:
    """A small Word file. `more`: member → content, with `__` for a slash and `_` for a dot in its name."""
    return package(word_members(body, main) | named(more))


def named(more: dict[str, bytes | str]) -> dict[str, bytes | str]:
    """`word___rels__document_xml_rels` is word/_rels/document.xml.rels."""
    plain = {name.replace("___rels", "/-rels"): content for name, content in more.items()}
    return {
        name.replace("__", "/").replace("_", ".").replace("-", "_"): content
        for name, content in plain.items()
    }


def word_members(body: str, main: str = MAIN) -> dict[str, bytes | str]:
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(("officeDocument", "word/document.xml"), external=False),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }


def odt(body="<office:body/>", **more: bytes | str) -> bytes:
    spaces = " ".join(f'xmlns:{each}="urn:{each}"' for each in ("office", "script", "draw", "xlink", "text"))
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
        "META-INF/manifest.xml": "<manifest/>",
    }
    return package(members | named(more))


# Sound -------------------------------------------------------------------------------------------------------------------


def mp3(frames=20, *, tag=b"", behind=b"") -> bytes:
    """Silent frames of layer III at 128 kbit/s and 44.1 kHz: 417 bytes each."""
    size = len(tag)
    head = b"ID3\x04\0\0" + bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0)) if tag else b""
    return head + tag + (b"\xff\xfb\x90\0" + bytes(413)) * frames + behind


def box(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def m4a(handler=b"soun", *, place=b"Acacia Avenue", behind=b"") -> bytes:
    track = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12))))
    told = box(b"udta", box(b"name", place))
    return box(b"ftyp", b"M4A \0\0\0\0") + box(b"moov", track + told) + box(b"mdat", bytes(400)) + behind


def ogg(codec=b"OpusHead\x01\x01", *, behind=b"") -> bytes:
    def page(kind: int, content: bytes) -> bytes:
        return b"OggS\0" + bytes([kind]) + bytes(20) + bytes([1, len(content)]) + content

    return page(2, codec) + page(0, bytes(200)) + page(4, bytes(9)) + behind


def webm(track=2, *, doctype=b"webm", more=b"") -> bytes:
    """As a browser records: segment and cluster of unknown length."""

    def element(key: bytes, content: bytes) -> bytes:
        return key + struct.pack(">I", 0x10000000 | len(content)) + content

    unknown = b"\x01" + b"\xff" * 7
    tracks = element(b"\x16\x54\xae\x6b", element(b"\xae", element(b"\x83", bytes([track]))))
    cluster = b"\x1f\x43\xb6\x75" + unknown + element(b"\xa3", bytes(90))
    return (
        element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", doctype))
        + b"\x18\x53\x80\x67"
        + unknown
        + tracks
        + cluster
        + more
    )
