"""What leaves the register: the same rows and columns, text that cannot run, proof of who one is, a record of it."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.urls import reverse

from senco.audit.models import ReadEvent
from tests.factories import as_owner, on_status, person, pupil

pytestmark = pytest.mark.django_db
XLSX, CSV = (reverse("register:export_register", args=[kind]) for kind in ("xlsx", "csv"))
FORMULAS = ["=1+1", "+44 1632", "-cmd", "@SUM(A1)", "\t=1+1", "＝1+1"]


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def office(proved, senco):
    """A browser in which the SENCO has just proved who they are."""
    return proved(senco)


def listed(surname, senco, **fields):
    made = pupil(at=senco.school, legal_surname=surname, legal_forename="Given", **fields)
    on_status(made, since=datetime.date(2025, 9, 1))
    return made


def sheet_of(answer):
    return openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]


def lines_of(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_excel_holds_the_rows_and_columns_of_the_page(office, senco):
    listed("Able", senco, key_adult=senco)
    listed("Zed", senco)
    page = office.get(reverse("register:register"), {"name": "able"})
    rows = list(sheet_of(office.get(XLSX, {"name": "able"})).iter_rows(values_only=True))
    assert list(rows[0]) == [str(column.heading) for column in page.context["columns"]]
    assert all(
        f">{heading}<" in page.content.decode() or f">{heading} <" in page.content.decode()
        for heading in rows[0]
    )
    assert rows[1][:5] == ("Able, Given", 7, "7A", "SEN Support", datetime.datetime(2025, 9, 1))
    assert senco.name in rows[1] and len(rows) == 2


def test_csv_holds_the_same(office, senco):
    listed("Able", senco)
    assert lines_of(office.get(CSV))[1][:5] == ["Able, Given", "7", "7A", "SEN Support", "2025-09-01"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_can_run(office, senco, text):
    listed("Able", senco, form=text)
    cell = sheet_of(office.get(XLSX))["C2"]
    assert cell.data_type == "s"
    assert lines_of(office.get(CSV))[1][2] == f"'{text}"


def test_control_an_ordinary_form_is_left_alone(office, senco):
    listed("Able", senco, form="7A")
    assert lines_of(office.get(CSV))[1][2] == "7A"


def test_ticked_pupils_alone_or_the_whole_list(office, senco):
    one = listed("Able", senco)
    listed("Baker", senco)
    assert len(lines_of(office.get(CSV, {"selected": [one.pk, "nonsense"]}))) == 2
    assert len(lines_of(office.get(CSV, {"selected": [one.pk], "whole_list": "1"}))) == 3
    assert len(lines_of(office.get(CSV))) == 3


@pytest.mark.parametrize(
    "address", ["choosing=1", "selected=nonsense", "form_group=7Z", "year=99&whole_list=1"]
)
@pytest.mark.parametrize("url", [XLSX, CSV, reverse("register:print_register")])
def test_nobody_ticked_or_a_form_that_is_gone_is_never_the_whole_register(office, senco, url, address):
    listed("Able", senco)
    answer = office.get(f"{url}?{address}", follow=True)
    assert answer.redirect_chain and "text/html" in answer["Content-Type"]
    with as_owner():
        assert not ReadEvent.objects.filter(
            what__in=["register csv", "register xlsx", "register print"]
        ).exists()


def test_a_start_that_stands_in_is_words_and_not_a_date(office, senco):
    child = listed("Able", senco)
    with as_owner():
        child.statuses.update(start_known=False)
    assert lines_of(office.get(CSV))[1][4] == "not known, on record since 1 Sep 2025"
    assert "start not known" in office.get(reverse("register:register")).content.decode()


def test_a_pupil_of_another_school_cannot_be_ticked_in(office, senco):
    stranger = listed("Stranger", person("senco"))
    listed("Able", senco)
    assert len(lines_of(office.get(CSV, {"selected": [stranger.pk]}))) == 1


def test_who_took_which_pupils_is_kept(office, senco):
    child = listed("Able", senco)
    office.get(XLSX)
    with as_owner():
        event = ReadEvent.objects.get(kind="exported")
    assert (event.what, event.pupil_ids, event.membership_id) == ("register xlsx", [child.pk], senco.pk)


def test_without_recent_proof_one_is_asked_for_it_first(acting, senco):
    answer = acting(senco).get(XLSX)
    assert answer.status_code == 302 and "reauthenticate" in answer.url
    with as_owner():
        assert not ReadEvent.objects.filter(kind="exported").exists()


def test_an_unknown_kind_of_file_is_not_found(office):
    assert office.get(reverse("register:export_register", args=["exe"])).status_code == 404


@pytest.mark.parametrize("url", [XLSX, reverse("register:print_register")])
def test_other_roles_may_not_and_nobody_may_post(proved, office, url):
    assert office.post(url).status_code == 405
    assert proved(person("teacher")).get(url).status_code == 403


def test_the_print_says_who_and_when_and_lists_every_row(office, senco):
    for number in range(60):
        listed(f"P{number:02}", senco)
    text = office.get(reverse("register:print_register")).content.decode()
    assert text.count("<tr>") == 61
    assert f"Printed by {senco.name}" in text and "Confidential" in text
    assert '<body class="landscape"' in text, "eleven columns lie across the paper"
