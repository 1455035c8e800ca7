"""Writing the text of a section."""

import re

import pytest

from provision.models import PlanSection
from senco.drafts.models import Draft
from tests.factories import as_owner
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def strengths(of) -> PlanSection:
    with as_owner():
        return PlanSection.objects.select_related("plan", "saved_by").get(plan=of, code="strengths")


def barriers(of) -> PlanSection:
    """A section that assistants do not write."""
    with as_owner():
        return PlanSection.objects.select_related("plan", "saved_by").get(plan=of, code="strategies")


def opened(page: str) -> str:
    return re.search(r'name="opened" value="([^"]*)"', page)[1]


@pytest.mark.parametrize("role", ["teacher", "ta", "senco"])
def test_a_section_is_written(acting, cast, begun, role):
    section = strengths(begun())
    browser = acting(getattr(cast, role))
    assert browser.get(at("write_section", section)).status_code == 200
    answer = browser.post(at("write_section", section), {"text": "  Kind to others. ", "version": 1})
    assert answer.url == f"{section.plan.get_absolute_url()}#part-strengths"
    saved = strengths(section.plan)
    assert (saved.text, saved.version, saved.saved_by) == ("Kind to others.", 2, getattr(cast, role))
    page = text_of(browser.get(section.plan.get_absolute_url()))
    assert "Kind to others." in page and f"Saved by {getattr(cast, role).name}" in page


def test_htmx_gets_the_form_and_then_the_section_in_its_place(acting, cast, begun):
    section = strengths(begun())
    browser = acting(cast.teacher)
    form = text_of(browser.get(at("write_section", section), headers=HTMX))
    assert "<html" not in form and 'hx-target="#part-strengths"' in form and "autofocus" in form
    answer = browser.post(at("write_section", section), {"text": "Kind.", "version": 1}, headers=HTMX)
    page = text_of(answer)
    assert answer.status_code == 200 and "<html" not in page
    assert 'id="part-strengths"' in page and "Kind." in page and 'id="part-outcomes"' not in page
    assert "1 of 2 required parts written" in page and 'hx-swap-oob="true"' in page
    refused = browser.post(at("write_section", section), {"text": "Late.", "version": 1}, headers=HTMX)
    assert (
        refused.status_code == 422
        and 'id="part-strengths"' in text_of(refused)
        and "Late." in text_of(refused)
    )


def test_what_a_colleague_saved_meanwhile_is_laid_beside_and_never_overwritten(acting, cast, begun):
    section = strengths(begun())
    first = opened(text_of(acting(cast.teacher).get(at("write_section", section))))
    second = opened(text_of(acting(cast.other).get(at("write_section", section))))
    acting(cast.teacher).post(at("write_section", section), {"text": "First.", "version": 1, "opened": first})
    answer = acting(cast.other).post(
        at("write_section", section), {"text": "Second.", "version": 1, "opened": second}
    )
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Somebody else saved this in the meantime" in page and cast.teacher.name in page
    assert "First." in page and "Second." in page
    assert strengths(section.plan).text == "First."
    again = {"text": "First. Second.", "version": 2, "opened": opened(page)}
    assert acting(cast.other).post(at("write_section", section), again).status_code == 302
    assert strengths(section.plan).text == "First. Second."


def test_whose_role_does_not_write_a_section_is_refused(acting, cast, begun):
    section = barriers(begun())
    for role in ("ta", "head", "parent"):
        browser = acting(getattr(cast, role))
        assert browser.get(at("write_section", section)).status_code == 403
        assert browser.post(at("write_section", section), {"text": "No.", "version": 1}).status_code == 403
    assert barriers(section.plan).text == ""


def test_a_stranger_finds_no_section(acting, cast, begun):
    section = strengths(begun())
    browser = acting(cast.stranger)
    assert browser.get(at("write_section", section)).status_code == 404
    assert browser.post(at("write_section", section), {"text": "No.", "version": 1}).status_code == 404


