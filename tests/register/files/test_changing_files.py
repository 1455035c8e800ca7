"""Describing, sharing, removing, putting back, destroying, and files that wait for the scanner."""

import datetime

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from register.models import PupilFile, PupilFileContent
from register.tasks import look_after_files
from senco.access.context import acting_as, acting_as_system
from senco.documents.uploads import scanning
from senco.documents.uploads.unfit import Unfit
from tests.factories import access, as_owner, kept_file, person
from tests.factories.records import days

pytestmark = pytest.mark.django_db


@pytest.fixture
def note(scene) -> PupilFile:
    return kept_file(scene.amina, by=scene.teacher, name="note.txt")


def url(name: str, file: PupilFile) -> str:
    return reverse(f"register:{name}", args=[file.pk])


def again(file: PupilFile) -> PupilFile:
    with as_owner():
        return PupilFile.objects.get(pk=file.pk)


def has_content(file: PupilFile) -> bool:
    with as_owner():
        return PupilFileContent.objects.filter(file=file).exists()


def set_back(file: PupilFile, hours: float) -> None:
    with as_owner():
        PupilFile.objects.filter(pk=file.pk).update(
            removed_at=timezone.now() - datetime.timedelta(hours=hours)
        )


# Describing and sharing --------------------------------------------------------------------------------------------------


def details(file: PupilFile, browser, **answers) -> dict:
    """The form as a browser has it, with these answers in it."""
    form = browser.get(url("edit_file", file)).context["form"]
    held = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in (held | answers).items() if value not in (None, False)}


def test_whoever_added_it_describes_it_and_shares_it_with_nobody(acting, scene, note):
    browser = acting(scene.teacher)
    sent = details(note, browser, caption="Maths book", for_family="on")
    assert browser.post(url("edit_file", note), sent).status_code == 302
    assert (again(note).caption, again(note).for_family, again(note).version) == ("Maths book", False, 2)


def test_the_office_says_who_may_see_it(acting, scene, note):
    browser = acting(scene.admin)
    browser.post(url("edit_file", note), details(note, browser, for_family="on", for_staff=False))
    assert again(note).audience == ["The family"]
    assert acting(scene.mother).get(note.get_absolute_url()).status_code == 200
    assert acting(scene.ta).get(note.get_absolute_url()).status_code == 404


def test_two_people_do_not_overwrite_each_other(acting, scene, note):
    browser = acting(scene.senco)
    mine = details(note, browser, caption="Mine")
    theirs = details(note, acting(scene.teacher), caption="Theirs")
    acting(scene.teacher).post(url("edit_file", note), theirs)
    answer = acting(scene.senco).post(url("edit_file", note), mine)
    assert answer.status_code == 422 and "Somebody else saved" in answer.content.decode()
    assert again(note).caption == "Theirs"


def test_a_day_to_come_is_refused(acting, scene, note):
    browser = acting(scene.teacher)
    assert (
        browser.post(url("edit_file", note), details(note, browser, taken_on="2999-01-01")).status_code == 422
    )


@pytest.mark.parametrize("name", ["edit_file", "remove_file", "restore_file"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("ta", 404), ("other", 404), ("mother", 403), ("psychologist", 403), ("governor", 403)],
)
def test_nobody_else_changes_it(acting, scene, note, name, who, status):
    assert acting(getattr(scene, who)).post(url(name, note), {"why": "mistake"}).status_code == status
    assert again(note).removed_at is None


def test_putting_back_is_not_a_page(acting, scene, note):
    assert acting(scene.teacher).get(url("restore_file", note)).status_code == 405


# Removing ----------------------------------------------------------------------------------------------------------------


def remove(browser, file: PupilFile, why="mistake"):
    return browser.post(url("remove_file", file), {"why": why}, follow=True)


def test_removing_asks_why_and_can_be_undone(acting, scene, note):
    browser = acting(scene.teacher)
    assert "Remove note.txt?" in browser.get(url("remove_file", note)).content.decode()
    assert browser.post(url("remove_file", note), {"why": ""}).status_code == 422
    page = remove(browser, note).content.decode()
    assert "note.txt was removed" in page and url("restore_file", note) in page
    assert (again(note).removed_by, again(note).removed_why) == (scene.teacher, "mistake")
    for somebody in (scene.teacher, scene.ta, scene.senco):
        assert acting(somebody).get(note.get_absolute_url()).status_code == 404
    assert (
        "note.txt is back"
        in acting(scene.teacher).post(url("restore_file", note), follow=True).content.decode()
    )
    assert acting(scene.ta).get(note.get_absolute_url()).status_code == 200


