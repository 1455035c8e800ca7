"""What is new for a teacher, confirming that it was read, and who has not."""

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from provision.actions.digest import remind
from provision.models import DigestReading, PlanItem, PlanVersion, ProfileReading, PupilAlert
from provision.queries.digests import digest_of
from senco.access.context import acting_as
from senco.messages.models import OutboxMessage
from tests.factories import as_owner, group, on_status, person, pupil
from tests.factories.plans import version
from tests.factories.profiles import alert, in_force, item, published
from tests.factories.records import days
from tests.provision.digest.conftest import opened

pytestmark = pytest.mark.django_db


def unread(made, membership) -> list[tuple[str, str]]:
    """(kind, words) of every change that the digest shows."""
    with acting_as(membership):
        found = digest_of(made, membership, timezone.localdate(), unread_by=membership)
    return [(one.kind, one.what) for about in found.changes for one in about.changes]


def confirm(browser, made, **sent):
    return browser.post(reverse("provision:confirm_changes", args=[made.pk]), sent)


def marks(browser, made) -> list[str]:
    page = browser.get(reverse("provision:digest", args=[made.pk]))
    return [one.mark for about in page.context["digest"].changes for one in about.changes]


def test_everything_that_stands_is_new_until_it_was_read(acting, teacher, senco, pupils, seven_a):
    in_force(pupils[0], by=senco)
    alert(pupils[0], by=senco)
    published(pupils[1], by=senco)
    on_status(pupils[2])
    assert {kind for kind, _words in unread(seven_a, teacher)} == {"plan", "alert", "profile", "status"}
    browser = acting(teacher)
    shown = marks(browser, seven_a)
    confirm(browser, seven_a, one=shown[0])
    assert len(unread(seven_a, teacher)) == 3
    confirm(browser, seven_a, shown=shown)
    assert unread(seven_a, teacher) == []
    with as_owner():
        assert (DigestReading.objects.count(), ProfileReading.objects.count()) == (3, 1)
    colleague = person("ta", at=senco.school)
    group(at=senco.school, teachers=[colleague], pupils=pupils, name="Support")
    opened(senco.school)
    assert len(unread(seven_a, colleague)) == 4  # what one has read, another has still to


def test_what_changes_again_is_new_again(acting, teacher, senco, pupils, seven_a):
    made = alert(pupils[0], by=senco)
    browser = acting(teacher)
    confirm(browser, seven_a, shown=marks(browser, seven_a))
    with as_owner():
        PupilAlert.objects.filter(pk=made.pk).update(text="Nuts and eggs", version=2)
    assert unread(seven_a, teacher) == [("alert", "Nuts and eggs")]


def test_what_changed_after_the_page_was_shown_is_not_confirmed_with_it(
    acting, teacher, senco, pupils, seven_a
):
    made = alert(pupils[0], by=senco)
    browser = acting(teacher)
    shown = marks(browser, seven_a)
    with as_owner():
        PupilAlert.objects.filter(pk=made.pk).update(text="Nuts and eggs", version=2)
    confirm(browser, seven_a, shown=shown)
    assert unread(seven_a, teacher) == [("alert", "Nuts and eggs")]


def test_changes_of_others_classes_cannot_be_confirmed(acting, teacher, senco, seven_a):
    other = pupil(at=senco.school)
    made = alert(other, by=senco)
    confirm(acting(teacher), seven_a, shown=f"alert.{made.pk}.1")
    with as_owner():
        assert not DigestReading.objects.exists()
    stranger = person("teacher", at=senco.school)
    assert confirm(acting(stranger), seven_a, shown="x").status_code == 404
    assert acting(teacher).get(reverse("provision:confirm_changes", args=[seven_a.pk])).status_code == 405


def test_the_office_looks_and_confirms_nothing_of_a_class_it_does_not_teach(acting, senco, pupils, seven_a):
    made = alert(pupils[0], by=person("admin", at=senco.school))
    browser = acting(senco)
    assert (
        "I have read all of this"
        not in browser.get(reverse("provision:digest", args=[seven_a.pk])).content.decode()
    )
    confirm(browser, seven_a, shown=f"alert.{made.pk}.1")
    with as_owner():
        assert not DigestReading.objects.exists()


def test_a_plan_says_what_is_new_against_the_version_before(teacher, senco, pupils, seven_a):
    first = in_force(pupils[0], by=senco, steps=("begun", "in_force"))
    version(first, "staff", kind="in_force", content=content("Timer", "Seat"))
    with as_owner():
        step = first.steps.create(
            school_id=first.school_id, pupil_id=first.pupil_id, kind="updated", by=senco
        )
        PlanVersion.objects.create(
            school_id=first.school_id, pupil_id=first.pupil_id, plan=first, step=step, audience="staff", number=2, kind="updated",
            title=first.title, content=content("Seat", "Ear defenders"), by=senco,
        )  # fmt: skip
    with acting_as(teacher):
        [about] = digest_of(seven_a, teacher, timezone.localdate(), unread_by=teacher).changes
    [change] = about.changes
    assert change.details == ("New: Ear defenders", "No longer: Timer")


