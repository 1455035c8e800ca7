"""Profiles on paper: one at once, many in the background with progress, cancel, an end, and for their requester alone."""

import time
from io import BytesIO

import page as checker
import pytest
from django.urls import reverse
from pypdf import PdfReader

from provision import tasks
from provision.actions.prints import cancel_print
from provision.models import PrintJob, ProfileVersion
from provision.models.profile import LONGEST, MOST_LINES
from senco.accounts.models import Membership
from senco.audit.models import ReadEvent
from senco.core.reading.settings import ReadingSettings
from tests.factories import access, as_owner, group, on_status, person, pupil
from tests.factories.profiles import alert, profile, published
from tests.factories.records import days

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"provision:{name}", args=args)


def conformance(document: bytes) -> list:
    found = checker.validate_pdf_bytes(document, profile=checker.ValidationProfile.PDF_UA_1)
    return [(failure.rule_id, failure.message) for failure in found.failures]


def pages_of(document: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(document)).pages]


# One -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "width"), [("a4", 595), ("a5", 420)])
def test_one_profile_is_one_conformant_page(proved, senco, teacher, child, size, width):
    published(child, by=senco, matters="Trains\nMy sister", hinders="Shouting", written_with="Mia")
    on_status(child)
    alert(child, by=senco)
    answer = proved(teacher).get(url("profile_pdf", child.pk, size))
    assert conformance(answer.content) == []
    [text] = pages_of(answer.content)
    for words in (
        "Mia Clarke",
        "What matters to me",
        "My sister",
        "Nut allergy",
        "Healthcare plan",
        "SEN Support",
        "Version 1",
    ):
        assert words in text, words
    assert round(float(PdfReader(BytesIO(answer.content)).pages[0].mediabox.width)) == width
    assert answer.headers["Content-Disposition"].startswith("attachment")


LINES = "\n".join(["word " * 12] * MOST_LINES)[:LONGEST]


@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize(
    "text", [("word " * 200)[:LONGEST], LINES, "W" * 240, "WWWW " * 60, "\n".join("abcdefgh")]
)
def test_whatever_is_written_stays_on_its_page(proved, senco, teacher, child, size, text):
    published(child, by=senco, **dict.fromkeys(("admire", "matters", "helps", "hinders"), text))
    alert(child, by=senco, text="x" * 100, what_to_do="y " * 100)
    assert len(pages_of(proved(teacher).get(url("profile_pdf", child.pk, size)).content)) == 1


def test_what_not_even_the_smallest_letters_hold_goes_on_overleaf(proved, senco, teacher, child):
    published(child, by=senco, **dict.fromkeys(("admire", "matters", "helps", "hinders"), LINES))
    for _number in range(8):
        alert(child, by=senco, text="x" * 190, what_to_do="y " * 190)
    pages = pages_of(proved(teacher).get(url("profile_pdf", child.pk, "a5")).content)
    assert len(pages) == 2 and "Version 1" in pages[1]


def letters_of(document: bytes) -> list[float]:
    """The size of the pupil's name on each page, in points."""
    sizes: list[float] = []
    for page in PdfReader(BytesIO(document)).pages:
        found: list[float] = []
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, size, found=found: found.append(size * abs(tm[3]))
        )
        sizes.append(round(max(found), 1))
    return sizes


def test_one_that_overflows_is_drawn_smaller_and_its_neighbours_are_not(proved, teacher, senco, many):
    with as_owner():
        wide = many.pupils.order_by("pk")[4].pupil
        text = dict.fromkeys(("admire", "matters", "helps", "hinders"), "WWWW " * 60)
        ProfileVersion.objects.filter(pupil=wide).update(**text)
    made = asked(proved(teacher), many)
    tasks.draw_print(str(made.pk))
    pages, sizes = pages_of(bytes(job().content)), letters_of(bytes(job().content))
    assert len(pages) == 13
    [small] = [size for text, size in zip(pages, sizes, strict=True) if wide.name in text]
    assert small < min(size for text, size in zip(pages, sizes, strict=True) if wide.name not in text)


def test_one_profile_takes_less_than_a_second(proved, teacher, child):
    published(child, by=teacher)
    browser = proved(teacher)
    browser.get(url("profile_pdf", child.pk, "a4"))  # the renderer is loaded once a process
    began = time.process_time()  # other work on the machine does not lengthen it
    browser.get(url("profile_pdf", child.pk, "a4"))
    assert time.process_time() - began < 1


