"""The wizard's pages: columns, words for needs, decisions, parked rows, work in the background; who may open them."""

import pytest
from django.db.utils import ProgrammingError
from django.urls import reverse

from register.models import ColumnMapping, ImportLine, ImportRun, Pupil, SenNeed
from register.tasks import take_up_imports
from senco.access.context import acting_as
from tests.factories import as_owner, bypassing_row_security, person, school

from .bringing import HEADER, ISLA, JAYDEN, bring, kinds, press_apply, take
from .test_journey import bring as send

pytestmark = pytest.mark.django_db
ODD = "Kid,Fam,Code,Born,Y\nIsla,Marlowe,G999400125001,09/03/2014,7\n"
CHOSEN = ("legal_forename", "legal_surname", "upn", "date_of_birth", "year_group")
SUBMITTED = ("discard_import", "settle_all")


@pytest.fixture
def senco():
    return person("senco", at=school(laestab="9994001"))


def page(name: str, run, *more) -> str:
    return reverse(f"register:{name}", args=[run.pk, *more])


def now(senco) -> ImportRun:
    with acting_as(senco):
        return ImportRun.objects.order_by("started_at", "pk").last()


def test_columns_are_named_once_and_remembered(proved, senco):
    client = proved(senco)
    assert client.get(send(client, ODD)).url == page("import_columns", now(senco))
    shown = client.get(page("import_columns", now(senco)))
    assert "Kid" in shown.content.decode() and "Marlowe" in shown.content.decode()
    answers = {"kind": "pupils", "remember_as": "Our report"} | {
        f"column_{n}": f for n, f in enumerate(CHOSEN)
    }
    client.post(page("import_columns", now(senco)), answers)
    assert kinds(now(senco)) == {"new": 1}
    with acting_as(senco):
        assert ColumnMapping.objects.get().columns[0] == ["Kid", "legal_forename"]
    send(client, ODD.replace("Isla", "Izzy"))
    assert (now(senco).state, now(senco).source) == ("ready", "Our report")


def test_words_for_needs_are_explained(proved, senco):
    client = proved(senco)
    address = send(client, HEADER + ISLA.replace("SLCN", "BESD"))
    assert "Say what they mean" in client.get(address).content.decode()
    assert "BESD" in client.get(page("import_needs", now(senco))).content.decode()
    client.post(page("import_needs", now(senco)), {"word_0": "SEMH"})
    press_apply(client, now(senco))
    with acting_as(senco):
        assert SenNeed.objects.get().need_type == "SEMH"


def test_a_file_without_odd_words_has_no_such_page(proved, senco):
    run = bring(senco, HEADER + ISLA)
    assert proved(senco).get(page("import_needs", run)).status_code == 404


def test_lines_of_one_sort_are_decided_together(proved, senco):
    take(senco, HEADER + ISLA + JAYDEN)
    client = proved(senco)
    address = send(client, HEADER + ISLA.replace(",K,SLCN", ",E,ASD") + JAYDEN.replace(",N,", ",K,MLD"))
    assert "all of them" in client.get(address).content.decode()
    client.post(page("settle_all", now(senco)), {"all": "sen_status:theirs"})
    press_apply(client, now(senco))
    with acting_as(senco):
        assert set(
            Pupil.objects.filter(statuses__ends=None).values_list("statuses__provision", flat=True)
        ) == {"E", "K"}
    client.post(page("settle_all", now(senco)), {"all": "sen_status:ours"})
    with acting_as(senco):
        assert not now_lines(senco).filter(decision="ours").exists(), "an applied import is decided no more"


def now_lines(senco):
    return ImportLine.objects.filter(run=ImportRun.objects.order_by("started_at").last(), kind="decision")


def test_a_decision_leads_back_to_its_line_on_its_page(proved, senco, monkeypatch):
    monkeypatch.setattr("register.views.imports.preview.PAGE", 1)
    take(senco, HEADER + ISLA + JAYDEN)
    client = proved(senco)
    address = send(client, HEADER + ISLA.replace(",K,", ",E,") + JAYDEN.replace(",N,", ",K,"))
    shown = client.get(address, {"show": "decision", "page": "2"})
    (line,) = [line for line, _changes, _field in shown.context["rows"]]
    assert 'name="page" value="2"' in shown.content.decode()
    answer = client.post(page("settle_line", now(senco), line.pk), {"decision": "theirs", "page": "2"})
    assert answer.url == f"{address}?show=decision&page=2#line-{line.pk}"
    assert f'id="line-{line.pk}"' in client.get(answer.url).content.decode()
    answer = client.post(page("settle_all", now(senco)), {"all": "sen_status:ours", "page": "2"})
    assert answer.url == f"{address}?show=decision&page=2"
    assert client.post(page("settle_all", now(senco)), {"page": "//x"}).url == f"{address}?show=decision"


