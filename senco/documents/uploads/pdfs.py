"""PDFs are written anew without anything that acts: scripts, launches, sent forms, sound and film, files inside.

Writing anew also drops what stood before or behind the PDF and what earlier versions of it had left in the file. A digital signature
does not outlive that.
"""

from io import BytesIO

import pikepdf

from .limits import Limits
from .unfit import Unfit

KEYS = (
    "/JS", "/JavaScript", "/AA", "/XFA", "/EmbeddedFiles", "/EF", "/AF", "/RichMediaContent", "/RichMediaSettings",
    "/Collection", "/Launch", "/RichMedia", "/Renditions",
)  # fmt: skip
ACTIONS = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound",
    "/RichMediaExecute", "/GoTo3DView", "/Thread", "/SetOCGState", "/Trans", "/Hide",
}  # fmt: skip
ANNOTATIONS = {"/FileAttachment", "/RichMedia", "/Screen", "/3D", "/Movie", "/Sound"}
WEB = ("http://", "https://", "mailto:", "tel:")


def clean(data: bytes, limits: Limits) -> tuple[bytes, int]:
    """(the PDF written anew, how many active things were taken out). Raises Unfit where it cannot be read or is too large."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            check_size(pdf, limits)
            removed = sum(disarm(each, 0, limits) for each in pdf.objects)
            removed += disarm(pdf.trailer, 0, limits)
            target = BytesIO()
            pdf.save(target, encryption=False, linearize=False, deterministic_id=True)
    except pikepdf.PasswordError as locked:
        raise Unfit("encrypted") from locked
    except (Unfit, MemoryError):
        raise
    except Exception as broken:  # qpdf tells of damage in many ways
        raise Unfit("damaged") from broken
    return target.getvalue(), removed


def check_size(pdf: pikepdf.Pdf, limits: Limits) -> None:
    pages = len(pdf.pages)
    if not pages:
        raise Unfit("damaged")
    if pages > limits.pages:
        raise Unfit("too_many_pages", pages=pages, limit=limits.pages)
    if len(pdf.objects) > limits.pdf_objects:
        raise Unfit("too_complicated")


def disarm(thing: pikepdf.Object, depth: int, limits: Limits) -> int:
    """Take what acts out of one object and the things written into it; how much that was. Other objects have their own turn."""
    if depth > limits.depth:
        raise Unfit("too_complicated")
    if isinstance(thing, pikepdf.Array):
        return disarm_list(thing, depth, limits)
    if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        return 0
    removed = sum(take_out(thing, key) for key in KEYS) + disarm_opening(thing) + disarm_action(thing)
    for key in list(thing.keys()):
        value = thing[key]
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            removed += disarm(value, depth + 1, limits)
    return removed


def disarm_list(things: pikepdf.Array, depth: int, limits: Limits) -> int:
    removed = 0
    for number in reversed(range(len(things))):
        thing = things[number]
        if is_active_annotation(thing):
            del things[number]
            removed += 1
        elif isinstance(thing, pikepdf.Object) and not thing.is_indirect:
            removed += disarm(thing, depth + 1, limits)
    return removed


def take_out(thing: pikepdf.Object, key: str) -> bool:
    if key not in thing:
        return False
    del thing[key]
    return True


def disarm_opening(thing: pikepdf.Object) -> int:
    """A page to open at may stay; anything done at opening may not."""
    opens_at_a_page = isinstance(thing.get("/OpenAction"), pikepdf.Array)
    return 0 if opens_at_a_page else int(take_out(thing, "/OpenAction"))


def is_active_annotation(thing) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and name_of(thing, "/Subtype") in ANNOTATIONS


def disarm_action(thing: pikepdf.Object) -> int:
    """An action that does more than turn to a page or open a web address becomes one that does nothing."""
    if not isinstance(thing, pikepdf.Dictionary):
        return 0
    kind = name_of(thing, "/S")
    is_part_of_text = "/P" in thing and "/K" in thing  # structure elements have an /S of their own
    acts = kind in ACTIONS and not is_part_of_text
    if kind == "/URI" and "/URI" in thing:
        acts = not str(thing["/URI"]).strip().lower().startswith(WEB)
    if acts:
        for key in list(thing.keys()):
            del thing[key]
    return int(acts)


def name_of(thing: pikepdf.Object, key: str) -> str:
    value = thing.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""
