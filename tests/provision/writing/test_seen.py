"""Do: what was seen while a plan is in force."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from provision.models import Seen, SeenFile, Target
from register.models import PupilFile
from tests.days import dated
from tests.documents.uploads.samples import photograph
from tests.factories import as_owner, kept_file, pupil
from tests.factories.plans import outcome, part_of
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
NOTES_COST = 14  # queries of the page of notes
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def goal(begun):
    return outcome(begun("shared", "in_force"), "Reads a page alone")


def target(of, text="Reads a line") -> Target:
    with as_owner():
        return Target.objects.create(**part_of(of.plan), saved_by=of.saved_by, outcome=of, text=text)


def notes() -> list[Seen]:
    with as_owner():
        return list(Seen.objects.kept().select_related("by").order_by("at"))


def note(of, **fields) -> Seen:
    with as_owner():
        defaults = {"by": of.plan.begun_by, "on": timezone.localdate()}
        return Seen.objects.create(**part_of(of.plan), outcome=of, **defaults | fields)


@pytest.mark.parametrize("role", ["ta", "teacher", "senco"])
def test_one_tap_notes_an_outcome_and_a_target(acting, cast, goal, role):
    step = target(goal)
    who = getattr(cast, role)
    browser = acting(who)
    answer = browser.post(at("seen_today", goal))
    assert answer.url == goal.plan.get_absolute_url()
    browser.post(at("target_seen_today", step))
    assert [(each.outcome_id, each.target_id, each.on, each.by) for each in notes()] == [
        (goal.pk, None, timezone.localdate(), who),
        (goal.pk, step.pk, timezone.localdate(), who),
    ]
    page = text_of(browser.get(goal.plan.get_absolute_url()))
    assert page.count("Noted today") == 2 and "Seen once" in page


def test_a_second_tap_on_one_day_changes_nothing(acting, cast, goal):
    for who in (cast.ta, cast.ta, cast.teacher):
        acting(who).post(at("seen_today", goal))
    assert [each.by for each in notes()] == [cast.ta, cast.teacher]


def test_a_tap_is_undone_and_brought_back(acting, cast, goal):
    browser = acting(cast.ta)
    page = text_of(browser.post(at("seen_today", goal), follow=True))
    [made] = notes()
    assert f'action="{at("remove_seen", made)}" data-undo' in page
    browser.post(at("remove_seen", made))
    assert notes() == []
    browser.post(at("bring_seen_back", made))
    assert notes() == [made]


def test_htmx_gets_the_outcomes_back(acting, cast, goal):
    page = text_of(acting(cast.ta).post(at("seen_today", goal), headers=HTMX))
    assert "<html" not in page and 'id="part-outcomes"' in page and "Noted today" in page


def test_the_pupils_page_leads_back_to_itself(acting, cast, goal):
    browser = acting(cast.ta)
    address = at("pupil_seen", cast.child)
    assert at("pupil_seen", cast.child) in text_of(browser.get(cast.child.get_absolute_url()))
    page = text_of(browser.get(address))
    assert "Reads a page alone" in page and at("seen_today", goal) in page
    answer = browser.post(at("seen_today", goal), headers={"Referer": f"http://testserver{address}"})
    assert answer.url == address
    answer = browser.post(at("seen_today", goal), headers={"Referer": "http://elsewhere.example/pupils/"})
    assert answer.url == goal.plan.get_absolute_url()


def test_only_plans_in_force_are_carried_out(acting, cast, begun):
    draft = outcome(begun(number=7), "Not yet begun")
    browser = acting(cast.ta)
    assert "No plan in force" in text_of(browser.get(at("pupil_seen", cast.child)))
    assert "while a plan is in force" in text_of(browser.post(at("seen_today", draft), follow=True))
    answer = browser.post(
        at("note_seen", draft), {"on": timezone.localdate().isoformat(), "text": "Every word stays."}
    )
    assert answer.status_code == 422 and "Every word stays." in text_of(answer)
    closed = outcome(begun("in_force", "reviewed", number=8), "Over")
    browser.post(at("seen_today", closed))
    assert notes() == []


def test_a_note_has_its_day_its_words_and_its_target(acting, cast, goal):
    step = target(goal)
    browser = acting(cast.teacher)
    answers = {"on": "2026-09-10", "text": "Alone, <i>twice</i>", "target": step.pk}
    assert browser.post(at("note_seen", goal), answers).url == at("outcome_seen", goal)
    note(goal, text="Later", on=timezone.localdate())
    page = text_of(browser.get(at("outcome_seen", goal)))
    assert "Alone, &lt;i&gt;twice" in page and "<i>twice" not in page
    assert page.index("Later") < page.index("Alone") and "Reads a line" in page and cast.teacher.name in page


def test_a_photograph_and_a_file_stand_beside_the_note(acting, cast, goal):
    browser = acting(cast.ta)
    brought = {
        "photo": SimpleUploadedFile("IMG_1.JPG", photograph()),
        "files": [SimpleUploadedFile("page.txt", b"Read by himself.")],
        "alt_text": "A page of handwriting",
    }
    answers = {"on": "2026-09-10", "text": "Alone"} | brought
    assert browser.post(at("note_seen", goal), answers).url == at("outcome_seen", goal)
    with as_owner():
        files = list(PupilFile.objects.order_by("kind"))
    assert [(each.kind, each.caption, each.taken_on) for each in files] == [
        ("picture", "Alone", datetime.date(2026, 9, 10)),
        ("text", "Alone", datetime.date(2026, 9, 10)),
    ]
    page = text_of(acting(cast.teacher).get(at("outcome_seen", goal)))
    assert 'alt="A page of handwriting"' in page and "page.txt" in page
    with as_owner():
        PupilFile.objects.update(removed_at=timezone.now(), removed_why="mistake")
    assert "page.txt" not in text_of(browser.get(at("outcome_seen", goal)))


def test_a_photograph_needs_no_words_and_a_bad_file_changes_nothing(acting, cast, goal):
    browser = acting(cast.ta)
    bad = {"on": timezone.localdate().isoformat(), "photo": SimpleUploadedFile("IMG_1.JPG", b"MZ no picture")}
    answer = browser.post(at("note_seen", goal), bad)
    assert answer.status_code == 422 and "IMG_1" in text_of(answer) and notes() == []
    good = {"on": timezone.localdate().isoformat(), "photo": SimpleUploadedFile("IMG_1.JPG", photograph())}
    assert browser.post(at("note_seen", goal), good).status_code == 302
    assert [each.text for each in notes()] == [""]


@pytest.mark.parametrize("files", [1, 4])
def test_files_beside_notes_cost_the_same_however_many(acting, cast, goal, files, django_assert_num_queries):
    for _number in range(files):
        made, shown = note(goal, text="Seen"), kept_file(cast.child, by=cast.ta)
        with as_owner():
            SeenFile.objects.create(
                school_id=made.school_id, pupil=cast.child, seen=made, file=shown, by=cast.ta
            )
    browser = acting(cast.ta)
    browser.get(at("outcome_seen", goal))  # what is asked once in a while is asked now
    with django_assert_num_queries(NOTES_COST):
        browser.get(at("outcome_seen", goal))


def test_the_target_of_another_outcome_is_refused(acting, cast, goal):
    with as_owner():
        other = outcome(goal.plan, "Another", position=1)
    foreign = target(other)
    target(goal)
    answers = {"on": timezone.localdate().isoformat(), "text": "No", "target": foreign.pk}
    assert acting(cast.teacher).post(at("note_seen", goal), answers).status_code == 422
    assert notes() == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": " "}, "Write what you saw"),
        ({"text": "x" * 2001}, "at most 2000"),
        ({"on": 2}, "in the future"),
        ({"on": ""}, "On"),
    ],
)
def test_what_is_wrong_with_a_note_is_said(acting, cast, goal, wrong, said):
    answer = acting(cast.teacher).post(
        at("note_seen", goal), {"on": timezone.localdate().isoformat(), "text": "Seen"} | dated(wrong)
    )
    assert answer.status_code == 422 and said in text_of(answer) and notes() == []


def test_a_note_is_taken_away_by_its_writer_or_the_senco(acting, cast, goal):
    made = note(goal, by=cast.ta, text="Seen")
    address = at("remove_seen", made)
    assert address not in text_of(acting(cast.teacher).get(at("outcome_seen", goal)))
    for who, status in (("head", 403), ("parent", 403), ("stranger", 404)):
        assert acting(getattr(cast, who)).post(address).status_code == status
    assert "Whoever wrote a note" in text_of(acting(cast.teacher).post(address, follow=True))
    assert notes() == [made]
    assert address in text_of(acting(cast.senco).get(at("outcome_seen", goal)))
    acting(cast.senco).post(address)
    assert notes() == []


def test_the_office_reads_notes_and_writes_none(acting, cast, goal):
    note(goal, text="Read a page")
    browser = acting(cast.head)
    page = text_of(browser.get(at("outcome_seen", goal)))
    assert "Read a page" in page and "Add the note" not in page
    assert "Seen today" not in text_of(browser.get(goal.plan.get_absolute_url()))
    for name in ("seen_today", "note_seen"):
        assert browser.post(at(name, goal)).status_code == 403
    assert browser.get(at("pupil_seen", cast.child)).status_code == 403


def test_a_stranger_and_a_family_find_nothing(acting, cast, goal):
    for who, status in (("stranger", 404), ("parent", 403)):
        browser = acting(getattr(cast, who))
        assert browser.get(at("outcome_seen", goal)).status_code == (404 if who == "stranger" else 403)
        assert browser.get(at("pupil_seen", cast.child)).status_code == status
        assert browser.post(at("seen_today", goal)).status_code == status
    other = outcome(begun_for(cast), "Somebody else")
    assert acting(cast.ta).post(at("seen_today", other)).status_code == 404


def begun_for(cast):
    from tests.factories.plans import plan

    return plan(pupil(at=cast.senco.school), by=cast.senco, steps=("begun", "in_force"))


@pytest.mark.parametrize("name", ["seen_today", "note_seen"])
def test_notes_are_sent_not_opened(acting, cast, goal, name):
    assert acting(cast.ta).get(at(name, goal)).status_code == 405


def test_notes_of_an_outcome_that_was_removed_stand_and_none_are_added(acting, cast, goal):
    note(goal, text="While it was there")
    with as_owner():
        type(goal).objects.filter(pk=goal.pk).update(removed_at=timezone.now())
    browser = acting(cast.teacher)
    assert "While it was there" in text_of(browser.get(at("outcome_seen", goal)))
    browser.post(at("seen_today", goal))
    assert len(notes()) == 1
