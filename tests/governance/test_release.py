"""Releasing figures: who may, when, what is kept, and taking it back in time."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError
from django.urls import reverse
from django.utils import timezone

from register.models import Pupil
from senco.access.context import acting_as
from senco.accounts.models import Closure, Term
from senco.core import calendar
from senco.governance import actions
from senco.governance.deadlines import half_term_starts, next_release_on
from senco.governance.figures import tables_of
from senco.governance.models import FigureRelease
from senco.governance.queries import counted_on, draft_on, earlier_sets, roll_on
from senco.governance.suppression import ProtectedSet
from senco.governance.suppression.protect import protect_tables
from tests.factories import as_owner, bypassing_row_security, on_status, person, pupil

PREVIEW, RELEASE = "/figures/preview/", "/figures/release/"


def register_of(school, count, *, sex="FM"):
    """Pupils on the register, enough for figures that can be shown."""
    for number in range(count):
        child = pupil(at=school, year_group=7 + number % 3, sex=sex[number % len(sex)])
        on_status(child, "E" if number % 4 == 0 else "K")


@pytest.fixture
def senco(db):
    return person("senco")


@pytest.fixture
def released(senco):
    """Figures that governors can read since yesterday."""
    register_of(senco.school, 40)
    yesterday = timezone.now() - datetime.timedelta(days=1)
    with as_owner():
        return actions.release_figures(
            by=senco, on=timezone.localdate() - datetime.timedelta(days=60), at=yesterday
        )


# The pages of the office -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "may"), [("senco", True), ("head", True), ("admin", False)])
def test_the_office_looks_through_the_figures_and_some_may_release_them(acting, role, may, db):
    somebody = person(role)
    register_of(somebody.school, 30)
    text = acting(somebody).get(PREVIEW).content.decode()
    assert "By year" in text and "small groups are hidden" in text
    assert ("Release to governors" in text) is may


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional", "governor"])
def test_nobody_else_looks_through_or_releases(acting, role, db):
    browser = acting(person(role))
    assert browser.get(PREVIEW).status_code == 403
    assert browser.post(RELEASE).status_code == 403


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional"])
def test_figures_are_for_the_office_and_governors(acting, role, db):
    assert acting(person(role)).get("/figures/").status_code == 403


def test_an_admin_may_not_release(acting, db):
    assert acting(person("admin")).post(RELEASE).status_code == 403


def test_releasing_is_a_submission(acting, senco):
    assert acting(senco).get(RELEASE).status_code == 405


def test_governors_read_a_release_once_it_has_arrived_and_the_office_at_once(acting, senco, client):
    register_of(senco.school, 30)
    answer = acting(senco).post(RELEASE, follow=True)
    assert "Governors can read the figures from" in answer.content.decode()
    assert "Undo" in answer.content.decode()
    governor = person("governor", at=senco.school)
    assert "No figures have been released yet" in acting(governor).get("/figures/").content.decode()
    arrive()
    assert "SEN figures as of" in acting(governor).get("/figures/").content.decode()


def arrive():
    with as_owner():
        FigureRelease.objects.update(released_at=timezone.now())


def test_a_release_can_be_taken_back_until_it_arrives(acting, senco):
    register_of(senco.school, 30)
    browser = acting(senco)
    browser.post(RELEASE)
    with as_owner():
        made = FigureRelease.objects.get()
    url = reverse("governance:take_back", args=[made.pk])
    assert browser.get(url).status_code == 405
    assert "Governors have not seen" in browser.post(url, follow=True).content.decode()
    arrive_at_governor = person("governor", at=senco.school)
    with as_owner():
        made.refresh_from_db()
        assert made.withdrawn_at
    assert "No figures have been released yet" in acting(arrive_at_governor).get("/figures/").content.decode()
    acting(senco).post(RELEASE)  # and released once more on the same day
    with as_owner():
        assert FigureRelease.objects.standing().count() == 1


def test_what_has_arrived_stays(acting, senco, released):
    answer = acting(senco).post(reverse("governance:take_back", args=[released.pk]), follow=True)
    assert "Governors can read these figures already" in answer.content.decode()
    with as_owner():
        released.refresh_from_db()
        assert released.withdrawn_at is None


def test_the_database_too_keeps_what_has_arrived(senco, released):
    with acting_as(senco), pytest.raises(ProgrammingError, match="row-level security"):
        FigureRelease.objects.filter(pk=released.pk).update(
            withdrawn_at=released.released_at - datetime.timedelta(days=1)
        )


@pytest.mark.parametrize("role", ["teacher", "ta", "parent", "professional"])
def test_who_is_no_governor_sees_no_release_by_the_first_lock_alone(released, senco, role):
    with bypassing_row_security():
        assert not FigureRelease.objects.visible_to(person(role, at=senco.school)).exists()
        assert FigureRelease.objects.visible_to(person("governor", at=senco.school)).exists()  # control


def test_another_schools_release_is_not_there(proved, released):
    stranger = person("senco")
    browser = proved(stranger)
    for name, args in [("release", []), ("export_figures", ["csv"])]:
        assert browser.get(reverse(f"governance:{name}", args=[released.pk, *args])).status_code == 404
    assert browser.post(reverse("governance:take_back", args=[released.pk])).status_code == 404


def test_too_soon_after_the_last_one_it_says_from_when(acting, senco, released):
    with as_owner():
        FigureRelease.objects.update(as_of=timezone.localdate() - datetime.timedelta(days=3))
    browser = acting(senco)
    assert "The next figures can be released from" in browser.get(PREVIEW).content.decode()
    assert "The next figures can be released from" in browser.post(RELEASE, follow=True).content.decode()
    with as_owner():
        assert FigureRelease.objects.count() == 1


def test_so_few_pupils_that_nothing_keeps_its_secret_are_not_released(acting, senco):
    register_of(senco.school, 2)
    browser = acting(senco)
    assert "Nothing can be shown." in browser.get(PREVIEW).content.decode()
    assert "cannot be released" in browser.post(RELEASE, follow=True).content.decode()
    with as_owner():
        assert not FigureRelease.objects.exists()


# Who is counted ----------------------------------------------------------------------------------------------------------


def test_pupils_on_the_register_on_that_day_are_counted_and_no_others(senco):
    day = datetime.date(2026, 3, 2)
    for provision in ("K", "E", "S"):
        on_status(pupil(at=senco.school), provision)
    on_status(pupil(at=senco.school), "N")
    pupil(at=senco.school)
    on_status(pupil(at=senco.school), "K", since=day + datetime.timedelta(days=1))
    on_status(pupil(at=senco.school, left_on=day), "K")
    on_status(pupil(at=person("senco").school), "K")
    with acting_as(senco):
        assert sorted(pupil.status for pupil in counted_on(senco, day)) == ["E", "E", "K"]


def test_a_release_is_protected_against_the_earlier_ones_of_the_school_year(senco):
    register_of(senco.school, 40)
    with as_owner():
        first = actions.release_figures(by=senco, on=datetime.date(2025, 10, 1))
        actions.release_figures(by=senco, on=datetime.date(2026, 1, 12))
        assert len(earlier_sets(senco, datetime.date(2026, 3, 2), {})) == 2
        assert len(earlier_sets(senco, datetime.date(2026, 9, 10), {})) == 2, "the summer hides nobody"
        assert len(earlier_sets(senco, datetime.date(2027, 9, 10), {})) == 0
        before = draft_on(senco, datetime.date(2026, 3, 2)).protected.figures
        on_status(pupil(at=senco.school, year_group=8), "K", since=datetime.date(2026, 2, 1))
        after = draft_on(senco, datetime.date(2026, 3, 2)).protected.figures
    facts = {
        ("status", "K"),
        ("year", "8"),
        ("sex", "F"),
        ("premium", "no"),
        ("area", "none"),
        ("need", "OTHER"),
    }
    with_the_new_pupil = [key for key in after if key <= facts]
    assert any(before[key].value for key in with_the_new_pupil)  # control: shown while nothing changed
    assert not any(after[key].value for key in with_the_new_pupil), (
        "one more than before would show that pupil"
    )
    assert first.tables["threshold"] == 5


def profile(child, **moved):
    """What the figures count about a pupil of `register_of` without needs or premium."""
    facts = {"status": "K", "year": str(child.year_group), "sex": child.sex, "premium": "no", "area": "none"}
    return set((facts | {"need": "OTHER"} | moved).items())


def over_the_summer(senco, *, imported):
    """A release in July, then one pupil leaves; with the import everybody else moves up. The leaver and September's draft."""
    register_of(senco.school, 120)
    gone = Pupil.objects.filter(school=senco.school, year_group=8, statuses__provision="K").first()
    july = actions.release_figures(by=senco, on=datetime.date(2026, 7, 10))
    gone.left_on = datetime.date(2026, 8, 20)
    gone.save()
    if imported:
        for child in Pupil.objects.filter(school=senco.school, left_on=None):
            child.year_group += 1
            child.save()
    return gone, ProtectedSet.from_data(july.tables), draft_on(senco, datetime.date(2026, 9, 10)).protected