def test_a_family_prints_it_without_alerts(proved, senco, child):
    published(child, by=senco)
    alert(child, by=senco)
    mother = person("parent", at=child.school)
    access(mother, child, source="parent")
    [text] = pages_of(proved(mother).get(url("shared_profile_pdf", child.pk, "a5")).content)
    assert "Give me time to think" in text and "Nut allergy" not in text


def test_who_prints_one_proves_first_who_they_are(acting, teacher, child):
    published(child, by=teacher)
    mother = person("parent", at=child.school)
    access(mother, child, source="parent")
    for somebody, name in ((teacher, "profile_pdf"), (mother, "shared_profile_pdf")):
        answer = acting(somebody).get(url(name, child.pk, "a4"))
        assert answer.status_code == 302 and "reauthenticate" in answer.url


def test_there_is_no_other_paper_and_no_empty_one(proved, teacher, child):
    browser = proved(teacher)
    assert browser.get(url("profile_pdf", child.pk, "a4")).status_code == 404
    profile(child, by=teacher)
    assert browser.get(url("profile_pdf", child.pk, "a3")).status_code == 404
    [text] = pages_of(browser.get(url("profile_pdf", child.pk, "a4")).content)
    assert "Draft" in text


# Many ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def many(senco, teacher):
    """Fourteen in one class, of whom thirteen have a profile: more than one piece."""
    made = [pupil(at=senco.school, legal_forename=f"Kim{n:02d}", legal_surname="Ray") for n in range(14)]
    for each in made:
        access(teacher, each)
    for each in made[:13]:
        published(each, by=senco)
    return group(at=senco.school, teachers=[teacher], pupils=made, name="7A")


def asked(browser, many, size: str = "a5") -> PrintJob:
    answer = browser.post(url("print_profiles"), {"whom": f"class:{many.pk}", "size": size})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    return job()


def job() -> PrintJob:
    with as_owner():
        return PrintJob.objects.get()


def state(job) -> str:
    with as_owner():
        return PrintJob.objects.get(pk=job.pk).state


def test_one_file_for_a_class(proved, teacher, many):
    browser = proved(teacher)
    made = asked(browser, many)
    assert "0 of 13" in browser.get(url("print_job", made.pk)).content.decode()
    tasks.draw_print(str(made.pk))
    page = browser.get(url("print_job", made.pk))
    assert "The file is ready" in page.content.decode() and "Refresh" not in page.headers
    answer = browser.get(url("print_file", made.pk))
    assert conformance(answer.content) == []
    pages = pages_of(answer.content)
    assert len(pages) == 13 and all(f"Kim{n:02d} Ray" in text for n, text in enumerate(pages))
    with as_owner():
        events = ReadEvent.objects.filter(kind="exported", what="profiles file")
        assert len(events.get().pupil_ids) == 13


def test_its_progress_is_seen_and_a_cancel_is_noticed_between_two_pieces(proved, teacher, many, monkeypatch):
    browser = proved(teacher)
    made, seen = asked(browser, many), []
    note = tasks.note_progress

    def noted(**facts):
        goes_on = note(**facts)
        seen.append((job().state, job().done))
        cancel_print(job=made, by=teacher)
        return goes_on

    monkeypatch.setattr(tasks, "note_progress", noted)
    tasks.draw_print(str(made.pk))
    assert seen[0] == ("working", 12)
    assert state(made) == "cancelled" and job().content is None
    assert "It was cancelled" in browser.get(url("print_job", made.pk)).content.decode()
    assert browser.get(url("print_file", made.pk)).status_code == 404


def test_one_that_waits_is_cancelled_and_never_drawn(proved, teacher, many):
    browser = proved(teacher)
    made = asked(browser, many)
    browser.post(url("cancel_print", made.pk))
    tasks.draw_print(str(made.pk))
    assert state(made) == "cancelled"


def test_nobody_else_sees_it(proved, acting, teacher, senco, many):
    made = asked(proved(teacher), many)
    tasks.draw_print(str(made.pk))
    for somebody in (senco, person("ta", at=senco.school), person("head", at=senco.school)):
        for name in ("print_job", "print_file"):
            assert proved(somebody).get(url(name, made.pk)).status_code == 404
        assert acting(somebody).post(url("cancel_print", made.pk)).status_code == 404
    assert proved(teacher).get(url("print_file", made.pk)).status_code == 200  # control


