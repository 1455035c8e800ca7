"""Photographs of work, drawn here: a page of made-up handwriting for each pupil on the SEN register."""

import datetime
import hashlib
from dataclasses import dataclass
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from register.models import PupilFile, PupilFileContent
from senco.demo.children import Child
from senco.demo.concern_records import People
from senco.demo.statuses import E, N
from senco.demo.world import World
from senco.documents.uploads import formats, pictures
from senco.documents.uploads.limits import Limits

PAGES = 6  # different drawings, each used many times
PAPER, RULE, INK = (252, 250, 242), (206, 218, 232), (38, 44, 92)
SIZE, MARGIN, LINE = (600, 420), 40, 44  # pixels
AGO = (3, 120)  # days
CAPTION = "English book: a page of writing"
ALT_TEXT = "A page of handwriting in blue ink, the letters of uneven size"


@dataclass(frozen=True)
class Drawing:
    picture: bytes
    thumbnail: bytes


def record_files(world: World, everybody: list[Child], people: People) -> None:
    """For colleagues; the parent's sign-in reads those of its children, a professional those of pupils with a plan."""
    drawings = [drawing(Random(number)) for number in range(PAGES)]
    for child in everybody:
        around = people.around.get(child.pupil.pk)
        if child.status != N and child.pupil.left_on is None and around:
            day = world.school_day(world.ago(world.rng.randrange(*AGO)))
            keep(world, child, world.rng.choice(drawings), world.rng.choice(around), day)


def keep(world: World, child: Child, drawn: Drawing, by, day: datetime.date) -> None:
    common = {"school": world.school, "pupil": child.pupil}
    file = world.add(
        PupilFile, **common, name="IMG_2041.png", kind=formats.PICTURE, content_type=formats.PNG.content_type,
        size=len(drawn.picture), sha256=hashlib.sha256(drawn.picture).hexdigest(), uploaded_by=by, uploaded_at=world.at(day),
        caption=CAPTION, alt_text=ALT_TEXT, taken_on=day, for_family=bool(child.home.known), for_agency=child.status == E, scan="none",
    )  # fmt: skip
    world.add(PupilFileContent, **common, file=file, content=drawn.picture, thumbnail=drawn.thumbnail)


def drawing(rng: Random) -> Drawing:
    """A ruled page with words of scribble, cleaned as any upload is."""
    page = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(page)
    for line in range(MARGIN + LINE, SIZE[1] - MARGIN, LINE):
        pen.line((0, line, SIZE[0], line), RULE)
        place = MARGIN
        while place < SIZE[0] - MARGIN - 90:
            place = scribble(pen, rng, place, line) + rng.randrange(12, 26)
    target = BytesIO()
    page.quantize(16).convert("RGB").save(target, "PNG")
    _format, picture, thumbnail = pictures.clean(target.getvalue(), formats.PNG, Limits())
    return Drawing(picture, thumbnail)


def scribble(pen: ImageDraw.ImageDraw, rng: Random, place: int, line: int) -> int:
    """One word; where it ends."""
    dots = [(place, line - 4)]
    for _stroke in range(rng.randrange(6, 18)):
        place += rng.randrange(3, 8)
        dots.append((place, line - rng.randrange(2, 24)))
    pen.line(dots, INK, width=2)
    return place
