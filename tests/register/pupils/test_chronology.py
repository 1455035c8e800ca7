"""Everything that happened around a pupil, merged, in order, for each reader."""

import datetime

import pytest
from django.urls import reverse

from register.actions.monitoring import watch
from register.models import ConcernNote, PupilCharacteristic, SenNeed, SenStatus
from register.queries.chronology import Happening, Kind, _sources, add_source, chronology
from senco.access.context import acting_as
from tests.factories import access, as_owner, concern, person, pupil
from tests.factories.records import days

pytestmark = pytest.mark.django_db
JOINED, AUTUMN, SPRING = datetime.date(2024, 9, 2), datetime.date(2025, 9, 1), datetime.date(2026, 3, 2)


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def child(senco):
    made = pupil(at=senco.school, joined_on=JOINED)
    more = {"school": senco.school, "pupil": made, "decided_by": senco}
    with as_owner():
        SenStatus.objects.create(provision="N", starts=JOINED, ends=AUTUMN, reason="joined", **more)
        SenStatus.objects.create(
            provision="K",
            starts=AUTUMN,
            reason="less_progress",
            criteria="Canary-evidence",
            parent_told_on=SPRING,
            parent_told_how="phone",
            **more,
        )
        SenNeed.objects.create(need_type="ASD", starts=AUTUMN, **more)
        SenNeed.objects.create(need_type="HI", rank=2, starts=AUTUMN, ends=AUTUMN, **more)
        PupilCharacteristic.objects.create(
            school=senco.school, pupil=made, kind="FSM", starts=JOINED, ends=AUTUMN
        )
    raised = concern(made, by=senco, what_happened="Canary-concern")
    with as_owner():
        ConcernNote.objects.create(
            school=senco.school,
            pupil=made,
            concern=raised,
            step=raised.steps.get(),
            text="Canary-note",
            by=senco,
        )
    with acting_as(senco):
        watch(pupil=made, review_on=datetime.date(2099, 1, 1), by=senco, label="Amber list")
    return made


def told(child, who, **narrowed):
    with acting_as(who):
        return chronology(child, who, **narrowed)


def test_the_office_reads_all_of_it_newest_first(child, senco):
    found = told(child, senco)
    titles = [happening.title for happening in found]
    for words in [
        "Joined",
        "SEN Support",
        "Parent told",
        "Need 1: Autistic",
        "Free school meals: recorded",
        "Free school meals: ended",
        "Amber",
    ]:
        assert any(words in title for title in titles), words
    assert {"Canary-concern", "Canary-note"} <= {happening.text for happening in found}
    assert [happening.on for happening in found] == sorted(
        (happening.on for happening in found), reverse=True
    )
    assert senco.name in {happening.who for happening in found}


def test_a_need_that_was_taken_back_is_not_told(child, senco):
    assert not [happening for happening in told(child, senco) if "Hearing" in happening.title]


def test_a_teacher_reads_no_concern_of_others_and_no_note(child):
    teacher = person("teacher", at=child.school)
    access(teacher, child)
    found = told(child, teacher)
    texts = " ".join(happening.title + happening.text for happening in found)
    assert "SEN Support" in texts and "Canary-evidence" in texts
    assert "Canary-concern" not in texts and "Canary-note" not in texts and "Shared with" not in texts


def test_a_teacher_reads_their_own_concern_and_may_open_it(acting, child):
    teacher = person("teacher", at=child.school)
    access(teacher, child)
    mine = concern(child, by=teacher, what_happened="Seen by me")
    own = reverse("register:my_concern", args=[mine.pk])
    assert own in {happening.url for happening in told(child, teacher)}
    browser = acting(teacher)
    assert own in browser.get(reverse("register:pupil", args=[child.pk])).content.decode()
    assert browser.get(own).status_code == 200


@pytest.mark.parametrize("cancelled", [None, days(-1)])
def test_a_teacher_who_was_asked_reads_nothing_of_the_concern(acting, child, senco, cancelled):
    teacher, parent = (
        person("teacher", at=child.school),
        person("parent", at=child.school, last_name="Canary-name"),
    )
    access(teacher, child)
    raised = concern(child, by=parent, what_happened="Canary-words")
    common = {"school": child.school, "pupil": child}
    with as_owner():
        raised.steps.create(**common, kind="decided", decision="safeguarding", by=senco)
        raised.view_requests.create(
            **common, asked=teacher, asked_by=senco, due_on=datetime.date(2099, 1, 1), answer="My own view",
            same_concern="yes", answered_at=days(-1), cancelled_at=cancelled,
        )  # fmt: skip
    found = told(child, teacher)
    texts = " ".join(happening.title + happening.text + happening.who for happening in found)
    assert "My own view" in texts  # control: what they said themselves
    pupil_page = acting(teacher).get(reverse("register:pupil", args=[child.pk])).content.decode()
    for secret in ("Canary-words", "Canary-name", "safeguarding", raised.reference, "parent or carer"):
        assert secret not in texts and secret not in pupil_page


