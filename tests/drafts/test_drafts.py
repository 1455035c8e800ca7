"""Unsent writing: kept while somebody types, back after a lost session, gone once it was sent, seen by nobody else."""

import time

import pytest
from django import forms
from django.http import QueryDict
from django.utils import timezone

from senco.access.context import acting_as
from senco.accounts.middleware import SEEN
from senco.core.forms import BaseForm, Chips, ThreeBoxDateField, VersionedModelForm
from senco.drafts import actions
from senco.drafts.models import Draft
from senco.drafts.restoring import draft_for, restore
from senco.drafts.tasks import clear_drafts
from tests.factories import as_owner, person
from tests.factories.records import days

pytestmark = pytest.mark.django_db
PAGE = "http://testserver/people/shares/new/?pupil=1"


class Letter(BaseForm):
    draft_key = "letter:new"

    text = forms.CharField()
    areas = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], widget=Chips)
    day = ThreeBoxDateField()
    told = forms.BooleanField(required=False)
    file = forms.FileField(required=False)


TYPED = {
    "text": "Half a sen",
    "areas": ["a", "b"],
    "day_day": "3",
    "day_month": "march",
    "day_year": "",
    "told": "on",
}


@pytest.fixture
def teacher():
    return person("teacher")


def keep(browser, key="letter:new", **fields):
    return browser.post("/drafts/", fields | {"draft_key": key}, headers={"Referer": PAGE})


def drafts() -> list[Draft]:
    with as_owner():
        return list(Draft.objects.order_by("pk"))


def test_what_is_typed_is_kept_and_the_page_says_when(acting, teacher):
    answer = keep(acting(teacher), **TYPED)
    (draft,) = drafts()
    assert answer.content.decode() == f"Saved {timezone.localtime(draft.saved_at):%H:%M}"
    assert (draft.fields["text"], draft.fields["areas"]) == (["Half a sen"], ["a", "b"])
    assert draft.page == "/people/shares/new/?pupil=1"


def test_typing_on_replaces_the_draft(acting, teacher):
    browser = acting(teacher)
    keep(browser, text="Half")
    keep(browser, text="Half a sentence")
    assert [draft.fields["text"] for draft in drafts()] == [["Half a sentence"]]


def test_secrets_and_tokens_are_never_kept(acting, teacher):
    keep(acting(teacher), text="x", password="p1", new_password2="p2", csrfmiddlewaretoken="t")
    assert set(drafts()[0].fields) == {"text"}


@pytest.mark.parametrize(
    "fields",
    [{"text": "x" * 50_001}, {f"f{number}": "x" for number in range(201)}, {"key": "../etc"}, {"key": ""}],
)
def test_what_cannot_be_kept_is_refused_in_words(acting, teacher, fields):
    answer = keep(acting(teacher), **fields)
    assert answer.status_code == 422
    assert len(answer.content) > 20
    assert drafts() == []


def test_nobody_keeps_more_than_fifty(acting, teacher):
    with acting_as(teacher):
        for number in range(50):
            actions.keep(by=teacher, form=f"f:{number}", fields={"text": ["x"]})
    browser = acting(teacher)
    assert keep(browser, key="f:50").status_code == 422
    assert keep(browser, key="f:0").status_code == 200  # an old one can still be written on


def test_a_form_comes_back_as_it_was_left(acting, teacher):
    keep(acting(teacher), **TYPED)
    with acting_as(teacher):
        form = restore(Letter(), teacher)
        assert form.draft.saved_at
        assert form["text"].value() == "Half a sen"
        assert form["areas"].value() == ["a", "b"]
        assert form["told"].value() is True
        assert form["day"].value() == ["3", "march", ""]
        html = str(form["day"])
    assert ('value="3"' in html, 'value="march"' in html) == (True, True)


def test_a_form_that_is_being_sent_is_left_alone(acting, teacher):
    keep(acting(teacher), **TYPED)
    with acting_as(teacher):
        form = restore(Letter(QueryDict("text=other")), teacher)
    assert form.draft is None
    assert form["text"].value() == "other"


