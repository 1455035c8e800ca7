"""The report of needs and provision: everything on record with its source, nothing that its reader may not see, kept as it was."""

import datetime

import pytest
from django.urls import reverse

from provision.models import NeedsReport, PlannedProvision, Score, Seen
from provision.queries.needs_report import PARTS, report_of
from register.models import Attainment, ConcernNote, ConcernStep, Monitoring, SenNeed, StageDuty, ViewRequest
from senco.access.context import acting_as
from senco.audit.models import ReadEvent
from tests.factories import access, as_owner, concern, kept_file, on_status, person, pupil
from tests.factories.plans import outcome, part_of, plan, section
from tests.factories.records import days
from tests.provision.between import arrive, newest, taken, url
from tests.provision.documents.reading import conformance, joined, pages_of, words_in_word, words_of

pytestmark = pytest.mark.django_db
CANARY = "Nobodyelse"
START = datetime.date(2024, 9, 2)


def day(n: int) -> datetime.date:
    return START + datetime.timedelta(weeks=n)


def grown(cast, about=None, *, words="", plans=1):
    """A pupil with a record of every kind that a report tells of; `words` stand in each of them."""
    child = about or cast.child
    status = on_status(
        child, "K", since=START, stage="ni5_2", criteria=f"Falls behind {words}", decided_by=cast.senco
    )
    with as_owner():
        common = {"school_id": child.school_id, "pupil": child}
        SenNeed.objects.create(
            **common, need_type="SLCN", starts=START, note=f"Needs pictures {words}", decided_by=cast.senco
        )
        SenNeed.objects.create(
            **common, need_type="MLD", rank=2, starts=day(1), ends=day(1), note="Recorded by mistake"
        )
        Attainment.objects.create(**common, stage="KS1", subject="REA", year=2025, result=f"89 {words}")
        Monitoring.objects.create(
            **common,
            label=f"Reading aloud {words}",
            starts=day(-4),
            review_on=day(0),
            ended_at=days(-300),
            started_by=cast.senco,
        )
        StageDuty.objects.create(
            **common, status=status, stage="ni5_2", code="ni5_2_agencies", evidence="agency_consulted", opens_on=START,
            due_on=day(12), done_on=day(9), done_by=cast.senco, done_note=f"Speech therapist rang {words}",
        )  # fmt: skip
    raised(cast, child, f"Could not follow the story {words}", "start_support")
    kept_file(child, by=cast.teacher, caption=f"Hearing test {words}")
    for number in range(1, plans + 1):
        cycle(cast, child, words, number)
    return child


def raised(cast, child, what: str, decision: str):
    made = concern(child, by=cast.teacher, what_happened=what, tried=f"Pictures: {what}")
    with as_owner():
        part = {"school_id": child.school_id, "pupil": child, "concern": made}
        step = ConcernStep.objects.create(**part, kind="decided", decision=decision, by=cast.senco)
        ConcernNote.objects.create(**part, step=step, text=f"For the office alone: {what}", by=cast.senco)
        ViewRequest.objects.create(
            **part, asked=cast.ta, asked_by=cast.senco, due_on=day(5), answer=f"I see it in maths: {what}", same_concern="yes",
            answered_at=days(-200),
        )  # fmt: skip
    return made


def cycle(cast, child, words: str, number: int):
    """One plan that went out."""
    made = plan(
        child, by=cast.teacher, lead=cast.teacher, number=number, title=f"Education plan, cycle {number}", plan_type="education_plan"
    )  # fmt: skip
    section(made, "strengths", text=f"Loves animals {words}")
    section(made, "outcomes", kind="outcomes", title="Outcomes", position=1)
    section(made, "provision", kind="provision", title="Provision", position=2)
    section(made, "staff_notes", title="Notes", position=3, text=f"Among ourselves {words}", shared=False)
    goal = outcome(
        made, f"Retells a story {words}", baseline="Two words", target="Five sentences", result="partly", adult=cast.teacher
    )  # fmt: skip
    with as_owner():
        saved = part_of(made) | {"saved_by": cast.teacher}
        group = {"what": f"Talking group {words}", "adult_words": "Ms Lee", "minutes": 20}
        PlannedProvision.objects.create(**saved, **group)
        score = {"test": f"Vocabulary {words}", "result": "74", "standardised": 74, "source": "School"}
        Score.objects.create(**saved, **score, taken_on=day(6))
        seen = {"outcome": goal, "on": day(7), "by": cast.ta, "text": f"Told me about her dog {words}"}
        Seen.objects.create(**part_of(made), **seen)
    taken(made, cast.senco, "share")
    arrive(made)
    return made


def shown(cast, who="senco", child=None) -> str:
    """The report's words as that person would assemble it."""
    somebody = getattr(cast, who)
    with acting_as(somebody):
        made = report_of(child or cast.child, somebody)
    rows = [cell for part in made.parts for row in part.rows() for cell in row.cells]
    return joined(" | ".join([made.title, *rows, *(cell for row in made.facts for cell in row.cells)]))


