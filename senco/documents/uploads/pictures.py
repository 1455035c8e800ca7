"""Pictures are written anew: upright, no larger than is useful, and with nothing in them but the picture.

Where a photograph was taken (GPS), on which telephone and when leaves with the metadata, and so does whatever hid behind the picture.
"""

from io import BytesIO

from PIL import Image, ImageOps

from .formats import JPEG, PNG, WEBP, Format
from .limits import Limits
from .unfit import Unfit

NAMES = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}
QUALITY, THUMBNAIL_QUALITY = 85, 75
WHITE, OPAQUE = "white", 255


def clean(data: bytes, found: Format, limits: Limits) -> tuple[Format, bytes, bytes]:
    """(format, picture, thumbnail as JPEG). Raises Unfit for a picture that is too large or cannot be drawn."""
    try:
        picture = drawn(data, found, limits)
        transparent = picture.mode == "RGBA"
        wanted = PNG if found == PNG or transparent else JPEG
        return wanted, encoded(picture, wanted), thumbnail_of(picture, limits)
    except (Unfit, MemoryError):
        raise
    except Exception as broken:  # decoders raise what they like over a damaged file
        raise Unfit("damaged") from broken


def drawn(data: bytes, found: Format, limits: Limits) -> Image.Image:
    """The first frame, upright and reduced, as RGB or RGBA. How large it would become is asked before anything is decoded."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit is stricter, and says so in words
    picture = Image.open(BytesIO(data), formats=(NAMES[found],))
    width, height = picture.size
    most = limits.webp_pixels if found == WEBP else limits.pixels
    if width * height > most:
        raise Unfit("too_many_pixels", width=width, height=height, megapixels=most // 1_000_000)
    picture.draft("RGB", (limits.longest_side, limits.longest_side))
    if picture.mode not in ("RGB", "RGBA", "L"):
        picture = keeping_orientation(picture)
    picture.thumbnail((limits.longest_side, limits.longest_side), reducing_gap=2.0)
    upright = ImageOps.exif_transpose(picture)
    return (
        upright if upright.mode == "RGBA" and upright.getextrema()[3][0] < OPAQUE else upright.convert("RGB")
    )


def keeping_orientation(picture: Image.Image) -> Image.Image:
    """In plain colours; what says which way is up stays until the picture has been turned."""
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def encoded(picture: Image.Image, wanted: Format) -> bytes:
    target = BytesIO()
    options = {"quality": QUALITY, "optimize": True} if wanted == JPEG else {}
    bare(picture).save(target, NAMES[wanted], **options)
    return target.getvalue()


def bare(picture: Image.Image) -> Image.Image:
    """The same dots without the dictionary in which decoders keep comments, profiles and text."""
    picture.info = {}
    return picture


def thumbnail_of(picture: Image.Image, limits: Limits) -> bytes:
    small = picture.copy()
    small.thumbnail((limits.thumbnail_side, limits.thumbnail_side))
    if small.mode == "RGBA":
        paper = Image.new("RGB", small.size, WHITE)
        paper.paste(small, mask=small)
        small = paper
    target = BytesIO()
    bare(small).save(target, "JPEG", quality=THUMBNAIL_QUALITY)
    return target.getvalue()
