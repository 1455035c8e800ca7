"""One import from the file to the undo, over the pages and as the command."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from register.models import Contact, ImportLine, ImportRun, Pupil, SenNeed, SenStatus
from senco.access.context import acting_as
from tests.factories import person, pupil, school

INPUTS = Path(__file__).parent.parent / "inputs"
pytestmark = pytest.mark.django_db

TWO_PUPILS = (
    "UPN,Adno,Legal Surname,Legal Forename,Date of birth,Gender,Year taught in,Reg group,SEN status,SEN need type (1),SEN start date\n"
    "G999400125001,000101,Marlowe,Isla,09/03/2014,F,7,7A,K,SLCN,08/11/2021\n"
    "W999400125002,000102,Fenwick,Jayden,23/05/2015,M,7,7B,N,,\n"
)


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def bring(client, text: str, name: str = "sims.csv"):
    response = client.post(reverse("register:imports"), {"file": SimpleUploadedFile(name, text.encode())})
    assert response.status_code == 302, response.content[:2000]
    return response.url


def test_a_report_is_previewed_applied_and_undone(acting, senco):
    client = acting(senco)
    page = bring(client, TWO_PUPILS)
    shown = client.get(page).content.decode()
    assert "Marlowe, Isla" in shown and "Apply this import" in shown
    with acting_as(senco):
        assert not Pupil.objects.exists()  # the preview changed nothing
        run = ImportRun.objects.get()
    client.post(reverse("register:apply_import", args=[run.pk]))
    with acting_as(senco):
        assert {p.name for p in Pupil.objects.all()} == {"Isla Marlowe", "Jayden Fenwick"}
        assert set(SenStatus.objects.values_list("pupil__legal_forename", "provision")) == {
            ("Isla", "K"),
            ("Jayden", "N"),
        }
        assert SenNeed.objects.get().need_type == "SLCN"
    client.post(reverse("register:undo_import", args=[run.pk]))
    with acting_as(senco):
        assert not Pupil.objects.exists() and not SenStatus.objects.exists()


def test_the_same_file_twice_changes_nothing(acting, senco):
    client = acting(senco)
    for _turn in range(2):
        bring(client, TWO_PUPILS)
        with acting_as(senco):
            run = ImportRun.objects.latest("started_at")
        client.post(reverse("register:apply_import", args=[run.pk]))
    assert run.counts["unchanged"] == 2
    with acting_as(senco):
        assert not run.lines.exists()
        assert Pupil.objects.count() == 2


def test_sen_facts_here_are_kept_until_somebody_decides(acting, senco):
    client = acting(senco)
    bring(client, TWO_PUPILS)
    with acting_as(senco):
        first = ImportRun.objects.get()
    client.post(reverse("register:apply_import", args=[first.pk]))
    bring(client, TWO_PUPILS.replace(",K,SLCN,", ",E,ASD,"))
    with acting_as(senco):
        second = ImportRun.objects.latest("started_at")
        line = second.lines.get(kind=ImportLine.Kind.DECISION)
        assert line.decision == "ours"
    client.post(reverse("register:settle_line", args=[second.pk, line.pk]), {"decision": "theirs"})
    client.post(reverse("register:apply_import", args=[second.pk]))
    with acting_as(senco):
        isla = Pupil.objects.get(legal_forename="Isla")
        assert [s.provision for s in isla.statuses.order_by("starts")] == ["K", "E"]


def test_a_court_order_ends_what_the_contact_could_see(acting, senco):
    from register.actions.access import derive_access

    child = pupil(at=senco.school, upn="G999400125001")
    parent = person("parent", at=senco.school)
    client = acting(senco)
    text = "UPN,Priority,Forename,Surname,Relationship,Parental responsibility,Email,Court order\nG999400125001,1,Dana,Marlowe,MOT,T,dana@example.org,{}\n"
    bring(client, text.format(""), "contacts.csv")
    with acting_as(senco):
        run = ImportRun.objects.get()
    client.post(reverse("register:apply_import", args=[run.pk]))
    with acting_as(senco):
        contact = Contact.objects.get()
        contact.membership = parent
        contact.save(update_fields=["membership"])
        derive_access(school=senco.school)
    with acting_as(parent):
        assert list(Pupil.objects.all()) == [child]
    bring(client, text.format("T"), "contacts.csv")
    with acting_as(senco):
        run = ImportRun.objects.latest("started_at")
    client.post(reverse("register:apply_import", args=[run.pk]))
    with acting_as(parent):
        assert not Pupil.objects.exists()


@pytest.mark.parametrize("role", ["teacher", "parent", "governor", "head"])
def test_other_roles_import_nothing(acting, role):
    assert acting(person(role)).get(reverse("register:imports")).status_code == 403


def test_another_schools_import_does_not_open(acting, senco):
    bring(acting(senco), TWO_PUPILS)
    with acting_as(senco):
        run = ImportRun.objects.get()
    stranger = acting(person("senco"))
    for name in ("import", "import_columns", "undo_import", "import_progress"):
        assert stranger.get(reverse(f"register:{name}", args=[run.pk])).status_code == 404