EVERYTHING = (
    "Falls behind", "Needs pictures", "89", "Reading aloud", "Speech therapist rang", "Could not follow the story", "Start SEN Support",
    "I see it in maths", "Hearing test", "Loves animals", "Retells a story", "Five sentences", "Partly met", "Talking group",
    "Vocabulary", "Told me about her dog",
)  # fmt: skip


def test_the_office_finds_everything_that_is_on_record(cast):
    grown(cast)
    words = shown(cast)
    for said in EVERYTHING:
        assert said in words
    assert "Recorded by mistake" not in words


def test_each_sentence_names_its_source_and_day(cast):
    grown(cast)
    with acting_as(cast.senco):
        made = report_of(cast.child, cast.senco)
    sources = {row.source.words for part in made.parts for row in part.rows() if row.source}
    for record in (
        "SEN register",
        "Concern 2026-",
        "Education plan, cycle 1, version 1",
        "Note of what was seen",
        "Code of Practice",
    ):
        assert any(record in words for words in sources)
    named = {row.cells: row.source for part in made.parts for row in part.rows()}
    [outcome_row] = [source for cells, source in named.items() if "Retells a story" in cells[0]]
    assert outcome_row.who == cast.teacher.name and outcome_row.on is not None


def test_what_is_not_meant_to_leave_the_school_stays_out(cast):
    grown(cast)
    raised(cast, cast.child, "Bruises on the arm", "safeguarding")
    words = shown(cast)
    for kept in ("For the office alone", "Among ourselves", "Bruises"):
        assert kept not in words
    with as_owner():  # control: all of it is there
        assert ConcernNote.objects.filter(text__contains="Bruises").exists()


def test_a_teacher_finds_what_a_teacher_may_read(cast):
    grown(cast)
    concern(cast.child, by=cast.senco, what_happened="Raised by the SENCO")
    words = shown(cast, "teacher")
    for said in (
        "Falls behind",
        "Needs pictures",
        "Retells a story",
        "Told me about her dog",
        "Could not follow the story",
    ):
        assert said in words
    for said in ("Raised by the SENCO", "Start SEN Support", "I see it in maths", "Speech therapist rang"):
        assert said not in words
    assert "Raised by the SENCO" in shown(cast)  # control


def test_drafts_and_withdrawn_concerns_are_not_told(cast):
    grown(cast)
    draft = plan(cast.child, by=cast.teacher, title="A draft of the next cycle", number=2)
    section(draft, "strengths", text="Half a sentence")
    gone = concern(cast.child, by=cast.teacher, what_happened="Mixed up with a sister")
    with as_owner():
        ConcernStep.objects.create(
            school_id=cast.child.school_id, pupil=cast.child, concern=gone, kind="withdrawn", by=cast.teacher
        )
    words = shown(cast)
    assert "A draft" not in words and "Mixed up" not in words


def test_a_decision_that_was_undone_is_not_told(cast):
    made = raised(cast, cast.child, "Slow", "refer")
    assert "Refer to an outside service" in shown(cast)
    with as_owner():
        ConcernStep.objects.create(
            school_id=cast.child.school_id, pupil=cast.child, concern=made, kind="undone", by=cast.senco
        )
    assert "Refer to an outside service" not in shown(cast)


def test_no_other_pupil_is_in_it(cast):
    other = grown(cast, pupil(at=cast.here, legal_forename=CANARY), words=CANARY)
    grown(cast)
    assert CANARY not in shown(cast)
    assert shown(cast, child=other).count(CANARY) > len(EVERYTHING) - 5  # control


def test_it_is_named_after_the_stage_that_asks_for_it(cast):
    assert shown(cast).startswith("Report of needs and provision")
    on_status(cast.child, "K", since=START, stage="ni5_4")
    assert shown(cast).startswith("Stage 4: report of needs and provision")


def test_of_a_pupil_without_records_it_says_who_they_are(acting, cast):
    page = acting(cast.senco).get(url("needs_report", cast.child.pk)).content.decode()
    assert "Ada Nwosu" in page and "Where this comes from" in page


# Kept -------------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def kept(acting, cast) -> NeedsReport:
    grown(cast)
    answers = {"words": "She needs a speech therapist.", "leave_out": ["files"]}
    assert acting(cast.senco).post(url("keep_report", cast.child.pk), answers).status_code == 302
    with as_owner():
        return NeedsReport.objects.select_related("by").get()


def test_a_kept_report_has_own_words_and_leaves_out_what_was_chosen(acting, cast, kept):
    page = joined(acting(cast.head).get(kept.get_absolute_url()).content.decode())
    assert "She needs a speech therapist." in page and "Retells a story" in page
    assert "Hearing test" not in page
    assert (kept.by, kept.stage) == (cast.senco, "ni5_2")