@pytest.mark.parametrize(
    ("steps", "who", "said"),
    [
        (["handed_in"], "teacher", "only the SENCO writes"),
        (["shared", "agreed"], "teacher", "only the SENCO writes"),
        (["shared", "in_force"], "ta", "only the SENCO writes"),
        (["shared", "in_force", "reviewed"], "senco", "closed"),
        (["archived"], "senco", "closed"),
    ],
)
def test_in_the_wrong_state_nothing_is_written_and_no_word_lost(acting, cast, begun, steps, who, said):
    section = strengths(begun(*steps))
    browser = acting(getattr(cast, who))
    assert said in text_of(browser.get(at("write_section", section), follow=True))
    answer = browser.post(at("write_section", section), {"text": "Too late to be saved.", "version": 1})
    assert answer.status_code == 422 and "Too late to be saved." in text_of(answer)
    assert strengths(section.plan).text == ""
    assert at("write_section", section) not in text_of(browser.get(section.plan.get_absolute_url()))


@pytest.mark.parametrize("steps", [["handed_in"], ["shared"], ["shared", "in_force"]])
def test_the_senco_writes_until_a_plan_is_closed(acting, cast, begun, steps):
    section = strengths(begun(*steps))
    acting(cast.senco).post(at("write_section", section), {"text": "Signed.", "version": 1})
    assert strengths(section.plan).text == "Signed."


def test_markup_in_a_text_stays_text(acting, cast, begun):
    section = strengths(begun())
    browser = acting(cast.teacher)
    browser.post(at("write_section", section), {"text": HOSTILE, "version": 1})
    for page in (browser.get(section.plan.get_absolute_url()), browser.get(at("write_section", section))):
        assert HOSTILE not in text_of(page) and "&lt;script&gt;alert(1)" in text_of(page)


def test_a_text_that_is_too_long_comes_back_whole(acting, cast, begun):
    section = strengths(begun())
    answer = acting(cast.teacher).post(at("write_section", section), {"text": "x" * 10_001, "version": 1})
    assert answer.status_code == 422 and "x" * 10_001 in text_of(answer)


def test_unsent_words_are_told_on_the_plan_and_back_in_the_form(acting, cast, begun):
    section = strengths(begun())
    browser = acting(cast.teacher)
    browser.post(
        "/drafts/", {"draft_key": f"section:{section.pk}", "text": "Half a sentence", "version": "1"}
    )
    assert "You have words here that are not saved" in text_of(browser.get(section.plan.get_absolute_url()))
    assert "Half a sentence" in text_of(browser.get(at("write_section", section)))
    assert "Half a sentence" not in text_of(acting(cast.other).get(at("write_section", section)))
    browser = acting(cast.teacher)
    browser.post(at("write_section", section), {"text": "A whole sentence.", "version": 1})
    with as_owner():
        assert not Draft.objects.waiting().exists()


def test_a_draft_is_thrown_away_outside_the_form_it_fills(acting, cast, begun):
    """htmx sends a form to its own address whichever of its buttons is pressed."""
    section = strengths(begun())
    browser = acting(cast.teacher)
    browser.post(
        "/drafts/", {"draft_key": f"section:{section.pk}", "text": "Half a sentence", "version": "1"}
    )
    page = text_of(browser.get(at("write_section", section), headers=HTMX))
    form = page[page.index("hx-post=") : page.rindex("</form>")]
    assert "/discard/" in page and "formaction" not in form.replace('formaction="/drafts/"', "")


def test_the_senco_says_whether_the_family_reads_a_section(acting, cast, begun):
    section = strengths(begun())
    browser = acting(cast.senco)
    browser.post(at("write_section", section), {"text": "Kind.", "version": 1})
    page = browser.post(at("keep_section", section), follow=True)
    assert "is for staff alone" in text_of(page) and "Staff only" in text_of(page)
    assert not strengths(section.plan).shared
    browser.post(at("share_section", section))
    assert strengths(section.plan).shared
    for name in ("keep_section", "share_section"):
        assert acting(cast.teacher).post(at(name, section)).status_code == 403
        assert acting(cast.senco).get(at(name, section)).status_code == 405