def test_it_is_drawn_in_the_language_that_its_requester_reads(proved, teacher, many):
    with as_owner():
        teacher.user.reading = ReadingSettings(language="cy").as_dict()
        teacher.user.save()
    made = asked(proved(teacher), many)
    tasks.draw_print(str(made.pk))
    file = bytes(job().content)
    assert "What matters" not in pages_of(file)[0]
    assert "Proffil un dudalen" in pages_of(file)[0]
    assert PdfReader(BytesIO(file)).trailer["/Root"]["/Lang"] == "cy"


def test_a_file_with_somebody_whose_record_has_closed_is_not_given_out(proved, teacher, many):
    made = asked(proved(teacher), many)
    tasks.draw_print(str(made.pk))
    with as_owner():
        many.pupils.first().pupil.access.update(ends=days(-0.001))
    answer = proved(teacher).get(url("print_file", made.pk))
    assert answer.status_code == 302 and answer.url == url("print_profiles")


def test_whose_role_has_ended_has_nothing_drawn(proved, teacher, many):
    made = asked(proved(teacher), many)
    with as_owner():
        Membership.objects.filter(pk=teacher.pk).update(ends=days(-0.001))
    tasks.draw_print(str(made.pk))
    tasks.take_up_prints()
    assert state(made) == "waiting"


def test_the_regular_round_finds_what_waits_and_what_got_stuck(proved, teacher, many):
    made = asked(proved(teacher), many)
    tasks.take_up_prints()
    assert state(made) == "done"
    with as_owner():
        PrintJob.objects.update(state="working", content=None, moved_at=days(0))
    tasks.take_up_prints()
    assert state(made) == "working"  # somebody is at it
    with as_owner():
        PrintJob.objects.update(moved_at=days(-1))
    tasks.take_up_prints()
    assert state(made) == "done"


def test_one_that_cannot_be_drawn_holds_up_no_other_and_is_told(proved, teacher, many, monkeypatch):
    browser, wish = proved(teacher), {"whom": f"class:{many.pk}", "size": "a5"}
    for _press in range(2):
        browser.post(url("print_profiles"), wish)
    with as_owner():
        bad, good = PrintJob.objects.order_by("created_at")
    assemble = tasks.papers_to_print

    def failing(job, by):
        if job.pk == bad.pk:
            raise KeyError("a paper that is gone")
        return assemble(job, by)

    monkeypatch.setattr(tasks, "papers_to_print", failing)
    with pytest.raises(ExceptionGroup) as told:
        tasks.take_up_prints()
    assert told.group_contains(KeyError)
    assert (state(bad), state(good)) == ("failed", "done")


def test_what_kills_its_worker_again_and_again_is_given_up(proved, teacher, many):
    made = asked(proved(teacher), many)
    with as_owner():
        PrintJob.objects.update(attempts=3)
    tasks.draw_print(str(made.pk))
    assert state(made) == "failed"


def test_files_are_deleted_after_their_day(proved, teacher, many):
    made = asked(proved(teacher), many)
    tasks.draw_print(str(made.pk))
    tasks.clear_old_prints()
    assert state(made) == "done"  # control
    with as_owner():
        PrintJob.objects.update(expires_at=days(-0.001))
    assert proved(teacher).get(url("print_file", made.pk)).status_code == 404
    tasks.clear_old_prints()
    with as_owner():
        assert not PrintJob.objects.exists()


def test_whom_one_does_not_teach_is_not_offered(proved, teacher, senco, many):
    other = group(at=senco.school, teachers=[senco], pupils=[pupil(at=senco.school)], name="8B")
    browser = proved(teacher)
    for whom in (f"class:{other.pk}", "register", "year:7", "class:x", ""):
        assert browser.post(url("print_profiles"), {"whom": whom, "size": "a4"}).status_code == 422, whom


@pytest.mark.parametrize(("whom", "count"), [("register", 2), ("year:7", 13)])
def test_the_office_prints_a_year_and_the_register(proved, senco, many, whom, count):
    with as_owner():
        pupils = [row.pupil for row in many.pupils.order_by("pk")]
    for each in (pupils[0], pupils[1], pupils[13]):
        on_status(each)
    proved(senco).post(url("print_profiles"), {"whom": whom, "size": "a4"})
    assert len(job().pupil_ids) == count


def test_without_a_profile_there_is_no_file(proved, senco):
    sent = proved(senco).post(url("print_profiles"), {"whom": "register", "size": "a4"})
    assert sent.status_code == 422 and "Nobody among them" in sent.content.decode()


def test_many_at_once_ask_for_proof(acting, teacher):
    assert acting(teacher).get(url("print_profiles")).status_code == 302