def test_it_stays_as_it_was_kept(acting, cast, kept):
    with as_owner():
        SenNeed.objects.update(note="Changed since")
    browser = acting(cast.senco)
    assert "Changed since" not in browser.get(kept.get_absolute_url()).content.decode()
    assert "Changed since" in browser.get(url("needs_report", cast.child.pk)).content.decode()  # control


def test_its_files_conform_and_say_the_same(proved, cast, kept):
    browser = proved(cast.senco)
    for kind in ("pdf", "large"):
        drawn = browser.get(url("report_file", kept.pk, kind)).content
        assert conformance(drawn) == []
        pages = pages_of(drawn)
        assert all(
            "Ada Nwosu" in page and f"Page {n} of {len(pages)}" in page
            for n, page in enumerate(pages, start=1)
        )
    word_file = words_in_word(browser.get(url("report_file", kept.pk, "docx")).content)
    for said in (
        "She needs a speech therapist.",
        "Talking group",
        "SEN register",
        "Could not follow the story",
    ):
        assert said in words_of(drawn) and said in word_file
    with as_owner():
        assert ReadEvent.objects.filter(kind=ReadEvent.Kind.EXPORTED, pupil_ids=[cast.child.pk]).count() == 3


def test_only_the_office_reads_a_kept_report(proved, cast, kept):
    for who in ("teacher", "ta", "parent", "professional", "governor"):
        assert proved(getattr(cast, who)).get(kept.get_absolute_url()).status_code == 403
        assert proved(getattr(cast, who)).get(url("report_file", kept.pk, "pdf")).status_code == 403
    for who, seen in (("teacher", False), ("senco", True)):
        page = proved(getattr(cast, who)).get(url("needs_report", cast.child.pk)).content.decode()
        assert (kept.get_absolute_url() in page) is seen
    assert proved(person("senco")).get(kept.get_absolute_url()).status_code == 404


def test_only_the_senco_keeps_and_takes_back(acting, cast, kept):
    for who in ("head", "teacher", "ta", "parent", "professional", "governor"):
        browser = acting(getattr(cast, who))
        assert browser.post(url("keep_report", cast.child.pk), {"words": ""}).status_code == 403
        assert browser.post(url("take_back_report", kept.pk), {"why": "x"}).status_code == 403
    far = person("senco")
    assert acting(far).post(url("keep_report", cast.child.pk), {"words": ""}).status_code == 404


def test_a_half_typed_reason_comes_back(acting, cast, kept):
    browser, page = acting(cast.senco), url("take_back_report", kept.pk)
    key = browser.get(page).context["form"].draft_key
    browser.post(reverse("drafts:keep"), {"draft_key": key, "why": "A line was mis"})
    assert browser.get(page).context["form"]["why"].value() == "A line was mis"
    browser.post(page, {"why": "A line was missing"})
    assert browser.get(page).context["form"].draft is None


def test_taking_back_needs_a_reason_and_keeps_the_report(acting, cast, kept):
    browser = acting(cast.senco)
    assert browser.post(url("take_back_report", kept.pk), {"why": " "}).status_code == 422
    assert browser.post(url("take_back_report", kept.pk), {"why": "A line was missing"}).status_code == 302
    page = browser.get(kept.get_absolute_url()).content.decode()
    assert "Taken back on" in page and "A line was missing" in page
    again = browser.post(url("take_back_report", kept.pk), {"why": "Again"})
    assert again.status_code == 422 and "taken back already" in again.content.decode()


def test_families_governors_and_strangers_see_no_report(acting, cast):
    for who, status in (("parent", 403), ("professional", 403), ("governor", 403), ("stranger", 404)):
        assert acting(getattr(cast, who)).get(url("needs_report", cast.child.pk)).status_code == status
    lapsed = person("teacher", at=cast.here)
    access(lapsed, cast.child, ends=days(-1), starts=days(-9))
    assert acting(lapsed).get(url("needs_report", cast.child.pk)).status_code == 404


def test_every_part_can_be_left_out(cast):
    grown(cast)
    with acting_as(cast.senco):
        assert [part.code for part in report_of(cast.child, cast.senco).parts] == list(PARTS)
        assert report_of(cast.child, cast.senco, leave_out=list(PARTS)).parts == ()


def test_many_records_cost_no_more_questions_than_few(acting, cast, count_queries):
    few, many = pupil(at=cast.here), pupil(at=cast.here)
    grown(cast, few)
    grown(cast, many, plans=3)
    for n in range(5):
        raised(cast, many, f"Concern {n}", "advise")
    browser = acting(cast.senco)
    costs = [count_queries(browser, url("needs_report", child.pk)) for child in (few, many)]
    assert costs[0] == costs[1]


def test_the_newest_version_is_the_one_that_is_told(cast):
    made = cycle(cast, cast.child, "", 1)
    with as_owner():
        made.outcomes.update(text="Tells the whole story")
    taken(made, cast.senco, "share again")
    arrive(made)
    words = shown(cast)
    assert "Tells the whole story" in words and "Retells a story" not in words
    assert newest(made, "staff").number == 2
