"""The photo of a profile: one of the pupil's own pictures, on the page and on paper, for whoever may open that file."""

from io import BytesIO

import page as checker
import pytest
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from provision import tasks
from provision.models import PrintJob, Profile, ProfileVersion
from register.models import PupilFile
from tests.factories import access, as_owner, group, kept_file, person, pupil
from tests.factories.profiles import profile, published
from tests.factories.records import days
from tests.provision.profiles.test_writing import WORDS, form_of

pytestmark = pytest.mark.django_db
SHARED = {"for_family": True, "for_agency": True}


def url(name, *args):
    return reverse(f"provision:{name}", args=args)


def picture(of, *, by, **fields) -> PupilFile:
    """A small blue JPEG, as the pipeline keeps one."""
    drawn = BytesIO()
    Image.new("RGB", (60, 80), "navy").save(drawn, "JPEG")
    facts = {"kind": "picture", "content_type": "image/jpeg", "name": "mia.jpg", "alt_text": "Mia on a swing"}
    return kept_file(of, by=by, content=drawn.getvalue(), thumbnail=drawn.getvalue(), **facts | fields)


@pytest.fixture
def mother(child):
    made = person("parent", at=child.school)
    access(made, child, source="parent")
    return made


@pytest.fixture
def psychologist(child):
    made = person("professional", at=child.school)
    access(made, child)
    return made


def chosen(child, senco, **fields) -> PupilFile:
    """A picture that the published profile shows."""
    file = picture(child, by=senco, **fields)
    version = published(child, by=senco)
    with as_owner():
        Profile.objects.update(photo=file)
        ProfileVersion.objects.filter(pk=version.pk).update(photo=file)
    return file


def shows(answer, file) -> bool:
    return reverse("register:file_thumbnail", args=[file.pk]) in answer.content.decode()


def pictures_in(document: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(BytesIO(document)).pages)


# Choosing -------------------------------------------------------------------------------------------------------------


def test_it_is_chosen_among_the_pupils_own_pictures_and_published_with_the_words(
    acting, senco, teacher, child
):
    file, other = picture(child, by=senco), picture(pupil(at=child.school), by=senco)
    note = kept_file(child, by=senco)
    browser = acting(teacher)
    form = browser.get(url("write_profile", child.pk)).context["form"]
    assert [key for key, _label in form.fields["photo"].choices] == ["", str(file.pk)]
    for wrong in (other, note):
        sent = browser.post(
            url("write_profile", child.pk), form_of(browser, child) | WORDS | {"photo": str(wrong.pk)}
        )
        assert sent.status_code == 422
    browser.post(url("write_profile", child.pk), form_of(browser, child) | WORDS | {"photo": str(file.pk)})
    acting(senco).post(url("publish_profile", child.pk), {"version": "1"})
    with as_owner():
        assert Profile.objects.get().photo == ProfileVersion.objects.get().photo == file
    page = acting(teacher).get(url("pupil_profile", child.pk))
    assert shows(page, file) and "Mia on a swing" in page.content.decode()


def test_another_photo_was_not_agreed_with_the_pupil(acting, senco, teacher, child):
    file = picture(child, by=senco)
    made = profile(child, by=senco, agreed_on=days(-1))
    browser = acting(teacher)
    browser.post(url("write_profile", child.pk), form_of(browser, child))
    with as_owner():
        assert Profile.objects.get().agreed_on == made.agreed_on.date()  # control
    browser.post(url("write_profile", child.pk), form_of(browser, child) | {"photo": str(file.pk)})
    with as_owner():
        assert Profile.objects.get().agreed_on is None


def test_a_photo_that_the_writer_may_not_see_is_left_alone(acting, senco, teacher, child):
    file = picture(child, by=senco, for_staff=False, for_family=True)
    picture(child, by=senco, alt_text="Another one")
    profile(child, by=senco, photo=file)
    browser = acting(teacher)
    fields = form_of(browser, child)
    assert "photo" not in fields
    assert browser.post(url("write_profile", child.pk), fields | {"helps": "Time"}).status_code == 302
    with as_owner():
        assert (Profile.objects.get().photo, Profile.objects.get().helps) == (file, "Time")


