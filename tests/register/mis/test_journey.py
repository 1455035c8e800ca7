"""One import from the file to the undo, over the pages and as the command."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from register.models import Contact, ImportLine, ImportRun, Pupil, SenNeed, SenStatus
from senco.access.context import acting_as
from tests.factories import person, pupil, school

from .bringing import press_apply, take

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


def test_a_report_is_previewed_applied_and_undone(proved, senco):
    client = proved(senco)
    page = bring(client, TWO_PUPILS)
    shown = client.get(page).content.decode()
    assert "Marlowe, Isla" in shown and "Apply this import" in shown
    with acting_as(senco):
        assert not Pupil.objects.exists()  # the preview changed nothing
        run = ImportRun.objects.get()
    press_apply(client, run)
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


def test_the_same_file_twice_changes_nothing(proved, senco):
    client = proved(senco)
    for _turn in range(2):
        bring(client, TWO_PUPILS)
        with acting_as(senco):
            run = ImportRun.objects.latest("started_at")
        press_apply(client, run)
    assert run.counts["unchanged"] == 2
    with acting_as(senco):
        assert not run.lines.exists()
        assert Pupil.objects.count() == 2


def test_sen_facts_here_are_kept_until_somebody_decides(proved, senco):
    client = proved(senco)
    bring(client, TWO_PUPILS)
    with acting_as(senco):
        first = ImportRun.objects.get()
    press_apply(client, first)
    bring(client, TWO_PUPILS.replace(",K,SLCN,", ",E,ASD,"))
    with acting_as(senco):
        second = ImportRun.objects.latest("started_at")
        line = second.lines.get(kind=ImportLine.Kind.DECISION)
        assert line.decision == "ours"
    client.post(reverse("register:settle_line", args=[second.pk, line.pk]), {"decision": "theirs"})
    press_apply(client, second)
    with acting_as(senco):
        isla = Pupil.objects.get(legal_forename="Isla")
        assert [s.provision for s in isla.statuses.order_by("starts")] == ["K", "E"]


def test_a_court_order_ends_what_the_contact_could_see(proved, senco):
    from register.actions.access import derive_access

    child = pupil(at=senco.school, upn="G999400125001")
    parent = person("parent", at=senco.school)
    client = proved(senco)
    text = "UPN,Priority,Forename,Surname,Relationship,Parental responsibility,Email,Court order\nG999400125001,1,Dana,Marlowe,MOT,T,dana@example.org,{}\n"
    bring(client, text.format(""), "contacts.csv")
    with acting_as(senco):
        run = ImportRun.objects.get()
    press_apply(client, run)
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
    press_apply(client, run)
    with acting_as(parent):
        assert not Pupil.objects.exists()


def said_on(page) -> str:
    return page.content.decode()


def test_what_a_colleague_decided_meanwhile_is_shown_before_it_is_applied(proved, senco):
    client, office = proved(senco), proved(person("admin", at=senco.school))
    take(senco, TWO_PUPILS)
    run = just_brought(senco, client, TWO_PUPILS.replace(",K,SLCN,", ",E,ASD,"))
    seen = client.get(reverse("register:import", args=[run.pk])).context["form"].initial
    office.post(reverse("register:settle_all", args=[run.pk]), {"all": "sen_status:theirs"})
    answer = client.post(reverse("register:apply_import", args=[run.pk]), seen, follow=True)
    assert "Columns, words, decisions or records were changed after you opened this preview" in said_on(
        answer
    )
    with acting_as(senco):
        assert ImportRun.objects.get(pk=run.pk).state == "ready"
        assert SenStatus.objects.filter(provision="E").count() == 0
    press_apply(client, run)
    with acting_as(senco):
        assert SenStatus.objects.filter(provision="E").count() == 1


def test_columns_that_a_colleague_named_otherwise_are_shown_before_they_are_applied(proved, senco):
    client, office = proved(senco), proved(person("admin", at=senco.school))
    bring(client, "Ident,One,Two,Born\nG999400125001,Ann,Alpha,09/03/2014\n")
    with acting_as(senco):
        run = ImportRun.objects.get()
    columns = {"kind": "pupils", "column_0": "upn", "column_3": "date_of_birth"}
    first = columns | {"column_1": "legal_forename", "column_2": "legal_surname"}
    second = columns | {"column_1": "legal_surname", "column_2": "legal_forename"}
    client.post(reverse("register:import_columns", args=[run.pk]), first)
    seen = client.get(reverse("register:import", args=[run.pk])).context["form"].initial
    office.post(reverse("register:import_columns", args=[run.pk]), second)
    for sent in (seen, {}):
        client.post(reverse("register:apply_import", args=[run.pk]), sent)
        with acting_as(senco):
            assert not Pupil.objects.exists()
    press_apply(client, run)
    with acting_as(senco):
        assert Pupil.objects.get().legal_surname == "Ann"


def just_brought(senco, client, text: str) -> ImportRun:
    bring(client, text)
    with acting_as(senco):
        return ImportRun.objects.latest("started_at")


@pytest.mark.parametrize("role", ["teacher", "parent", "governor", "head"])
def test_other_roles_import_nothing(proved, role):
    assert proved(person(role)).get(reverse("register:imports")).status_code == 403


def test_another_schools_import_does_not_open(proved, senco):
    bring(proved(senco), TWO_PUPILS)
    with acting_as(senco):
        run = ImportRun.objects.get()
    stranger = proved(person("senco"))
    for name in ("import", "import_columns", "undo_import", "import_progress"):
        assert stranger.get(reverse(f"register:{name}", args=[run.pk])).status_code == 404


def test_a_preview_that_is_out_of_date_is_shown_again(proved, senco):
    client = proved(senco)
    page = bring(client, TWO_PUPILS)
    pupil(at=senco.school, upn="W999400125002", legal_forename="Jayden", legal_surname="Fenwick")
    with acting_as(senco):
        run = ImportRun.objects.get()
    assert press_apply(client, run).url == page
    with acting_as(senco):
        assert Pupil.objects.count() == 1  # nothing was applied yet
        assert ImportRun.objects.get().counts["new"] == 1  # and the preview knows the other pupil now
    press_apply(client, run)
    with acting_as(senco):
        assert Pupil.objects.count() == 2


def test_letters_lost_in_an_export_do_not_spoil_the_name_we_hold(proved, senco):
    client = proved(senco)
    for surname in ("Müller", "M?ller"):
        bring(client, TWO_PUPILS.replace("Marlowe", surname))
        with acting_as(senco):
            run = ImportRun.objects.latest("started_at")
        press_apply(client, run)
    with acting_as(senco):
        assert Pupil.objects.filter(legal_surname="Müller").exists()


def test_a_transfer_file_is_understood_by_our_own_reader(proved, senco):
    from register.imports.parsing import parse

    client = proved(senco)
    bring(client, TWO_PUPILS)
    with acting_as(senco):
        run = ImportRun.objects.get()
    press_apply(client, run)
    with acting_as(senco):
        isla = Pupil.objects.get(legal_forename="Isla")
        isla.left_on = datetime.date(2026, 7, 20)
        isla.save(update_fields=["left_on"])
    answers = {"pupils": [str(isla.pk)], "where": "known", "destination": "999/4002"}
    response = client.post(reverse("register:transfer"), answers)
    assert response["Content-Disposition"] == 'attachment; filename="9994001_CTF_9994002_001.xml"'
    read = parse(response.content, "out.xml", our_laestab="9994002", today=datetime.date(2026, 9, 1))
    assert [r.legal_surname.casefold() for r in read.records] == ["marlowe"]
    assert read.records[0].sen_history[-1].status == "K"
    assert [need.code for need in read.records[0].needs] == ["SLCN"]


def test_the_census_check_names_what_to_put_right(proved, senco):
    from tests.factories import on_status

    bare = pupil(at=senco.school, legal_surname="Bare")
    needless = pupil(at=senco.school, legal_surname="Needless", upn="G999400125001")
    on_status(needless, "K")
    fine = pupil(
        at=senco.school, legal_surname="Fine", upn="W999400125002", joined_on=datetime.date(2025, 9, 1)
    )
    on_status(fine, "N")
    text = proved(senco).get(reverse("register:census")).content.decode()
    assert "No SEN status is recorded." in text and bare.legal_surname in text
    assert "On the register without a type of need." in text
    assert "Fine" not in text