@pytest.mark.parametrize("imported", [True, False])
def test_one_pupil_who_leaves_over_the_summer_cannot_be_subtracted(senco, imported):
    """Year groups move up with an import, not on 1 September; the figures follow them either way."""
    with as_owner():
        gone, july, september = over_the_summer(senco, imported=imported)
        apart = protect_tables(september_tables(senco))
    name_now = str(gone.year_group + imported)
    lost = [key for key in september.figures if key <= profile(gone, year=name_now)]
    told = [key for key in july.figures if key <= profile(gone) and july.figures[key].value is not None]
    assert len(lost) == len([key for key in july.figures if key <= profile(gone)]) and told
    assert not [key for key in lost if september.figures[key].value is not None]
    assert [key for key in lost if apart.figures[key].value is not None], "control: apart they would be shown"
    assert not september.withheld


def september_tables(senco):
    day = datetime.date(2026, 9, 10)
    years, sexes = roll_on(senco, day)
    return tables_of(counted_on(senco, day), years=years, sexes=sexes)


def test_a_figure_that_moved_far_over_the_summer_is_shown_again_in_september(senco):
    register_of(senco.school, 120)
    with as_owner():
        actions.release_figures(by=senco, on=datetime.date(2026, 5, 4))
        on_status(pupil(at=senco.school, year_group=8), "K", since=datetime.date(2026, 6, 1))
        july = actions.release_figures(by=senco, on=datetime.date(2026, 7, 10))
        assert ProtectedSet.from_data(july.tables).figures[frozenset()].value is None
        for _number in range(12):
            on_status(pupil(at=senco.school, year_group=7), "K", since=datetime.date(2026, 9, 2))
        september = draft_on(senco, datetime.date(2026, 9, 10)).protected
        same_year = draft_on(senco, datetime.date(2026, 8, 20)).protected
    assert september.figures[frozenset()].value == 133
    assert same_year.figures[frozenset()].value is None


