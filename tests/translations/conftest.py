"""A plan that the family has, and helpers that ask for its translation and write it as somebody would."""

import pytest
from django.urls import reverse

from senco.translations.models import Translation
from tests.factories import as_owner
from tests.provision.between import arrive, newest, taken, written
from tests.provision.between import cast as _cast

cast = _cast


@pytest.fixture
def version(cast):
    plan = written(cast)
    taken(plan, cast.senco, "share")
    arrive(plan)
    return newest(plan)


@pytest.fixture
def ask(acting, cast, version):
    """`ask("ar")`: the SENCO asks the assistant to translate and approves it herself, unless told otherwise."""

    def send(language: str = "ar", **answers) -> Translation:
        given = {
            "language": language,
            "translator": cast.ta.pk,
            "approver": cast.senco.pk,
            "by_when": "",
            "note": "",
        }
        browser = acting(cast.senco)
        answer = browser.post(reverse("translations:ask", args=[version.pk, "plan"]), given | answers)
        assert answer.status_code == 302, answer.content.decode()[-1500:]
        with as_owner():
            return Translation.objects.select_related("pupil__school", "translator", "approver").order_by(
                "-asked_at"
            )[0]

    return send


@pytest.fixture
def write(acting, cast):
    """`write(translation, {text: words})` by the translator; `hand_in=True` with the second button."""

    def send(translation: Translation, words: dict[str, str], *, by=None, hand_in: bool = False, **more):
        browser = acting(by or cast.ta)
        page = browser.get(translation.get_absolute_url())
        form = page.context["form"]
        answers = {"version": form["version"].value(), "opened": form["opened"].value()}
        answers |= {name: words.get(text, form[name].value() or "") for name, text in form.names.items()}
        if hand_in:
            answers["hand_in"] = "1"
        return browser.post(translation.get_absolute_url(), answers | more)

    return send


def fresh(translation: Translation) -> Translation:
    with as_owner():
        return Translation.objects.select_related("pupil__school", "translator", "approver").get(
            pk=translation.pk
        )


def in_arabic(translation: Translation) -> dict[str, str]:
    """Every text as “نص 1” and so on."""
    return {text: f"نص {number}" for number, text in enumerate(translation.texts, start=1)}


@pytest.fixture
def handed_in(ask, write):
    made = ask()
    write(made, in_arabic(made), hand_in=True)
    return fresh(made)


@pytest.fixture
def approved(acting, cast, handed_in):
    acting(cast.senco).post(reverse("translations:approve", args=[handed_in.pk]))
    return fresh(handed_in)
