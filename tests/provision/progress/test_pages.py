"""Values typed on a pupil's page and with a group; scales; a file of values."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from provision.models import Measurement, Scale
from provision.scales import SHIPPED_SCALES
from senco.access.context import acting_as
from tests.factories import as_owner, person
from tests.factories.measured import measure, scale
from tests.provision.progress.conftest import ago

pytestmark = pytest.mark.django_db


def rows(model=Measurement) -> list:
    with as_owner():
        return list(model.objects.order_by("saved_at", "pk"))


def add_url(child, on) -> str:
    return f"{reverse('provision:add_measure', args=[child.pk])}?scale={on.pk}"


def said(value="85", **more) -> dict:
    return {"value": value, "taken_on": ago(3).isoformat(), "target": "", "source": "Test"} | more


@pytest.mark.parametrize("role", ["senco", "admin", "head", "teacher", "ta"])
def test_staff_enter_values(acting, scene, role):
    by = scene.senco if role == "senco" else person(role, at=scene.here)
    child = scene.pupils[0]
    if role in ("teacher", "ta"):
        assert acting(by).post(add_url(child, scene.score), said()).status_code == 404  # not theirs
        from tests.factories import access

        access(by, child)
    assert acting(by).post(add_url(child, scene.score), said()).status_code == 302
    [row] = rows()
    assert (row.value, row.pupil_id, row.saved_by_id, row.source) == (85, child.pk, by.pk, "Test")


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_nobody_else_reads_or_enters_them(acting, scene, role):
    browser = acting(person(role, at=scene.here))
    assert browser.get(reverse("provision:pupil_progress", args=[scene.pupils[0].pk])).status_code == 403
    assert browser.post(add_url(scene.pupils[0], scene.score), said()).status_code == 403


@pytest.mark.parametrize(
    ("field", "wrong", "words"),
    [("value", "eighty", "is no value of this scale"), ("value", "200", "from 40 to 160"), ("value", "85.5", "whole numbers"),
     ("value", "", "required"), ("target", "9", "from 40 to 160"), ("taken_on", "2999-01-01", "in the future"), ("taken_on", "", "Measured on")],
)  # fmt: skip
def test_what_cannot_be_is_sent_back_and_writes_nothing(acting, scene, field, wrong, words):
    sent = acting(scene.senco).post(add_url(scene.pupils[0], scene.score), said(**{field: wrong}))
    assert sent.status_code == 422 and rows() == []
    text = sent.content.decode()
    assert words in text
    assert wrong in text or not wrong  # nothing typed is lost


def test_a_second_value_of_a_day_is_sent_back(acting, scene):
    browser, url = acting(scene.senco), add_url(scene.pupils[0], scene.score)
    assert browser.post(url, said()).status_code == 302
    sent = browser.post(url, said("90"))
    assert sent.status_code == 422 and "on that day already" in sent.content.decode()
    assert [row.value for row in rows()] == [85]


def test_without_a_scale_one_is_asked_for(acting, scene):
    for address in ("", "?scale=nonsense", f"?scale={scene.pupils[0].pk}"):
        url = reverse("provision:add_measure", args=[scene.pupils[0].pk]) + address
        assert acting(scene.senco).get(url).status_code == 302


def test_ages_steps_and_goals_are_typed_as_people_say_them(acting, scene):
    age = scale(by=scene.senco, kind="age")
    steps = scale(by=scene.senco, kind="steps", steps=["Not yet", "With help", "Alone"])
    goals = scale(by=scene.senco, kind="goal")
    browser, child = acting(scene.senco), scene.pupils[0]
    assert browser.post(add_url(child, age), said("7:04")).status_code == 302
    assert browser.post(add_url(child, steps), said("2")).status_code == 302
    assert browser.post(add_url(child, goals), said("-1", goal="", weight="1")).status_code == 422
    assert (
        browser.post(add_url(child, goals), said("-1", goal="Asks for help", weight="2")).status_code == 302
    )
    page = browser.get(reverse("provision:pupil_progress", args=[child.pk])).content.decode()
    for words in ("7 years, 4 months", "2. With help", "−1", "Asks for help"):
        assert words in page
    assert sorted(int(row.value) for row in rows()) == [-1, 2, 88]
    edit = browser.get(reverse("provision:edit_measure", args=[rows()[0].pk])).content.decode()
    assert 'value="7:04"' in edit


def test_a_line_says_what_keeping_pace_would_be(acting, scene):
    child = scene.pupils[0]
    for value, day in ((85, ago(300)), (90, ago(200)), (92, ago(100))):
        measure(child, scene.score, value, day)
    page = acting(scene.senco).get(reverse("provision:pupil_progress", args=[child.pk])).content.decode()
    assert "Keeping pace would be: 85." in page and "<svg" in page


def test_a_value_is_changed_removed_and_brought_back(acting, scene):
    browser, row = acting(scene.senco), measure(scene.pupils[0], scene.score, 85, ago(9))
    url = reverse("provision:edit_measure", args=[row.pk])
    assert browser.post(url, said("88", version="1")).status_code == 302
    assert browser.post(url, said("99", version="1")).status_code == 422  # seen before the change
    assert [each.value for each in rows()] == [88]
    browser.post(reverse("provision:remove_measure", args=[row.pk]))
    assert rows()[0].removed_at and browser.get(url).status_code == 404
    browser.post(reverse("provision:bring_back_measure", args=[row.pk]))
    assert rows()[0].removed_at is None


def test_the_series_is_a_file(proved, scene):
    measure(scene.pupils[0], scene.score, 85, ago(9), source="=1+1")
    for kind in ("csv", "xlsx"):
        answer = proved(scene.senco).get(
            reverse("provision:export_progress", args=[scene.pupils[0].pk, kind])
        )
        assert answer.status_code == 200
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert any("Reading score" in [cell.value for cell in row] for row in sheet.rows)


def test_a_value_of_a_place_that_was_removed_stays_readable(proved, scene, teacher):
    """The group is hidden from a teacher once the pupil's place is removed; the value is the pupil's and is not."""
    held = scene.places["Ada", 2]
    row = measure(held.pupil, scene.score, 85, ago(90), place=held, moment="entry")
    browser = proved(teacher)
    pages = [reverse("provision:pupil_progress", args=[held.pupil_id]), reverse("provision:edit_measure", args=[row.pk]),
             reverse("provision:export_progress", args=[held.pupil_id, "csv"])]  # fmt: skip
    for page in pages:
        assert "Talk time" in browser.get(page).content.decode()  # control
    with as_owner():
        type(held).objects.filter(provision=held.provision).update(removed_at=timezone.now())
    for page in pages:
        answer = browser.get(page)
        assert answer.status_code == 200 and "Talk time" not in answer.content.decode()
        assert "Reading score" in answer.content.decode()


# A whole group ------------------------------------------------------------------------------------------------------------------------


def group_url(scene, moment="entry", on=None, number=2) -> str:
    address = reverse("provision:group_measures", args=[scene.groups[number].pk])
    return f"{address}?scale={(on or scene.score).pk}&moment={moment}"


def filled(browser, url: str, values: list[str], **more) -> dict:
    """The form as it stands, with these values in the order of the pupils."""
    form = browser.get(url).context["form"]
    answers = {name: form[name].value() for name in form.fields}
    answers = {name: "" if value is None else value for name, value in answers.items()}
    return answers | {f"value_{n}": value for n, value in enumerate(values)} | {"taken_on": ago(95)} | more


def test_a_group_is_measured_in_one_go(acting, scene):
    browser, url = acting(scene.senco), group_url(scene)
    sent = filled(browser, url, ["80", "81", "", "83", "84"], target_0="90")
    assert browser.post(url, sent).status_code == 302
    assert sorted(int(row.value) for row in rows()) == [80, 81, 83, 84]
    assert {row.moment for row in rows()} == {"entry"} and sum(row.target == 90 for row in rows()) == 1
    again = filled(browser, url, ["80", "", "82", "83", "85"])
    assert browser.post(url, again).status_code == 302
    assert sorted(int(row.value) for row in rows() if not row.removed_at) == [80, 82, 83, 85]
    page = browser.get(reverse("provision:group_measures", args=[scene.groups[2].pk]))
    assert page.context["moment"] == "exit"  # what comes next


def test_what_stands_as_it_was_keeps_its_writer(acting, scene):
    browser, url = acting(scene.senco), group_url(scene)
    assert browser.post(url, filled(browser, url, ["80", "81", "", "", ""])).status_code == 302
    other = acting(person("senco", at=scene.here))
    assert other.post(url, filled(other, url, ["80", "90", "", "", ""])).status_code == 302
    assert {int(row.value): row.version for row in rows()} == {80: 1, 90: 2}
    assert {int(row.value): row.saved_by_id == scene.senco.pk for row in rows()} == {80: True, 90: False}


def test_one_wrong_value_of_a_group_writes_none(acting, scene):
    browser, url = acting(scene.senco), group_url(scene)
    sent = browser.post(url, filled(browser, url, ["80", "lots", "82", "83", "84"]))
    assert sent.status_code == 422 and rows() == []
    assert "lots" in sent.content.decode() and "82" in sent.content.decode()


def test_two_people_measure_a_group_and_nothing_is_overwritten_unseen(acting, scene):
    browser, url = acting(scene.senco), group_url(scene)
    mine = filled(browser, url, ["80", "81", "82", "83", "84"])
    assert browser.post(url, filled(browser, url, ["70", "71", "72", "73", "74"])).status_code == 302
    refused = browser.post(url, mine)
    assert refused.status_code == 422 and "A colleague saved" in refused.content.decode()
    assert sorted(int(row.value) for row in rows()) == [70, 71, 72, 73, 74]
    once_more = {name: refused.context["form"][name].value() for name in refused.context["form"].fields}
    assert browser.post(url, once_more).status_code == 302
    assert sorted(int(row.value) for row in rows()) == [80, 81, 82, 83, 84]


def test_a_teacher_measures_own_pupils_only(acting, scene, teacher):
    url = group_url(scene)
    form = acting(teacher).get(url).context["form"]
    assert [place.pupil_id for place, _fields in form.pupils] == [scene.pupils[0].pk]


def test_goals_set_at_the_start_stand_there_at_the_end(acting, scene):
    goals, browser = scale(by=scene.senco, kind="goal"), acting(scene.senco)
    url = group_url(scene, on=goals)
    assert browser.post(url, filled(browser, url, ["-1", "", "", "", ""], goal_0="Waits")).status_code == 302
    later = filled(browser, group_url(scene, "exit", goals), ["1", "", "", "", ""])
    assert later["goal_0"] == "Waits"
    assert browser.post(group_url(scene, "exit", goals), later).status_code == 302
    assert {(row.goal, row.moment) for row in rows()} == {("Waits", "entry"), ("Waits", "exit")}


# Scales -------------------------------------------------------------------------------------------------------------------------------


def test_shipped_scales_are_taken_over_once(acting, scene):
    browser, codes = acting(scene.senco), [each.code for each in SHIPPED_SCALES]
    for _twice in range(2):
        assert browser.post(reverse("provision:take_scales"), {"selected": codes}).status_code == 302
    made = [row for row in rows(Scale) if row.shipped]
    assert sorted(row.shipped for row in made) == sorted(codes)
    assert {row.framework for row in made} >= {"Pre-key-stage standards", "Engagement model"}
    assert browser.post(reverse("provision:take_scales"), {"selected": ["none"]}).status_code == 302
    assert len(rows(Scale)) == len(codes) + 1


SCALE = {
    "name": "Ours",
    "kind": "own",
    "framework": "",
    "lowest": "0",
    "highest": "10",
    "more_is_better": "on",
    "least_gain": "2",
    "steps": "",
}


def test_a_school_makes_scales_of_its_own(acting, scene):
    browser, url = acting(scene.senco), reverse("provision:add_scale")
    assert browser.post(url, SCALE).status_code == 302
    assert browser.post(url, SCALE).status_code == 422  # the name is taken
    assert browser.post(url, SCALE | {"name": "Upside down", "lowest": "11"}).status_code == 422
    assert browser.post(url, SCALE | {"name": "Steps", "kind": "steps", "steps": "One"}).status_code == 422
    steps = SCALE | {"name": "Steps", "kind": "steps", "steps": "One\n\nTwo \n"}
    assert browser.post(url, steps).status_code == 302
    assert rows(Scale)[-1].steps == ["One", "Two"]
    assert acting(person("teacher", at=scene.here)).post(url, SCALE | {"name": "T"}).status_code == 403


def test_what_was_measured_keeps_its_meaning(acting, scene):
    measure(scene.pupils[0], scene.score, 85, ago(9))
    url = reverse("provision:edit_scale", args=[scene.score.pk])
    sent = SCALE | {"name": "Reading score", "kind": "age", "version": "1"}
    refused = acting(scene.senco).post(url, sent)
    assert refused.status_code == 422 and "cannot change" in refused.content.decode()
    sent |= {"kind": "standard", "lowest": "", "highest": "", "least_gain": "6"}
    assert acting(scene.senco).post(url, sent).status_code == 302
    assert rows(Scale)[0].least_gain == 6


def test_a_scale_is_retired_and_used_again(acting, scene):
    browser = acting(scene.senco)
    browser.post(reverse("provision:retire_scale", args=[scene.score.pk]))
    assert rows(Scale)[0].retired_at
    assert browser.get(add_url(scene.pupils[0], scene.score)).status_code == 302  # not offered
    browser.post(reverse("provision:bring_back_scale", args=[scene.score.pk]))
    assert rows(Scale)[0].retired_at is None


# A file -------------------------------------------------------------------------------------------------------------------------------


def upload(browser, text: str):
    file = SimpleUploadedFile("values.csv", text.encode())
    return browser.post(reverse("provision:upload_progress"), {"file": file})


def line(child, value="85", day="30/09/2025", on="Reading score") -> str:
    return f"{child.admission_number},{on},{value},{day},From the MIS\n"


HEAD = "Admission number,Scale,Value,Date,Source\n"


def test_values_come_from_a_file_after_a_look(acting, scene):
    browser = acting(scene.senco)
    page = upload(browser, HEAD + "".join(line(child) for child in scene.pupils))
    assert (page.status_code, page.context["new"], rows()) == (200, 5, [])
    browser.post(reverse("provision:add_uploaded_progress"), {"rows": page.context["sealed"]})
    assert [(int(row.value), str(row.taken_on)) for row in rows()] == [(85, "2025-09-30")] * 5
    again = upload(browser, HEAD + "".join(line(child) for child in scene.pupils))
    assert again.context["new"] == 0 and "sealed" not in again.context
    repeated = browser.post(reverse("provision:add_uploaded_progress"), {"rows": page.context["sealed"]})
    assert repeated.status_code == 302 and len(rows()) == 5


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (lambda c: "X999,Reading score,85,30/09/2025,\n", "No pupil on roll"), (lambda c: line(c, on="Nothing"), "has no scale"),
        (lambda c: line(c, "lots"), "is no value of"), (lambda c: line(c, "300"), "from 40 to 160"),
        (lambda c: line(c, day="soon"), "is no date"), (lambda c: line(c, day="2099-01-01"), "in the future"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_and_nothing_is_added(acting, scene, row, words):
    page = upload(acting(scene.senco), HEAD + line(scene.pupils[1]) + row(scene.pupils[0]))
    assert page.status_code == 422 and page.context["wrong"] == 1 and "sealed" not in page.context
    [bad] = [one for one in page.context["rows"] if one.faults]
    assert bad.number == 3 and words in bad.faults[0]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", HEAD, "\x00\x01"])
def test_a_file_that_is_none_is_sent_back(acting, scene, text):
    assert upload(acting(scene.senco), text).status_code == 422


def test_nobody_elses_preview_can_be_sent(acting, scene):
    page = upload(acting(scene.senco), HEAD + line(scene.pupils[0]))
    other = person("senco", at=scene.here)
    for sealed in (page.context["sealed"], "forged", ""):
        acting(other).post(reverse("provision:add_uploaded_progress"), {"rows": sealed})
    assert rows() == []


def test_a_pupil_of_another_school_is_nobody(acting, scene):
    from tests.factories import pupil, school

    elsewhere = pupil(at=school(), admission_number="E77")
    page = upload(acting(scene.senco), HEAD + line(elsewhere))
    assert page.context["wrong"] == 1


# The second lock ----------------------------------------------------------------------------------------------------------------------


def test_the_database_lets_nobody_measure_in_anothers_name(scene, teacher):
    held = scene.places["Ada", 2]
    fact = {
        "school": scene.here, "pupil": held.pupil, "scale": scene.score, "value": 85, "taken_on": timezone.localdate(),
    }  # fmt: skip
    with acting_as(teacher), transaction.atomic():
        Measurement.objects.create(**fact, saved_by=teacher)  # control
    for wrong in ({"saved_by": scene.senco}, {"saved_by": teacher, "pupil": scene.pupils[1]}):
        with pytest.raises(ProgrammingError), acting_as(teacher), transaction.atomic():
            Measurement.objects.create(**fact | {"taken_on": ago(1)} | wrong)