def test_parked_rows_come_as_a_file(proved, senco):
    run = bring(senco, HEADER + ISLA.replace("09/03/2014", "31/02/2014"))
    response = proved(senco).get(page("parked_rows", run))
    text = response.getvalue().decode("utf-8-sig")
    assert "attachment" in response["Content-Disposition"]
    assert "31/02/2014" in text and "There is no such date" in text


def test_many_leavers_are_warned_of(proved, senco):
    take(senco, HEADER + ISLA + JAYDEN)
    run = bring(senco, HEADER + ISLA)
    assert "1 of 2 pupils would be marked as left" in proved(senco).get(page("import", run)).content.decode()


@pytest.mark.parametrize("show", ["new", "parked", "decision"])
def test_as_many_queries_for_fifty_lines_as_for_one(proved, senco, count_queries, show):
    take(senco, HEADER + ISLA + JAYDEN)
    run = bring(senco, HEADER + ISLA.replace(",K,SLCN", ",E,ASD") + JAYDEN)
    client, address = proved(senco), f"{page('import', run)}?show={show}"
    with as_owner():
        ImportLine.objects.create(
            school=senco.school, run=run, kind=show, row_number=9, label="x", field="sen_status"
        )
        ImportRun.objects.filter(pk=run.pk).update(counts={show: 49})
    one = count_queries(client, address)
    with as_owner():
        ImportLine.objects.bulk_create(
            ImportLine(
                school=senco.school, run=run, kind=show, row_number=n, label=f"x{n}", field="sen_status"
            )
            for n in range(10, 58)
        )
    assert count_queries(client, address) == one


def test_a_large_file_is_worked_on_in_the_background(proved, senco, monkeypatch):
    monkeypatch.setattr("register.views.imports.runs.IN_BACKGROUND_FROM", 10)
    monkeypatch.setattr("register.views.imports.preview.IN_BACKGROUND_FROM", 10)
    client = proved(senco)
    address = send(client, HEADER + ISLA)
    run = now(senco)
    assert client.get(address).url == page("import_progress", run)
    shown = client.get(page("import_progress", run))
    assert shown["Refresh"] == "2" and "Reading the file" in shown.content.decode()
    take_up_imports(str(senco.school_id))
    assert press_apply(client, run).url == address
    assert "Applying" in client.get(page("import_progress", run)).content.decode()
    take_up_imports(str(senco.school_id))
    assert now(senco).state == "applied"
    assert client.get(page("import_progress", run)).url == address


def test_work_that_fails_in_the_background_changes_nothing_and_says_so(senco, monkeypatch):
    run = bring(senco, HEADER + ISLA)
    with as_owner():
        ImportRun.objects.filter(pk=run.pk).update(state="applying")
        line = ImportLine.objects.get(run=run)
        ImportLine.objects.filter(pk=line.pk).update(
            after=line.after | {"pupil": line.after["pupil"] | {"no_such_field": 1}}
        )
    with pytest.raises(Exception, match="no_such_field"):
        take_up_imports(str(senco.school_id))
    assert now(senco).state == "ready" and "nothing was changed" in now(senco).refusal
    with acting_as(senco):
        assert not Pupil.objects.exists()


@pytest.mark.parametrize("name", SUBMITTED)
def test_pages_that_only_submit_refuse_to_be_opened(proved, senco, name):
    run = bring(senco, HEADER + ISLA)
    assert proved(senco).get(page(name, run)).status_code == 405


@pytest.mark.parametrize(
    "name",
    ["import", "import_columns", "import_needs", "undo_import", "import_progress", "parked_rows", *SUBMITTED],
)
def test_strangers_find_nothing_and_other_roles_may_not(proved, senco, name):
    run = bring(senco, HEADER + ISLA.replace("SLCN", "BESD"))
    ask = (
        (lambda client: client.post(page(name, run)))
        if name in SUBMITTED
        else (lambda client: client.get(page(name, run)))
    )
    assert ask(proved(person("teacher", at=senco.school))).status_code == 403
    assert ask(proved(person("senco"))).status_code == 404
    assert ask(proved(senco)).status_code in (200, 302)


@pytest.mark.parametrize("model", [ImportRun, ImportLine, ColumnMapping])
def test_either_lock_alone_keeps_imports_from_others(senco, model):
    run = bring(senco, HEADER + ISLA)
    with as_owner():
        ColumnMapping.objects.create(school=senco.school, kind="pupils", source="x", columns={})
    strange = person("senco")
    with acting_as(strange):
        assert not model.objects.exists(), "the database alone"
    for other in (strange, person("teacher", at=senco.school), person("parent", at=senco.school)):
        with bypassing_row_security():
            assert not model.objects.visible_to(other).exists(), "the queryset alone"
            assert model.objects.visible_to(senco).exists()
    with acting_as(senco):
        assert model.objects.exists() and run


@pytest.mark.parametrize("role", ["teacher", "parent", "governor"])
def test_other_roles_cannot_even_ask_the_database(senco, role):
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(person(role, at=senco.school)):
        ImportLine.objects.exists()
