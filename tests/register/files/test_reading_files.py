"""The list and the files themselves: who reads what, in either lock, and how a file is handed out."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from register.models import PupilFile, PupilFileContent
from senco.access.context import acting_as, acting_as_system
from senco.audit.models import ReadEvent
from tests.factories import access, as_owner, bypassing_row_security, kept_file, person
from tests.factories.records import days
from tests.reading import words_on
from tests.register.files.conftest import CIRCLES

pytestmark = pytest.mark.django_db

READ_BY = {
    "senco": set(CIRCLES),
    "admin": set(CIRCLES),
    "teacher": {"for staff"},
    "ta": {"for staff"},
    "other": set(),
    "mother": {"for the family"},
    "psychologist": {"for professionals"},
}


@pytest.fixture
def circles(scene) -> dict[str, PupilFile]:
    """One file for each circle of readers, one of another pupil, one that waits, one that was removed."""
    everybody = {"for_family": True, "for_agency": True}
    made = {
        name: kept_file(scene.amina, by=scene.senco, name=name, **which) for name, which in CIRCLES.items()
    }
    kept_file(scene.stranger, by=scene.senco, name="of a stranger", **everybody)
    kept_file(scene.amina, by=scene.senco, name="waiting", scan="waiting", **everybody)
    kept_file(
        scene.amina,
        by=scene.senco,
        name="removed",
        removed_at=days(0),
        removed_by=scene.senco,
        removed_why="asked",
        **everybody,
    )
    return made


@pytest.mark.parametrize("who", READ_BY)
def test_each_lock_alone_opens_the_same_files(scene, circles, who):
    somebody = getattr(scene, who)
    wanted = READ_BY[who] | ({"of a stranger"} if who in ("senco", "admin") else set())
    with acting_as(somebody):
        assert set(PupilFileContent.objects.values_list("file__name", flat=True)) == wanted
    with bypassing_row_security():
        seen = PupilFileContent.objects.visible_to(somebody)
        assert set(seen.values_list("file__name", flat=True)) == wanted
        assert PupilFileContent.objects.count() == 7  # control: more is there


@pytest.mark.parametrize("who", READ_BY)
def test_pages_hand_out_what_the_locks_open(acting, scene, circles, who):
    for name, file in circles.items():
        answer = acting(getattr(scene, who)).get(file.get_absolute_url())
        assert answer.status_code == (200 if name in READ_BY[who] else 404), name


def test_a_governor_reads_none(acting, scene, circles):
    assert acting(scene.governor).get(circles["for staff"].get_absolute_url()).status_code == 403
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(scene.governor):
        PupilFile.objects.count()


def test_an_ended_grant_ends_the_reading(acting, scene, circles):
    browser, url = acting(scene.mother), circles["for the family"].get_absolute_url()
    assert browser.get(url).status_code == 200
    with as_owner():
        scene.mother.access.update(ends=days(0))
    assert browser.get(url).status_code == 404


def test_a_parent_of_another_child_finds_nothing(acting, scene, circles):
    assert (
        acting(person("parent", at=scene.amina.school))
        .get(circles["for the family"].get_absolute_url())
        .status_code
        == 404
    )


@pytest.mark.parametrize(
    ("kind", "content_type", "disposition"),
    [
        ("picture", "image/jpeg", "inline"),
        ("pdf", "application/pdf", "attachment"),
        ("audio", "audio/mpeg", "attachment"),
        ("text", "text/plain; charset=utf-8", "attachment"),
    ],
)
def test_a_file_is_handed_out_so_that_nothing_in_it_runs(acting, scene, kind, content_type, disposition):
    made = kept_file(
        scene.amina,
        by=scene.senco,
        kind=kind,
        content_type=content_type,
        name="Zoë's “work”.x",
        content=b"<script>",
    )
    answer = acting(scene.teacher).get(made.get_absolute_url())
    assert answer.content == b"<script>" and answer["Content-Type"] == content_type
    assert answer["Content-Disposition"].startswith(disposition) and "%C3%AB" in answer["Content-Disposition"]
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff" and answer["Cache-Control"] == "no-store, private"


def test_a_small_picture_is_handed_out_and_one_that_is_not_there_is_not(acting, scene):
    picture = kept_file(
        scene.amina, by=scene.senco, kind="picture", content_type="image/png", thumbnail=b"small"
    )
    answer = acting(scene.teacher).get(reverse("register:file_thumbnail", args=[picture.pk]))
    assert answer.content == b"small" and answer["Content-Type"] == "image/jpeg"
    text = kept_file(scene.amina, by=scene.senco)
    assert acting(scene.teacher).get(reverse("register:file_thumbnail", args=[text.pk])).status_code == 404


def test_every_reading_is_recorded(acting, scene, circles):
    browser, file = acting(scene.teacher), circles["for staff"]
    browser.get(file.get_absolute_url())
    browser.get(reverse("register:files", args=[scene.amina.pk]))
    acting(scene.other).get(file.get_absolute_url())
    with as_owner():
        found = list(ReadEvent.objects.order_by("pk").values_list("kind", "what", "pupil_ids"))
    assert found[:2] == [
        ("opened", f"file {file.pk}", [scene.amina.pk]),
        ("opened", "files", [scene.amina.pk]),
    ]
    assert found[2][0] == "denied"


@pytest.mark.parametrize("name", ["file", "file_thumbnail", "files"])
def test_reading_takes_no_form(acting, scene, circles, name):
    key = scene.amina.pk if name == "files" else circles["for staff"].pk
    assert acting(scene.senco).post(reverse(f"register:{name}", args=[key])).status_code == 405


# The list ----------------------------------------------------------------------------------------------------------------


def listed(browser, scene, query="") -> str:
    return browser.get(reverse("register:files", args=[scene.amina.pk]) + query).content.decode()


def test_the_office_sees_all_circles_and_what_waits(acting, scene, circles):
    page = listed(acting(scene.senco), scene)
    assert all(name in page for name in (*CIRCLES, "Waits for the virus scanner", "SEN office alone"))
    assert "5 files, newest first" in page and ">removed<" not in page
    assert "asked for it" in listed(acting(scene.senco), scene, "?show=removed")


def test_the_classroom_sees_its_circle_and_changes_its_own(acting, scene, circles):
    own = kept_file(scene.amina, by=scene.teacher, name="my own")
    page = listed(acting(scene.teacher), scene)
    assert "for staff" in page and "for the office" not in page and "for the family" not in page
    assert reverse("register:edit_file", args=[own.pk]) in page
    assert reverse("register:edit_file", args=[circles["for staff"].pk]) not in page


def test_a_stranger_and_other_roles_do_not_open_the_list(acting, scene):
    for who, status in {"other": 404, "mother": 403, "psychologist": 403, "governor": 403}.items():
        assert (
            acting(getattr(scene, who)).get(reverse("register:files", args=[scene.amina.pk])).status_code
            == status
        )


def test_an_empty_list_says_what_could_be_here(acting, scene):
    assert "No files yet" in listed(acting(scene.teacher), scene)
    assert "Nothing was removed" in listed(acting(scene.teacher), scene, "?show=removed")


def test_a_long_list_has_pages(acting, scene):
    for number in range(26):
        kept_file(scene.amina, by=scene.senco, name=f"file number {number}.", uploaded_at=days(-number))
    page = listed(acting(scene.teacher), scene)
    assert "file number 0." in page and "file number 25." not in page and "Page 1 of 2" in page
    assert "file number 25." in listed(acting(scene.teacher), scene, "?page=2")


@pytest.mark.parametrize("who", ["senco", "teacher"])
def test_one_file_and_five_cost_the_same_and_no_content_is_loaded(acting, scene, count_queries, who):
    browser, url = acting(getattr(scene, who)), reverse("register:files", args=[scene.amina.pk])
    kept_file(scene.amina, by=scene.senco)
    once = count_queries(browser, url)
    for _more in range(4):
        kept_file(scene.amina, by=person("teacher", at=scene.amina.school))
    assert count_queries(browser, url) == once
    with CaptureQueriesContext(connection) as captured:
        browser.get(url)
    assert not [query for query in captured if "pupilfilecontent" in query["sql"]]


# Families and professionals ----------------------------------------------------------------------------------------------


def test_a_family_finds_what_is_shared_on_the_childs_page(acting, scene, circles):
    page = acting(scene.mother).get(reverse("dashboard:child", args=[scene.amina.pk])).content.decode()
    assert "for the family" in page and circles["for the family"].get_absolute_url() in page
    assert not [
        name
        for name in ("for staff", "for professionals", "for the office", "waiting", "of a stranger")
        if name in page
    ]


def test_a_familys_home_leads_there(acting, scene, circles):
    home, child = acting(scene.mother).get("/"), reverse("dashboard:child", args=[scene.amina.pk])
    assert f"{child}#papers" in home.content.decode()
    with as_owner():
        PupilFile.objects.filter(for_family=True).update(for_family=False)
    assert "#papers" not in acting(scene.mother).get("/").content.decode()


def test_a_professional_finds_what_is_shared_on_the_pupils_page(acting, scene, circles):
    page = (
        acting(scene.psychologist)
        .get(reverse("register:shared_pupil", args=[scene.amina.pk]))
        .content.decode()
    )
    assert circles["for professionals"].get_absolute_url() in page and "for the family" not in page


def test_the_chronology_names_files(acting, scene, circles):
    page = acting(scene.teacher).get(reverse("register:chronology", args=[scene.amina.pk])).content.decode()
    assert "File added: for staff" in page and "for the office" not in page


@pytest.mark.parametrize("column", ["name", "caption", "alt_text", "sha256"])
def test_the_system_reads_no_words_about_a_file(scene, column):
    kept_file(scene.amina, by=scene.senco)
    with acting_as_system(purpose="test"):
        assert PupilFile.objects.values_list("scan", flat=True).get() == "none"  # control
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(PupilFile.objects.values_list(column))


# Parents by name --------------------------------------------------------------------------------------------------------------


def test_a_file_for_one_parent_is_not_the_others(acting, scene):
    """Each parent finds on the child's page what is for them, and the address of the other's file opens nothing."""
    mother, father = person("parent", at=scene.amina.school), person("parent", at=scene.amina.school)
    for parent in (mother, father):
        access(parent, scene.amina)
    hers = kept_file(
        scene.amina, by=scene.senco, caption="For her", for_family=True, named_parents=[mother.pk]
    )
    kept_file(scene.amina, by=scene.senco, caption="For both", for_family=True)
    for parent, found in ((mother, {"For her", "For both"}), (father, {"For both"})):
        page = words_on(acting(parent).get(f"/children/{scene.amina.pk}/"))
        assert {name for name in ("For her", "For both") if name in page} == found
    assert acting(father).get(hers.get_absolute_url()).status_code == 404
    assert acting(mother).get(hers.get_absolute_url()).status_code == 200
