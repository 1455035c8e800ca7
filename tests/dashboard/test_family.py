"""The home of parents: each child in plain words, and nothing of anybody else."""

import re

import pytest
from django.urls import reverse

from register.choices import NeedType
from register.models import ConcernNotice, ConcernStep, SenNeed
from register.plain_words import PLAIN_NEED
from tests.access.matrix.locks import LOCKS
from tests.factories import access, as_owner, concern, contact, on_status, person, pupil
from tests.factories.profiles import published
from tests.factories.records import days

pytestmark = pytest.mark.django_db
HOME = "/"


@pytest.fixture
def parent():
    return person("parent", first_name="Samira", last_name="Haddad")


def tell(child, senco, text="We will meet you to plan it together.", by=None, audience="parents"):
    made = concern(child, by=by or senco)
    common = {"school": child.school, "pupil": child, "concern": made}
    with as_owner():
        step = ConcernStep.objects.create(kind="told", by=senco, **common)
        ConcernNotice.objects.create(
            audience=audience, step=step, text=text, sent_by=senco, sent_at=days(-1), **common
        )


def need(child, code):
    with as_owner():
        SenNeed.objects.create(school=child.school, pupil=child, need_type=code, starts=days(-30).date())


def words_of(response) -> str:
    """What stands in the main part, without markup."""
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_an_only_childs_page_stands_here_in_full(acting, parent, family):
    child = family(parent, legal_forename="Yusuf", legal_surname="Haddad")
    senco = person("senco", at=parent.school, title="Mrs", last_name="Kirkbride")
    on_status(child)
    need(child, "SPLD")
    tell(child, senco)
    text = words_of(acting(parent).get(HOME))
    for words in (
        "Yusuf",
        "SEN Support",
        "reading, spelling or numbers",
        "We will meet you",
        "Mrs Kirkbride",
        "Ms Tutorson",
    ):
        assert words in text


def test_several_children_each_have_a_card_and_a_page(acting, parent, family):
    first, second = family(parent, legal_forename="Yusuf"), family(parent, legal_forename="Leila")
    on_status(first, "E")
    browser = acting(parent)
    text = words_of(browser.get(HOME))
    assert "Yusuf has an EHC plan" in text and "Leila gets no extra help" in text
    for child in (first, second):
        page = browser.get(reverse("dashboard:child", args=[child.pk]))
        assert page.status_code == 200 and "Who to talk to" in words_of(page)


def test_what_the_parent_raised_shows_where_it_stands(acting, parent, family):
    child = family(parent)
    senco = person("senco", at=parent.school)
    concern(child, by=parent)
    browser = acting(parent)
    assert "We are looking into it" in words_of(browser.get(HOME))
    with as_owner():
        from register.models import Concern

        Concern.objects.all().delete()
    tell(child, senco, "Thank you for telling us.", by=parent, audience="raiser")
    text = words_of(browser.get(HOME))
    assert "Thank you for telling us." in text and "Answered" in text


def test_without_a_child_it_says_what_to_do(acting, parent):
    assert "No child is linked to you yet" in words_of(acting(parent).get(HOME))


def test_a_child_page_opens_for_its_parents_only(acting, parent, family):
    mine, strange = family(parent), pupil(at=parent.school)
    ended = pupil(at=parent.school)
    access(parent, ended, starts=days(-9), ends=days(-0.001))
    browser = acting(parent)
    assert browser.get(reverse("dashboard:child", args=[mine.pk])).status_code == 200
    assert browser.post(reverse("dashboard:child", args=[mine.pk])).status_code == 405
    for child in (strange, ended):
        assert browser.get(reverse("dashboard:child", args=[child.pk])).status_code == 404


@pytest.mark.parametrize("role", ["senco", "admin", "head", "teacher", "ta", "professional", "governor"])
def test_a_child_page_is_for_no_other_role(acting, role):
    somebody = person(role)
    child = pupil(at=somebody.school)
    access(somebody, child)
    assert acting(somebody).get(reverse("dashboard:child", args=[child.pk])).status_code == 403


