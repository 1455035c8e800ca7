"""Many plans as one file: those of the list, each with its own pages, in the background and for whoever asked alone."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from provision import tasks
from provision.actions import prints
from provision.actions.prints import cancel_print
from provision.models import PrintJob
from senco.audit.models import ReadEvent
from tests.factories import access, as_owner, person, pupil
from tests.factories.records import days
from tests.provision.between import arrive, newest, taken, written
from tests.provision.documents.long_plan import long_plan
from tests.provision.documents.reading import conformance, pages_of, words_of

pytestmark = pytest.mark.django_db
LIST = "/plans/print/?year=7"


def at(name, *args) -> str:
    return reverse(f"provision:{name}", args=args)


@pytest.fixture
def year(cast):
    """Five of Year 7 whose plans went out, one whose plan is a draft, and one of Year 8."""
    made = []
    for n in range(7):
        child = pupil(
            at=cast.here,
            legal_forename=f"Kim{n}",
            legal_surname="Ray",
            year_group=8 if n == 6 else 7,
            form="7A",
        )
        access(cast.teacher, child)
        made.append(written(cast, by="senco", about=child))
    for each in [*made[:5], made[6]]:
        taken(each, cast.senco, "share")
        arrive(each)
    return made


def asked(browser, kind: str = "staff", **more) -> PrintJob:
    answer = browser.post(LIST, {"kind": kind, **more})
    assert answer.status_code == 302, answer.content.decode()[-1500:]
    return job()


def job() -> PrintJob:
    with as_owner():
        return PrintJob.objects.get()


def drawn(browser, made: PrintJob) -> bytes:
    tasks.draw_print(str(made.pk))
    return browser.get(at("print_file", made.pk)).content


def test_one_file_of_the_plans_in_the_list_that_have_gone_out(proved, cast, year):
    browser = proved(cast.senco)
    page = browser.get(LIST).content.decode()
    assert "5 plans have gone out" in page and "Year: " in page
    made = asked(browser)
    assert "0 of 5" in browser.get(at("print_job", made.pk)).content.decode()
    file = drawn(browser, made)
    assert conformance(file) == []
    words = words_of(file)
    assert [name for name in (f"Kim{n} Ray" for n in range(7)) if name in words] == [
        f"Kim{n} Ray" for n in range(5)
    ]
    with as_owner():
        event = ReadEvent.objects.get(kind="exported", what="plans file")
    assert set(event.pupil_ids) == {plan.pupil_id for plan in year[:5]}


def test_every_plan_counts_its_own_pages_and_leads_to_its_own_sources(proved, cast, year):
    file = drawn(proved(cast.senco), asked(proved(cast.senco)))
    pages = pages_of(file)
    first = [n for n, page in enumerate(pages) if re.search(r"Page 1 of \d", page)]
    assert len(first) == 5
    reader = PdfReader(BytesIO(file))
    targets = [
        (n, reader.get_destination_page_number(reader.named_destinations[str(link["/Dest"])]))
        for n, page in enumerate(reader.pages)
        for link in (one.get_object() for one in page.get("/Annots", ()))
        if link.get("/Subtype") == "/Link"
    ]
    assert targets
    starts = [*first, len(pages)]
    for source, target in targets:
        begins, ends = max(s for s in starts if s <= source), min(s for s in starts if s > source)
        assert begins <= target < ends, "a number leads to the sources of another plan"


@pytest.mark.parametrize(
    ("kind", "there", "not_there"),
    [("staff", "For staff alone.", "What we hope for"), ("family", "What we hope for", "For staff alone.")],
)
def test_each_reader_gets_what_was_frozen_for_them(proved, cast, year, kind, there, not_there):
    words = words_of(drawn(proved(cast.senco), asked(proved(cast.senco), kind)))
    assert there in words and not_there not in words


def test_in_large_type_there_are_more_pages(proved, cast):
    long = long_plan(cast.child, cast.senco)
    taken(long, cast.senco, "share")
    arrive(long)
    browser = proved(cast.senco)
    plain = drawn(browser, asked(browser, "family"))
    with as_owner():
        PrintJob.objects.all().delete()
    large = drawn(browser, asked(browser, "family", large="on"))
    assert len(pages_of(large)) > len(pages_of(plain))
    assert conformance(large) == []


def test_it_stands_in_the_order_of_the_list(proved, cast, year):
    browser = proved(cast.senco)
    browser.post(f"{LIST}&sort=-name", {"kind": "staff"})
    words = words_of(drawn(browser, job()))
    found = list(dict.fromkeys(re.findall(r"Kim\d", words)))
    assert found == sorted(found, reverse=True)


def test_a_teacher_prints_the_plans_of_their_own_pupils(proved, cast, year):
    other = pupil(at=cast.here, legal_forename="Nobodyelse", year_group=7)
    plan = written(cast, by="senco", about=other)
    taken(plan, cast.senco, "share")
    words = words_of(drawn(proved(cast.teacher), asked(proved(cast.teacher))))
    assert "Kim0 Ray" in words and "Nobodyelse" not in words
    with as_owner():
        PrintJob.objects.all().delete()
    assert "Nobodyelse" in words_of(drawn(proved(cast.senco), asked(proved(cast.senco))))  # control


def test_what_was_called_back_meanwhile_is_left_out(proved, cast, year):
    made = asked(proved(cast.senco), "family")
    taken(year[0], cast.senco, "call back", note="A mistake")
    words = words_of(drawn(proved(cast.senco), made))
    assert "Kim0 Ray" not in words and "Kim1 Ray" in words


def test_a_pupil_whose_record_closed_meanwhile_is_left_out_and_the_file_is_not_given_out(proved, cast, year):
    made = asked(proved(cast.teacher))
    with as_owner():
        year[0].pupil.access.update(ends=days(-0.001))
    tasks.draw_print(str(made.pk))
    assert "Kim0 Ray" not in words_of(bytes(job().content))
    answer = proved(cast.teacher).get(at("print_file", made.pk))
    assert answer.status_code == 302 and answer.url == at("plans")


def test_its_progress_is_seen_and_a_cancel_is_noticed_between_two_pieces(proved, cast, year, monkeypatch):
    made, seen = asked(proved(cast.senco)), []
    note = tasks.note_progress

    def noted(**facts):
        goes_on = note(**facts)
        seen.append((job().state, job().done))
        cancel_print(job=made, by=cast.senco)
        return goes_on

    monkeypatch.setattr(tasks, "note_progress", noted)
    tasks.draw_print(str(made.pk))
    assert seen[0] == ("working", tasks.PLANS)
    assert (job().state, job().content) == ("cancelled", None)


def test_nobody_else_sees_it(proved, cast, year):
    made = asked(proved(cast.senco))
    tasks.draw_print(str(made.pk))
    for who in ("head", "teacher"):
        assert proved(getattr(cast, who)).get(at("print_file", made.pk)).status_code == 404
    for who in ("parent", "professional", "governor"):
        assert proved(getattr(cast, who)).get(LIST).status_code == 403


def test_none_and_too_many_are_refused_in_words(proved, cast, year, monkeypatch):
    browser = proved(cast.senco)
    none = browser.post("/plans/print/?year=7&state=archived", {"kind": "staff"})
    assert none.status_code == 422 and "None of these plans has gone out" in none.content.decode()
    monkeypatch.setattr(prints, "MOST_PLANS", 4)
    many = browser.post(LIST, {"kind": "staff"})
    assert many.status_code == 422 and "Print 4 at most together" in many.content.decode()
    wrong = browser.post(LIST, {"kind": "profiles"})
    assert wrong.status_code == 422
    with as_owner():
        assert not PrintJob.objects.exists()


def test_pupils_without_a_plan_are_no_plans_to_print(proved, cast):
    for query in ("due=none", "year=x"):
        assert proved(cast.senco).get(f"/plans/print/?{query}").url == at("plans")


def test_it_asks_for_proof_first(acting, cast):
    assert (
        acting(person("senco", at=cast.here))
        .get(LIST)
        .headers["Location"]
        .startswith("/accounts/reauthenticate/")
    )


def test_more_plans_cost_no_more_questions(proved, cast, year, count_queries):
    browser = proved(cast.senco)
    few = count_queries(browser, "/plans/print/?year=8")
    assert count_queries(browser, LIST) == few
    assert newest(year[0], "staff").number == 1
