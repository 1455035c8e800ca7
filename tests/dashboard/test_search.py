"""Search: in which words something is found, where it leads, and what a search keeps to."""

import re

import pytest
from django.db import connection
from django.urls import reverse

from register.models import AdviceMessage, AdviceThread, Concern, SenNeed, StageDuty
from senco.audit.models import ReadEvent
from senco.dashboard.queries.found import KINDS, MOST
from senco.liaison.models import LoggedContact
from senco.search.asking import END, FOUND, pieces_of
from senco.search.columns import COLUMN
from tests.days import in_days
from tests.factories import access, as_owner, concern, group, on_status, person, pupil
from tests.factories.plans import plan, section
from tests.reading import words_on

pytestmark = pytest.mark.django_db
TEXT = "Zoë gets upset when the café is noisy; running helped her to calm down."


@pytest.fixture
def child(senco):
    return pupil(at=senco.school, legal_forename="Amira", legal_surname="Testwell")


@pytest.fixture
def written(child, senco):
    return concern(child, by=senco, what_happened=TEXT, tried="Ear defenders.")


def page(browser, words: str, **narrowed):
    return browser.get(reverse("dashboard:search"), {"q": words, **narrowed})


def found(browser, words: str, **narrowed) -> list[str]:
    """The addresses that a search leads to."""
    return [hit.url for hit in page(browser, words, **narrowed).context.get("hits", [])]


# Words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "noisy", "NOISY", "run", "ran OR runs", "zoe", "Zoë", "cafe", "upset noisy", "noisy upset", '"gets upset"', "defenders",
        "the noisy", "upset -library", "noi", "calm noi", "upset & noisy", "upset!", "Amira noisy", "noisy testwell",
        "noisy ami",
    ],
)  # fmt: skip
def test_in_these_words_it_is_found(acting, senco, written, words):
    assert found(acting(senco), words) == [written.get_absolute_url()]


@pytest.mark.parametrize(
    "words",
    [
        "no", "library", "upset library", '"upset gets"', "upset -noisy", 'noisy -"calm down"', "Amira", "Testwell", "amira library",
        "Bilal noisy", "the", "oisy", "noisy Amira -running",
    ],
)  # fmt: skip
def test_in_these_it_is_not(acting, senco, written, words):
    pupil(at=senco.school, legal_forename="Bilal")
    answer = page(acting(senco), words)
    assert answer.status_code == 200 and answer.context["hits"] == []
    assert "Nothing says this" in words_on(answer)


@pytest.mark.parametrize("words", ["-noisy", "!", "'", '"', "()", "&|:*", "- -", "\\", "’", "   "])
def test_signs_alone_ask_for_nothing(acting, senco, written, words):
    answer = page(acting(senco), words)
    assert answer.status_code in (200, 422) and "hits" not in answer.context


@pytest.mark.parametrize(
    "words",
    [
        "noisy:*",
        "noisy\\",
        "noisy')--",
        "noisy <-> upset",
        "noisy “",
        "%noisy_",
        "noisy ''",
        "noisy it's",
    ],
)
def test_signs_among_words_break_nothing(acting, senco, written, words):
    assert page(acting(senco), words).status_code == 200


def test_a_page_of_text_is_no_search(acting, senco):
    answer = page(acting(senco), "word " * 100)
    assert answer.status_code == 422 and "at most 100 characters" in words_on(answer)


def test_a_pupil_who_is_named_is_offered(acting, senco, child, written):
    answer = page(acting(senco), "testwell")
    assert [each.pk for each in answer.context["pupils"]] == [child.pk]
    assert "Pupils of this name" in words_on(answer)


# What a hit says ------------------------------------------------------------------------------------------------------


def test_a_hit_has_its_source_its_day_its_writer_and_its_words(acting, senco, written):
    text = " ".join(words_on(page(acting(senco), "noisy")).split())
    for words in (
        "Concern: Amira Testwell",
        "Mrs Kirkbride",
        "the café is noisy; running",
        "calm down. · Ear defenders.",
    ):
        assert words in text
    marked = page(acting(senco), "noisy defenders").content.decode()
    assert "<mark>noisy</mark>" in marked and "Ear <mark>defenders</mark>" in marked


