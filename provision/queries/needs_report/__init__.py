"""The report of a pupil's needs, and of what was provided over their whole time at the school, assembled from the records.

Whoever assembles it finds in it what they may read. It is made to leave the school, so what is for the office's own use stays out of it:
notes on concerns, sections of plans that no family is given, and every concern that was passed to the safeguarding lead.
"""

from collections.abc import Collection

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provision.queries.needs_report import pupil as about_pupil
from provision.queries.needs_report.plans import plans_part
from provision.queries.needs_report.records import Records, records_of
from register.frameworks import stage_called
from senco.documents.contents import Document, Part, Source, text

DUTY = "needs_report"  # the kind of evidence that a report is
PARTS = {  # code → what the form calls it, and how it is written; in the order of the report
    "stages": (gettext_lazy("Status and stages"), about_pupil.stages_part),
    "needs": (gettext_lazy("Needs"), about_pupil.needs_part),
    "concerns": (gettext_lazy("Concerns, and what was decided"), about_pupil.concerns_part),
    "results": (gettext_lazy("Attainment and scores"), about_pupil.results_part),
    "plans": (gettext_lazy("Plans, and what came of them"), plans_part),
    "duties": (gettext_lazy("What the stages asked for, and what was done"), about_pupil.duties_part),
    "files": (gettext_lazy("Files on record"), about_pupil.files_part),
}


def report_of(pupil, membership, *, words: str = "", leave_out: Collection[str] = ()) -> Document:
    """The report as the records say it now. `words` are the co-ordinator's own, `leave_out` codes of PARTS.

    A fixed number of queries, whatever is on record.
    """
    records = records_of(pupil, membership)
    title, today = title_of(records), date_format(localdate())
    written = (PARTS[code][1](records, str(PARTS[code][0])) for code in PARTS if code not in leave_out)
    return Document(
        title=title,
        name=pupil.name,
        school=pupil.school.name,
        stamp=" · ".join((pupil.name, title, _("assembled on %(day)s") % {"day": today}, _("Confidential"))),
        facts=about_pupil.facts_of(records, membership),
        parts=(*own_words(words, membership), *(part for part in written if part.blocks or part.parts)),
    )


def own_words(words: str, membership) -> tuple[Part, ...]:
    if not words.strip():
        return ()
    source = Source(_("Written for this report"), membership.name, localdate())
    return (Part(_("From the school"), (text(words.strip(), source),), code="words"),)


def title_of(records: Records) -> str:
    """Named after the stage, where the pupil's present stage asks for such a report."""
    current = next((status for status in reversed(records.statuses) if status.ends is None), None)
    stage = stage_called(current.stage) if current else None
    if stage and any(duty.evidence == DUTY for duty in stage.duties):
        return _("%(stage)s: report of needs and provision") % {"stage": stage.name}
    return _("Report of needs and provision")
