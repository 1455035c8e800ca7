"""The library on the page and as a file."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from provision import models
from provision.library import SHIPPED
from tests.factories import as_owner, person, school
from tests.factories.provided import intervention, provision
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page

pytestmark = pytest.mark.django_db
ENTRY = {
    "name": "Book club", "plain": "Reading together.", "area": "CL", "tier": "2", "minutes": "30", "sessions_a_week": "2", "weeks": "12",
    "group_size": "4", "adult_role": "ta", "evidence": "none",
}  # fmt: skip


@pytest.fixture
def senco():
    return person("senco", at=school())


def rows(model=models.Intervention) -> list:
    with as_owner():
        return list(model.objects.order_by("pk"))


def test_the_starter_set_is_taken_over_once(acting, senco):
    browser, codes = acting(senco), [SHIPPED[0].code, SHIPPED[1].code]
    assert len(browser.get(reverse("provision:starter_library")).context["areas"]) == 4
    for _twice in range(2):
        assert browser.post(reverse("provision:starter_library"), {"selected": codes}).status_code == 302
    assert [row.shipped for row in rows()] == codes
    assert len(rows(models.Resource)) == sum(len(entry.kit) for entry in SHIPPED[:2])


def test_all_of_it_can_be_taken_over(acting, senco):
    acting(senco).post(reverse("provision:starter_library"), {"selected": [entry.code for entry in SHIPPED]})
    assert len(rows()) == len(SHIPPED)


def test_a_code_that_is_not_shipped_adds_nothing(acting, senco):
    acting(senco).post(reverse("provision:starter_library"), {"selected": [SHIPPED[0].code, "no-such-thing"]})
    assert rows() == []


def test_one_of_the_schools_own(acting, senco):
    browser = acting(senco)
    answer = browser.post(reverse("provision:add_intervention"), ENTRY)
    [made] = rows()
    assert answer.url == reverse("provision:intervention", args=[made.pk])
    again = browser.post(reverse("provision:add_intervention"), ENTRY | {"name": "book CLUB"})
    assert again.status_code == 422 and "of this name already" in again.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"minutes": "0"}, {"tier": "9"}, {"first_year": "2027", "last_year": "2026"}, {"name": ""}]
)
def test_what_cannot_be_is_sent_back(acting, senco, wrong):
    assert acting(senco).post(reverse("provision:add_intervention"), ENTRY | wrong).status_code == 422
    assert rows() == []


def test_two_who_change_one_meet(acting, senco):
    row, browser = intervention(by=senco, name="Book club"), acting(senco)
    address = reverse("provision:edit_intervention", args=[row.pk])
    form = browser.get(address).context["form"]
    opened = {name: form[name].value() or "" for name in form.fields}
    with as_owner():
        models.Intervention.objects.update(minutes=45, version=2)
    sent = browser.post(address, opened | {"minutes": "50"})
    assert sent.status_code == 422 and "45" in sent.content.decode() and rows()[0].minutes == 45


def test_retired_it_begins_no_group_and_is_brought_back(acting, senco):
    row, browser = intervention(by=senco, name="Book club"), acting(senco)
    browser.post(reverse("provision:retire_intervention", args=[row.pk]))
    assert "Book club" not in browser.get(reverse("provision:library")).content.decode()
    assert "Book club" in browser.get(reverse("provision:library"), {"show": "retired"}).content.decode()
    assert browser.get(reverse("provision:begin_group", args=[row.pk])).status_code == 404
    other = intervention(by=senco, name="Book club")
    browser.post(reverse("provision:bring_back_intervention", args=[row.pk]))
    with as_owner():
        assert models.Intervention.objects.get(pk=row.pk).retired_at  # one of that name was added since
        other.delete()
    browser.post(reverse("provision:bring_back_intervention", args=[row.pk]))
    assert rows()[0].retired_at is None


def test_what_it_needs_is_typed_in_pounds(acting, senco):
    row, browser = intervention(by=senco), acting(senco)
    sent = {"name": "Cards", "pence": "45.50", "life_months": "60", "bought_on": "", "shared": "on"}
    assert browser.post(reverse("provision:add_resource", args=[row.pk]), sent).status_code == 302
    [made] = rows(models.Resource)
    assert made.pence == 4550
    browser.post(reverse("provision:remove_resource", args=[made.pk]))
    assert "Cards" not in browser.get(row.get_absolute_url()).context["resources"]
    browser.post(reverse("provision:bring_back_resource", args=[made.pk]))
    assert "£45.50" in browser.get(row.get_absolute_url()).content.decode()


@pytest.mark.parametrize("role", ["admin", "head", "teacher", "ta"])
def test_colleagues_read_and_do_not_write(acting, senco, role):
    row, browser = intervention(by=senco, name="Book club"), acting(person(role, at=senco.school))
    assert "Book club" in browser.get(reverse("provision:library")).content.decode()
    assert browser.get(row.get_absolute_url()).status_code == 200
    for name, args in (
        ("add_intervention", []),
        ("edit_intervention", [row.pk]),
        ("upload_library", []),
        ("starter_library", []),
    ):
        assert browser.get(reverse(f"provision:{name}", args=args)).status_code == 403


def test_another_school_and_families_find_nothing(acting, senco):
    row = intervention(by=senco, name="Book club")
    far = acting(person("senco"))
    assert far.get(row.get_absolute_url()).status_code == 404
    assert far.post(reverse("provision:retire_intervention", args=[row.pk])).status_code == 404
    assert acting(person("parent", at=senco.school)).get(reverse("provision:library")).status_code == 403


def test_looking_changes_nothing(acting, senco):
    row = intervention(by=senco)
    for name in ("retire_intervention", "bring_back_intervention"):
        assert acting(senco).get(reverse(f"provision:{name}", args=[row.pk])).status_code == 405
    assert acting(senco).get(reverse("provision:add_uploaded_library")).status_code == 405


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        ({"area": "CL"}, True),
        ({"area": "SE"}, False),
        ({"words": "book"}, True),
        ({"words": "zz"}, False),
        ({"tier": "9"}, True),
    ],
)
def test_filters(acting, senco, asked, there):
    intervention(by=senco, name="Book club")
    assert ("Book club" in acting(senco).get(reverse("provision:library"), asked).content.decode()) is there


def upload(browser, content: bytes, name: str = "library.csv"):
    return browser.post(reverse("provision:upload_library"), {"file": SimpleUploadedFile(name, content)})


def add_what_was_shown(browser, page):
    return browser.post(reverse("provision:add_uploaded_library"), {"rows": page.context["sealed"]})


def test_a_file_out_and_in_again_loses_nothing(acting, senco):
    acting(senco).post(reverse("provision:starter_library"), {"selected": [entry.code for entry in SHIPPED]})
    out = acting(senco).get(reverse("provision:export_library", args=["xlsx"]))
    assert openpyxl.load_workbook(io.BytesIO(out.content)).worksheets[0].max_row > len(SHIPPED)
    other = person("senco")
    page = upload(acting(other), out.content, "library.xlsx")
    assert (page.context["wrong"], page.context["new"]) == (0, len(SHIPPED))
    add_what_was_shown(acting(other), page)
    facts = [
        "name", "plain", "area", "tier", "description", "entry_criteria", "exit_criteria", "measures", "minutes", "sessions_a_week",
        "weeks", "group_size", "adult_role", "external", "evidence", "evidence_source",
    ]  # fmt: skip

    needs: dict = {}
    for one in rows(models.Resource):
        needs.setdefault(one.intervention_id, []).append((one.name, one.pence, one.life_months, one.shared))
    assert len(needs) > 10

    def said(by) -> set:
        return {
            (*(str(getattr(row, name)) for name in facts), *needs.get(row.pk, ()))
            for row in rows()
            if row.school_id == by.school_id
        }

    assert said(other) == said(senco)


def test_a_bad_row_is_named_and_nothing_is_added(acting, senco):
    text = "Name,Area of need,Minutes a session,Tier,Sessions a week,Weeks,Pupils in a group,Run by\n"
    text += (
        "Good,Cognition and learning,20,Targeted,2,10,4,Teaching assistant\nBad,Nowhere,none,2,2,10,4,ta\n"
    )
    page = upload(acting(senco), text.encode())
    assert page.status_code == 422 and page.context["wrong"] == 1
    [bad] = [one for one in page.context["rows"] if one.faults]
    assert bad.row.number == 3 and len(bad.faults) == 2
    assert "sealed" not in page.context and rows() == []


def test_a_need_that_means_nothing_is_named_with_its_column(acting, senco):
    text = "Name,Area of need,Minutes a session,Tier,Sessions a week,Weeks,Pupils in a group,Run by,What it needs\n"
    page = upload(acting(senco), (text + "Good,CL,20,2,2,10,4,ta,Some books\n").encode())
    assert page.status_code == 422 and rows() == []
    [[fault]] = [one.faults for one in page.context["rows"]]
    assert fault.startswith("What it needs: “Some books”")


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"a,b\n1,2\n", b"<xml/>"])
def test_a_file_that_is_none_is_sent_back(acting, senco, content):
    assert upload(acting(senco), content).status_code == 422


def test_nobody_elses_preview_can_be_sent(acting, senco):
    text = "Name,Area of need,Minutes a session,Tier,Sessions a week,Weeks,Pupils in a group,Run by\nGood,CL,20,2,2,10,4,ta\n"
    page = upload(acting(senco), text.encode())
    add_what_was_shown(acting(person("senco")), page)
    assert rows() == []


def test_the_number_of_queries_does_not_grow(acting, senco, count_queries):  # noqa: F811
    browser, address = acting(senco), reverse("provision:library")
    provision(intervention(by=senco), by=senco)
    few = count_queries(browser, address)
    for _ in range(5):
        provision(intervention(by=senco), by=senco)
    assert count_queries(browser, address) == few


def test_a_file_says_tiers_as_the_school_does(acting, senco):
    with as_owner():
        models.PlanSettings.objects.create(
            school=senco.school, saved_by=senco, tier_names=["Wave 1", "Wave 2", "", "Targeted"]
        )
    heads = "Name,Area of need,Minutes a session,Tier,Sessions a week,Weeks,Pupils in a group,Run by\n"
    facts = "Cognition and learning,20,{tier},2,10,4,Teaching assistant\n"
    text = heads + "".join(f"Group {tier},{facts.format(tier=tier)}" for tier in ("wave 2", "Targeted", "3"))
    page = upload(acting(senco), text.encode())
    assert (page.context["wrong"], page.context["new"]) == (0, 3)
    add_what_was_shown(acting(senco), page)
    assert {row.name: row.tier for row in rows()} == {
        "Group wave 2": "2",
        "Group Targeted": "4",
        "Group 3": "3",
    }
    out = acting(senco).get(reverse("provision:export_library", args=["csv"])).content.decode("utf-8-sig")
    assert "Wave 2" in out