def test_whoever_raised_a_concern_reads_the_messages_and_no_steps(child, senco):
    teacher = person("teacher", at=child.school)
    access(teacher, child)
    raised = concern(child, by=teacher, what_happened="Mine")
    with as_owner():
        raised.steps.create(
            school=child.school, pupil=child, kind="decided", decision="safeguarding", by=senco
        )
    titles = [happening.title for happening in told(child, teacher)]
    assert f"Concern {raised.reference}" in titles
    assert not [title for title in titles if "safeguarding" in title]
    assert [title for title in (each.title for each in told(child, senco)) if "safeguarding" in title]


def test_the_pupils_page_says_decided_to_nobody_who_was_not_told(acting, child, senco):
    teacher = person("teacher", at=child.school)
    access(teacher, child)
    raised = concern(child, by=teacher)
    with as_owner():
        raised.steps.create(
            school=child.school, pupil=child, kind="decided", decision="safeguarding", by=senco
        )
    url = reverse("register:pupil", args=[child.pk])
    assert "The SENCO is looking into it" in acting(teacher).get(url).content.decode()
    assert "Decided" in acting(senco).get(url).content.decode()  # control


def test_a_message_that_was_kept_back_is_not_called_told(child, senco):
    access(person("parent", at=senco.school), child, source="parent")
    raised = concern(child, by=senco)
    common = {"school": child.school, "pupil": child}
    with as_owner():
        step = raised.steps.create(**common, kind="told", by=senco)
        for text, when, withdrawn in (("Kept", -1, days(-1)), ("Sent", -1, None), ("Soon", 0.0005, None)):
            raised.notices.create(
                **common, step=step, audience="parents", text=text, sent_by=senco, sent_at=days(when), withdrawn_at=withdrawn
            )  # fmt: skip
    titles = {happening.text: happening.title for happening in told(child, senco)}
    assert titles["Kept"] == "Kept back, not sent: Parents"
    assert titles["Sent"] == "Told: Parents" and titles["Soon"] == "About to be told: Parents"


def test_a_message_nobody_can_read_is_not_called_told(child, senco):
    raised = concern(child, by=senco)
    common = {"school": child.school, "pupil": child}
    with as_owner():
        step = raised.steps.create(**common, kind="told", by=senco)
        raised.notices.create(
            **common, step=step, audience="parents", text="Sent", sent_by=senco, sent_at=days(-1)
        )
    titles = {happening.text: happening.title for happening in told(child, senco)}
    assert titles["Sent"] == "Kept for the parents; nobody can read it yet"
    access(person("parent", at=senco.school), child, source="parent")
    titles = {happening.text: happening.title for happening in told(child, senco)}
    assert titles["Sent"] == "Told: Parents"


def test_it_is_narrowed_by_kind_and_days(child, senco):
    assert {happening.kind for happening in told(child, senco, kinds=["status"])} == {Kind.STATUS}
    assert {happening.on for happening in told(child, senco, since=AUTUMN, until=AUTUMN)} == {AUTUMN}


def test_later_apps_can_add_to_it(child, senco):
    before = list(_sources)
    add_source(lambda pupil, membership: [Happening(SPRING, Kind.SCHOOL, "Review held")])
    try:
        assert "Review held" in {happening.title for happening in told(child, senco)}
    finally:
        _sources[:] = before


def page(acting, who, child, **query):
    return acting(who).get(reverse("register:chronology", args=[child.pk]), query)


def test_the_page_says_who_would_print_it(acting, senco, child):
    text = page(acting, senco, child).content.decode()
    assert f"Printed by {senco.name}" in text and "Canary-concern" in text


def test_the_page_is_narrowed_by_its_address(acting, senco, child):
    assert "Canary-concern" not in page(acting, senco, child, kinds="status").content.decode()
    assert "Nothing to show" in page(acting, senco, child, since="2099-01-01").content.decode()


def test_wrong_dates_are_named(acting, senco, child):
    assert "Enter a valid date" in page(acting, senco, child, since="tomorrow").content.decode()


def test_the_page_takes_the_same_queries_for_much_and_little(acting, senco, child, count_queries):
    office, url = acting(senco), reverse("register:chronology", args=[child.pk])
    little = count_queries(office, url)
    for _number in range(5):
        concern(child, by=person("teacher", at=child.school))
    assert count_queries(office, url) == little


def test_strangers_and_other_roles(acting, child):
    assert page(acting, person("teacher", at=child.school), child).status_code == 404
    assert page(acting, person("governor", at=child.school), child).status_code == 403
    assert acting(person("senco")).post(reverse("register:chronology", args=[child.pk])).status_code == 405
