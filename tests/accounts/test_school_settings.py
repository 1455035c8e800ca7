"""The school's own page, and what happens when two people write on it at once."""

import datetime

import pytest

from senco.access.context import acting_as
from senco.accounts.actions import describe_school
from senco.accounts.models import Closure, School, Term
from senco.core.versions import Outdated, save_newer
from tests.factories import as_owner, person, school

pytestmark = pytest.mark.django_db
DAY = datetime.date


@pytest.fixture
def senco():
    return person("senco")


def filled(at: School, **changed) -> dict:
    """The page as a browser sends it: the school, no terms, no closures."""
    details = {
        "name": at.name,
        "phase": at.phase,
        "phone": "",
        "senco_name": "",
        "safeguarding_name": "",
        "safeguarding_phone": "",
    }
    rows = {
        f"{kind}-{field}": "0" for kind in ("term", "closure") for field in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    return details | rows | {"version": str(at.version)} | changed


def rows(kind: str, *periods, stored: int = 0) -> dict:
    sent = {f"{kind}-TOTAL_FORMS": str(len(periods)), f"{kind}-INITIAL_FORMS": str(stored)}
    for number, (name, starts, ends) in enumerate(periods):
        sent |= {
            f"{kind}-{number}-name": name,
            f"{kind}-{number}-starts": starts,
            f"{kind}-{number}-ends": ends,
        }
    return sent


def reread(at: School) -> School:
    with as_owner():
        return School.objects.get(pk=at.pk)


@pytest.mark.parametrize("role", ["senco", "admin"])
def test_names_and_numbers_are_saved(acting, role):
    somebody = person(role)
    sent = filled(somebody.school, phone="01632 960001", safeguarding_name="Ms Okafor")
    assert acting(somebody).post("/school/", sent).status_code == 302
    saved = reread(somebody.school)
    assert (saved.phone, saved.safeguarding_name, saved.version) == ("01632 960001", "Ms Okafor", 2)


@pytest.mark.parametrize("role", ["head", "teacher", "ta", "parent", "professional", "governor"])
def test_nobody_else_changes_them(acting, role):
    somebody = person(role)
    assert acting(somebody).get("/school/").status_code == 403
    assert acting(somebody).post("/school/", filled(somebody.school, name="x")).status_code == 403


def test_another_school_stays_as_it_is(acting, senco):
    other = school(name="Other")
    acting(senco).post("/school/", filled(senco.school, name="Ours"))
    assert (reread(senco.school).name, reread(other).name) == ("Ours", "Other")


def test_terms_and_closures_are_kept_changed_and_taken_away(acting, senco):
    browser = acting(senco)
    autumn, spring = ("Autumn", "2026-09-02", "2026-12-18"), ("Spring", "2027-01-05", "2027-03-25")
    sent = (
        filled(senco.school)
        | rows("term", autumn, spring)
        | rows("closure", ("Half-term", "2026-10-26", "2026-10-30"))
    )
    assert browser.post("/school/", sent).status_code == 302
    with as_owner():
        kept = Term.objects.get(name="Autumn").pk
        assert Closure.objects.get().ends == DAY(2026, 10, 30)
    sent = filled(reread(senco.school)) | rows("term", autumn, spring, stored=2) | {"term-1-DELETE": "on"}
    assert browser.post("/school/", sent).status_code == 302
    with as_owner():
        assert Term.objects.get().pk == kept
        assert not Closure.objects.exists()


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        ([("Autumn", "2026-12-18", "2026-09-02")], "cannot come before"),
        ([("Autumn", "2026-09-02", "2026-12-18"), ("Spring", "2026-12-18", "2027-03-25")], "overlap"),
        ([("", "2026-09-02", "2026-12-18")], "Fill in “Name”"),
        ([("Autumn", "31.02.2026", "2026-12-18")], "valid date"),
    ],
)
def test_days_that_cannot_be_are_said_in_words_and_change_nothing(acting, senco, periods, words):
    page = acting(senco).post("/school/", filled(senco.school, name="Changed") | rows("term", *periods))
    assert page.status_code == 422
    assert words in page.content.decode()
    assert reread(senco.school).name != "Changed"
    with as_owner():
        assert not Term.objects.exists()


# Two people at once -----------------------------------------------------------------------------------------------------


def test_the_later_of_two_compares_and_saves_again(acting, senco):
    opened = filled(senco.school, name="My words")
    with as_owner():
        School.objects.filter(pk=senco.school_id).update(name="Their words", version=2)
    browser = acting(senco)
    page = browser.post("/school/", opened)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Somebody else saved" in text
    assert "<dd>My words</dd>" in text
    assert "<dd>Their words</dd>" in text
    assert reread(senco.school).name == "Their words"
    again = opened | {"version": str(reread(senco.school).version)}
    assert f'name="version" value="{again["version"]}"' in text  # the page sent back carries it
    assert browser.post("/school/", again).status_code == 302
    assert (reread(senco.school).name, reread(senco.school).version) == ("My words", 3)


def test_control_without_the_version_the_first_words_would_be_lost(acting, senco, monkeypatch):
    from senco.accounts.forms import SchoolForm

    opened = filled(senco.school, name="My words")
    with as_owner():
        School.objects.filter(pk=senco.school_id).update(name="Their words", version=2)
    monkeypatch.setattr(SchoolForm, "clean", lambda form: form.cleaned_data)
    acting(senco).post("/school/", opened)
    assert reread(senco.school).name == "My words"


def test_the_action_refuses_by_itself(senco):
    with acting_as(senco):
        mine, theirs = School.objects.get(), School.objects.get()
        theirs.name = "Their words"
        save_newer(theirs, fields=["name"])
        mine.name = "My words"
        with pytest.raises(Outdated):
            describe_school(school=mine, terms=[], closures=[], by=senco)
        assert School.objects.get().name == "Their words"


def test_a_family_page_shows_the_number_that_was_saved(acting, senco):
    acting(senco).post("/school/", filled(senco.school, phone="01632 960001"))
    assert "01632 960001" in acting(person("parent", at=senco.school)).get("/you/").content.decode()


def test_past_school_years_are_folded_away_until_something_in_them_is_wrong(acting, senco):
    past, lasting = (
        ("Autumn 2019", DAY(2019, 9, 2), DAY(2019, 12, 18)),
        ("Autumn", DAY(2099, 9, 2), DAY(2099, 12, 18)),
    )
    with acting_as(senco):
        describe_school(school=senco.school, terms=[past, lasting], closures=[], by=senco)
    office = acting(senco)
    page = office.get("/school/").content.decode()
    folded = page.partition('<details class="card" >')[2].partition("</details>")[0]
    assert 'value="Autumn 2019"' in folded and 'value="Autumn"' not in folded and "Term 1" in folded
    assert "Term 2" in page.partition("</details>")[2]
    wrong = rows("term", ("", "2019-09-02", "2019-12-18"), ("Autumn", "2099-09-02", "2099-12-18"), stored=2)
    sent = filled(reread(senco.school), **wrong)
    assert '<details class="card" open>' in office.post("/school/", sent).content.decode()
