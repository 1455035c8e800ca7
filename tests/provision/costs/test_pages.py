"""The pages of costs: for the SENCO and the head, and for nobody else."""

import datetime
import io

import openpyxl
import pypdf
import pytest
from django.urls import reverse

from provision import models
from tests.factories import as_owner, person, pupil
from tests.factories.provided import provision

from .conftest import rate_of

pytestmark = pytest.mark.django_db
RATE = {"card": "school", "adult_role": "ta", "pence": "£17.24", "paid_weeks": "", "valid_from": "2026-09-01"}
BUDGET = {"kind": "notional", "label": "", "pence": "120,000", "starts": "2026-04-01", "ends": "2027-03-31"}
TOP_UP = {"pence": "4500", "starts": "2026-09-01", "ends": "", "source": "Authority, EHC 12"}
OPEN = (
    "provision:costs",
    "provision:what_if",
    "provision:rates",
    "provision:budgets",
    "provision:cost_settings",
)


def rows(model) -> list:
    with as_owner():
        return list(model.objects.order_by("pk"))


@pytest.mark.parametrize("name", OPEN)
@pytest.mark.parametrize("role", ["senco", "head"])
def test_the_senco_and_the_head_read_them(acting, senco, running, rate, name, role):
    reader = senco if role == "senco" else person("head", at=senco.school)
    assert acting(reader).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", [*OPEN, "provision:add_rate", "provision:add_budget"])
@pytest.mark.parametrize("role", ["admin", "teacher", "ta", "parent", "governor"])
def test_nobody_else_does(acting, senco, name, role):
    assert acting(person(role, at=senco.school)).get(reverse(name)).status_code == 403


def test_the_page_says_what_it_costs_and_on_what_that_rests(acting, senco, running, rate, children):
    page = acting(senco).get(reverse("provision:costs")).content.decode()
    assert "Ada Clarke" in page and "£4.31" not in page  # totals, not shares of one session
    assert "Teaching assistant £17.24 from 1 Sep 2026" in page
    assert "No budget is entered" in page and "£6,000.00" in page


def test_without_a_rate_it_says_so(acting, senco, running):
    page = acting(senco).get(reverse("provision:costs")).content.decode()
    assert "No rate is entered for:" in page and "Teaching assistant" in page


def test_an_empty_school_is_told_what_will_be_here(acting, senco):
    assert "Nothing to count in this period" in acting(senco).get(reverse("provision:costs")).content.decode()


def test_pounds_are_kept_as_pence(acting, senco):
    assert acting(senco).post(reverse("provision:add_rate"), RATE).status_code == 302
    [made] = rows(models.StaffRate)
    assert (made.pence, made.saved_by) == (1724, senco)


@pytest.mark.parametrize("wrong", ["", "lots", "-1", "17.245", "1001", "1e3000", "NaN"])
def test_an_amount_that_is_none_is_sent_back(acting, senco, wrong):
    sent = acting(senco).post(reverse("provision:add_rate"), RATE | {"pence": wrong})
    assert sent.status_code == 422 and not rows(models.StaffRate)


def test_a_second_rate_of_the_same_day_is_sent_back(acting, senco, rate):
    assert acting(senco).post(reverse("provision:add_rate"), RATE).status_code == 422
    assert len(rows(models.StaffRate)) == 1


def test_two_who_change_a_rate_meet(acting, senco, rate):
    address, browser = reverse("provision:edit_rate", args=[rate.pk]), acting(senco)
    form = browser.get(address).context["form"]
    opened = {name: form[name].value() or "" for name in form.fields}
    with as_owner():
        models.StaffRate.objects.update(pence=1900, version=2)
    sent = browser.post(address, opened | {"pence": "20.00"})
    assert sent.status_code == 422 and "19.00" in sent.content.decode()
    assert rows(models.StaffRate)[0].pence == 1900


def test_what_a_colleague_changed_is_taken_over_in_pounds(acting, senco, rate):
    """An amount that only the other person changed stands in the form as it would be typed, not in pence."""
    address, browser = reverse("provision:edit_rate", args=[rate.pk]), acting(senco)
    form = browser.get(address).context["form"]
    opened = {name: form[name].value() or "" for name in form.fields}
    with as_owner():
        models.StaffRate.objects.update(pence=1900, version=2)
    merged = browser.post(address, opened | {"paid_weeks": "44"}).context["form"]
    sent = browser.post(address, {name: merged[name].value() or "" for name in merged.fields})
    assert sent.status_code == 302
    assert [(each.pence, each.paid_weeks) for each in rows(models.StaffRate)] == [(1900, 44)]


def test_a_rate_is_removed_and_brought_back(acting, senco, rate):
    browser = acting(senco)
    browser.post(reverse("provision:remove_rate", args=[rate.pk]))
    assert rows(models.StaffRate)[0].removed_at
    browser.post(reverse("provision:bring_back_rate", args=[rate.pk]))
    assert rows(models.StaffRate)[0].removed_at is None