def test_removing_twice_and_restoring_what_is_there_change_nothing(acting, scene, note):
    remove(acting(scene.senco), note, "asked")
    assert remove(acting(scene.senco), note).status_code == 422
    assert again(note).removed_why == "asked"
    for _twice in range(2):
        answer = acting(scene.senco).post(url("restore_file", note), follow=True)
        assert "note.txt is back" in answer.content.decode() and not again(note).removed_at


def test_pressing_undo_twice_blames_nobody(acting, scene, note):
    remove(acting(scene.teacher), note)
    for _twice in range(2):
        page = acting(scene.teacher).post(url("restore_file", note), follow=True).content.decode()
        assert "note.txt is back" in page and "The SEN office removed" not in page


def test_nobody_gives_the_scanners_reason(acting, scene, note):
    assert remove(acting(scene.senco), note, "virus").status_code == 422


def test_what_the_office_removed_the_classroom_does_not_put_back(acting, scene, note):
    remove(acting(scene.senco), note)
    answer = acting(scene.teacher).post(url("restore_file", note))
    assert answer.status_code == 404 and again(note).removed_at


def test_content_is_destroyed_once_it_is_too_late(acting, scene, note):
    remove(acting(scene.teacher), note)
    look_after_files()
    assert has_content(note)  # control: within the hour it is there
    set_back(note, hours=1.1)
    look_after_files()
    assert not has_content(note) and again(note).erased_at and again(note).sha256
    answer = acting(scene.teacher).post(url("restore_file", note), follow=True)
    assert "can no longer be put back" in answer.content.decode()
    assert (
        "Its content is destroyed"
        in acting(scene.senco)
        .get(reverse("register:files", args=[scene.amina.pk]) + "?show=removed")
        .content.decode()
    )


def test_no_role_destroys_content_that_is_kept(scene, note):
    with acting_as_system(purpose="test"):
        assert PupilFileContent.objects.all().delete()[0] == 0
    for somebody in (scene.senco, scene.teacher):
        with acting_as(somebody):
            for statement in (
                PupilFileContent.objects.all().delete,
                lambda: PupilFileContent.objects.update(content=b"x"),
            ):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    statement()
    assert has_content(note)


def test_no_second_content_is_slipped_under_a_file(scene, note):
    common = {"school_id": scene.amina.school_id, "pupil": scene.amina, "content": b"other"}
    with acting_as(scene.ta), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        PupilFileContent.objects.create(file=note, **common)
    with acting_as(scene.teacher), pytest.raises(DatabaseError, match="unique"), transaction.atomic():
        PupilFileContent.objects.create(file=note, **common)


# Waiting for the scanner -------------------------------------------------------------------------------------------------


@pytest.fixture
def waiting(scene) -> PupilFile:
    return kept_file(scene.amina, by=scene.teacher, name="waits.txt", scan="waiting", for_family=True)


@pytest.fixture
def scanner(settings, monkeypatch):
    """`scanner(answer)`: what the scanner says of every file; an exception is raised."""
    settings.CLAMAV_URL = "tcp://127.0.0.1:9"

    def says(answer):
        def scan(content):
            if answer is not None:
                raise answer

        monkeypatch.setattr("register.actions.file_keeping.scan", scan)

    return says


def test_a_waiting_file_is_opened_by_nobody(acting, scene, waiting):
    for somebody in (scene.senco, scene.teacher, scene.mother):
        assert acting(somebody).get(waiting.get_absolute_url()).status_code == 404
    assert (
        "Waits for the virus scanner"
        in acting(scene.teacher).get(reverse("register:files", args=[scene.amina.pk])).content.decode()
    )


def test_a_clean_file_opens(acting, scene, waiting, scanner):
    scanner(None)
    look_after_files()
    assert (again(waiting).scan, again(waiting).scanned_at is None) == ("clean", False)
    assert acting(scene.mother).get(waiting.get_absolute_url()).status_code == 200