def test_what_somebody_wrote_cannot_run_in_the_page(acting, senco, child):
    concern(child, by=senco, what_happened=f"It was noisy <b>and</b> & {FOUND}<img src=x>{END}")
    text = page(acting(senco), "noisy").content.decode()
    assert "&amp; " in text and "&lt;img src=x&gt;" in text and "<img src=x" not in text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It is [noisy] and [loud]", [("It is ", False), ("noisy", True), (" and ", False), ("loud", True)]),
        ("[noisy]", [("noisy", True)]),
        ("Some words " * 20 + "[noisy]", [("… " + "Some words " * 9, False), ("noisy", True)]),
        ("[noisy]" + " and more" * 60, [("noisy", True), (" and more" * 26 + " …", False)]),
    ],
)
def test_the_place_that_says_it_is_shown(text, pieces):
    assert pieces_of(text.replace("[", FOUND).replace("]", END)) == pieces


def test_the_newest_comes_first(acting, senco, child):
    for number in range(3):
        log(child, senco, f"Rang about the noisy room, {number}", day=in_days(-number))
    days = [hit.on for hit in page(acting(senco), "noisy").context["hits"]]
    assert days == [in_days(0), in_days(-1), in_days(-2)]


def log(about, by, summary: str, **fields) -> LoggedContact:
    with as_owner():
        return LoggedContact.objects.create(
            school=about.school, pupil=about, kind="call", direction="out", party="parent", summary=summary, logged_by=by,
            saved_by=by, **fields,
        )  # fmt: skip


def test_what_a_page_shows_is_recorded(acting, senco, child, written):
    found(acting(senco), "noisy")
    with as_owner():
        event = ReadEvent.objects.get(what="search")
    assert event.pupil_ids == [child.pk]


def test_words_that_were_changed_or_removed_are_gone(acting, senco, child, written):
    entry = log(child, senco, "The noisy room again")
    with as_owner():
        Concern.objects.filter(pk=written.pk).update(what_happened="All is well.")
    assert len(found(acting(senco), "noisy")) == 1
    assert found(acting(senco), "well") == [written.get_absolute_url()]
    with as_owner():
        LoggedContact.objects.filter(pk=entry.pk).update(removed_at=entry.saved_at)
    assert found(acting(senco), "noisy") == []


# What a search keeps to -----------------------------------------------------------------------------------------------


def test_it_keeps_to_a_kind_a_pupil_and_days(acting, senco, child, written):
    other = pupil(at=senco.school)
    log(child, senco, "noisy", day=in_days(-40))
    log(other, senco, "noisy", day=in_days(-3))
    counts = [
        len(found(acting(senco), "noisy", **narrowed))
        for narrowed in (
            {}, {"kind": "contact"}, {"kind": "concern"}, {"pupil": other.pk}, {"since": in_days(-3)}, {"until": in_days(-3)},
            {"since": in_days(-41), "until": in_days(-39)}, {"pupil": child.pk, "kind": "contact"},
        )
    ]  # fmt: skip
    assert counts == [3, 2, 1, 1, 2, 2, 1, 1]


@pytest.mark.parametrize(
    ("narrowed", "words"),
    [
        ({"kind": "nonsense"}, "nonsense"),
        ({"since": "31/02/2026"}, "date"),
        ({"since": "2026-03-02", "until": "2026-03-01"}, "The last day lies before the first."),
        ({"pupil": "not-a-key"}, "no pupil whom you may open"),
    ],
)
def test_a_wrong_answer_is_said_and_finds_nothing(acting, senco, written, narrowed, words):
    answer = page(acting(senco), "noisy", **narrowed)
    assert answer.status_code == 422 and "hits" not in answer.context and words in words_on(answer)


def test_a_pupil_of_somebody_else_cannot_be_asked_about(acting, senco, stranger):
    answer = page(acting(senco), "noisy", pupil=stranger.pk)
    assert answer.status_code == 422 and "Canary" not in answer.content.decode()


