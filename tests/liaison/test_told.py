"""What parents tell the school of their own accord: told, with papers, for whom, read; each parent's own."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from register.models import PupilFile
from senco.access.context import acting_as
from senco.core.models import new_id
from senco.drafts.models import Draft
from senco.liaison.models import FamilyNote
from senco.messages.models import OutboxMessage
from tests.documents.uploads.samples import pdf
from tests.factories import access, as_owner, contact, person
from tests.reading import words_on
from tests.register.conftest import count_queries  # noqa: F401 the same count for every page

pytestmark = pytest.mark.django_db


@pytest.fixture
def parent(senco, child):
    made = person("parent", at=senco.school, first_name="Samira", last_name="Clarke")
    contact(child, membership=made, surname="Clarke")
    access(made, child, source="parent")
    return made


@pytest.fixture
def father(senco, child):
    made = person("parent", at=senco.school, last_name="Canary")
    contact(child, membership=made, surname="Canary")
    access(made, child, source="parent")
    return made


def address(of) -> str:
    return reverse("liaison:tell", args=[of.pk])


def said(text="She reads to her brother now.", **fields) -> dict:
    return {"key": str(new_id()), "text": text, "for_staff": "staff"} | fields


def notes() -> list[FamilyNote]:
    with as_owner():
        return list(FamilyNote.objects.order_by("told_at"))


def report(name: str = "Letter.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(), "text/html")


def log_of(child) -> str:
    return reverse("liaison:pupil_log", args=[child.pk])


def test_what_a_parent_tells_reaches_staff_and_the_senco_hears_of_it(acting, senco, teacher, child, parent):
    page = acting(parent).post(address(child), said(), follow=True)
    assert "The school has it." in words_on(page)
    [note] = notes()
    assert (note.by_id, note.pupil_id, note.read_at) == (parent.pk, child.pk, None)
    for somebody in (senco, teacher):
        page = words_on(acting(somebody).get(log_of(child)))
        assert "She reads to her brother now." in page
        assert ("Samira Clarke" in page) is (somebody is senco), (
            "colleagues are not told the names of families"
        )
    with as_owner():
        mail = OutboxMessage.objects.get()
        assert mail.to == senco.email and child.legal_surname not in mail.text + mail.subject


def test_what_is_for_the_office_alone_no_teacher_reads(acting, senco, teacher, child, parent):
    acting(parent).post(address(child), said(for_staff="office", files=report()))
    assert "She reads to her brother now." in words_on(acting(senco).get(log_of(child)))
    page = words_on(acting(teacher).get(log_of(child)))
    assert "She reads to her brother now." not in page and "Letter" not in page
    assert "Letter.pdf" not in words_on(acting(teacher).get(reverse("register:files", args=[child.pk])))


def test_papers_come_with_it_and_are_kept_with_the_pupils_files(
    acting, senco, teacher, child, parent, father
):
    acting(parent).post(address(child), said(text="", files=[report("One.pdf"), report("One.pdf")]))
    [note] = notes()
    with as_owner():
        [file] = PupilFile.objects.all()
    assert note.files == [file.pk, file.pk]
    assert (file.uploaded_by_id, file.for_staff, file.for_family) == (parent.pk, True, False)
    for reader, status in ((senco, 200), (teacher, 200), (parent, 200), (father, 404)):
        assert acting(reader).get(file.get_absolute_url()).status_code == status, reader.role


def test_neither_parent_reads_what_the_other_told(acting, child, parent, father):
    acting(parent).post(address(child), said())
    browser = acting(father)
    for url in (address(child), reverse("dashboard:child", args=[child.pk]), "/"):
        assert "She reads to her brother now." not in words_on(browser.get(url))


def test_sent_twice_it_is_one_note_and_the_draft_is_gone(acting, child, parent):
    sent, browser = said(), acting(parent)
    with as_owner():
        Draft.objects.create(
            school=child.school, membership=parent, form=f"tell:{child.pk}", fields={"text": ["She"]}
        )
    assert (
        "You had begun" in words_on(browser.get(address(child)))
        or b"She" in browser.get(address(child)).content
    )
    for _time in range(2):
        browser.post(address(child), sent)
    assert len(notes()) == 1
    with as_owner():
        assert not Draft.objects.exists()


def test_nothing_said_and_nothing_brought_is_asked_back(acting, child, parent):
    page = acting(parent).post(address(child), said(text="  "))
    assert page.status_code == 422 and "Write something, or choose a file." in words_on(page)
    assert notes() == []


def test_a_file_that_is_none_is_named_and_keeps_nothing(acting, child, parent):
    page = acting(parent).post(
        address(child), said(files=SimpleUploadedFile("x.jpg", b"MZ\x90", "image/jpeg"))
    )
    assert page.status_code == 422 and "This is a program" in words_on(page)
    assert notes() == []


def test_the_office_says_that_it_has_read_it_and_the_parent_sees_who(acting, senco, child, parent):
    acting(parent).post(address(child), said())
    [note] = notes()
    browser = acting(senco)
    assert "Read what a parent told us" in words_on(browser.get(reverse("dashboard:to_do")))
    browser.post(reverse("liaison:note_read", args=[note.pk]))
    assert "Read what a parent told us" not in words_on(browser.get(reverse("dashboard:to_do")))
    assert f"{senco.name} read it on" in words_on(acting(parent).get(address(child)))


def test_it_stands_in_the_chronology(acting, senco, child, parent):
    acting(parent).post(address(child), said())
    page = words_on(acting(senco).get(reverse("register:chronology", args=[child.pk])))
    assert "A parent told us something" in page and "She reads to her brother now." in page


def test_a_parent_cannot_write_in_another_parents_name(child, parent, father):
    with acting_as(parent), pytest.raises(DatabaseError), transaction.atomic():
        FamilyNote.objects.create(school=child.school, pupil=child, by=father, text="He said so")
    with acting_as(parent):
        FamilyNote.objects.create(school=child.school, pupil=child, by=parent, text="I say so")  # the control


def test_the_pages_do_not_ask_more_for_more_notes(acting, count_queries, senco, child, parent):  # noqa: F811
    acting(parent).post(address(child), said(files=report("a.pdf")))
    few = count_queries(acting(senco), log_of(child)), count_queries(acting(parent), address(child))
    for number in range(4):
        acting(parent).post(address(child), said(text=f"Note {number}"))
    assert (count_queries(acting(senco), log_of(child)), count_queries(acting(parent), address(child))) == few
