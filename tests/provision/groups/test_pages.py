"""Groups on the page: set up at once, changed from a day on, ended, removed and undone; access goes with them."""

import datetime

import pytest
from django.urls import reverse

from provision import models
from provision.actions.access import follow_provision
from provision.tasks import follow_groups
from register.models import PupilAccess
from senco.access.context import acting_as
from senco.accounts.models import Term
from tests.factories import access, as_owner, person, pupil
from tests.factories.plans import outcome
from tests.factories.profiles import in_force
from tests.factories.provided import intervention, provision, session

from .conftest import day

pytestmark = pytest.mark.django_db


def rows(model, **asked) -> list:
    with as_owner():
        return list(model.objects.filter(**asked).order_by("starts", "pk"))


def opened(adult) -> set:
    with as_owner():
        live = PupilAccess.objects.live().filter(membership=adult, source="provision")
        return set(live.values_list("content_object_id", flat=True))


def sent(talk_time, ta, children, **more) -> dict:
    return {
        "intervention": talk_time.pk,
        "name": "",
        "starts": day(0).isoformat(),
        "ends": day(20).isoformat(),
        "at_0": "09:30",
        "at_2": "11:00",
        "minutes_2": "30",
        "weeks_2": "b",
        "adults": [ta.pk],
        "pupils": [child.pk for child in children],
    } | more


def test_a_whole_group_on_one_page(proved, senco, talk_time, ta, children):
    """Eight answers, the rest comes from the library and the term."""
    answer = proved(senco).post(reverse("provision:new_group"), sent(talk_time, ta, children))
    [made] = rows(models.Provision)
    assert answer.status_code == 302 and answer.url == reverse("provision:group", args=[made.pk])
    assert (made.name, made.agreed_size, made.ends) == ("Talk time", 2, day(20))
    times = [(each.weekday, each.minutes, each.weeks) for each in rows(models.ProvisionTime)]
    assert sorted(times) == [(0, 20, ""), (2, 30, "b")]
    assert {each.pupil_id for each in rows(models.Allocation)} == {child.pk for child in children}
    assert opened(ta) == {child.pk for child in children}


def test_the_form_begins_with_the_term_and_the_entry(proved, senco, talk_time):
    browser = proved(senco)
    answer = browser.get(reverse("provision:begin_group", args=[talk_time.pk]))
    form = browser.get(answer.url).context["form"]
    assert form["intervention"].value() == talk_time.pk and form["ends"].value() == day(30)
    assert form["agreed_size"].value() == 4


def test_without_terms_it_says_what_to_do(proved, senco, talk_time):
    with as_owner():
        senco.school.terms.all().delete()
    assert "No term is entered" in proved(senco).get(reverse("provision:new_group")).content.decode()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"ends": "2020-01-01"}, "cannot end before it begins"),
        ({"at_0": "02:00"}, "between 7:00 and 19:00"),
        ({"minutes_4": "20"}, "Enter the time, or empty the minutes"),
        ({"intervention": ""}, "Choose what the group gets"),
    ],
)
def test_what_cannot_be_is_sent_back_with_everything_typed(
    proved, senco, talk_time, ta, children, wrong, words
):
    answer = proved(senco).post(
        reverse("provision:new_group"), sent(talk_time, ta, children, name="Owls") | wrong
    )
    assert answer.status_code == 422 and words in answer.content.decode()
    assert 'value="Owls"' in answer.content.decode() and not rows(models.Provision)


def test_nobody_elses_pupils_or_colleagues_can_be_sent(proved, senco, talk_time, ta, children):
    far = pupil(at=person("senco").school)
    answer = proved(senco).post(
        reverse("provision:new_group"), sent(talk_time, ta, children, pupils=[far.pk])
    )
    assert answer.status_code == 422 and not rows(models.Provision)


@pytest.mark.parametrize("role", ["admin", "head", "teacher", "ta", "parent"])
def test_the_senco_alone_sets_groups_up(proved, senco, group, role):
    somebody = person(role, at=senco.school)
    for name, args in (
        ("new_group", []),
        ("edit_group", [group.pk]),
        ("add_pupils", [group.pk]),
        ("copy_groups", []),
    ):
        assert proved(somebody).get(reverse(f"provision:{name}", args=args)).status_code == 403


