"""The contact log: logged in two taps, read by whom it is for, corrected, followed up, found again."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from register.models import PupilFile
from register.queries.chronology import chronology
from senco.access.context import acting_as
from senco.core.models import new_id
from senco.liaison.models import ContactFile, LoggedContact
from tests.days import dated
from tests.factories import access, as_owner, person, pupil, school

pytestmark = pytest.mark.django_db
LOG = "liaison:contact_log"


def rows(model=LoggedContact, **asked) -> list:
    with as_owner():
        return list(model.objects.filter(**asked).order_by("pk"))


def said(**more) -> dict:
    return {
        "key": str(new_id()), "kind": "call", "direction": "out", "party": "parent", "summary": "Reading goes better at home.",
        "day": timezone.localdate().isoformat(), "for_staff": "on",
    } | more  # fmt: skip


def logs(browser, child, **more):
    return browser.post(reverse("liaison:log_contact", args=[child.pk]), said(**more))


def test_the_form_is_filled_as_most_contacts_are(acting, teacher, child):
    form = acting(teacher).get(reverse("liaison:log_contact", args=[child.pk])).context["form"]
    assert (form.initial["kind"], form.initial["direction"], form.initial["party"]) == (
        "call",
        "out",
        "parent",
    )
    assert form["day"].value() == timezone.localdate() and form["for_staff"].value() is True


def test_it_is_begun_from_the_pupils_first_page(acting, teacher, child):
    page = acting(teacher).get(reverse("register:pupil", args=[child.pk])).content.decode()
    assert page.index(reverse("liaison:log_contact", args=[child.pk])) < page.index("On this page")


def test_a_teacher_logs_a_call_and_sending_twice_logs_it_once(acting, teacher, child, mother):
    browser, twice = acting(teacher), said(contact=mother.pk)
    for _time in range(2):
        answer = browser.post(reverse("liaison:log_contact", args=[child.pk]), twice)
        assert answer.status_code == 302
    [entry] = rows()
    assert (entry.logged_by_id, entry.saved_by_id, entry.contact_id) == (teacher.pk, teacher.pk, mother.pk)
    page = browser.get(reverse("liaison:pupil_log", args=[child.pk])).content.decode()
    assert "Reading goes better" in page and mother.name in page


def test_files_are_kept_with_the_pupils_and_stand_beside_the_entry(acting, teacher, child):
    letter = SimpleUploadedFile("letter.txt", b"Dear school, thank you.", content_type="text/plain")
    browser = acting(teacher)
    assert logs(browser, child, files=[letter]).status_code == 302
    [file], [link] = rows(PupilFile), rows(ContactFile)
    assert link.file_id == file.pk and file.for_staff and not file.for_family
    assert (
        file.get_absolute_url() in browser.get(reverse("liaison:pupil_log", args=[child.pk])).content.decode()
    )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"summary": " "}, "Write in a sentence"),
        ({"kind": ""}, "Choose what it was"),
        ({"day": 1}, "lies in the future"),
        ({"follow_up_by": "2026-12-01"}, "Say what happens next"),
        ({"kind": "smoke"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_sent_back_and_nothing_is_kept(acting, teacher, child, wrong, words):
    answer = logs(acting(teacher), child, with_words="Grandfather", **dated(wrong))
    assert (
        answer.status_code == 422
        and words in answer.content.decode()
        and "Grandfather" in answer.content.decode()
    )
    assert rows() == []


def test_a_contact_of_another_child_cannot_be_named(acting, senco, child):
    other = pupil(at=senco.school)
    from tests.factories import contact

    stranger = contact(other)
    answer = logs(acting(senco), child, contact=stranger.pk)
    assert answer.status_code == 422 and rows() == []


def test_what_is_kept_for_the_office_is_read_by_it_and_its_writer_alone(
    acting, senco, teacher, child, logged
):
    colleague = person("ta", at=senco.school)
    access(colleague, child)
    logged(teacher, summary="Only for the office", for_staff=False)
    logged(senco, summary="For us all")
    seen = {who: acting(who).get(reverse(LOG)).content.decode() for who in (senco, teacher, colleague)}
    assert all("For us all" in page for page in seen.values())
    assert ["Only for the office" in seen[who] for who in (senco, teacher, colleague)] == [True, True, False]


def test_families_and_strangers_read_nothing(acting, senco, child, logged):
    logged(senco)
    for who, status in (
        (person("parent", at=senco.school), 403),
        (person("professional", at=senco.school), 403),
    ):
        assert acting(who).get(reverse(LOG)).status_code == status
    elsewhere, stranger = person("senco", at=school()), person("teacher", at=senco.school)
    for who in (elsewhere, stranger):
        assert acting(who).get(reverse("liaison:pupil_log", args=[child.pk])).status_code == 404
        assert "We spoke" not in acting(who).get(reverse(LOG)).content.decode()


def test_one_corrects_ones_own_and_the_senco_everybodys(acting, senco, teacher, child, logged):
    entry, colleague = logged(teacher), person("ta", at=senco.school)
    access(colleague, child)
    address = reverse("liaison:correct_contact", args=[entry.pk])
    assert acting(colleague).get(address).status_code == 404
    assert acting(colleague).post(address, said(summary="Forged", version=1)).status_code == 404
    for by, words in ((teacher, "By its writer"), (senco, "By the SENCO")):
        browser = acting(by)
        form = browser.get(address).context["form"]
        sent = said(summary=words, version=form["version"].value(), opened=form["opened"].value())
        assert browser.post(address, sent).status_code == 302
        [found] = rows()
        assert (found.summary, found.saved_by, found.logged_by) == (words, by, teacher)


def test_two_who_correct_at_once_are_shown_each_others_words(acting, senco, teacher, logged):
    entry = logged(teacher)
    address, browser = reverse("liaison:correct_contact", args=[entry.pk]), acting(senco)
    form = browser.get(address).context["form"]
    sent = said(version=form["version"].value(), opened=form["opened"].value())
    assert browser.post(address, sent | {"summary": "First"}).status_code == 302
    late = browser.post(address, sent | {"summary": "Second"})
    assert late.status_code == 422 and "First" in late.content.decode() and "Second" in late.content.decode()
    assert rows()[0].summary == "First"


def test_a_mistake_is_taken_out_and_put_back(acting, teacher, child, logged):
    entry, browser = logged(teacher), acting(teacher)
    browser.post(reverse("liaison:remove_contact", args=[entry.pk]))
    assert (
        rows()[0].removed_at
        and "We spoke" not in browser.get(reverse("liaison:pupil_log", args=[child.pk])).content.decode()
    )
    browser.post(reverse("liaison:bring_contact_back", args=[entry.pk]))
    assert rows()[0].removed_at is None


def test_what_was_promised_is_listed_counted_and_done(acting, senco, teacher, child, logged):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    entry = logged(senco, follow_up="Send the form", follow_up_by=yesterday, follow_up_who=teacher)
    browser = acting(teacher)
    page = browser.get(reverse(LOG) + "?show=mine")
    assert "Send the form" in page.content.decode() and "Late" in page.content.decode()
    to_do = browser.get(reverse("dashboard:home")).content.decode()
    assert "Follow up: Send the form" in to_do
    browser.post(reverse("liaison:follow_up_done", args=[entry.pk]))
    [found] = rows()
    assert found.followed_up_by == teacher and found.summary == entry.summary
    assert not browser.get(reverse(LOG) + "?show=mine").context["page"].object_list
    browser.post(reverse("liaison:open_follow_up", args=[entry.pk]))
    assert rows()[0].followed_up_at is None


def test_nobody_says_done_for_somebody_else(acting, senco, teacher, child, logged):
    entry, colleague = logged(senco, follow_up="Ring"), person("ta", at=senco.school)
    access(colleague, child)
    assert acting(colleague).post(reverse("liaison:follow_up_done", args=[entry.pk])).status_code == 404
    assert rows()[0].followed_up_at is None


def test_a_promise_goes_to_somebody_who_can_read_it(acting, senco, teacher, child):
    outsider, browser = person("teacher", at=senco.school), acting(senco)
    refused = logs(browser, child, follow_up="Ring", follow_up_who=outsider.pk)
    assert refused.status_code == 422 and "could not read this entry" in refused.content.decode()
    kept_close = logs(browser, child, follow_up="Ring", follow_up_who=teacher.pk, for_staff="")
    assert kept_close.status_code == 422 and rows() == []
    assert logs(browser, child, follow_up="Ring", follow_up_who=teacher.pk).status_code == 302


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("words=phonics", ["Phonics"]), ("words=clarke", ["Phonics", "Dentist"]), ("words=phonics+dentist", []),
        ("kind=letter", ["Dentist"]), ("party=other", ["Dentist"]), ("since=2026-02-01", ["Phonics"]), ("until=2026-02-01", ["Dentist"]),
        ("since=2026-05-01&until=2026-04-01", []), ("kind=smoke", []),
    ],
)  # fmt: skip
def test_the_log_is_searched(acting, senco, logged, query, found):
    logged(senco, summary="Phonics", day=datetime.date(2026, 3, 1))
    logged(senco, summary="Dentist", kind="letter", party="other", day=datetime.date(2026, 1, 9))
    page = acting(senco).get(f"{reverse(LOG)}?{query}")
    assert [entry.summary for entry in page.context["page"]] == found


def test_a_link_leads_to_the_page_on_which_an_entry_stands(acting, senco, child, logged):
    oldest = logged(senco, summary="The very first", day=datetime.date(2020, 1, 6))
    for _number in range(31):
        logged(senco)
    browser = acting(senco)
    assert "The very first" not in browser.get(reverse("liaison:pupil_log", args=[child.pk])).content.decode()
    assert "The very first" in browser.get(oldest.get_absolute_url().partition("#")[0]).content.decode()
    assert browser.get(reverse("liaison:pupil_log", args=[child.pk]) + "?contact=nobody").status_code == 200


def test_contacts_stand_in_the_chronology(senco, teacher, child, logged):
    logged(senco, follow_up="Ring again")
    logged(senco, summary="Secret", for_staff=False)
    logged(senco, summary="By mistake", removed_at=timezone.now())

    def told(who):
        with acting_as(who):
            return [each.text for each in chronology(child, who) if "Call" in each.title]

    assert told(teacher) == ["We spoke about reading. Next: Ring again"]
    assert len(told(senco)) == 2


def test_the_list_asks_as_much_of_few_as_of_many(acting, senco, logged, django_assert_max_num_queries):
    browser = acting(senco)

    def cost() -> int:
        with django_assert_max_num_queries(100) as asked:
            assert browser.get(reverse(LOG)).status_code == 200
        return len(asked.captured_queries)

    logged(senco)
    cost()
    few = cost()
    for number in range(12):
        logged(senco, of=pupil(at=senco.school), summary=f"Number {number}")
    assert cost() == few


def test_what_the_senco_promised_stands_among_what_is_to_be_done(acting, senco, logged):
    logged(senco, follow_up="Ring the clinic", follow_up_by=timezone.localdate())
    logged(senco, follow_up="Send a card")
    logged(senco, follow_up="Next month", follow_up_by=timezone.localdate() + datetime.timedelta(days=30))
    browser = acting(senco)
    page = browser.get(reverse("dashboard:to_do"))
    text = page.content.decode()
    assert (
        "Follow up: Ring the clinic" in text and "Follow up: Send a card" in text and "Next month" not in text
    )
    [line] = [item for item in page.context["nav_items"] if item.url == reverse(LOG)]
    assert line.count == 2


def test_what_is_done_is_opened_before_it_is_taken_out(acting, senco, child, logged):
    entry, browser = logged(senco, follow_up="Ring"), acting(senco)
    browser.post(reverse("liaison:follow_up_done", args=[entry.pk]))
    assert reverse("liaison:open_follow_up", args=[entry.pk]) in browser.get(reverse(LOG)).content.decode()
    address = reverse("liaison:correct_contact", args=[entry.pk])
    form = browser.get(address).context["form"]
    sent = said(follow_up="", version=form["version"].value(), opened=form["opened"].value())
    refused = browser.post(address, sent)
    assert refused.status_code == 422 and "recorded as done" in refused.content.decode()


def test_files_do_not_stay_open_where_an_entry_closes(acting, senco, teacher, child):
    letter = SimpleUploadedFile("letter.txt", b"Dear school, thank you.", content_type="text/plain")
    refused = logs(acting(teacher), child, for_staff="", files=[letter])
    assert refused.status_code == 422 and "Only the SEN office can keep files" in refused.content.decode()
    assert rows() == rows(PupilFile) == []
    letter.seek(0)
    logs(acting(teacher), child, files=[letter])
    [entry] = rows()
    address = reverse("liaison:correct_contact", args=[entry.pk])
    form = acting(senco).get(address).context["form"]
    sent = said(for_staff="", version=form["version"].value(), opened=form["opened"].value())
    closed = acting(senco).post(address, sent)
    assert closed.status_code == 422 and "Staff can read a file" in closed.content.decode()
    assert rows()[0].for_staff


def test_a_key_of_somebody_elses_entry_is_refused(acting, senco, teacher, child, logged):
    entry = logged(senco, for_staff=False)
    answer = logs(acting(teacher), child, key=str(entry.pk))
    assert answer.status_code == 422 and "cannot be sent any more" in answer.content.decode()
    assert [each.summary for each in rows()] == [entry.summary]