def test_more_than_anybody_reads_is_said(acting, senco, child):
    with as_owner():
        LoggedContact.objects.bulk_create(
            LoggedContact(
                school=child.school, pupil=child, kind="call", direction="out", party="parent", summary=f"noisy {number}",
                logged_by=senco, saved_by=senco,
            )
            for number in range(MOST + 1)
        )  # fmt: skip
    first, last = page(acting(senco), "noisy"), page(acting(senco), "noisy", page=MOST // 20)
    assert f"The newest {MOST} places" in words_on(first)
    assert len(first.context["hits"]) == len(last.context["hits"]) == 20


# Who finds what -------------------------------------------------------------------------------------------------------


def test_a_teacher_finds_what_is_about_their_pupils(acting, senco, child, written):
    teacher, hidden = person("teacher", at=senco.school), pupil(at=senco.school)
    access(teacher, child)
    for each in (child, hidden):
        on_status(each, criteria="Reads well where it is not noisy.")
    urls = found(acting(teacher), "noisy")
    assert urls == [child.get_absolute_url()]  # not the concern, which a colleague raised
    assert len(found(acting(senco), "noisy")) == 3


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_others_have_no_search(acting, senco, role):
    assert page(acting(person(role, at=senco.school)), "noisy").status_code == 403


def test_finding_a_pupil_leads_on(acting, senco, written):
    answer = acting(senco).get(reverse("register:pupil_search"), {"q": "noisy room"})
    assert f"{reverse('dashboard:search')}?q=noisy%20room" in answer.content.decode()


# How it is kept -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", KINDS)
def test_the_column_holds_what_the_kind_says(code):
    """Fields shown with a hit, and words that are searched, are the same."""
    kind = KINDS[code]
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select pg_get_expr(adbin, adrelid) from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum "
            "where adrelid = %s::regclass and attname = %s",
            [kind.model._meta.db_table, COLUMN],
        )
        [(expression,)] = cursor.fetchall()
    assert tuple(re.findall(r"COALESCE\(\(?(\w+)", expression)) == kind.fields


def test_every_hit_leads_to_a_page_that_opens(acting, senco, child, written):
    made = plan(child, by=senco)
    section(made, text="A noisy room is hard.")
    browser = acting(senco)
    urls = found(browser, "noisy")
    assert len(urls) == 2
    assert {browser.get(url).status_code for url in urls} == {200}


def test_queries_do_not_grow_with_hits(acting, senco, child, written, count_queries):
    browser = acting(senco)
    address = reverse("dashboard:search") + "?q=noisy"
    few = count_queries(browser, address)
    for number in range(15):
        log(pupil(at=senco.school), senco, f"noisy {number}")
    assert count_queries(browser, address) == few


def test_advice_about_a_class_is_about_no_pupil(acting, senco, child, written):
    teacher = person("teacher", at=senco.school)
    with as_owner():
        asked = {"school": senco.school, "pupil": None}
        thread = AdviceThread.objects.create(
            **asked, group=group(at=senco.school, teachers=[teacher]), subject="7A", asked_by=teacher
        )
        AdviceMessage.objects.create(**asked, thread=thread, text="A noisy corner", by=teacher)
    answer = page(acting(senco), "noisy")
    assert answer.status_code == 200
    assert {hit.pupil_id for hit in answer.context["hits"]} == {None, child.pk}
    assert len(found(acting(senco), "noisy corner")) == 1
    assert len(found(acting(senco), "Amira noisy")) == 1


def test_a_duty_has_the_day_and_the_person_that_settled_it(acting, senco, child):
    status = on_status(child)
    common = {
        "school": child.school, "pupil": child, "status": status, "stage": status.stage, "evidence": "nothing", "owner": senco,
        "opens_on": in_days(-30), "due_on": in_days(60),
    }  # fmt: skip
    with as_owner():
        StageDuty.objects.create(**common, code="a", done_on=in_days(-3), done_by=senco, done_note="noisy")
        StageDuty.objects.create(
            **common, code="b", waived_on=in_days(-2), waived_by=senco, waived_reason="noisy"
        )
    hits = page(acting(senco), "noisy").context["hits"]
    assert [(hit.on, hit.who) for hit in hits] == [(in_days(-2), senco.name), (in_days(-3), senco.name)]


def test_a_need_that_was_taken_back_the_same_day_is_not_found(acting, senco, child):
    needs = {"school": child.school, "pupil": child, "need_type": "SLCN", "starts": in_days(-3)}
    with as_owner():
        SenNeed.objects.create(**needs, note="noisy mistake", ends=in_days(-3))
        SenNeed.objects.create(**needs, note="noisy places", ends=in_days(-1))
    assert len(found(acting(senco), "noisy")) == 1
