"""The digest of a class: what several need first, then one by one; alerts at the top; nothing of anybody outside one's sight."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from provision import banks
from provision.models import SchoolStrategy
from provision.queries.banks import code_of
from provision.queries.digests import digest_of
from senco.access.context import acting_as
from tests.factories import as_owner, group, on_status, person, pupil
from tests.factories.profiles import alert, in_force, item, published
from tests.provision.digest.conftest import opened

pytestmark = pytest.mark.django_db


def url(name, made):
    return reverse(f"provision:{name}", args=[made.pk])


def of(made, membership):
    with acting_as(membership):
        return digest_of(made, membership, timezone.localdate())


def test_shared_first_then_one_by_one(teacher, senco, pupils, seven_a):
    for each in pupils[:3]:
        in_force(each, by=senco, strategies=["One instruction at a time"])
    item(in_force(pupils[3], by=senco), "A quiet place to go to")
    found = of(seven_a, teacher)
    assert [(one.text, one.count, one.total) for one in found.shared] == [("One instruction at a time", 3, 8)]
    entries = {entry.name: entry for entry in found.entries}
    assert entries["Dee Deeson"].own == ("A quiet place to go to",)
    assert entries["Ali Alison"].own == () and entries["Ali Alison"].shared == 1
    assert found.others == 4


def test_the_stage_is_called_as_the_schools_framework_calls_it(teacher, pupils, seven_a):
    on_status(pupils[0], stage="ni5_2")
    on_status(pupils[1], "N")
    assert [(entry.name, entry.status) for entry in of(seven_a, teacher).entries] == [
        ("Ali Alison", "Stage 2")
    ]


@pytest.mark.parametrize(
    "steps",
    [
        ("begun",),
        ("begun", "shared"),
        ("begun", "shared", "in_force", "reviewed"),
        ("begun", "in_force", "archived"),
    ],
)
def test_only_plans_in_force_count(teacher, senco, pupils, seven_a, steps):
    in_force(pupils[0], by=senco, strategies=["Timer"], steps=steps)
    assert of(seven_a, teacher).entries == ()
    in_force(pupils[1], by=senco, strategies=["Timer"], steps=("begun", "in_force", "updated"))  # control
    assert of(seven_a, teacher).entries[0].own == ("Timer",)


def test_what_was_removed_is_gone_and_other_kinds_have_their_place(teacher, senco, pupils, seven_a):
    made = in_force(pupils[0], by=senco)
    item(made, "Gone", removed_at=timezone.now())
    item(made, "Extra time", kind="access")
    item(made, "Reading ruler", kind="resource")
    item(made, "Sits at the front", kind="adjustment")
    item(in_force(pupils[1], by=senco), "Extra time", kind="access")
    found = of(seven_a, teacher)
    entry = found.entries[0]
    assert (entry.own, entry.access, entry.uses) == (
        ("Sits at the front",),
        ("Extra time",),
        ("Reading ruler",),
    )
    assert [(one.text, one.count) for one in found.access] == [("Extra time", 2)]


def test_two_of_one_name_are_two(teacher, senco):
    twins = [pupil(at=senco.school, legal_forename="Jo", legal_surname="Ray") for _n in range(2)]
    made = group(at=senco.school, teachers=[teacher], pupils=twins, name="Twins")
    opened(senco.school)
    in_force(twins[0], by=senco, strategies=["Only the first"])
    assert [entry.own for entry in of(made, teacher).entries] == [("Only the first",)]


def test_alerts_stand_at_the_top_while_they_hold(acting, teacher, senco, pupils, seven_a):
    alert(pupils[0], by=senco)
    alert(pupils[1], by=senco, text="Long ago", ends="2026-02-01")
    alert(pupils[2], by=senco, text="Not yet", starts="2999-01-01")
    assert [one.alert.text for one in of(seven_a, teacher).alerts] == ["Nut allergy"]
    page = acting(teacher).get(url("digest", seven_a)).content.decode()
    assert page.index("Nut allergy") < page.index("New or changed")


def test_the_senco_is_prompted_and_teachers_are_not(acting, teacher, senco, pupils, seven_a):
    for each in pupils[:4]:
        in_force(each, by=senco, strategies=["Timer"])
    assert "Should this be ordinary practice?" in acting(senco).get(url("digest", seven_a)).content.decode()
    assert (
        "Should this be ordinary practice?"
        not in acting(teacher).get(url("digest", seven_a)).content.decode()
    )


def test_what_the_school_counts_as_ordinary_stands_apart(teacher, senco, pupils, seven_a):
    with as_owner():
        entry = SchoolStrategy.objects.create(
            school=senco.school, saved_by=senco, text="Timer", area="CL", ordinary=True
        )
    for each in pupils[:4]:
        item(in_force(each, by=senco), "Timer", bank=code_of(entry))
    found = of(seven_a, teacher)
    assert (found.shared, found.prompts) == ((), ()) and found.ordinary[0].count == 4
    assert {one.shared for one in found.entries} == {1}


def test_so_does_good_practice_of_the_shipped_bank(acting, proved, teacher, senco, pupils, seven_a):
    entry = next(each for each in banks.strategies() if each.ordinary)
    other = next(each for each in banks.strategies() if not each.ordinary)
    for each in pupils[:4]:
        made = in_force(each, by=senco)
        item(made, "Say it in steps", bank=entry.code)
        item(made, "A quiet place", bank=other.code)
    found = of(seven_a, teacher)
    assert [one.text for one in found.ordinary] == ["Say it in steps"]
    assert [one.text for one in found.shared] == ["A quiet place"] == [one.text for one in found.prompts]
    page = acting(teacher).get(url("digest", seven_a)).content.decode()
    assert page.index("Good practice for everyone") < page.index("Say it in steps") < page.index("One by one")
    paper = PdfReader(BytesIO(proved(teacher).get(url("digest_pdf", seven_a)).content))
    assert "Say it in steps" in "".join(page.extract_text() for page in paper.pages)


def test_a_class_is_for_those_who_teach_it_and_the_office(acting, proved, senco, teacher, seven_a):
    colleague = person("teacher", at=senco.school)
    for name in ("digest", "digest_pdf", "cover_links"):
        assert proved(colleague).get(url(name, seven_a)).status_code == 404
    assert acting(senco).get(url("digest", seven_a)).status_code == 200
    assert acting(person("senco")).get(url("digest", seven_a)).status_code == 404
    assert acting(person("parent", at=senco.school)).get(url("digest", seven_a)).status_code == 403


def test_a_pupil_whose_record_is_closed_to_the_teacher_is_not_in_it(teacher, senco, pupils, seven_a):
    in_force(pupils[0], by=senco, strategies=["Timer"])
    assert of(seven_a, teacher).total == 8
    with as_owner():
        pupils[0].access.all().delete()
    found = of(seven_a, teacher)
    assert found.total == 7 and found.entries == ()


def cost(browser, address, count) -> int:
    with count(300) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_a_digest_costs_the_same_with_one_pupil_and_with_thirty(
    acting, teacher, senco, django_assert_max_num_queries
):
    def known(name):
        one = pupil(at=senco.school, legal_forename=name)
        on_status(one)
        in_force(one, by=senco, strategies=["Timer", name])
        alert(one, by=senco)
        published(one, by=senco)
        return one

    small = group(at=senco.school, teachers=[teacher], pupils=[known("Ann")], name="Small")
    opened(senco.school)
    browser = acting(teacher)
    addresses = [reverse("provision:classes"), url("digest", small)]
    browser.get(addresses[0])
    costs = [cost(browser, each, django_assert_max_num_queries) for each in addresses]
    large = group(
        at=senco.school, teachers=[teacher], pupils=[known(f"Bo{n}") for n in range(30)], name="Large"
    )
    opened(senco.school)
    again = [reverse("provision:classes"), url("digest", large)]
    assert [cost(browser, each, django_assert_max_num_queries) for each in again] == costs
