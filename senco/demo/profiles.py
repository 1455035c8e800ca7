"""One-page profiles of most pupils on the SEN register, alerts of a few pupils of the school, and who has read them."""

import datetime
import hashlib
from functools import cache
from io import BytesIO
from uuid import UUID

from PIL import Image, ImageDraw

from provision.choices import StepKind
from provision.models import (
    DigestReading,
    PlanStep,
    Profile,
    ProfileReading,
    ProfileVersion,
    PupilAlert,
)
from register.models import PupilFile, PupilFileContent
from senco.demo.children import Child
from senco.demo.concern_records import People
from senco.demo.statuses import N
from senco.demo.words import profiles as words
from senco.demo.world import World
from senco.documents.uploads import formats, pictures
from senco.documents.uploads.limits import Limits

WRITTEN, PUBLISHED, CHANGED, PHOTO, ALERTED = 0.9, 0.93, 0.08, 0.4, 0.025  # shares
READ = 0.94  # of those who teach the pupil, of each thing there is to read
SAVED_AGO, LATELY = (20, 150), 12  # days
PAPER, SKIN = (250, 246, 236), ((245, 208, 176), (222, 170, 128), (176, 120, 84), (120, 78, 52))
HAIR = {"black": (28, 24, 26), "brown": (92, 58, 34), "red": (168, 74, 30), "fair": (214, 176, 104)}
SIDE = 360  # pixels


def record_profiles(world: World, everybody: list[Child], people: People, *, shared: UUID) -> None:
    """`shared` is the key of the pupil whom the professional's sign-in reads: that one has a profile, as the parent's child has."""
    for child in everybody:
        if child.left or child.status == N:
            continue
        if child.home.known or child.pupil.pk == shared or world.chance(WRITTEN):
            write(world, child, people, sure=child.home.known or child.pupil.pk == shared)
    for child in everybody:
        if not child.left and world.chance(ALERTED):
            warn(world, child, people)
    read_plans(world, people)


def write(world: World, child: Child, people: People, *, sure: bool) -> None:
    """A profile, published by the SENCO unless it is still a draft; some have been written on since."""
    day = world.school_day(world.ago(world.rng.randrange(*SAVED_AGO)))
    around = people.around.get(child.pupil.pk) or [people.senco]
    said = said_by(world, child) | {"written_on": day, "agreed_on": day if world.chance(0.7) else None}
    if sure or world.chance(PHOTO):
        said["photo"] = portrait(world, child, people, day)
    common = {"school": world.school, "pupil": child.pupil}
    changed = not sure and world.chance(CHANGED)
    profile = world.add(
        Profile,
        **common,
        **said,
        saved_by=world.rng.choice(around),
        saved_at=world.at(day),
        version=1 + changed,
    )
    if not sure and not world.chance(PUBLISHED):
        return
    out = world.school_day(day + datetime.timedelta(days=7))
    version = world.add(
        ProfileVersion, **common, **said, profile=profile, title="One-page profile", number=1, saved_version=1, by=people.senco,
        at=world.at(out),
    )  # fmt: skip
    for reader in around:
        if world.chance(READ):
            read = world.school_day(out + datetime.timedelta(days=world.rng.randrange(9)))
            world.add(ProfileReading, **common, version=version, membership=reader, at=world.at(read))


def said_by(world: World, child: Child) -> dict:
    """The four parts, in lines."""
    need = child.needs[0] if child.needs and child.needs[0] in words.HELPS else words.ANYBODY
    his = {"M": "his", "F": "her"}.get(child.sex, "their")
    return {
        "admire": lines(world, words.ADMIRE, 3),
        "matters": lines(world, words.MATTERS, 3),
        "helps": lines(world, words.HELPS[need], 3),
        "hinders": lines(world, words.HINDERS[need], 2),
        "written_with": world.rng.choice(words.WRITTEN_WITH).format(name=child.forename, his=his),
    }


def lines(world: World, texts: tuple[str, ...], most: int) -> str:
    return "\n".join(world.rng.sample(texts, world.rng.randrange(2, most + 1)))


def portrait(world: World, child: Child, people: People, day: datetime.date) -> PupilFile:
    """A self-portrait, which the family and professionals may see as well."""
    hair = world.rng.choice(sorted(HAIR))
    drawn = face(world.rng.choice(SKIN), HAIR[hair])
    caption, alt_text = (text.format(hair=hair) for text in words.SELF_PORTRAIT)
    common = {"school": world.school, "pupil": child.pupil}
    file = world.add(
        PupilFile, **common, name="self-portrait.png", kind=formats.PICTURE, content_type=formats.PNG.content_type,
        size=len(drawn[0]), sha256=hashlib.sha256(drawn[0]).hexdigest(), uploaded_by=people.senco, uploaded_at=world.at(day),
        caption=caption, alt_text=alt_text, taken_on=day, for_family=True, for_agency=True, scan="none",
    )  # fmt: skip
    world.add(PupilFileContent, **common, file=file, content=drawn[0], thumbnail=drawn[1])
    return file


@cache
def face(skin, hair) -> tuple[bytes, bytes]:
    """(picture, thumbnail) of a face in crayon colours, cleaned as any upload is."""
    page = Image.new("RGB", (SIDE, SIDE), PAPER)
    pen = ImageDraw.Draw(page)
    pen.ellipse((80, 40, 280, 260), hair)
    pen.ellipse((95, 85, 265, 315), skin)
    for left in (135, 205):
        pen.ellipse((left, 165, left + 20, 190), (40, 36, 40))
    pen.arc((140, 195, 220, 265), 20, 160, (150, 50, 50), 7)
    kept = BytesIO()
    page.save(kept, "PNG")
    _format, picture, thumbnail = pictures.clean(kept.getvalue(), formats.PNG, Limits())
    return picture, thumbnail


def warn(world: World, child: Child, people: People) -> None:
    """One thing that keeps this pupil safe; most of it is for cover teachers too."""
    kind, text, what_to_do, source = world.rng.choice(words.ALERTS)
    day = world.school_day(world.ago(world.rng.randrange(*SAVED_AGO)))
    common = {"school": world.school, "pupil": child.pupil}
    alert = world.add(
        PupilAlert, **common, kind=kind, text=text, what_to_do=what_to_do, source=source, starts=day, saved_by=people.senco,
        saved_at=world.at(day), for_cover=kind == "medical",
    )  # fmt: skip
    for reader in people.around.get(child.pupil.pk, ()):
        if world.chance(READ):
            world.add(
                DigestReading,
                **common,
                membership=reader,
                kind="alert",
                source=alert.pk,
                state="1",
                at=world.at(day),
            )


def read_plans(world: World, people: People) -> None:
    """Plans in force that colleagues have confirmed to have read; what came in the last days is still new to everybody."""
    for step in last_steps(world):
        if step.at.date() > world.ago(LATELY):
            continue
        for reader in people.around.get(step.pupil_id, ()):
            if reader.pk != step.by_id and world.chance(READ):
                world.add(
                    DigestReading, school=world.school, pupil_id=step.pupil_id, membership=reader, kind="plan", source=step.pk,
                    at=step.at + datetime.timedelta(hours=world.rng.randrange(1, 90)),
                )  # fmt: skip


def last_steps(world: World) -> list[PlanStep]:
    """The step that put each plan in force, or changed it last."""
    found = {}
    for step in sorted(world.made(PlanStep), key=lambda step: step.at):
        if step.kind in (StepKind.IN_FORCE, StepKind.UPDATED) and step.withdrawn_at is None:
            found[step.plan_id] = step
    return list(found.values())
