"""What a family reads, what it answers, and who else sees that."""

import pytest

from provision.models import PlanResponse, PlanVersion
from provision.queries.families import shared_versions, shelf_of
from register.actions.access import derive_access
from register.models import Contact
from senco.access.context import acting_as, acting_as_system
from tests.access.matrix.locks import LOCKS
from tests.dashboard.test_family import paragraphs, reading_age
from tests.factories import as_owner, pupil
from tests.factories.plans import plan as bare
from tests.factories.plans import version
from tests.factories.records import days
from tests.provision.between import arrive, newest, taken, url, written
from tests.provision.documents.reading import words_of

pytestmark = pytest.mark.django_db


def test_the_plan_stands_in_plain_words_and_nothing_else(acting, cast, shared):
    browser = acting(cast.parent)
    page = browser.get(url("family_plan", newest(shared).pk)).content.decode()
    for words in (
        "Ada reads a page by herself",
        "We show new words first",
        "Paired reading",
        "Ms Lee",
        "01632 960001",
        "What do you think?",
    ):
        assert words in page
    for words in ("For staff alone.", "Pre-teach", "Reads a page alone"):
        assert words not in page
    listing = browser.get(url("family_plans", cast.child.pk)).content.decode()
    assert shared.title in listing
    assert shared.title in browser.get("/").content.decode()  # on the first page too


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_still_held_back_is_not_there_in_either_lock(acting, cast, lock):
    plan = written(cast)
    taken(plan, cast.senco, "share")
    browser = acting(cast.parent)
    with LOCKS[lock]():
        assert browser.get(url("family_plan", newest(plan).pk)).status_code == 404
        assert "No plan to read yet" in browser.get(url("family_plans", cast.child.pk)).content.decode()
        assert plan.title not in browser.get("/").content.decode()
    arrive(plan)
    with LOCKS[lock]():
        assert browser.get(url("family_plan", newest(plan).pk)).status_code == 200  # control


def test_an_answer_is_thanked_for_and_kept(acting, cast, shared):
    browser, page = acting(cast.parent), url("family_plan", newest(shared).pk)
    answer = browser.post(page, {"answer": "talk", "words": "Please ring me."}, follow=True)
    text = answer.content.decode()
    assert "Thank you" in text and "We get in touch with you" in text and "Mrs Bell" in text
    browser.post(page, {"answer": "yes", "words": ""})
    with as_owner():
        assert list(PlanResponse.objects.order_by("at").values_list("answer", "by_id", "speaker")) == [
            ("talk", cast.parent.pk, "parent"),
            ("yes", cast.parent.pk, "parent"),
        ]
    assert "Please ring me." in browser.get(page).content.decode()


def test_a_no_without_words_is_asked_about(acting, cast, shared):
    page = url("family_plan", newest(shared).pk)
    refused = acting(cast.parent).post(page, {"answer": "no", "words": " "})
    assert refused.status_code == 422 and "Say in a few words" in refused.content.decode()
    assert acting(cast.parent).post(page, {}).status_code == 422


@pytest.mark.parametrize("lock", LOCKS)
def test_the_other_parent_and_the_professional_see_none_of_my_words(acting, cast, shared, lock):
    page = url("family_plan", newest(shared).pk)
    acting(cast.parent).post(page, {"answer": "partly", "words": "Between us alone."})
    for role in ("other", "professional"):
        browser = acting(getattr(cast, role))
        with LOCKS[lock]():
            text = browser.get(page).content.decode()
            assert "Between us alone." not in text
            assert browser.get(url("answered", newest(shared).pk)).url == page
    assert "Between us alone." in acting(cast.parent).get(page).content.decode()  # control


def test_a_professional_reads_and_comments(acting, cast, shared):
    browser, page = acting(cast.professional), url("family_plan", newest(shared).pk)
    assert url("family_plans", cast.child.pk) in browser.get(f"/shared/{cast.child.pk}/").content.decode()
    text = browser.get(page).content.decode()
    assert "Your comment" in text and "We show new words first" in text and "For staff alone." not in text
    assert browser.post(page, {"words": ""}).status_code == 422
    browser.post(page, {"words": "I saw this work well.", "answer": "yes"})
    with as_owner():
        assert PlanResponse.objects.values_list("speaker", "answer").get() == ("professional", "comment")


def test_a_court_order_ends_the_sight(acting, cast, shared):
    page = url("family_plan", newest(shared).pk)
    assert acting(cast.other).get(page).status_code == 200  # control
    with as_owner():
        Contact.objects.filter(pupil=cast.child, membership=cast.other).update(court_order=True)
    with acting_as_system(purpose="test"):
        derive_access(school=cast.here)
    assert acting(cast.other).get(page).status_code == 404
    assert acting(cast.parent).get(page).status_code == 200
    with acting_as(cast.other):
        assert not PlanVersion.objects.exists()


def test_what_is_called_back_is_gone(acting, cast, shared):
    page = url("family_plan", newest(shared).pk)
    taken(shared, cast.senco, "call back", note="Wrong date")
    assert acting(cast.parent).get(page).status_code == 404
    assert acting(cast.parent).post(page, {"answer": "yes"}).status_code == 404


