"""What one raised, what became of it, and taking it back while nobody has acted on it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Concern
from tests.factories import access, as_owner, person
from tests.factories.records import days

LIST = "/concerns/mine/"


def page_of(about) -> str:
    return reverse("register:my_concern", args=[about.pk])


def withdraw_url(about) -> str:
    return reverse("register:withdraw_concern", args=[about.pk])


def kinds(about) -> list[str]:
    with as_owner():
        return list(about.steps.order_by("at", "pk").values_list("kind", flat=True))


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "senco", "admin", "head"])
def test_whoever_raised_it_follows_it(scene, acting, role):
    somebody = person(role, at=scene.school)
    access(somebody, scene.amina)
    made = scene.concern(by=somebody, what_happened="Reverses letters")
    scene.notice(made, "raiser", "We watch her until May.")
    browser = acting(somebody)
    assert "We watch her until May." in browser.get(LIST).content.decode()
    one = browser.get(page_of(made)).content.decode()
    assert "Reverses letters" in one and "We watch her until May." in one


def test_nobody_reads_what_another_raised(scene, acting):
    made = scene.concern(by=scene.colleague, what_happened="Words of a colleague")
    browser = acting(scene.teacher)
    assert browser.get(page_of(made)).status_code == 404
    assert "Words of a colleague" not in browser.get(LIST).content.decode()


def test_the_office_is_led_to_the_triage_page(scene, acting):
    made = scene.concern()
    assert acting(scene.senco).get(page_of(made)).url == made.get_absolute_url()


@pytest.mark.parametrize("role", ["professional", "governor"])
def test_other_roles_are_refused(scene, acting, role):
    assert acting(person(role, at=scene.school)).get(LIST).status_code == 403


def test_a_notice_is_read_from_its_hour_on_and_not_once_it_was_kept_back(scene, acting):
    made = scene.concern()
    scene.notice(made, "raiser", "Read me now.")
    scene.notice(made, "raiser", "Not yet.", sent_at=days(0.01))
    scene.notice(made, "raiser", "Never.", withdrawn_at=days(-0.001))
    for url in (LIST, page_of(made)):
        text = acting(scene.teacher).get(url).content.decode()
        assert "Read me now." in text
        assert "Not yet." not in text and "Never." not in text


def test_notes_and_views_never_show(scene, acting):
    made = scene.concern()
    scene.asked(made, answer="A colleague's view", same_concern="yes", answered_at=timezone.now())
    step = scene.step(made, "observed")
    with as_owner():
        step.notes.create(**scene.common(made), text="Office only", by=scene.senco)
    text = acting(scene.teacher).get(page_of(made)).content.decode()
    assert "Office only" not in text and "A colleague's view" not in text


def test_undo_takes_it_back_and_the_words_are_in_the_form_again(scene, acting):
    made = scene.concern(what_happened="Sent too soon")
    response = acting(scene.teacher).post(withdraw_url(made), follow=True)
    assert kinds(made) == ["raised", "withdrawn"]
    assert "Sent too soon" in response.content.decode()
    assert response.context["chosen"] == scene.amina
    with as_owner():
        assert Concern.objects.filter(pk=made.pk).exists()  # a step, not a deletion


@pytest.mark.parametrize("kind", ["assigned", "observed", "views_asked"])
def test_once_somebody_acted_it_stays(scene, acting, kind):
    made = scene.concern()
    scene.step(made, kind)
    response = acting(scene.teacher).post(withdraw_url(made), follow=True)
    assert kinds(made) == ["raised", kind]
    assert "SEN office is working on this already" in response.content.decode() or kind == "views_asked"
    assert "Take it back" not in response.content.decode()


def test_taking_back_twice_is_one_step(scene, acting):
    made = scene.concern()
    browser = acting(scene.teacher)
    for _time in range(2):
        browser.post(withdraw_url(made))
    assert kinds(made) == ["raised", "withdrawn"]


def test_a_colleagues_is_not_taken_back(scene, acting):
    made = scene.concern(by=scene.colleague)
    assert acting(scene.teacher).post(withdraw_url(made)).status_code == 404
    acting(scene.senco).post(withdraw_url(made))
    assert kinds(made) == ["raised"]


def test_taking_back_is_only_submitted(scene, acting):
    assert acting(scene.teacher).get(withdraw_url(scene.concern())).status_code == 405


def test_the_empty_list_says_what_to_do(scene, acting):
    text = acting(scene.teacher).get(LIST).content.decode()
    assert "You have raised no concern yet" in text and "/concerns/new/" in text


@pytest.mark.parametrize("who", ["teacher", "mother"])
def test_as_many_queries_for_twenty_five_as_for_one(scene, acting, count_queries, who):
    by = getattr(scene, who)
    browser = acting(by)

    def more(number: int) -> int:
        for _concern in range(number):
            scene.notice(scene.concern(by=by), "raiser")
        return count_queries(browser, LIST)

    few = more(1)
    assert few <= 12
    assert more(4) == few and more(20) == few


@pytest.mark.parametrize(
    ("urgent", "words"), [(True, "had an e-mail at once"), (False, "Nobody was told of it")]
)
def test_taking_back_says_truly_who_heard_of_it(scene, acting, urgent, words):
    made = scene.concern(urgent=urgent)
    assert words in acting(scene.teacher).post(withdraw_url(made), follow=True).content.decode()