def test_a_draft_of_a_record_remembers_the_version_it_was_begun_on(acting, teacher):
    from senco.accounts.models import School

    class Settings(VersionedModelForm):
        draft_key = "school:1"

        class Meta:
            model = School
            fields = ["name"]

    keep(acting(teacher), key="school:1", name="New name", version="1")
    with acting_as(teacher):
        teacher.school.version = 2  # somebody saved in the meantime
        form = restore(Settings(instance=teacher.school), teacher)
        assert form["version"].value() == "1"
        sent = Settings({"name": "New name", "version": form["version"].value()}, instance=teacher.school)
        assert sent.is_outdated


def test_without_a_draft_a_form_is_as_it_is(teacher):
    with acting_as(teacher):
        assert draft_for(teacher, Letter()) == {}
        assert restore(Letter(), teacher).draft is None


def test_a_draft_survives_the_end_of_the_session(acting, teacher, client):
    browser = acting(teacher)
    keep(browser, **TYPED)
    session = browser.session
    session[SEEN] = int(time.time()) - 31 * 60
    session.save()
    assert (
        keep(browser, text="typed too late").status_code == 302
    )  # page.js refuses redirects and says "not saved"
    acting(teacher)
    with acting_as(teacher):
        assert draft_for(teacher, Letter())["text"] == "Half a sen"


def test_a_draft_belongs_to_one_person_in_one_role(acting, teacher):
    keep(acting(teacher), **TYPED)
    colleague = person("senco", at=teacher.school)
    other_role = person("parent", at=teacher.school, user=teacher.user)
    (draft,) = drafts()
    for somebody in (colleague, other_role):
        with acting_as(somebody):
            assert not Draft.objects.exists()  # the second lock alone
        browser = acting(somebody)
        assert "Half a sen" not in browser.get("/drafts/unsent/").content.decode()
        assert browser.post(f"/drafts/{draft.pk}/discard/").status_code == 404


def test_unsent_writing_is_listed_and_thrown_away(acting, teacher):
    browser = acting(teacher)
    keep(browser, **TYPED)
    (draft,) = drafts()
    page = browser.get("/drafts/unsent/").content.decode()
    assert "Half a sen" in page
    assert 'href="/people/shares/new/?pupil=1"' in page
    browser.post(f"/drafts/{draft.pk}/discard/")
    assert "Nothing is waiting" in browser.get("/drafts/unsent/").content.decode()
    with acting_as(teacher):
        assert draft_for(teacher, Letter()) == {}


def test_throwing_away_can_be_undone(acting, teacher):
    browser = acting(teacher)
    keep(browser, **TYPED)
    (draft,) = drafts()
    page = browser.post(f"/drafts/{draft.pk}/discard/", follow=True).content.decode()
    assert (
        f'action="/drafts/{draft.pk}/back/" data-undo'
        in browser.get("/drafts/unsent/").content.decode() + page
    )
    answer = browser.post(f"/drafts/{draft.pk}/back/")
    assert answer.headers["Location"] == "/people/shares/new/?pupil=1"
    with acting_as(teacher):
        assert draft_for(teacher, Letter())["text"] == "Half a sen"
    assert browser.post(f"/drafts/{draft.pk}/back/").status_code == 404  # it is not thrown away any more


def test_for_a_day_the_list_brings_it_back_too(acting, teacher):
    browser = acting(teacher)
    keep(browser, **TYPED)
    browser.post(f"/drafts/{drafts()[0].pk}/discard/")
    browser.get("/drafts/unsent/")
    page = browser.get("/drafts/unsent/").content.decode()
    assert "Bring back" in page
    assert "Half a sen" in page


def test_bringing_back_overwrites_nothing_written_since(acting, teacher):
    browser = acting(teacher)
    keep(browser, text="The first text")
    (first,) = drafts()
    browser.post(f"/drafts/{first.pk}/discard/")
    keep(browser, text="The second text")
    page = browser.post(f"/drafts/{first.pk}/back/", follow=True).content.decode()
    assert "You have begun this form anew" in page
    assert sorted(draft.fields["text"][0] for draft in drafts()) == ["The first text", "The second text"]
    with acting_as(teacher):
        assert draft_for(teacher, Letter())["text"] == "The second text"