def test_whoever_runs_it_and_whoever_may_open_a_pupil_reads_it(acting, senco, ta, group, children):
    reader, other = person("teacher", at=senco.school), person("teacher", at=senco.school)
    access(reader, children[0])
    page = acting(reader).get(reverse("provision:group", args=[group.pk]))
    assert page.status_code == 200 and "Ada Clarke" in page.content.decode()
    assert "Ben Clarke" not in page.content.decode()  # whom the teacher may not open
    assert acting(ta).get(reverse("provision:group", args=[group.pk])).status_code == 200
    assert acting(other).get(reverse("provision:group", args=[group.pk])).status_code == 404
    assert "Talk time" not in acting(other).get(reverse("provision:groups")).content.decode()


def test_another_school_finds_nothing(acting, proved, group):
    far = person("senco")
    assert acting(far).get(reverse("provision:group", args=[group.pk])).status_code == 404
    assert proved(far).post(reverse("provision:remove_group", args=[group.pk])).status_code == 404


def test_another_time_from_a_day_on_leaves_the_past_as_it_was(proved, senco, group):
    [monday] = rows(models.ProvisionTime, weekday=0)
    values = {"starts": day(5).isoformat(), "weekday": "1", "at": "14:00", "minutes": "40", "weeks": ""}
    assert proved(senco).post(reverse("provision:change_time", args=[monday.pk]), values).status_code == 302
    old, new = rows(models.ProvisionTime, pk=monday.pk)[0], rows(models.ProvisionTime, minutes=40)[0]
    assert (old.weekday, old.ends) == (0, day(4))
    assert (new.weekday, new.at, new.starts, new.ends) == (1, datetime.time(14), day(5), None)


def test_an_adult_who_stops_loses_the_pupils_and_the_undo_gives_them_back(proved, senco, ta, group, children):
    with acting_as(senco):
        follow_provision(school=senco.school, by=senco)
    assert opened(ta) == {child.pk for child in children}
    [row] = rows(models.ProvisionAdult)
    browser = proved(senco)
    browser.post(reverse("provision:end_adult", args=[row.pk]), {"last": day(-1).isoformat()})
    assert opened(ta) == set()
    browser.post(reverse("provision:reopen_adult", args=[row.pk]))
    assert opened(ta) == {child.pk for child in children}


def test_the_undo_of_an_end_gives_back_the_last_day_that_it_had(proved, senco, group, children):
    [place] = rows(models.Allocation, pupil=children[0])
    with as_owner():
        models.Allocation.objects.filter(pk=place.pk).update(ends=day(10))
    browser = proved(senco)
    browser.post(reverse("provision:end_place", args=[place.pk]), {"last": day(-1).isoformat()})
    browser.post(reverse("provision:reopen_place", args=[place.pk]) + f"?ends={day(10)}")
    assert rows(models.Allocation, pk=place.pk)[0].ends == day(10)


def test_a_time_that_was_replaced_does_not_go_on_beside_the_new_one(proved, senco, group):
    browser, [monday] = proved(senco), rows(models.ProvisionTime, weekday=0)
    values = {"starts": day(5).isoformat(), "weekday": "0", "at": "14:00", "minutes": "20", "weeks": ""}
    browser.post(reverse("provision:change_time", args=[monday.pk]), values)
    browser.post(reverse("provision:reopen_time", args=[monday.pk]))
    assert rows(models.ProvisionTime, pk=monday.pk)[0].ends == day(4)
    [new] = rows(models.ProvisionTime, starts=day(5))
    browser.post(reverse("provision:remove_time", args=[new.pk]))
    browser.post(reverse("provision:reopen_time", args=[monday.pk]))
    assert rows(models.ProvisionTime, pk=monday.pk)[0].ends is None


def test_what_has_ended_is_not_changed_from_a_later_day(proved, senco, group):
    [monday] = rows(models.ProvisionTime, weekday=0)
    with as_owner():
        models.ProvisionTime.objects.filter(pk=monday.pk).update(ends=day(-5))
    values = {"starts": day(0).isoformat(), "weekday": "0", "at": "14:00", "minutes": "20", "weeks": ""}
    assert proved(senco).post(reverse("provision:change_time", args=[monday.pk]), values).status_code == 422


