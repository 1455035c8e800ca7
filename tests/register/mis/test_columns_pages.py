"""How the columns were read is shown, can be changed for this file and the next, and forgotten."""

import pytest
from django.urls import reverse

from register.models import ColumnMapping
from senco.access.context import acting_as
from tests.factories import person, school

from .bringing import HEADER, ISLA, bring, kinds, take
from .test_journey import bring as send
from .test_wizard import now, page

pytestmark = pytest.mark.django_db
ALIAS = HEADER.replace("Reg group", "Tutor") + ISLA
TITLED = "Larkfield report\nKey,Name,Name,Born\nG999400125001,Marlowe,Isla,09/03/2014\n"


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def answers(*fields, kind="pupils", name="", row=""):
    return {"kind": kind, "header_row": row, "remember_as": name} | {
        f"column_{n}": f for n, f in enumerate(fields)
    }


def test_the_preview_says_how_each_column_was_read(proved, senco):
    shown = proved(senco).get(page("import", bring(senco, ALIAS))).content.decode()
    assert "Legal Surname" in shown and "Legal surname" in shown
    assert "9 columns are read" in shown and "1 is not" in shown
    assert "Tutor" in shown and "not read" in shown and "Change columns" in shown


FIELDS = (
    "upn", "admission_number", "legal_surname", "legal_forename", "date_of_birth", "sex", "year_group", "form", "sen_status", "need_1",
)  # fmt: skip


def test_columns_of_a_recognised_file_are_changed_kept_replaced_and_forgotten(proved, senco):
    client = proved(senco)
    address = send(client, ALIAS)
    form = client.get(page("import_columns", now(senco))).content.decode()
    assert "Forename" in form and "Relationship" not in form, "only the fields of the kind are offered"
    client.post(page("import_columns", now(senco)), answers(*FIELDS, name="Ours"))
    with acting_as(senco):
        assert now_line(senco)["form"] == "7A"
    send(client, ALIAS)
    with acting_as(senco):
        assert now_line(senco)["form"] == "7A", "kept for the next file"
    wrong = [*FIELDS[:7], "middle_names", *FIELDS[8:]]
    client.post(page("import_columns", now(senco)), answers(*wrong, name="Other name"))
    with acting_as(senco):
        assert ColumnMapping.objects.count() == 1, "one for each set of headings"
        assert "form" not in now_line(senco)
    client.post(page("forget_columns", now(senco)))
    with acting_as(senco):
        assert not ColumnMapping.objects.exists()
        assert "middle_names" not in now_line(senco)
    assert client.get(address).status_code == 200


def now_line(senco) -> dict:
    from register.models import ImportRun

    return ImportRun.objects.order_by("started_at", "pk").last().lines.filter(kind="new").get().after["pupil"]


def test_a_heading_row_below_a_title_and_twice_the_same_heading(proved, senco):
    client = proved(senco)
    send(client, TITLED)
    form = client.get(
        page("import_columns", now(senco)), {"kind": "pupils", "header_row": "2"}
    ).content.decode()
    assert "Born" in form and 'name="column_3"' in form
    chosen = answers("upn", "legal_surname", "legal_forename", "date_of_birth", name="Titled", row="2")
    client.post(page("import_columns", now(senco)), chosen)
    assert kinds(now(senco)) == {"new": 1}
    send(client, TITLED.replace("Larkfield report", "Another day's report"))
    assert (now(senco).state, kinds(now(senco))) == ("ready", {"new": 1})


def test_another_kind_is_looked_at_before_it_is_chosen(proved, senco):
    client = proved(senco)
    send(client, ALIAS)
    form = client.get(
        page("import_columns", now(senco)), {"kind": "contacts", "header_row": ""}
    ).content.decode()
    assert "Relationship" in form and "Types of need" not in form


def test_a_transfer_file_and_an_applied_one_have_no_columns(proved, senco):
    client = proved(senco)
    run = take(senco, HEADER + ISLA)
    assert client.get(page("import_columns", run)).url == reverse("register:import", args=[run.pk])
    assert client.post(page("forget_columns", now(senco))).status_code == 302


@pytest.mark.parametrize("name", ["import_columns", "import_needs"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_comes_too_late_is_told_so_and_led_back(proved, senco, name, method):
    client = proved(senco)
    send(client, "Kid,Fam,Code,Born\nIsla,Marlowe,G999400125001,09/03/2014\n")
    run = now(senco)
    client.post(page("discard_import", run))
    answer = getattr(client, method)(page(name, run), {"kind": "pupils"}, follow=True)
    assert answer.redirect_chain == [(reverse("register:import", args=[run.pk]), 302)]
    assert "This import was already applied, discarded or refused." in answer.content.decode()
    stranger = proved(person("senco"))
    assert getattr(stranger, method)(page(name, run)).status_code == 404


@pytest.mark.parametrize("name", ["forget_columns", "retry_import"])
def test_pages_that_only_submit(proved, senco, name):
    run = bring(senco, ALIAS)
    assert proved(senco).get(page(name, run)).status_code == 405
    assert proved(person("senco")).post(page(name, run)).status_code == 404
    assert proved(person("teacher", at=senco.school)).post(page(name, run)).status_code == 403


def test_odd_statuses_and_roles_are_explained_on_one_page(proved, senco):
    client = proved(senco)
    address = send(client, HEADER + ISLA.replace(",K,SLCN", ",EHCP - requested,SLCN"))
    assert kinds(now(senco)) == {"parked": 1}
    assert "Say what they mean" in client.get(address).content.decode()
    assert "EHCP - requested" in client.get(page("import_needs", now(senco))).content.decode()
    client.post(page("import_needs", now(senco)), {"word_0": "K"})
    assert kinds(now(senco)) == {"new": 1}
    send(client, "Staff code,Surname,Email\nRC,Clarke,rc@example.org\nAB,Ball,ab@example.org\n", "staff.csv")
    assert kinds(now(senco)) == {"parked": 2}
    client.post(page("import_needs", now(senco)), {"word_0": "ta"})
    assert kinds(now(senco)) == {"new": 2}
    assert client.post(page("import_needs", now(senco)), {"word_0": "head"}).status_code == 422
