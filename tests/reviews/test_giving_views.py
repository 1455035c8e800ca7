"""Views before a meeting: the form fits who fills it in, what is typed is kept, and what is private stays so."""

import pytest
from django.urls import reverse

from provision.models import Outcome, PlanItem
from register.models import PupilFile
from reviews.letters.questions import paper_of_questions
from reviews.models import Spoken
from senco.drafts.models import Draft
from tests.factories import as_owner
from tests.reviews.contributing import about_key, address, answers_to, ask, asked, at_home, letters, picture
from tests.reviews.pages import save, screen, stored

pytestmark = pytest.mark.django_db


def test_each_is_asked_what_fits_them(acting, cast, meeting, plan, psychologist):
    ask(acting(cast.senco), meeting)
    teacher = acting(cast.teacher).get(address(asked(kind="teacher"))).content.decode()
    assert "Reads a page alone" in teacher and "−1 Below" in teacher
    parent = acting(cast.parent).get(address(asked(membership=cast.parent))).content.decode()
    assert "Yes, often" in parent and "What goes well at home?" in parent and "−1 Below" not in parent
    outside = acting(psychologist).get(address(asked(kind="outside"))).content.decode()
    assert "What do you advise?" in outside
    pupil = acting(cast.senco).get(address(asked(kind="pupil"))).content.decode()
    assert (
        "Pictures of my day" in pupil
        and "Visual timetable" not in pupil
        and "Reads a page alone" not in pupil
    )


def test_a_teacher_gives_views_and_they_lie_beside_the_outcome(acting, cast, meeting, plan):
    ask(acting(cast.senco), meeting, "English")
    browser, one = acting(cast.teacher), asked(kind="teacher")
    assert (
        "Before the meeting: your views, English" in browser.get(reverse("dashboard:home")).content.decode()
    )
    with as_owner():
        outcome = Outcome.objects.get(plan=plan, text="Asks for help")
    page = browser.get(address(one))
    sent = answers_to(
        page,
        **{about_key("c", outcome): "1", about_key("w", outcome): "Twice a day now", "w-well": "Group work"},
    )
    assert browser.post(address(one), sent).url == reverse("reviews:given", args=[one.pk])
    assert "Before the meeting: your views" not in browser.get(reverse("dashboard:home")).content.decode()
    read = acting(cast.senco).get(one.get_absolute_url()).content.decode()
    assert "+1 Above" in read and "Twice a day now" in read and "Group work" in read
    known = screen(acting(cast.senco), meeting).context["rows"]
    beside = {
        each.text: [(one.answer.label, one.answer.words) for one in said]
        for each, _form, _known, said in known
    }
    assert beside["Asks for help"] == [("+1 Above", "Twice a day now")] and beside["Reads a page alone"] == []
    assert "1 of 1" in acting(cast.senco).get(meeting.get_absolute_url()).content.decode()


def test_nothing_answered_is_told_and_every_choice_is_one_that_was_offered(acting, cast, meeting):
    ask(acting(cast.senco), meeting, "English")
    browser, one = acting(cast.teacher), asked(kind="teacher")
    empty = browser.post(address(one), answers_to(browser.get(address(one))))
    assert empty.status_code == 422 and "Answer at least one question" in empty.content.decode()
    page = browser.get(address(one))
    [choice, *_more] = [name for name in page.context["form"].fields if name.startswith("c-")]
    assert browser.post(address(one), answers_to(page) | {choice: "9"}).status_code == 422
    assert browser.post(address(one), answers_to(page) | {"w-well": "x" * 2001}).status_code == 422
    assert not asked(kind="teacher").is_given


def test_the_draft_is_there_again(acting, cast, meeting):
    ask(acting(cast.senco), meeting, at_home(cast.parent))
    browser, one = acting(cast.parent), asked(membership=cast.parent)
    key = browser.get(address(one)).context["form"].draft_key
    browser.post(
        reverse("drafts:keep"),
        {"draft_key": key, "w-well": "Sings all day"},
        headers={"HX-Current-URL": f"http://testserver{address(one)}"},
    )
    assert browser.get(address(one)).context["form"]["w-well"].value() == "Sings all day"
    browser.post(address(one), answers_to(browser.get(address(one))))
    assert stored(Draft) == [] and asked(membership=cast.parent).is_given


def test_what_came_on_paper_meanwhile_is_not_overwritten(acting, cast, meeting):
    ask(acting(cast.senco), meeting, at_home(cast.parent))
    one = asked(membership=cast.parent)
    opened = answers_to(acting(cast.parent).get(address(one)), **{"w-well": "Sings all day"})
    page = acting(cast.senco).get(address(one))
    assert "You key in what" in page.content.decode()
    keyed = answers_to(page, **{"w-well": "Sings", "w-worry": "The bus"})
    assert acting(cast.senco).post(address(one), keyed).status_code == 302
    assert asked(membership=cast.parent).on_paper
    clash = acting(cast.parent).post(address(one), opened)
    text = clash.content.decode()
    assert clash.status_code == 422 and "Sings all day" in text and "The bus" in text
    assert cast.senco.name not in text
    assert acting(cast.parent).post(address(one), answers_to(clash)).status_code == 302
    words = {each.question.key: each.words for each in asked(membership=cast.parent).given_answers}
    assert words == {"well": "Sings all day", "worry": "The bus"}
    assert not asked(membership=cast.parent).on_paper


