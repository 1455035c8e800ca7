"""Bringing files: several at once, judged, for whom; what is refused says so and leaves nothing."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from register.actions.files import keep_file
from register.models import PupilFile, PupilFileContent
from senco.access.context import acting_as
from senco.documents.uploads.receiving import receive
from tests.documents.uploads.samples import GPS, docx, package, pdf, photograph, with_everything_active
from tests.factories import as_owner

pytestmark = pytest.mark.django_db


def address(pupil) -> str:
    return reverse("register:add_files", args=[pupil.pk])


def kept() -> list[PupilFile]:
    with as_owner():
        return list(PupilFile.objects.order_by("name"))


def content_of(file: PupilFile) -> bytes:
    with as_owner():
        return bytes(PupilFileContent.objects.get(file=file).content)


def test_several_files_at_once_with_a_photograph(acting, scene, upload):
    sent = {
        "files": [upload(b"It rained.", "day.exe"), upload(pdf(), "Report.pdf")],
        "photo": upload(photograph(), "IMG_1.JPG"),
        "caption": "Maths book",
        "taken_on": "2026-03-02",
    }
    answer = acting(scene.teacher).post(address(scene.amina), sent, follow=True)
    assert answer.redirect_chain[0][0] == reverse("register:files", args=[scene.amina.pk])
    assert "3 files were added" in answer.content.decode()
    found = kept()
    assert [(file.name, file.kind) for file in found] == [
        ("IMG_1.jpg", "picture"),
        ("Report.pdf", "pdf"),
        ("day.txt", "text"),
    ]
    assert {file.caption for file in found} == {"Maths book"} and {file.scan for file in found} == {"none"}
    assert all(
        file.uploaded_by == scene.teacher and file.audience == ["Staff who work with the pupil"]
        for file in found
    )
    assert dict(Image.open(BytesIO(content_of(found[0]))).getexif().get_ifd(GPS)) == {}


def test_the_page_asks_the_classroom_for_no_audience_and_works_without_scripts(acting, scene):
    page = acting(scene.teacher).get(address(scene.amina)).content.decode()
    assert 'enctype="multipart/form-data"' in page and 'name="files"' in page and "multiple" in page
    assert 'capture="environment"' in page and 'name="audience"' not in page
    assert 'name="audience"' in acting(scene.senco).get(address(scene.amina)).content.decode()


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"MZ\x90", "holiday.jpg", "holiday.jpg: This is a program"),
        (b"", "empty.pdf", "empty.pdf: The file is empty."),
        (package({"a": "b"}), "../../x.zip", "x.zip: Files packed together"),
        (docx(word__vbaProject_bin=b"x"), "plan.docx", "plan.docx: The document holds macros"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "IMG.HEIC", "IMG.HEIC: This is a HEIC picture"),
        (b"<svg/>", "a\u202egpj.svg", "agpj.svg: This is a web page"),
        (b"%PDF-1.7", "x" * 200 + ".pdf", "x" * 200 + ": The file is damaged"),
    ],
)
def test_a_refused_file_is_named_and_nothing_is_kept(acting, scene, upload, content, name, said):
    sent = {"files": [upload(b"It rained."), upload(content, name)]}
    answer = acting(scene.teacher).post(address(scene.amina), sent)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert kept() == []


def test_nothing_chosen_is_said(acting, scene):
    answer = acting(scene.teacher).post(address(scene.amina), {"caption": "Nothing"})
    assert answer.status_code == 422 and "Choose at least one file" in answer.content.decode()


def test_a_day_to_come_is_refused(acting, scene, upload):
    answer = acting(scene.teacher).post(
        address(scene.amina), {"files": upload(b"x"), "taken_on": "2999-01-01"}
    )
    assert answer.status_code == 422 and kept() == []


def test_what_was_taken_out_of_a_pdf_is_told(acting, scene, upload):
    sent = {"files": upload(pdf(change=with_everything_active), "form.pdf")}
    answer = acting(scene.teacher).post(address(scene.amina), sent, follow=True)
    assert "files inside form.pdf were taken out" in answer.content.decode()


def test_the_office_says_for_whom(acting, scene, upload):
    acting(scene.admin).post(
        address(scene.amina), {"files": upload(b"A letter"), "audience": ["family", "agency"]}
    )
    acting(scene.senco).post(address(scene.amina), {"files": upload(b"A note")})
    found = {content_of(file): (file.for_staff, file.for_family, file.for_agency) for file in kept()}
    assert found == {b"A letter": (False, True, True), b"A note": (False, False, False)}


def test_the_classroom_shares_with_nobody_else_whatever_it_sends(acting, scene, upload):
    acting(scene.teacher).post(address(scene.amina), {"files": upload(b"A note"), "audience": ["family"]})
    assert [(file.for_staff, file.for_family) for file in kept()] == [(True, False)]
    with acting_as(scene.teacher), pytest.raises(Exception, match="Only the SEN office"):
        keep_file(
            pupil=scene.amina, upload=receive(b"Other", name="a.txt"), by=scene.teacher, audience={"family"}
        )


def test_a_double_click_is_one_file(acting, scene, upload):
    content = pdf()  # one file: made twice, it may hold two times
    for _click in range(2):
        acting(scene.teacher).post(address(scene.amina), {"files": upload(content, "a.pdf")})
    assert len(kept()) == 1
    acting(scene.ta).post(address(scene.amina), {"files": upload(pdf(), "a.pdf")})
    assert len(kept()) == 2  # control: a colleague's own copy is another file


@pytest.mark.parametrize(
    ("who", "status"), [("other", 404), ("mother", 403), ("psychologist", 403), ("governor", 403)]
)
def test_who_may_not_add(acting, scene, upload, who, status):
    for method in ("get", "post"):
        answer = getattr(acting(getattr(scene, who)), method)(address(scene.amina), {"files": upload(b"x")})
        assert answer.status_code == status
    assert kept() == []


def test_a_form_larger_than_the_site_takes_is_refused_in_words(acting, scene, upload, settings):
    settings.UPLOAD_REQUEST_MEGABYTES = 1
    answer = acting(scene.teacher).post(address(scene.amina), {"files": upload(b"a" * (1024 * 1024))})
    assert answer.status_code == 413 and "Too much at once" in answer.content.decode()
    assert kept() == []


def test_more_files_than_a_form_may_have_are_refused_in_words(acting, scene, upload):
    answer = acting(scene.teacher).post(address(scene.amina), {"files": [upload(b"a") for _ in range(21)]})
    assert answer.status_code == 413


def test_content_is_not_copied_into_the_history(acting, scene, upload):
    acting(scene.teacher).post(address(scene.amina), {"files": upload(b"It rained.")})
    history = PupilFile.events.rel.related_model
    with as_owner():
        assert [event.name for event in history.objects.all()] == ["note.txt"]
    assert "content" not in {field.name for field in history._meta.fields}
    assert not hasattr(PupilFileContent, "pgh_event_model")