def test_what_is_kept_names_no_pupil_and_no_hidden_count(senco):
    register_of(senco.school, 40)
    with as_owner():
        made = actions.release_figures(by=senco, on=datetime.date(2026, 3, 2))
    hidden = [value for _key, mark, value in made.tables["figures"] if mark != "shown"]
    assert hidden and set(hidden) == {None}
    assert "Forename" not in str(made.tables)


def test_which_years_are_on_the_register_does_not_show(senco):
    register_of(senco.school, 30)
    pupil(at=senco.school, year_group=11, sex="")
    with as_owner():
        [by_year, _area, by_sex, *_others] = draft_on(senco, timezone.localdate()).protected.tables
    assert by_year.columns.categories == ("7", "8", "9", "11")
    assert by_sex.columns.categories == ("F", "M", "")


def test_the_action_says_why_it_refuses(senco):
    register_of(senco.school, 9)
    with as_owner(), pytest.raises(ValidationError, match="so few pupils"):
        actions.release_figures(by=senco, on=timezone.localdate())


# Once a half-term --------------------------------------------------------------------------------------------------------

AUTUMN = calendar.Term("Autumn", datetime.date(2026, 9, 2), datetime.date(2026, 12, 18))
SPRING = calendar.Term("Spring", datetime.date(2027, 1, 4), datetime.date(2027, 3, 19))
HALF = calendar.Closure("Half-term", datetime.date(2026, 10, 26), datetime.date(2026, 10, 30))
TRAINING = calendar.Closure("Training", datetime.date(2026, 11, 9), datetime.date(2026, 11, 9))
YEAR = calendar.SchoolCalendar("ENG", (AUTUMN, SPRING), (HALF, TRAINING))


def test_half_terms_begin_with_terms_and_after_weeks_off():
    assert half_term_starts(YEAR) == [AUTUMN.starts, datetime.date(2026, 10, 31), SPRING.starts]


@pytest.mark.parametrize(
    ("last", "following"),
    [
        (None, None),
        (datetime.date(2026, 9, 20), datetime.date(2026, 10, 31)),
        (datetime.date(2026, 11, 20), SPRING.starts),
        (datetime.date(2027, 2, 1), datetime.date(2027, 3, 15)),  # no term is entered after that: six weeks
    ],
)
def test_the_next_release_is_in_the_next_half_term(last, following):
    assert next_release_on(last, YEAR) == following


def test_the_schools_own_terms_count(acting, senco, released):
    today = timezone.localdate()
    with as_owner():
        Term.objects.create(
            school=senco.school,
            name="Long",
            starts=today - datetime.timedelta(days=90),
            ends=today + datetime.timedelta(days=90),
        )
        Closure.objects.create(
            school=senco.school,
            name="Week off",
            starts=today - datetime.timedelta(days=70),
            ends=today - datetime.timedelta(days=64),
        )
        Term.objects.create(
            school=senco.school,
            name="Next",
            starts=today + datetime.timedelta(days=100),
            ends=today + datetime.timedelta(days=190),
        )
    text = acting(senco).get(PREVIEW).content.decode()
    assert "The next figures can be released from" in text  # the last was after the week off
    with as_owner():
        FigureRelease.objects.update(as_of=today - datetime.timedelta(days=80))
    assert "Release to governors" in acting(senco).get(PREVIEW).content.decode()