def test_two_who_chose_different_photos_meet(acting, senco, teacher, child):
    mine, theirs = picture(child, by=senco, name="a.jpg"), picture(child, by=senco, name="b.jpg")
    made = profile(child, by=senco)
    browser = acting(teacher)
    opened = form_of(browser, child) | {"photo": str(mine.pk)}
    with as_owner():
        Profile.objects.filter(pk=made.pk).update(photo=theirs, version=2)
    sent = browser.post(url("write_profile", child.pk), opened)
    page = sent.content.decode()
    assert sent.status_code == 422 and "a.jpg" in page and "b.jpg" in page
    with as_owner():
        assert Profile.objects.get().photo == theirs


# Seeing ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("audience", "family", "agency"),
    [({}, False, False), ({"for_family": True}, True, False), ({"for_agency": True}, False, True), (SHARED, True, True)],
)  # fmt: skip
def test_each_reader_sees_it_as_far_as_they_may_open_the_file(
    acting, proved, senco, teacher, child, mother, psychologist, audience, family, agency
):
    file = chosen(child, senco, **audience)
    assert shows(acting(teacher).get(url("pupil_profile", child.pk)), file)
    for reader, sees in ((mother, family), (psychologist, agency)):
        answer = acting(reader).get(url("shared_profile", child.pk))
        assert shows(answer, file) == sees and ("Mia on a swing" in answer.content.decode()) == sees
        if not sees:
            assert ">MC<" in answer.content.decode()
        thumbnail = acting(reader).get(reverse("register:file_thumbnail", args=[file.pk]))
        assert thumbnail.status_code == (200 if sees else 404)
        paper = proved(reader).get(url("shared_profile_pdf", child.pk, "a5")).content
        assert pictures_in(paper) == int(sees)


def test_it_stays_away_once_its_file_is_removed_or_waits_for_the_scanner(
    acting, proved, senco, teacher, child, mother
):
    file = chosen(child, senco, **SHARED)
    for state in ({"removed_at": days(0), "removed_why": "mistake"}, {"scan": "waiting"}):
        with as_owner():
            PupilFile.objects.filter(pk=file.pk).update(
                **{"removed_at": None, "removed_why": "", "scan": "none"} | state
            )
        assert not shows(acting(teacher).get(url("pupil_profile", child.pk)), file)
        assert not shows(acting(mother).get(url("shared_profile", child.pk)), file)
        assert pictures_in(proved(teacher).get(url("profile_pdf", child.pk, "a4")).content) == 0


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_on_paper_it_has_words_for_those_who_cannot_see_it(proved, senco, teacher, child, size):
    chosen(child, senco, alt_text="")
    document = proved(teacher).get(url("profile_pdf", child.pk, size)).content
    report = checker.validate_pdf_bytes(document, profile=checker.ValidationProfile.PDF_UA_1)
    assert not report.failures and pictures_in(document) == 1
    assert len(PdfReader(BytesIO(document)).pages) == 1


def test_in_a_file_of_many_each_has_its_own(proved, senco, teacher, child):
    chosen(child, senco)
    other = pupil(at=child.school, legal_forename="Bo", legal_surname="Adams")
    access(teacher, other)
    published(other, by=senco)
    taught = group(at=senco.school, teachers=[teacher], pupils=[child, other], name="7A")
    proved(teacher).post(url("print_profiles"), {"whom": f"class:{taught.pk}", "size": "a4"})
    with as_owner():
        made = PrintJob.objects.get()
    tasks.draw_print(str(made.pk))
    with as_owner():
        drawn = PdfReader(BytesIO(bytes(PrintJob.objects.get().content)))
    painted = [page.get_contents().get_data().count(b" Do") for page in drawn.pages]
    assert painted == [0, 1]  # Adams, Clarke
