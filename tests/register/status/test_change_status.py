"""Changes of SEN status: what they write, what they refuse, and that they leave a whole timeline."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from register.actions.status import change_status, correct_status, record_parent_told
from register.actions.timeline import timeline_checked
from register.models import SenStatus
from register.queries.history import mark_of
from senco.access.context import acting_as
from tests.factories import as_owner, on_status, person, pupil

pytestmark = pytest.mark.django_db
SEPTEMBER, NOVEMBER, MARCH = datetime.date(2025, 9, 1), datetime.date(2025, 11, 3), datetime.date(2026, 3, 2)
WHY = {"reason": "less_progress", "criteria": "Reading age three years below."}


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def child(senco):
    return pupil(at=senco.school, joined_on=SEPTEMBER)


def change(child, senco, provision="K", starts=NOVEMBER, **given):
    with acting_as(senco):
        return change_status(pupil=child, by=senco, provision=provision, starts=starts, **WHY | given)


def timeline(child):
    with as_owner():
        return list(SenStatus.objects.filter(pupil=child).values_list("provision", "starts", "ends"))


def refusal(field, **given):
    with pytest.raises(ValidationError) as refused:
        change(**given)
    return refused.value.message_dict[field][0]


def test_the_first_status_begins_a_history_at_joining(child, senco):
    change(child, senco)
    assert timeline(child) == [("N", SEPTEMBER, NOVEMBER), ("K", NOVEMBER, None)]


def test_a_pupil_who_joined_with_the_status_has_one_period(child, senco):
    change(child, senco, starts=SEPTEMBER, reason="joined")
    assert timeline(child) == [("K", SEPTEMBER, None)]


def test_a_change_closes_what_was_open_and_says_who_and_why(child, senco):
    change(child, senco)
    period = change(child, senco, "E", MARCH, reason="plan_issued", criteria="Final plan of 2 March")
    assert timeline(child)[1:] == [("K", NOVEMBER, MARCH), ("E", MARCH, None)]
    assert (period.decided_by, period.reason, period.criteria) == (
        senco,
        "plan_issued",
        "Final plan of 2 March",
    )


def test_a_change_on_the_same_day_corrects_the_period(child, senco):
    first = change(child, senco)
    second = change(child, senco, "E", reason="plan_issued")
    assert second.pk == first.pk
    assert timeline(child) == [("N", SEPTEMBER, NOVEMBER), ("E", NOVEMBER, None)]


def test_a_date_before_the_present_status_is_refused_with_both_dates(child, senco):
    change(child, senco)
    text = refusal("starts", child=child, senco=senco, provision="E", reason="plan_issued", starts=SEPTEMBER)
    assert "3 Nov 2025" in text and "SEN Support" in text
    assert timeline(child) == [("N", SEPTEMBER, NOVEMBER), ("K", NOVEMBER, None)]


def test_a_future_date_is_refused(child, senco):
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    assert "future" in refusal("starts", child=child, senco=senco, starts=tomorrow)


def test_the_same_status_again_is_refused(child, senco):
    change(child, senco)
    assert "already" in refusal("stage", child=child, senco=senco, starts=MARCH)


def test_a_statement_can_only_stand_in_the_history(child, senco):
    assert "history" in refusal("stage", child=child, senco=senco, provision="S", reason="joined")


def test_a_reason_that_does_not_fit_is_refused(child, senco):
    assert "reason" in refusal("reason", child=child, senco=senco, reason="progress_made")


def test_support_does_not_end_without_a_word_why(child, senco):
    change(child, senco)
    ending = {"child": child, "senco": senco, "provision": "N", "starts": MARCH, "reason": "progress_made"}
    assert "no longer needed" in refusal("criteria", criteria=" ", **ending)
    change(**ending, criteria="Reads at age level since January.")
    assert timeline(child)[-1] == ("N", MARCH, None)


def test_a_day_after_leaving_or_before_birth_is_refused(senco):
    left = pupil(at=senco.school, left_on=NOVEMBER)
    assert "left" in refusal("starts", child=left, senco=senco, starts=MARCH)
    assert "born" in refusal("starts", child=left, senco=senco, starts=datetime.date(2004, 1, 1))


def test_told_needs_both_when_and_how(child, senco):
    assert "how" in refusal("parent_told_how", child=child, senco=senco, parent_told_on=NOVEMBER)
    assert "day" in refusal("parent_told_on", child=child, senco=senco, parent_told_how="phone")


def test_the_parents_notification_is_recorded(child, senco):
    period = change(child, senco)
    with acting_as(senco):
        record_parent_told(status=period, on=MARCH, how="phone", by=senco)
    with as_owner():
        assert SenStatus.objects.filter(pk=period.pk, parent_told_on=MARCH, parent_told_how="phone").exists()


def test_the_parent_cannot_have_been_told_tomorrow(child, senco):
    period = change(child, senco)
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    with acting_as(senco), pytest.raises(ValidationError, match="future"):
        record_parent_told(status=period, on=tomorrow, how="phone", by=senco)


def marked(child, senco, act):
    """The history marks before and after `act`."""
    with acting_as(senco):
        before = mark_of(SenStatus, child)
    act()
    with acting_as(senco):
        return {"before": before, "after": mark_of(SenStatus, child)}


def test_a_change_is_taken_back_whole(child, senco):
    change(child, senco)
    was = timeline(child)
    marks = marked(child, senco, lambda: change(child, senco, "E", MARCH, reason="plan_issued"))
    with acting_as(senco):
        correct_status(pupil=child, by=senco, **marks)
    assert timeline(child) == was


def test_a_correction_on_the_spot_is_taken_back_whole(child, senco):
    change(child, senco)
    was = timeline(child)
    marks = marked(child, senco, lambda: change(child, senco, "E", reason="plan_issued"))
    with acting_as(senco):
        correct_status(pupil=child, by=senco, **marks)
    assert timeline(child) == was


def test_taking_back_twice_is_refused_and_changes_nothing(child, senco):
    marks = marked(child, senco, lambda: change(child, senco))
    with acting_as(senco):
        correct_status(pupil=child, by=senco, **marks)
    with acting_as(senco), pytest.raises(ValidationError, match="changed again"):
        correct_status(pupil=child, by=senco, **marks)
    assert timeline(child) == []


def test_an_old_change_cannot_be_removed_even_by_the_office(child, senco):
    old = on_status(child, since=SEPTEMBER)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "update register_senstatus set created_at = now() - interval '2 hours' where id = %s", [old.pk]
        )
    with acting_as(senco):
        assert SenStatus.objects.filter(pk=old.pk).delete()[0] == 0
    assert timeline(child) == [("K", SEPTEMBER, None)]


def test_a_gap_is_named_by_the_form_not_by_the_end_of_the_transaction(child, senco):
    """The deferred trigger speaks inside the action: control for every test above."""
    change(child, senco)
    with (
        acting_as(senco),
        pytest.raises(ValidationError, match="gap"),
        transaction.atomic(),
        timeline_checked(),
    ):
        SenStatus.objects.filter(pupil=child, provision="N").update(
            ends=SEPTEMBER + datetime.timedelta(days=9)
        )
