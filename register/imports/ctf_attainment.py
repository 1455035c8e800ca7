"""StageAssessments of a Common Transfer File: results of key stages, in the codes they come in."""

import re

from django.utils.translation import gettext_lazy as _

from .fields import Row
from .records import WARNING, Fault, Result
from .texts import cleaned, is_blank
from .xml_nodes import Node

MOST_RESULTS = 500  # of one pupil; thirteen years of school make fewer
LONGEST = {
    "stage": 10,
    "subject": 60,
    "component": 60,
    "method": 20,
    "qualifier": 10,
    "result": 40,
    "result_status": 10,
}
FIRST_YEAR, LAST_YEAR = 1988, 2199  # the National Curriculum began with its first results in sight


def read_results(pupil: Node, row: Row) -> tuple[Result, ...]:
    """Every result once. What does not fit is told and left out; a pupil is never parked for it."""
    found: dict[tuple, Result] = {}
    for stage in pupil.within("keystage"):
        name = cleaned(stage.said("stage") or "").upper()
        for node in stage.all("stageassessment"):
            result = _result(name, node)
            if result is None:
                continue
            if not _fits(result) or len(found) >= MOST_RESULTS:
                row.note("attainment", f"{name} {result.subject} {result.result}", _left_out())
                continue
            found[result[:6]] = result
    return tuple(found.values())


def _result(stage: str, node: Node) -> Result | None:
    """None where there is no result to speak of."""
    said = {name: _text(node.said(tag)) for name, tag in TAGS.items()}
    year = node.said("year") or ""
    if not stage or not said["subject"] or not said["result"]:
        return None
    return Result(stage=stage, year=int(year) if re.fullmatch(r"[0-9]{4}", year) else 0, **said)


TAGS = {
    "subject": "subject",
    "component": "component",
    "method": "method",
    "qualifier": "resultqualifier",
    "result": "result",
    "result_status": "resultstatus",
}


def _text(text: str | None) -> str:
    return "" if is_blank(text or "") else cleaned(text)


def _fits(result: Result) -> bool:
    short = all(len(getattr(result, name)) <= longest for name, longest in LONGEST.items())
    return short and FIRST_YEAR <= result.year <= LAST_YEAR


def _left_out() -> Fault:
    return Fault(
        "odd_result",
        _("This result of a key stage has no year, or is longer than such results are."),
        _("It is left out; nothing else is."),
        WARNING,
    )