def test_earlier_versions_say_so_and_lead_to_the_newest(acting, cast, shared):
    first = newest(shared)
    taken(shared, cast.senco, "share again")
    arrive(shared)
    browser = acting(cast.parent)
    old = browser.get(url("family_plan", first.pk)).content.decode()
    assert "This is an earlier version." in old and url("family_plan", newest(shared).pk) in old
    listing = browser.get(url("family_plans", cast.child.pk)).content.decode()
    assert "Earlier versions" in listing and url("family_plan", first.pk) in listing


def test_a_plan_that_was_reviewed_promises_no_other_look(acting, proved, cast, shared):
    browser, promise = acting(cast.parent), "We look at it again on"
    first = newest(shared)
    assert promise in browser.get(url("family_plan", first.pk)).content.decode()  # control
    taken(shared, cast.senco, "put in force", "review")
    arrive(shared)
    page, last = browser.get(url("family_plan", newest(shared).pk)).content.decode(), newest(shared)
    assert last.kind == "reviewed" and "We have looked at it again." in page and promise not in page
    browser = proved(cast.parent)
    printed = {
        key: words_of(browser.get(url("family_file", key, "pdf")).content) for key in (first.pk, last.pk)
    }
    assert [promise in words for words in printed.values()] == [True, False]


def test_the_thanks_promise_a_beginning_only_before_it(acting, cast, shared):
    begins, browser = "Then we start to work with the plan.", acting(cast.parent)

    def thanks(answer="yes"):
        page = url("family_plan", newest(shared).pk)
        return browser.post(page, {"answer": answer}, follow=True).content.decode()

    assert begins in thanks()
    for steps in (["agree"], ["put in force"], ["review"]):
        taken(shared, cast.senco, *steps)
        arrive(shared)
        said = thanks()
        assert (begins in said) is (newest(shared).kind in ("shared", "agreed")), newest(shared).kind
        assert (begins in said) is not ("It is kept with the plan." in said)
    assert newest(shared).kind == "reviewed"


def test_staff_versions_and_other_children_do_not_open(acting, cast, shared):
    browser = acting(cast.parent)
    assert browser.get(url("family_plan", newest(shared, "staff").pk)).status_code == 404
    strange = pupil(at=cast.here)
    made = bare(strange, by=cast.teacher, steps=("begun", "shared"))
    theirs = version(made, content=newest(shared).content)
    assert browser.get(url("family_plan", theirs.pk)).status_code == 404
    assert browser.get(url("family_plans", strange.pk)).status_code == 404


@pytest.mark.parametrize("role", ["senco", "head", "teacher", "ta", "governor"])
def test_the_pages_are_for_no_other_role(acting, cast, shared, role):
    browser = acting(getattr(cast, role))
    for name, key in (
        ("family_plans", cast.child.pk),
        ("family_plan", newest(shared).pk),
        ("answered", newest(shared).pk),
    ):
        assert browser.get(url(name, key)).status_code == 403


def test_thanks_are_only_read(acting, cast, shared):
    assert acting(cast.parent).post(url("answered", newest(shared).pk)).status_code == 405
    assert acting(cast.parent).post(url("family_plans", cast.child.pk)).status_code == 405


def test_pages_cost_the_same_for_one_and_for_five(acting, cast, shared, count_queries):
    browser = acting(cast.parent)
    page = url("family_plan", newest(shared).pk)
    browser.post(page, {"answer": "yes"})
    pages = (url("family_plans", cast.child.pk), page, "/")
    costs = [count_queries(browser, each) for each in pages]
    for number in range(2, 6):
        browser.post(page, {"answer": "partly", "words": "More"})
        version(shared, number=number, content=newest(shared).content, visible_from=days(-1))
    assert [count_queries(browser, each) for each in pages] == costs


def test_a_kind_that_the_school_calls_anew_is_still_one_kind(cast, shared):
    """On the shelf at home one plan of a kind holds, whatever the kind was called when it was frozen."""
    kept = newest(shared)
    version(shared, number=2, content=kept.content | {"plan_type": "Literacy plan"}, visible_from=days(-1))
    version(shared, number=3, content=kept.content | {"type_code": "other"}, visible_from=days(-1))
    with acting_as(cast.parent):
        shelf = shelf_of(shared_versions(cast.parent))
    assert sorted(one.number for one in shelf.current) == [2, 3]


def test_a_ten_year_old_could_read_it(acting, cast, shared):
    browser = acting(cast.parent)
    browser.post(url("family_plan", newest(shared).pk), {"answer": "no", "words": "We need more."})
    pages = (
        ("family_plans", cast.child.pk),
        ("family_plan", newest(shared).pk),
        ("answered", newest(shared).pk),
    )
    for name, key in pages:
        text = paragraphs(browser.get(url(name, key)))
        assert len(text.split()) > 10
        assert reading_age(text) <= 10, text
