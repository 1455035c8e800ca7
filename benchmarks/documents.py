"""What plans cost as files, as ratios measured in one run.

    python benchmarks/documents.py [--repeat 5]

A short plan and one with ten times its rows are drawn as PDF, in large type, and written for Word. Counted is the time of the
processor, which a busy machine does not lengthen; what carries over to another machine are the ratios. Drawing grows with the pages;
writing for Word, and assembling what is drawn, cost a fraction of it.
"""

import argparse
import datetime
import os
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import django
from measuring import seconds
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
for name, value in (
    ("SECRET_KEY", "x"),
    ("DATABASE_URL", "postgres:///none"),
    ("REDIS_URL", "redis://localhost"),
):
    os.environ.setdefault(name, value)  # nothing is read or kept: the plans are made up here
os.environ.setdefault("LOG_LEVEL", "ERROR")
django.setup()

from django.conf import settings  # noqa: E402

from provision.letters.plan import (  # noqa: E402
    PaperItem,
    PaperOutcome,
    PaperProvision,
    PaperSection,
    PlanPaper,
    Source,
)
from provision.queries.plan_documents import Edition, staff_document  # noqa: E402
from senco.documents.contents import Document, document_from_json  # noqa: E402
from senco.documents.downloads import drawn, for_word  # noqa: E402

DAY = datetime.date(2026, 11, 3)
SHORT, LONG = 2, 20  # rows of each kind


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args(arguments).repeat
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}  # nothing is collected for a measurement
    short, long = assembled(SHORT), assembled(LONG)
    drawn(short)  # the renderer and the fonts are loaded once a process
    one = typical(lambda: drawn(short), repeat)
    tell(f"PDF of a short plan, {pages(drawn(short))} pages", one, one)
    tell(f"PDF of a long plan, {pages(drawn(long))} pages", typical(lambda: drawn(long), repeat), one)
    tell("the long plan in large type", typical(lambda: drawn(long, large=True), repeat), one)
    tell("the long plan for Word", typical(lambda: for_word(long), repeat), one)
    tell("the long plan put together", typical(lambda: assembled(LONG), repeat), one)
    kept = long.as_json()
    tell("the long plan from what is kept", typical(lambda: document_from_json(kept), repeat), one)


def assembled(rows: int) -> Document:
    source, numbers = Source("Ms Ward", DAY), range(rows)
    aims = tuple(
        PaperOutcome(str(n), f"Reads page {n} aloud", "Cognition and learning", "Two words", "Each Friday", "Eight of ten", DAY, source=source)
        for n in numbers
    )  # fmt: skip
    given = tuple(
        PaperProvision(
            str(n),
            f"Paired reading {n}",
            "Ms Lee",
            "2 times a week, 20 minutes each",
            DAY,
            DAY,
            source=source,
        )
        for n in numbers
    )
    ways = tuple(PaperItem(str(n), "Strategy", f"Show an example first, {n}", source) for n in numbers)
    sections = (
        PaperSection("strengths", "text", "Strengths", "Kind to younger children. " * rows, source=source),
        PaperSection("outcomes", "outcomes", "Outcomes", outcomes=aims),
        PaperSection("strategies", "strategies", "Strategies", items=ways),
        PaperSection("provision", "provision", "Provision", provision=given),
    )
    paper = PlanPaper(
        "SEN Support plan", "SEN Support plan", "Kim Ray", "Larkfield", 1, DAY, DAY, sections=sections
    )
    return staff_document(paper, Edition("version 1"), ())


def pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def typical(act: Callable, repeat: int) -> float:
    return statistics.median(seconds(act, time.process_time) for _turn in range(repeat))


def tell(what: str, taken: float, one: float) -> None:
    print(f"{what:40} {taken * 1000:9.1f} ms   {taken / one:7.3f} of a short plan")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