def test_nobody_else_brings_it_back(acting, teacher):
    keep(acting(teacher), **TYPED)
    (draft,) = drafts()
    acting(teacher).post(f"/drafts/{draft.pk}/discard/")
    for somebody in (person("senco", at=teacher.school), person("parent", user=teacher.user)):
        assert acting(somebody).post(f"/drafts/{draft.pk}/back/").status_code == 404
    assert acting(teacher).get(f"/drafts/{draft.pk}/back/").status_code == 405


def test_only_the_last_few_thrown_away_are_kept_and_only_for_a_day(acting, teacher):
    browser = acting(teacher)
    for number in range(12):
        keep(browser, key=f"letter:{number}", text="x")
        browser.post(f"/drafts/{next(d for d in drafts() if d.discarded_at is None).pk}/discard/")
    assert sorted(draft.form for draft in drafts()) == sorted(f"letter:{number}" for number in range(2, 12))
    with as_owner():
        Draft.objects.filter(form="letter:5").update(discarded_at=days(-1.1))
    clear_drafts()
    assert "letter:5" not in {draft.form for draft in drafts()}
    assert len(drafts()) == 9


def test_keeping_and_throwing_away_are_submissions(acting, teacher):
    browser = acting(teacher)
    keep(browser, **TYPED)
    assert browser.get("/drafts/").status_code == 405
    assert browser.get(f"/drafts/{drafts()[0].pk}/discard/").status_code == 405


def test_without_javascript_a_button_saves_and_comes_back(acting, teacher):
    answer = keep(acting(teacher), text="Half a sen", keep_as_draft="1")
    assert answer.headers["Location"] == "/people/shares/new/?pupil=1"
    assert drafts()[0].fields == {"text": ["Half a sen"]}


@pytest.mark.parametrize("referer", ["https://evil.example.org/x", "javascript:alert(1)", ""])
def test_the_way_back_never_leaves_the_site(acting, teacher, referer):
    answer = acting(teacher).post(
        "/drafts/", {"draft_key": "a:b", "keep_as_draft": "1"}, headers={"Referer": referer}
    )
    assert answer.headers["Location"] == "/"
    assert drafts()[0].page == "/"


def test_a_guest_keeps_nothing(client):
    assert keep(client, **TYPED).status_code == 302
    assert drafts() == []


def test_sending_the_form_discards_its_draft(teacher):
    with acting_as(teacher):
        actions.keep(by=teacher, form="letter:new", fields={"text": ["x"]})
        actions.keep(by=teacher, form="letter:other", fields={"text": ["x"]})
        actions.discard(by=teacher, form="letter:new")
        assert [draft.form for draft in Draft.objects.all()] == ["letter:other"]


def test_old_drafts_are_cleared_away_at_night(teacher):
    with acting_as(teacher):
        for number in range(2):
            actions.keep(by=teacher, form=f"letter:{number}", fields={"text": ["x"]})
    with as_owner():
        Draft.objects.filter(form="letter:0").update(saved_at=days(-91))
    clear_drafts()
    assert [draft.form for draft in drafts()] == ["letter:1"]


def test_a_draft_saved_by_button_leads_to_a_page_that_opens(acting, teacher):
    browser = acting(teacher)
    for sent_from in ("/concerns/new/", "/concerns/new/pupil/"):  # the second is the answer to "Find"
        answer = browser.post(
            "/drafts/",
            TYPED | {"draft_key": "concern", "keep_as_draft": "1"},
            headers={"referer": f"http://testserver{sent_from}"},
        )
        assert (answer.status_code, answer.url) == (302, "/concerns/new/")
        assert browser.get(answer.url).status_code == 200
    assert [draft.page for draft in drafts()] == ["/concerns/new/"]