def content(*texts) -> dict:
    items = [{"key": text, "kind": "Strategy", "text": text} for text in texts]
    return {"sections": [{"code": "strategies", "kind": "strategies", "title": "Strategies", "items": items}]}


def test_a_strategy_written_while_the_plan_is_in_force_is_told(teacher, senco, pupils, seven_a):
    made = in_force(pupils[0], by=senco, strategies=["Old"])
    late = item(made, "Ear defenders", saved_at=days(0))
    assert ("strategy", "New or changed: Ear defenders") in unread(seven_a, teacher)
    with as_owner():
        PlanItem.objects.filter(pk=late.pk).update(removed_at=days(0), saved_at=days(0), version=2)
    assert ("strategy", "No longer: Ear defenders") in unread(seven_a, teacher)
    assert not any("Old" in words for _kind, words in unread(seven_a, teacher))


def test_what_is_over_is_told_for_a_while(teacher, senco, pupils, seven_a):
    in_force(pupils[0], by=senco, title="Behaviour plan", steps=("begun", "in_force", "reviewed"))
    ended = alert(pupils[1], by=senco, ends=timezone.localdate())
    old = in_force(pupils[2], by=senco, title="Long past", steps=("begun", "in_force", "reviewed"))
    with as_owner():
        old.steps.update(at=days(-90))
        PupilAlert.objects.filter(pk=ended.pk).update(saved_at=days(0))
    told = {words for _kind, words in unread(seven_a, teacher)}
    assert told == {"Behaviour plan is no longer in force", "No longer: Nut allergy"}


def test_nobody_confirms_their_own_writing(senco, pupils):
    made = group(at=senco.school, teachers=[senco], pupils=pupils, name="Nurture")
    alert(pupils[0], by=senco)
    assert unread(made, senco) == []
    alert(pupils[1], by=person("admin", at=senco.school))
    assert len(unread(made, senco)) == 1  # control


# Who has not read ---------------------------------------------------------------------------------------------------------


def letters() -> list[OutboxMessage]:
    with as_owner():
        return list(OutboxMessage.objects.all())


def test_the_senco_sees_who_has_not_read_and_reminds_without_a_name(
    acting, teacher, senco, pupils, seven_a, django_capture_on_commit_callbacks
):
    alert(pupils[0], by=senco)
    browser, address = acting(senco), reverse("provision:not_read")
    page = browser.get(address).content.decode()
    assert teacher.name in page and pupils[0].name in page
    for _twice in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            browser.post(reverse("provision:send_reminders"), {"selected": [teacher.pk, senco.pk]})
    [letter] = letters()
    assert letter.to == teacher.email
    assert not any(part in letter.subject + letter.text for part in ("Ali", "Alison", "allergy", "7A"))
    reader = acting(teacher)
    confirm(reader, seven_a, shown=marks(reader, seven_a))
    assert teacher.name not in acting(senco).get(address).content.decode()


def test_nobody_counts_as_reminded_whose_e_mail_was_taken_back(teacher, senco):
    with acting_as(senco):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            remind(people=[teacher], by=senco)
            raise ZeroDivisionError
        assert remind(people=[teacher], by=senco) == 1


def test_who_left_the_class_is_not_waited_for(acting, teacher, senco, pupils, seven_a):
    alert(pupils[0], by=senco)
    with as_owner():
        seven_a.teachers.update(ends=days(-1))
    assert teacher.name not in acting(senco).get(reverse("provision:not_read")).content.decode()


@pytest.mark.parametrize("role", ["teacher", "ta", "parent"])
def test_nobody_below_the_office_sees_who_has_not_read(acting, senco, role):
    somebody = acting(person(role, at=senco.school))
    assert somebody.get(reverse("provision:not_read")).status_code == 403
    assert somebody.post(reverse("provision:send_reminders")).status_code == 403


def known(each, senco) -> None:
    """Something of every kind."""
    alert(each, by=senco)
    in_force(each, by=senco, strategies=["Timer"])
    published(each, by=senco)


def test_it_costs_the_same_with_one_and_with_five(
    acting, teacher, senco, pupils, seven_a, django_assert_max_num_queries
):
    known(pupils[0], senco)
    browser, address = acting(senco), reverse("provision:not_read")
    browser.get(address)
    with django_assert_max_num_queries(100) as one:
        browser.get(address)
    for each in pupils[1:5]:
        known(each, senco)
    more = [person("teacher", at=senco.school) for _n in range(4)]
    group(at=senco.school, teachers=more, pupils=pupils, name="7B")
    opened(senco.school)
    with django_assert_max_num_queries(100) as five:
        browser.get(address)
    assert len(five) == len(one)