@pytest.mark.parametrize("lock", LOCKS)
def test_a_parent_reads_nothing_of_others_with_either_lock(acting, parent, family, lock):
    child = family(parent)
    senco = person("senco", at=parent.school)
    contact(child, surname="Canary-father", phone="Canary-phone")
    tell(child, senco, "Canary-raiser", by=person("teacher", at=parent.school), audience="raiser")
    with as_owner():
        from register.models import ConcernNote, Monitoring

        step = ConcernStep.objects.first()
        ConcernNote.objects.create(
            school=child.school, pupil=child, concern=step.concern, step=step, text="Canary-note", by=senco
        )
        Monitoring.objects.create(
            school=child.school,
            pupil=child,
            label="Canary-watch",
            starts=days(-2).date(),
            review_on=days(2).date(),
            started_by=senco,
        )
    strange = pupil(at=parent.school, legal_surname="Canary-stranger")
    on_status(strange)
    tell(strange, senco, "Canary-notice")
    browser = acting(parent)
    with LOCKS[lock]():
        for url in (HOME, reverse("dashboard:child", args=[child.pk])):
            answer = browser.get(url)
            assert answer.status_code == 200
            assert "Canary" not in answer.content.decode()
        assert browser.get(reverse("dashboard:child", args=[strange.pk])).status_code == 404


def test_the_number_of_queries_stays_the_same_and_under_thirteen(acting, parent, family, count_queries):
    senco, browser = person("senco", at=parent.school), acting(parent)

    def more(count):
        for _number in range(count):
            child = family(parent)
            on_status(child)
            tell(child, senco)
            tell(child, senco, by=parent, audience="raiser")

    more(1)
    one = count_queries(browser, HOME)
    more(4)
    assert count_queries(browser, HOME) == one <= 12


# Plain words --------------------------------------------------------------------------------------------------------------


def reading_age(text: str) -> float:
    """Flesch-Kincaid: grade = 0.39 words a sentence + 11.8 syllables a word - 15.59; age is about grade + 5."""
    sentences = [part for part in re.split(r"[.!?:]+(?:\s|$)", text) if re.search(r"[a-z]", part)]
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(
        max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouy])e$", "", word.lower())))) for word in words
    )
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + 5


def paragraphs(response) -> str:
    """The paragraphs and list items of the main part, each ended like a sentence."""
    main = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]
    parts = re.findall(r"<(?:p|li)\b[^>]*>(.*?)</(?:p|li)>", main, re.DOTALL)
    plain = (re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).strip() for part in parts)
    return " ".join(part if part.endswith((".", "!", "?", ":")) else f"{part}." for part in plain if part)


@pytest.mark.parametrize("status", ["N", "K", "E"])
def test_a_ten_year_old_could_read_it(acting, parent, family, status):
    child = family(parent, legal_forename="Sam")
    on_status(child, status)
    for code in ("ASD", "SLCN"):
        need(child, code)
    concern(child, by=parent)
    text = paragraphs(acting(parent).get(HOME))
    assert len(text.split()) > 25
    assert reading_age(text) <= 10, text
    assert max(len(sentence.split()) for sentence in re.split(r"[.!?:]", text)) <= 20, text


def test_control_an_officials_sentence_is_noticed():
    assert (
        reading_age(
            "Additional provision is determined following multidisciplinary consideration of available evidence."
        )
        > 15
    )


def test_every_type_of_need_that_says_something_has_plain_words():
    assert set(NeedType) - set(PLAIN_NEED) == {NeedType.OTH, NeedType.NSA}


def test_a_profile_is_linked_once_one_is_published(acting, parent, family):
    child = family(parent, legal_forename="Yusuf")
    address = reverse("provision:shared_profile", args=[child.pk])
    assert address not in acting(parent).get(HOME).content.decode()
    senco = person("senco", at=parent.school)
    published(child, by=senco)
    assert address in acting(parent).get(HOME).content.decode()
