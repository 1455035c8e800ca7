"""The private address of a calendar: what it says, to whom it belongs, when it stops, and what the login role may do at all."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from register.models import PupilAccess
from senco.access.context import acting_as
from senco.accounts.models import Membership, User
from senco.audit.models import ReadEvent
from senco.dashboard.actions import end_feed, make_feed, read_feed
from senco.dashboard.models import CalendarFeed
from tests.access.matrix.locks import LOCKS
from tests.dashboard.dated import ON
from tests.factories import as_owner, person

pytestmark = pytest.mark.django_db
SETTINGS, END = reverse("dashboard:feed_settings"), reverse("dashboard:end_feed")


def made(by, *, with_names: bool = False, only_mine: bool = False) -> str:
    with acting_as(by):
        return make_feed(with_names=with_names, only_mine=only_mine, by=by)


def address(token: str) -> str:
    return reverse("dashboard:feed", args=[token])


def events(answer) -> list:
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def summaries(answer) -> set[str]:
    return {str(each["summary"]) for each in events(answer)}


def feeds() -> list[CalendarFeed]:
    with as_owner():
        return list(CalendarFeed.objects.order_by("made_at"))


def change(model, pk, **facts) -> None:
    with as_owner():
        model.objects.filter(pk=pk).update(**facts)


# What it says -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["senco", "teacher", "ta", "parent", "professional"])
def test_it_names_nobody_and_says_nothing_that_somebody_wrote(client, around, role):
    answer = client.get(address(made(around[role])))
    text = answer.content.decode()
    assert (
        summaries(answer)
        and "Shown" not in text
        and "Hidden" not in text
        and around["child"].legal_forename not in text
    )
    assert answer.headers["Cache-Control"] == "no-store, private"


def test_the_events_are_those_of_the_calendar(client, around):
    answer = client.get(address(made(around["teacher"])))
    assert summaries(answer) == {
        "Meeting", "Agreed action", "Review of a plan", "Provision that ends", "Duty of a stage", "Follow-up of a contact",
        "View on a concern", "Views before meetings", "Translation that is wanted",
    }  # fmt: skip
    found = {str(each["summary"]): each for each in events(answer)}
    meeting, action = found["Meeting"], found["Agreed action"]
    assert meeting["dtstart"].dt == datetime.datetime.combine(ON, datetime.time(15, 30), datetime.UTC)
    assert action["dtstart"].dt == ON and action["dtend"].dt == ON + datetime.timedelta(days=1)
    assert str(meeting["url"]).startswith("http") and str(meeting["class"]) == "PRIVATE"
    assert len({str(each["uid"]) for each in events(answer)}) == len(events(answer))


def test_names_stand_in_it_where_the_owner_wants_them_and_are_then_on_record(client, around):
    answer = client.get(address(made(around["ta"], with_names=True)))
    name = around["child"].name
    assert f"{name}: Meeting" in summaries(answer)
    assert "Shown action" not in answer.content.decode()  # what somebody wrote stays here all the same
    with as_owner():
        [event] = ReadEvent.objects.filter(what="calendar feed")
    assert (
        event.kind == "exported"
        and event.pupil_ids == [around["child"].pk]
        and event.membership == around["ta"]
    )
    client.get(address(made(around["teacher"])))
    with as_owner():
        assert ReadEvent.objects.filter(what="calendar feed").count() == 1  # without names nobody left in it


def test_only_mine(client, around):
    assert events(client.get(address(made(around["ta"], only_mine=True)))) == []
    assert summaries(client.get(address(made(around["parent"], only_mine=True)))) == {
        "Meeting", "Views before meetings", "Review of a plan",
    }  # fmt: skip


@pytest.mark.parametrize("lock", LOCKS)
def test_each_lock_alone_keeps_the_hidden_pupil_out(client, around, lock):
    with LOCKS[lock]():
        for role in ("teacher", "ta", "parent", "professional"):
            text = client.get(address(made(around[role], with_names=True))).content.decode()
            assert "Shown" in text and "Hidden" not in text


def test_control_without_both_locks_the_hidden_pupil_shows(client, around):
    with LOCKS["orm"](), LOCKS["rls"]():
        assert "Hidden" in client.get(address(made(around["teacher"], with_names=True))).content.decode()


# When it stops ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("token", ["x", "x" * 43, "-" * 500])
def test_a_token_that_is_none_opens_nothing(client, token):
    assert read_feed(token=token) is None
    assert client.get(address(token)).status_code == 404


def test_it_follows_what_its_owner_may_read_now(client, around):
    link = address(made(around["teacher"], with_names=True))
    assert "Shown" in client.get(link).content.decode()
    with as_owner():
        PupilAccess.objects.filter(membership=around["teacher"]).update(ends=timezone.now())
    assert "Shown Group" not in client.get(link).content.decode()
    assert not any("Meeting" in each for each in summaries(client.get(link)))


def test_it_ends_with_the_role_and_with_the_account(client, around):
    teacher, parent = address(made(around["teacher"])), address(made(around["parent"]))
    assert client.get(teacher).status_code == client.get(parent).status_code == 200
    change(Membership, around["teacher"].pk, ends=timezone.now())
    change(User, around["parent"].user_id, is_active=False)
    assert client.get(teacher).status_code == client.get(parent).status_code == 404


def test_its_owner_ends_it_and_a_new_one_ends_the_one_before(client, acting, around):
    first = made(around["teacher"])
    second = made(around["teacher"])
    assert [client.get(address(each)).status_code for each in (first, second)] == [404, 200]
    assert "does not work any more" in acting(around["teacher"]).post(END, follow=True).content.decode()
    client.logout()
    assert client.get(address(second)).status_code == 404


def test_whoever_asks_too_often_waits(client, around, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"open_link": "2/5m/key"}
    one, other = address(made(around["teacher"])), address(made(around["ta"]))
    assert [client.get(one).status_code for _n in range(3)] == [200, 200, 429]
    assert client.get(other).status_code == 200


def test_it_is_read_and_nothing_else(client, around):
    link = address(made(around["ta"]))
    assert client.post(link).status_code == 405 and client.head(link).status_code == 200


# Making it ----------------------------------------------------------------------------------------------------------------


def test_the_address_stands_on_the_page_that_answers_and_nowhere_else(proved, client, around, settings):
    browser = proved(around["teacher"])
    page = browser.post(SETTINGS, {"only_mine": "on"}, follow=True)
    link = page.context["made"]
    assert link.startswith(settings.SITE_URL) and link in page.content.decode()
    [feed] = feeds()
    assert (feed.with_names, feed.only_mine, feed.membership) == (False, True, around["teacher"])
    assert link.rpartition("/")[2].removesuffix(".ics") not in str(vars(feed))
    again = browser.get(SETTINGS)
    assert again.context["made"] == "" and link not in again.content.decode() and len(feeds()) == 1
    assert "Not yet" in again.content.decode()
    assert events(client.get(link.removeprefix(settings.SITE_URL)))
    assert "Not yet" not in browser.get(SETTINGS).content.decode()


def test_whoever_makes_it_proves_who_they_are_first(acting, around):
    answer = acting(around["teacher"]).post(SETTINGS, {})
    assert answer.status_code == 302 and "reauthenticate" in answer.url and feeds() == []


def test_governors_make_none_and_nobody_ends_anothers(proved, acting, around):
    assert proved(around["governor"]).get(SETTINGS).status_code == 403
    assert acting(around["governor"]).post(END).status_code == 403
    made(around["teacher"])
    acting(around["ta"]).post(END)
    assert feeds()[0].ended_at is None


@pytest.mark.parametrize("lock", LOCKS)
def test_the_page_shows_ones_own_alone(proved, around, lock):
    made(around["teacher"])
    with LOCKS[lock]():
        page = proved(around["ta"]).get(SETTINGS)
    assert page.context["feed"] is None


def test_control_without_both_locks_anothers_shows(proved, around):
    made(around["teacher"])
    with LOCKS["orm"](), LOCKS["rls"]():
        assert proved(around["ta"]).get(SETTINGS).context["feed"] is not None


def test_parents_are_not_asked_what_is_theirs(proved, around):
    assert list(proved(around["parent"]).get(SETTINGS).context["form"].fields) == ["with_names"]


# The database's own door ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "select 1 from dashboard_calendarfeed",
        "delete from dashboard_calendarfeed",
        "update dashboard_calendarfeed set with_names = true",
        "update dashboard_calendarfeed set read_at = now()",
    ],
)
def test_the_login_role_reads_and_writes_no_feed(around, statement):
    made(around["teacher"])
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_its_owner_cannot_widen_it_or_take_it_up_again_as_another(around):
    made(around["teacher"])
    for facts in ({"with_names": True}, {"membership": around["ta"]}, {"token_hash": "x"}):
        with pytest.raises(DatabaseError, match="permission denied"), acting_as(around["teacher"]):
            CalendarFeed.objects.update(**facts)
    with pytest.raises(DatabaseError), acting_as(around["ta"]):
        CalendarFeed.objects.create(
            school=around["child"].school, membership=around["teacher"], token_hash="x" * 64
        )


def test_there_is_one_at_a_time_whatever_the_code_does(around):
    made(around["teacher"])
    with pytest.raises(IntegrityError), as_owner():
        CalendarFeed.objects.create(
            school=around["child"].school, membership=around["teacher"], token_hash="y" * 64
        )


def test_ended_is_of_ones_own(around):
    made(around["teacher"])
    stranger = person("senco", at=around["child"].school)
    with acting_as(stranger):
        assert end_feed(by=stranger) is False
        assert not CalendarFeed.objects.exists()