@pytest.mark.parametrize(
    ("level", "words"),
    [("pictures", "What helps me?"), ("starters", "I find it hard to"), ("words", "What do I find hard?")],
)
def test_the_pupil_is_asked_at_three_levels(acting, cast, meeting, plan, level, words):
    ask(acting(cast.senco), meeting, "The pupil", level=level, adult=cast.teacher.pk)
    one, browser = asked(kind="pupil"), acting(cast.teacher)
    page = browser.get(address(one))
    text = page.content.decode()
    assert words in text and reverse("register:pupil", args=[cast.child.pk]) not in text
    assert (
        text.count("#face-good") >= 3
    )  # the strategies, what is provided, and how it is at school unless asked in words
    with as_owner():
        strategy = PlanItem.objects.get(text="Visual timetable")
    sent = answers_to(page, **{about_key("c", strategy): "bit"})
    assert browser.post(address(one), sent).status_code == 302
    assert (
        "give this back to the grown-up"
        in browser.get(reverse("reviews:given", args=[one.pk])).content.decode()
    )
    [answer] = asked(kind="pupil").given_answers
    assert (answer.question.asked, answer.label) == ("Pictures of my day", "A bit")
    assert asked(kind="pupil").level == level


def test_the_adult_asks_in_another_way_after_all(acting, cast, meeting):
    ask(acting(cast.senco), meeting, "The pupil", level="words", adult=cast.teacher.pk)
    one, browser = asked(kind="pupil"), acting(cast.teacher)
    page = browser.get(address(one, "?level=pictures"))
    sent = answers_to(page, **{"c-school": "bad", "c-helpers": ["quiet", "friend"]})
    browser.post(address(one, "?level=pictures"), sent)
    said = {each.question.key: each.label for each in asked(kind="pupil").given_answers}
    assert (
        said == {"school": "Not good", "helpers": "A quiet place, A friend"}
        and asked(kind="pupil").level == "pictures"
    )
    kept = browser.get(address(one))
    assert kept.context["form"]["c-helpers"].value() == ["quiet", "friend"]


def test_a_picture_goes_to_the_files_of_the_pupil(acting, cast, meeting):
    ask(acting(cast.senco), meeting, "The pupil", level="pictures", adult=cast.teacher.pk)
    one, browser = asked(kind="pupil"), acting(cast.teacher)
    browser.post(address(one), answers_to(browser.get(address(one))) | {"upload": picture()})
    kept = asked(kind="pupil")
    [file] = stored(PupilFile, pk=kept.file_id)
    assert file.is_picture and file.for_staff and not file.for_family and kept.is_given
    assert file.name in browser.get(kept.get_absolute_url()).content.decode()


def test_what_is_private_stays_with_the_office_and_the_adult(acting, cast, meeting, assistant):
    ask(acting(cast.senco), meeting, "The pupil", level="words", private="on", adult=assistant.pk)
    one, browser = asked(kind="pupil"), acting(assistant)
    page = browser.get(address(one))
    assert (
        "upload" not in page.context["form"].fields and "Your teachers read it" not in page.content.decode()
    )
    browser.post(address(one), answers_to(page, **{"w-say": "I am afraid of Kim"}))
    for colleague, status in ((cast.senco, 200), (assistant, 200), (cast.teacher, 404)):
        assert acting(colleague).get(one.get_absolute_url()).status_code == status
    assert "afraid" not in screen(acting(cast.teacher), meeting).content.decode()
    assert "afraid" in screen(acting(cast.senco), meeting).content.decode()
    assert "afraid" not in screen(acting(cast.senco), meeting, "?for=parents").content.decode()
    save(acting(cast.senco), meeting, {"take": str(one.pk)})
    assert stored(Spoken) == []
    office = acting(cast.senco)
    office.post(address(one), answers_to(office.get(address(one))) | {"upload": picture()})
    [file] = stored(PupilFile, pk=asked(kind="pupil").file_id)
    assert not file.for_staff and not file.for_family


def test_the_questions_on_paper_are_those_of_the_page(acting, proved, cast, meeting):
    ask(acting(cast.senco), meeting, "Grandmother")
    one = asked(name="Grandmother")
    assert one.membership_id is None and letters() == []
    page = acting(cast.senco).get(address(one))
    paper = [part.title for part in paper_of_questions(one, "").parts]
    assert paper == [question.sentence for question in page.context["form"].questions]
    file = proved(cast.senco).get(reverse("reviews:questions_file", args=[one.pk, "docx"]))
    assert file.status_code == 200 and file["Content-Type"].endswith("wordprocessingml.document")
