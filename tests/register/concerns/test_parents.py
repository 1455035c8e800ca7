"""A parent raises a concern in plain words, and is told what was decided, never how."""

import uuid

import pytest
from django.urls import reverse

from register.models import Concern
from register.queries.concerns import raised_by_family, told_to_family
from senco.access.context import acting_as
from senco.messages.models import OutboxMessage
from tests.factories import access, as_owner, person, pupil

URL = "/concerns/raise/"


def answers(child, **changed) -> dict:
    return {
        "key": str(uuid.uuid4()),
        "pupil": str(child.pk),
        "seen": ["feelings"],
        "what_happened": "She cries before school.",
        "since": "weeks",
        "tried": "We walk with a friend.",
    } | changed


def test_a_parent_raises_a_concern(scene, acting):
    response = acting(scene.mother).post(URL, answers(scene.amina))
    with as_owner():
        made = Concern.objects.get()
    assert response.url == reverse("register:concern_sent", args=[made.pk])
    assert (made.raised_by_id, made.where, made.seen_on) == (scene.mother.pk, "", None)  # they were not asked
    assert made.parent_told == "raised_it"
    assert "When and where" not in acting(scene.senco).get(made.get_absolute_url()).content.decode()


def test_an_urgent_one_reaches_the_senco_at_once_and_names_nobody(scene, acting):
    acting(scene.mother).post(URL, answers(scene.amina, urgent="on"))
    with as_owner():
        mail = OutboxMessage.objects.get()
    assert mail.to == scene.senco.email
    assert "Amina" not in mail.subject + mail.text


def test_an_only_child_needs_no_choice(scene, acting):
    text = acting(scene.mother).get(URL).content.decode()
    assert "Which child?" not in text and "Amina" in text
    second = pupil(at=scene.school, legal_forename="Bilal")
    access(scene.mother, second, source="parent")
    text = acting(scene.mother).get(URL).content.decode()
    assert "Which child?" in text and "Bilal" in text


def test_a_draft_about_one_child_does_not_appear_beside_the_other(scene, acting):
    second = pupil(at=scene.school, legal_forename="Bilal")
    access(scene.mother, second, source="parent")
    browser = acting(scene.mother)
    key = browser.get(f"{URL}?pupil={scene.amina.pk}").context["form"].draft_key
    browser.post(reverse("drafts:keep"), answers(scene.amina) | {"draft_key": key})
    assert "She cries before school." in browser.get(f"{URL}?pupil={scene.amina.pk}").content.decode()
    assert "She cries before school." not in browser.get(f"{URL}?pupil={second.pk}").content.decode()


def test_nobody_elses_child_can_be_chosen(scene, acting):
    page = acting(scene.mother).post(URL, answers(scene.stranger))
    assert page.status_code == 422
    with as_owner():
        assert not Concern.objects.exists()


def test_a_parent_without_a_child_here_is_told_whom_to_ring(scene, acting):
    text = acting(person("parent", at=scene.school)).get(URL).content.decode()
    assert "No child is linked to you yet" in text and "01632 960100" in text


@pytest.mark.parametrize("role", ["teacher", "ta", "senco", "professional", "governor"])
def test_other_roles_are_refused(scene, acting, role):
    assert acting(person(role, at=scene.school)).get(URL).status_code == 403


def test_wrong_input_keeps_what_was_typed(scene, acting):
    page = acting(scene.mother).post(URL, answers(scene.amina, seen=[]))
    assert page.status_code == 422
    assert "Choose at least one thing." in page.content.decode()
    assert "She cries before school." in page.content.decode()


def test_the_form_says_where_safeguarding_goes(scene, acting):
    text = acting(scene.mother).get(URL).content.decode()
    assert "Ms Osei" in text and "01632 960123" in text


def told(membership, child) -> list[str]:
    with acting_as(membership):
        return [notice.text for notice in told_to_family(membership, child)]


def test_parents_read_what_was_decided_on_a_teachers_concern_and_nothing_else_of_it(scene, acting):
    made = scene.concern(what_happened="Teacher's own words")
    scene.notice(made, "parents", "We will help her in class.")
    scene.notice(made, "raiser", "To the teacher alone.")
    assert told(scene.mother, scene.amina) == ["We will help her in class."]
    with acting_as(scene.mother):
        assert not raised_by_family(scene.mother, scene.amina).exists()
    assert acting(scene.mother).get(reverse("register:my_concern", args=[made.pk])).status_code == 404


def test_what_one_parent_raised_is_not_shown_to_the_other(scene):
    father = person("parent", at=scene.school)
    access(father, scene.amina, source="parent")
    made = scene.concern(by=scene.mother, what_happened="Since we live apart")
    scene.notice(made, "raiser", "To the mother.")
    scene.notice(made, "parents", "To both.")
    assert told(father, scene.amina) == ["To both."]
    with acting_as(father):
        assert not raised_by_family(father, scene.amina).exists()
    with acting_as(scene.mother):
        (own,) = raised_by_family(scene.mother, scene.amina)
        assert [notice.text for notice in own.answers] == ["To the mother."]


def test_another_familys_notices_stay_theirs(scene):
    stranger_concern = scene.concern()
    scene.notice(stranger_concern, "parents", "About Amina")
    other = person("parent", at=scene.school)
    access(other, scene.stranger, source="parent")
    assert told(other, scene.amina) == []
    assert told(scene.mother, scene.amina) == ["About Amina"]  # control


def test_nothing_is_preset_and_problems_stand_in_the_order_of_the_page(scene, acting):
    access(scene.mother, pupil(at=scene.school, legal_forename="Bilal"), source="parent")
    browser = acting(scene.mother)
    assert not browser.get(URL).context["form"]["since"].value()
    form = browser.post(URL, {"key": str(uuid.uuid4())}).context["form"]
    told = [
        "Choose your child.",
        "Choose at least one thing.",
        "Tell us a little more.",
        "how long it has been",
    ]
    found = [problem.text for problem in form.error_summary]
    assert len(found) == 4 and all(words in text for words, text in zip(told, found, strict=True))


def test_a_parents_pages_speak_to_a_parent(scene, acting):
    browser = acting(scene.mother)
    receipt = browser.post(URL, answers(scene.amina), follow=True).content.decode()
    assert "Tell us about another worry" in receipt and "Log a" not in receipt
    with as_owner():
        made = Concern.objects.get()
    assert "Parent told" not in browser.get(reverse("register:my_concern", args=[made.pk])).content.decode()
    office = acting(scene.senco).get(made.get_absolute_url()).content.decode()
    assert "(parent), answer by" in office and "Parent told" in office
