"""What a print of many profiles costs, as ratios measured in one run.

    python benchmarks/profiles.py [--pupils 180]

One profile is drawn by itself, then many in pieces of twelve as the worker does, then the same many one file each. The promises are one
second for one profile, and sixty for 180 on two cores. Counted is the time of the processor, which a busy machine does not lengthen;
what carries over to another machine are the ratios.
"""

import argparse
import datetime
import os
import statistics
import sys
import time
from io import BytesIO
from itertools import batched
from pathlib import Path

import django
from measuring import seconds
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
for name, value in (
    ("SECRET_KEY", "x"),
    ("DATABASE_URL", "postgres:///none"),
    ("REDIS_URL", "redis://localhost"),
):
    os.environ.setdefault(name, value)  # nothing is read or kept: the papers are made up here
os.environ.setdefault("LOG_LEVEL", "ERROR")
django.setup()

from django.conf import settings  # noqa: E402

from provision.letters.profile import (  # noqa: E402
    AlertLine,
    KeyFacts,
    Photo,
    ProfilePaper,
    ProfilePart,
)
from provision.printed import add_profiles  # noqa: E402
from provision.tasks import PIECE  # noqa: E402
from senco.documents.many import ManyPages  # noqa: E402

DAY = datetime.date(2026, 11, 3)
WORDS = (
    "Kind to younger children\nDraws brilliant comics\nNever gives up at swimming",
    "My sister and our dog\nKnowing what happens next\nSitting with a friend at lunch",
    "Give me one instruction at a time\nShow me an example first\nGive me ten seconds before you ask again",
    "Reading aloud without warning\nShouting, even at others\nChanging my seat without telling me",
)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pupils", type=int, default=180)
    count = parser.parse_args(arguments).pupils
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}  # nothing is collected for a measurement
    papers = [paper(number) for number in range(count)]
    alone(papers[0])  # the renderer and the fonts are loaded once a process
    one = statistics.median(seconds(lambda: alone(papers[0]), time.process_time) for _turn in range(5))
    together = seconds(lambda: in_pieces(papers), time.process_time)
    tell("one profile by itself", one, one)
    tell(f"{count} in one file, pieces of {PIECE}", together, one)
    tell("  a profile of these", together / count, one)
    tell(
        f"{count} by themselves (from 10)",
        seconds(lambda: [alone(each) for each in papers[:10]], time.process_time) * count / 10,
        one,
    )


def paper(number: int) -> ProfilePaper:
    alerts = (AlertLine("medical", "Medical", "Nut allergy", "Pen in the red bag", "Healthcare plan", DAY),)
    facts = KeyFacts(
        DAY, "Year 7", "7A", "Ms Ward", "SEN Support", ("talking and understanding",), alerts[: number % 2]
    )
    titles = (
        "What people like and admire about me",
        "What matters to me",
        "How to help me",
        "What does not help me",
    )
    parts = tuple(ProfilePart(f"part{n}", title, WORDS[n]) for n, title in enumerate(titles))
    name = f"Kim Ray{number}"
    return ProfilePaper(
        str(number),
        name,
        "Kim",
        "Larkfield",
        "One-page profile",
        facts,
        parts,
        photo=photo(number) if number % 3 else None,
        written_with="Kim",
        written_on=DAY,
        agreed_on=DAY,
        number=1,
        by="Ms Ward",
        on=DAY,
    )


def photo(number: int) -> Photo:
    """A grainy thumbnail of its own, as large as the pipeline keeps them (320 pixels)."""
    kept = BytesIO()
    Image.effect_noise((240, 320), 40 + number % 40).convert("RGB").save(kept, "JPEG", quality=75)
    return Photo(str(number), "Kim in the playground", kept.getvalue())


def alone(one: ProfilePaper) -> bytes:
    file = ManyPages(title=one.title)
    add_profiles(file, [one], "a4")
    return file.write()


def in_pieces(papers: list[ProfilePaper]) -> bytes:
    file = ManyPages(title="Profiles")
    for piece in batched(papers, PIECE):
        add_profiles(file, piece, "a4")
    return file.write()


def tell(what: str, took: float, one: float) -> None:
    print(f"{what:38} {took:7.2f} s   {took / one:7.2f} times one profile")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