def test_nobody_runs_a_group_twice_at_once(proved, senco, ta, group):
    address, values = (
        reverse("provision:add_adult", args=[group.pk]),
        {"starts": day(0).isoformat(), "membership": ta.pk},
    )
    assert proved(senco).post(address, values).status_code == 422
    other = values | {"membership": person("ta", at=senco.school).pk}
    assert proved(senco).post(address, other).status_code == 302


def test_the_outcome_of_the_plan_in_force_is_filled_in(proved, senco, talk_time, ta, children):
    written = in_force(children[0], by=senco)
    served = outcome(written, area=talk_time.area)
    proved(senco).post(reverse("provision:new_group"), sent(talk_time, ta, children))
    assert {place.pupil_id: place.outcome_id for place in rows(models.Allocation)} == {
        children[0].pk: served.pk,
        children[1].pk: None,
    }


def test_a_group_is_found_by_whoever_runs_it(acting, senco, ta, group):
    found = acting(senco).get(reverse("provision:groups"), {"name": ta.last_name})
    assert [row.group for row in found.context["rows"]] == [group]
    assert acting(senco).get(reverse("provision:groups"), {"name": "zzzz"}).context["rows"] == []


def test_an_end_before_the_beginning_is_sent_back(proved, senco, group):
    [row] = rows(models.ProvisionAdult)
    answer = proved(senco).post(reverse("provision:end_adult", args=[row.pk]), {"last": day(-40).isoformat()})
    assert answer.status_code == 422 and rows(models.ProvisionAdult)[0].ends is None


def test_a_pupil_who_is_removed_is_closed_to_the_adult_and_comes_back(proved, senco, ta, group, children):
    browser, [place] = proved(senco), rows(models.Allocation, pupil=children[0])
    browser.post(reverse("provision:remove_place", args=[place.pk]))
    assert opened(ta) == {children[1].pk}
    browser.post(reverse("provision:bring_back_place", args=[place.pk]))
    assert opened(ta) == {child.pk for child in children}


def test_a_place_that_was_taken_again_is_not_brought_back_beside_it(proved, senco, group, children):
    browser, [place] = proved(senco), rows(models.Allocation, pupil=children[0])
    browser.post(reverse("provision:remove_place", args=[place.pk]))
    values = {"starts": day(0).isoformat(), "pupils": [children[0].pk]}
    assert browser.post(reverse("provision:add_pupils", args=[group.pk]), values).status_code == 302
    browser.post(reverse("provision:bring_back_place", args=[place.pk]))
    assert rows(models.Allocation, pk=place.pk)[0].removed_at is not None


def test_a_removed_group_closes_everything_and_comes_back(proved, senco, ta, group, children):
    browser = proved(senco)
    browser.post(reverse("provision:remove_group", args=[group.pk]))
    assert opened(ta) == set() and browser.get(reverse("provision:group", args=[group.pk])).status_code == 404
    browser.post(reverse("provision:bring_back_group", args=[group.pk]))
    assert opened(ta) == {child.pk for child in children}


def test_support_that_begins_tomorrow_opens_nobody_today(senco, ta, children, talk_time):
    provision(talk_time, by=senco, pupils=children, adults=[ta], starts=day(1), ends=day(9))
    follow_groups()
    assert opened(ta) == set()


def test_the_task_opens_what_has_begun(senco, ta, group, children):
    assert opened(ta) == set()  # the rows were written by the owner of the tables
    follow_groups()
    assert opened(ta) == {child.pk for child in children}


def test_whoever_covers_today_opens_them_for_the_day(senco, group, children):
    cover = person("ta", at=senco.school)
    session(group, day(0), state="expected", adult=cover)
    session(group, day(1), state="expected", adult=person("ta", at=senco.school))
    with acting_as(senco):
        follow_provision(school=senco.school, by=senco)
    assert opened(cover) == {child.pk for child in children}
    with as_owner():
        [until] = set(PupilAccess.objects.filter(membership=cover).values_list("ends", flat=True))
    assert until.date() in (day(1), day(0))  # midnight, as the database says it


def test_an_adult_who_will_be_away_is_told_on_the_group(acting, senco, ta, group):
    row = {"school": senco.school, "saved_by": senco, "membership": ta}
    with as_owner():
        coming = models.AdultAbsence.objects.create(**row, starts=day(3), ends=day(4))
        models.AdultAbsence.objects.create(**row, starts=day(-4), ends=day(-3))  # over
    page = acting(senco).get(group.get_absolute_url())
    assert page.context["away"] == [coming] and "is away" in page.content.decode()
    assert acting(ta).get(group.get_absolute_url()).context["away"] == []