def test_a_file_with_a_virus_is_removed_for_good(acting, scene, waiting, scanner):
    scanner(Unfit("virus", finding="Eicar"))
    look_after_files()
    assert (again(waiting).removed_why, again(waiting).removed_by) == ("virus", None)
    acting(scene.senco).post(url("restore_file", waiting))
    assert again(waiting).removed_at
    assert (
        "Removed by the virus scanner"
        in acting(scene.senco)
        .get(reverse("register:files", args=[scene.amina.pk]) + "?show=removed")
        .content.decode()
    )
    set_back(waiting, hours=2)
    look_after_files()
    assert not has_content(waiting)


def test_while_the_scanner_is_away_files_wait_on(waiting, scanner):
    scanner(scanning.ScannerAway())
    look_after_files()
    assert again(waiting).scan == "waiting"


def test_a_file_that_cannot_be_judged_holds_up_no_other(acting, scene, waiting, scanner, monkeypatch):
    later = kept_file(scene.amina, by=scene.teacher, name="later.txt", content=b"later", scan="waiting")
    scanner(None)
    with as_owner():
        unjudged = bytes(PupilFileContent.objects.get(file=waiting).content)

    def scan(content):
        if content == unjudged:
            raise scanning.NotJudged

    monkeypatch.setattr("register.actions.file_keeping.scan", scan)
    look_after_files()
    assert (again(waiting).scan, again(later).scan) == ("waiting", "clean")


def test_a_scanner_that_is_away_is_not_asked_for_every_file(scene, waiting, scanner, monkeypatch):
    kept_file(scene.amina, by=scene.teacher, name="later.txt", content=b"later", scan="waiting")
    scanner(None)
    asked = []

    def scan(content):
        asked.append(content)
        raise answer

    monkeypatch.setattr("register.actions.file_keeping.scan", scan)
    answer = scanning.ScannerAway()
    look_after_files()
    assert len(asked) == 1 and again(waiting).scan == "waiting"
    answer = scanning.NotJudged()
    look_after_files()
    assert len(asked) == 1 + 2  # control: while it answers, each is tried


def test_without_a_scanner_nothing_is_let_through(waiting, settings):
    settings.CLAMAV_URL = ""
    look_after_files()
    assert again(waiting).scan == "waiting"


def test_a_file_that_came_while_the_scanner_was_away_waits(acting, scene, upload, settings):
    settings.CLAMAV_URL = "tcp://127.0.0.1:9"
    acting(scene.teacher).post(reverse("register:add_files", args=[scene.amina.pk]), {"files": upload(b"x")})
    with as_owner():
        assert PupilFile.objects.get(uploaded_at__gte=days(-1)).scan == "waiting"


# Parents by name --------------------------------------------------------------------------------------------------------------


def test_the_office_names_the_parents_who_read_a_file(acting, scene, note):
    mother = person("parent", at=scene.amina.school, last_name="Quill")
    access(mother, scene.amina)
    browser = acting(scene.senco)
    sent = details(note, browser, for_family="on", named_parents=[str(mother.pk)])
    browser.post(url("edit_file", note), sent)
    assert again(note).named_parents == [mother.pk]
    assert (
        "Of the family only" in browser.get(reverse("register:files", args=[scene.amina.pk])).content.decode()
    )


def test_what_is_not_for_the_family_names_nobody_of_it(acting, scene, note):
    mother = person("parent", at=scene.amina.school)
    access(mother, scene.amina)
    browser = acting(scene.senco)
    sent = details(note, browser, named_parents=[str(mother.pk)]) | {"for_family": ""}
    browser.post(url("edit_file", note), sent)
    assert again(note).named_parents == []


def test_only_parents_of_the_pupil_can_be_named(acting, scene, note):
    access(person("parent", at=scene.amina.school), scene.amina)
    stranger = person("parent", at=scene.amina.school)
    browser = acting(scene.senco)
    sent = details(note, browser, for_family="on", named_parents=[str(stranger.pk)])
    assert browser.post(url("edit_file", note), sent).status_code == 422
    assert again(note).named_parents == []
