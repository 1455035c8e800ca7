"""What goes back to other systems: the transfer file for leavers and the census check."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from register.actions.imports.undoing import undo_run
from register.models import ImportRun, SenInMis, SenNeed, SenStatus
from senco.access.context import acting_as
from tests.factories import as_owner, contact, on_status, person, pupil, school

from .bringing import HEADER, ISLA, JAYDEN, take

pytestmark = pytest.mark.django_db
LEFT = datetime.date(2026, 7, 20)


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


@pytest.fixture
def leaver(senco):
    return pupil(
        at=senco.school,
        upn="G999400125001",
        legal_surname="Marlowe",
        sex="F",
        left_on=LEFT,
        joined_on=datetime.date(2025, 9, 1),
    )


def ask(client, *pupils, where="known", destination="999/4002"):
    answers = {"pupils": [str(each.pk) for each in pupils], "where": where, "destination": destination}
    return client.post(reverse("register:transfer"), answers)


def name_of(response) -> str:
    return response["Content-Disposition"].partition('"')[2].rstrip('"')


def test_files_to_one_destination_are_numbered(proved, senco, leaver):
    client = proved(senco)
    assert name_of(ask(client, leaver)) == "9994001_CTF_9994002_001.xml"
    assert name_of(ask(client, leaver)) == "9994001_CTF_9994002_002.xml"
    assert name_of(ask(client, leaver, destination="9994003")) == "9994001_CTF_9994003_001.xml"


@pytest.mark.parametrize(("where", "party"), [("XXXXXXX", "XXXXXXX"), ("MMMMMMM", "MMMMMMM")])
def test_destinations_that_are_no_school(proved, senco, leaver, where, party):
    assert name_of(ask(proved(senco), leaver, where=where, destination="")) == f"9994001_CTF_{party}_001.xml"


def test_a_destination_must_be_a_number(proved, senco, leaver):
    response = ask(proved(senco), leaver, destination="next door")
    assert response.status_code == 422 and "Give seven digits" in response.content.decode()


def test_contacts_with_a_court_order_ended_ones_and_a_young_person_themselves_stay_out(proved, senco, leaver):
    contact(leaver, forename="Dana", surname="Told")
    contact(leaver, forename="Pete", surname="Ordered", court_order=True)
    contact(leaver, forename="Ann", surname="Ended", ended_on=LEFT)
    contact(leaver, forename="Sam", surname="Oneself", relationship="*YP")
    text = ask(proved(senco), leaver).content.decode().casefold()
    assert "told" in text
    assert "ordered" not in text and "ended" not in text and "oneself" not in text


def test_a_history_goes_out_and_comes_in_without_gaps(proved, senco, leaver):
    on_status(leaver, "K", since=datetime.date(2025, 9, 1))
    response = ask(proved(senco), leaver)
    there = person("senco", at=school(laestab="9994002"))
    take(there, response.content.decode(), name_of(response))
    with acting_as(there):
        periods = list(SenStatus.objects.order_by("starts"))
    assert [period.provision for period in periods] == ["K"]
    assert periods[-1].ends is None
    assert all(one.ends == following.starts for one, following in zip(periods, periods[1:], strict=False))


def test_one_status_written_down_twice_goes_out_once(proved, senco, leaver):
    renewed = datetime.date(2025, 9, 1)
    on_status(leaver, "K", since=datetime.date(2024, 1, 8), ends=renewed)
    on_status(leaver, "K", since=renewed, ends=datetime.date(2025, 11, 3))
    on_status(leaver, "E", since=datetime.date(2025, 11, 3))
    sent = ask(proved(senco), leaver).content.decode()
    assert re.findall(r"<StartDate>(.+)</StartDate>", sent) == ["2024-01-08", "2025-11-03"]


def test_nobody_else_makes_a_transfer_file(proved, senco, leaver):
    teacher = person("teacher", at=senco.school)
    assert proved(teacher).get(reverse("register:transfer")).status_code == 403
    stranger = ask(proved(person("senco")), leaver)
    assert stranger.status_code == 422, "another school's leaver is no choice"


def check(client) -> str:
    return client.get(reverse("register:census")).content.decode()


def test_the_census_check_tells_differences_and_missing_dates(acting, senco):
    take(senco, HEADER + ISLA)
    text = check(acting(senco))
    assert "No admission date is recorded." in text
    assert "stands in for the unknown start" in text
    assert "The MIS said" not in text
    take(senco, HEADER + ISLA.replace(",K,", ",E,"))  # undecided: ours is kept
    text = check(acting(senco))
    assert "The MIS said “EHC plan” (SIMS, " in text and "we hold “SEN Support”." in text


def test_the_last_word_of_the_mis_counts_whatever_came_since(acting, senco):
    first = HEADER + ISLA.replace("SLCN", "SLCN; SEMH") + JAYDEN
    take(senco, first)
    take(senco, HEADER + ISLA.replace(",K,SLCN", ",E,ASD") + JAYDEN)
    run = take(senco, HEADER + JAYDEN)  # a file of one pupil says nothing of the other
    text = check(acting(senco))
    assert "The MIS said “EHC plan”" in text and "The MIS gave the needs ASD" in text
    with acting_as(senco):
        assert SenInMis.objects.filter(origin_run=run.pk).count() == 0, "the same word is kept once"
        undo_run(run=run, by=senco)
        undo_run(run=ImportRun.objects.filter(state="applied").latest("applied_at"), by=senco)
    assert "The MIS" not in check(acting(senco)), "what was undone was not said"


def test_a_stand_in_for_a_start_is_told_and_not_passed_on(proved, senco):
    take(
        senco,
        HEADER.replace("Legal Surname", "Admission date,Legal Surname")
        + ISLA.replace("Marlowe", "01/09/2025,Marlowe"),
    )
    with acting_as(senco):
        status = SenStatus.objects.get()
        assert (status.starts, status.start_known) == (datetime.date(2025, 9, 1), False)
        status.pupil.left_on = LEFT
        status.pupil.save(update_fields=["left_on"])
    text = ask(proved(senco), status.pupil).content.decode()
    assert "<SENprovision>K</SENprovision>" in text and "<StartDate>" not in text
    assert "<SENtype>SLCN</SENtype>" in text and "<NeedStartDate>" not in text, "nobody gave the need a start"
    page = proved(senco).get(status.pupil.get_absolute_url()).content.decode()
    assert re.search(r"SLCN; School(&#x27;|')s MIS, start not known, on record since", page)


def test_a_start_that_the_file_gives_is_a_fact(senco):
    header = HEADER.replace("SEN status", "SEN status,SEN start date")
    take(senco, header + ISLA.replace(",K,", ",K,08/11/2021,"))
    with acting_as(senco):
        assert SenStatus.objects.get().start_known


def test_needs_that_were_taken_back_are_not_passed_on(proved, senco, leaver):
    on_status(leaver, "K", since=datetime.date(2025, 9, 1))
    with as_owner():
        common = {"school": senco.school, "pupil": leaver}
        SenNeed.objects.create(**common, need_type="MSI", starts=LEFT, ends=LEFT)
        SenNeed.objects.create(
            **common, need_type="HI", rank=2, starts=LEFT - datetime.timedelta(1), ends=LEFT
        )
    text = ask(proved(senco), leaver).content.decode()
    assert "MSI" not in text
    assert (
        "<NeedStartDate>2026-07-19</NeedStartDate>" in text
        and "<NeedEndDate>2026-07-19</NeedEndDate>" in text
    )


def test_no_need_is_open_in_the_file_without_sen(proved, senco, leaver):
    joined, ended = datetime.date(2025, 9, 1), datetime.date(2026, 3, 2)
    bare = pupil(at=senco.school, upn="W999400125002", legal_surname="Fenwick", sex="M", left_on=LEFT)
    on_status(leaver, "K", since=joined, ends=ended)
    on_status(leaver, "N", since=ended)
    with as_owner():
        for child in (leaver, bare):
            SenNeed.objects.create(school=senco.school, pupil=child, need_type="SLCN", starts=joined)
        SenNeed.objects.create(school=senco.school, pupil=leaver, need_type="HI", rank=2, starts=ended)
    text = ask(proved(senco), leaver, bare).content.decode()
    assert re.findall(r"<SENtype>(.+)</SENtype>", text) == ["SLCN"]
    assert re.findall(r"<NeedEndDate>(.+)</NeedEndDate>", text) == ["2026-03-01"]


def test_a_pupil_without_a_upn_or_sex_is_asked_about_first(proved, senco, leaver):
    bare = pupil(at=senco.school, upn="", sex="", legal_surname="Bare", left_on=LEFT)
    client = proved(senco)
    asked = ask(client, leaver, bare)
    assert asked.status_code == 422 and "Without a UPN or a sex: Bare" in asked.content.decode()
    answers = {"pupils": [str(bare.pk)], "where": "XXXXXXX", "anyway": "on"}
    assert client.post(reverse("register:transfer"), answers)["Content-Type"] == "application/xml"


def test_the_census_check_as_a_file(proved, senco):
    pupil(at=senco.school, legal_surname="Bare")
    client = proved(senco)
    response = client.get(reverse("register:census_file", args=["csv"]))
    assert "Bare" in response.getvalue().decode("utf-8-sig")
    assert client.get(reverse("register:census_file", args=["exe"])).status_code == 404
    assert proved(person("teacher", at=senco.school)).get(reverse("register:census")).status_code == 403


def test_as_many_queries_for_five_pupils_as_for_one(acting, senco, count_queries):
    on_status(pupil(at=senco.school), "K")
    client, address = acting(senco), reverse("register:census")
    one = count_queries(client, address)
    for number in range(5):
        on_status(pupil(at=senco.school, left_on=None if number else localdate()), "K")
    assert count_queries(client, address) == one