def test_groups_are_narrowed_to_a_term_an_area_and_a_tier(acting, senco, group):
    other = provision(
        intervention(by=senco, area="SE", tier="4"), by=senco, starts=group.starts, ends=group.ends
    )
    over = provision(group.intervention, by=senco, starts=day(-400), ends=day(-380))
    with as_owner():
        term = Term.objects.create(school=senco.school, name="Long ago", starts=day(-410), ends=day(-370))

    def found(**asked) -> set:
        rows = acting(senco).get(reverse("provision:groups"), {"show": "all"} | asked).context["rows"]
        return {row.group.pk for row in rows}

    assert found() == {group.pk, other.pk, over.pk} == found(term="never", area="XX", tier="9")
    assert found(area="SE") == found(tier="4") == {other.pk}
    assert found(term=str(term.starts)) == {over.pk}


def test_last_term_is_copied_once_without_leavers(proved, senco, ta, group, children):
    with as_owner():
        group.ends = day(30)
        group.save()
        children[1].left_on = day(35)
        children[1].save()
    browser, address = proved(senco), reverse("provision:copy_groups")
    page = browser.get(address, {"term": day(40).isoformat()})
    assert "Ben Clarke" in page.content.decode()  # named as left out
    values = {"term": day(40).isoformat(), "selected": [group.pk]}
    for _twice in range(2):
        assert browser.post(address, values).status_code == 302
    [copy] = [each for each in rows(models.Provision) if each.copied_from_id == group.pk]
    assert (copy.starts, copy.ends) == (day(40), day(90))
    assert [place.pupil_id for place in rows(models.Allocation, provision=copy)] == [children[0].pk]
    assert len(rows(models.ProvisionTime, provision=copy)) == 5


def test_deployment_says_who_is_free_in_each_hour(acting, senco, ta, group):
    other = person("ta", at=senco.school)
    provision(
        by=senco, adults=[other], times=((0, "10:40", 40), (1, "11:00", 60)), starts=day(-20), ends=day(20)
    )
    hours = {hour.label: hour for hour in acting(senco).get(reverse("provision:deployment")).context["hours"]}
    assert hours["09:00"].busy == [1] * 5 and hours["09:00"].free[0] == [other.name]
    assert (hours["10:00"].busy[0], hours["11:00"].busy[:2], hours["12:00"].busy[1]) == (1, [1, 1], 0)


def test_timetables(acting, senco, ta, group, children):
    week = acting(senco).get(reverse("provision:adults_timetable", args=[ta.pk]))
    assert [len(each.lessons) for each in week.context["days"]] == [1, 1, 1, 1, 1]
    mine = acting(ta).get(reverse("provision:adults_timetable", args=[ta.pk]))
    assert mine.status_code == 200
    assert acting(ta).get(reverse("provision:adults_timetable", args=[senco.pk])).status_code == 404
    theirs = acting(senco).get(
        reverse("provision:pupils_timetable", args=[children[0].pk]), {"on": "rubbish"}
    )
    assert "Talk time" in theirs.content.decode()
    after = acting(senco).get(
        reverse("provision:pupils_timetable", args=[children[0].pk]), {"on": day(25).isoformat()}
    )
    assert "Talk time" not in after.content.decode()


def test_deployment_counts_every_assistant(acting, senco, ta, group):
    person("ta", at=senco.school)
    found = acting(senco).get(reverse("provision:deployment")).context["rows"]
    assert [(each.minutes, each.areas) for each in found] == [(0, {}), (100, {"Cognition and learning": 100})]


@pytest.mark.parametrize("name", ["groups", "deployment"])
def test_the_number_of_queries_does_not_grow(acting, senco, group, count_queries, name):
    browser, address = acting(senco), reverse(f"provision:{name}")
    few = count_queries(browser, address)
    for _ in range(4):
        adults = [person("ta", at=senco.school)]
        provision(by=senco, pupils=[pupil(at=senco.school)], adults=adults, starts=day(-3), ends=day(3))
    assert count_queries(browser, address) == few


def test_looking_changes_nothing(acting, senco, group):
    for name in ("remove_group", "bring_back_group"):
        assert acting(senco).get(reverse(f"provision:{name}", args=[group.pk])).status_code == 405