def test_one_whose_day_was_taken_stays_removed(acting, senco, rate):
    browser = acting(senco)
    browser.post(reverse("provision:remove_rate", args=[rate.pk]))
    other = rate_of(senco)
    browser.post(reverse("provision:bring_back_rate", args=[rate.pk]))
    assert [each.pk for each in rows(models.StaffRate) if each.removed_at is None] == [other.pk]


def test_a_budget_and_a_top_up(acting, senco, children):
    browser = acting(senco)
    assert browser.post(reverse("provision:add_budget"), BUDGET).status_code == 302
    assert rows(models.Budget)[0].pence == 120_000_00
    top_up = reverse("provision:add_top_up", args=[children[0].pk])
    assert browser.post(top_up, TOP_UP).status_code == 302
    assert rows(models.TopUp)[0].pence == 4500_00
    ended = browser.post(reverse("provision:add_budget"), BUDGET | {"ends": "2026-03-31"})
    assert ended.status_code == 422 and len(rows(models.Budget)) == 1


def test_settings_change_the_financial_year(acting, senco, running, rate):
    sent = {
        "first_month": "9",
        "card": "school",
        "size_rule": "attendance",
        "taught_weeks": "38",
        "expectation_pence": "6000",
        "version": "0",
    }
    assert acting(senco).post(reverse("provision:cost_settings"), sent).status_code == 302
    page = acting(senco).get(reverse("provision:costs")).content.decode()
    assert "1 Sep 2" in page and "shared by the pupils who came" in page


def test_a_pupils_page_and_whose_group_it_was(acting, senco, running, rate, children):
    browser, address = acting(senco), reverse("provision:pupil_costs", args=[children[0].pk])
    page = browser.get(address).content.decode()
    assert "Talk time" in page and "group of 2" in page
    with as_owner():
        place = running.places.get(pupil=children[0])
    before = browser.get(address).context["costs"].total.planned
    browser.post(reverse("provision:carry_cost", args=[place.pk]), {"carries": "yes"})
    assert browser.get(address).context["costs"].total.planned == pytest.approx(2 * before, abs=1)
    browser.post(reverse("provision:carry_cost", args=[place.pk]), {"carries": "no"})
    assert browser.get(address).context["costs"].total.planned == before


def test_strangers_find_nothing(acting, running, rate, children):
    far = acting(person("senco"))
    assert far.get(reverse("provision:pupil_costs", args=[children[0].pk])).status_code == 404
    assert far.get(reverse("provision:edit_rate", args=[rate.pk])).status_code == 404
    assert far.post(reverse("provision:remove_rate", args=[rate.pk])).status_code == 404


def test_writing_is_not_done_by_looking(acting, senco, rate, running):
    with as_owner():
        place = running.places.first()
    for name, pk in (("remove_rate", rate.pk), ("bring_back_rate", rate.pk), ("carry_cost", place.pk)):
        assert acting(senco).get(reverse(f"provision:{name}", args=[pk])).status_code == 405


def test_the_costed_map_as_files(proved, senco, running, rate, children):
    browser = proved(senco)
    pdf = browser.get(reverse("provision:costed_map", args=[children[0].pk, "pdf"]))
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages)
    assert (
        "Ada Clarke" in words
        and "Talk time" in words
        and "£17.24" in words
        and "preparation and travel" in words
    )
    sheet = browser.get(reverse("provision:costed_map", args=[children[0].pk, "xlsx"]))
    cells = list(openpyxl.load_workbook(io.BytesIO(sheet.content)).worksheets[0].values)
    [line] = [row for row in cells if row[0] == "Talk time"]
    [total] = [row for row in cells if row[0] == "Total"]
    assert line[5] == total[5] > 0
    assert browser.get(reverse("provision:costed_map", args=[children[0].pk, "exe"])).status_code == 404


def test_the_schools_table_as_a_file(proved, senco, running, rate, children):
    answer = proved(senco).get(reverse("provision:export_costs", args=["xlsx"]))
    cells = list(openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0].values)
    amounts = {row[1] or row[0]: row[4] for row in cells if isinstance(row[4], (int, float))}
    assert amounts["Ada"] + amounts["Ben"] + amounts["Empty places"] == pytest.approx(amounts["Total"])


def test_what_if_on_the_page(acting, senco, running, rate, talk_time):
    today = datetime.date.today().isoformat()
    asked = {"on": today, "rise": "4", "leaver": "", "joiners": "1", "joins": str(talk_time.pk)}
    page = acting(senco).get(reverse("provision:what_if"), asked)
    assert page.status_code == 200 and page.context["result"].difference > 0
    wrong = acting(senco).get(reverse("provision:what_if"), asked | {"joins": ""})
    assert wrong.status_code == 422 and "Choose what these pupils get" in wrong.content.decode()


def test_the_number_of_queries_does_not_grow(acting, senco, running, rate, talk_time, count_queries):
    browser, address = acting(senco), reverse("provision:costs")
    few = count_queries(browser, address)
    for _ in range(5):
        adults = [person("ta", at=senco.school)]
        provision(
            talk_time,
            by=senco,
            pupils=[pupil(at=senco.school)],
            adults=adults,
            starts=running.starts,
            ends=running.ends,
        )
    assert count_queries(browser, address) == few
