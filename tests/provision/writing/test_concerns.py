"""Earlier concerns quoted in a plan."""

import pytest

from provision.models import PulledConcern
from register.models import ConcernStep
from tests.factories import as_owner, concern, pupil
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def raised(cast):
    """One concern of the teacher's, one of a colleague's, one of a parent's."""
    return {
        "mine": concern(cast.child, by=cast.teacher, what_happened="Lost her place <b>often</b>"),
        "theirs": concern(cast.child, by=cast.other, what_happened="Cannot copy from the board"),
        "parents": concern(cast.child, by=cast.parent, what_happened="Cries over homework"),
    }


def pull(of):
    with as_owner():
        return at("pull_concerns", of.sections.get(code="concerns"))


def quoted(of) -> list[tuple[str, str]]:
    with as_owner():
        return list(PulledConcern.objects.filter(plan=of).kept().values_list("text", "raised_by_name"))


def test_a_teacher_quotes_their_own_words_alone(acting, cast, begun, raised):
    made = begun()
    browser = acting(cast.teacher)
    page = text_of(browser.get(pull(made)))
    assert "Lost her place &lt;b&gt;often" in page and "Cannot copy" not in page and "Cries" not in page
    assert browser.post(pull(made), {"concerns": [raised["theirs"].pk]}).status_code == 422
    browser.post(pull(made), {"concerns": [raised["mine"].pk]})
    assert quoted(made) == [("Lost her place <b>often</b>", cast.teacher.name)]
    shown = text_of(browser.get(made.get_absolute_url()))
    assert "Lost her place &lt;b&gt;often" in shown and "<b>often" not in shown


def test_the_office_quotes_them_all_and_names_no_family(acting, cast, begun, raised):
    made = begun()
    browser = acting(cast.senco)
    browser.post(pull(made), {"concerns": [each.pk for each in raised.values()]})
    assert set(quoted(made)) == {
        ("Lost her place <b>often</b>", cast.teacher.name),
        ("Cannot copy from the board", cast.other.name),
        ("Cries over homework", "A parent or carer"),
    }
    assert cast.parent.name not in text_of(acting(cast.teacher).get(made.get_absolute_url()))


def test_what_was_passed_to_the_safeguarding_lead_or_taken_back_is_not_offered(acting, cast, begun, raised):
    steps = {"mine": {"kind": "decided", "decision": "safeguarding"}, "theirs": {"kind": "withdrawn"}}
    with as_owner():
        for name, facts in steps.items():
            about = {"school_id": cast.child.school_id, "pupil": cast.child, "concern": raised[name]}
            ConcernStep.objects.create(**about, by=cast.senco, **facts)
    made = begun()
    page = text_of(acting(cast.senco).get(pull(made)))
    assert "Cries over homework" in page and "Lost her place" not in page and "Cannot copy" not in page
    answer = acting(cast.senco).post(pull(made), {"concerns": [raised["mine"].pk]})
    assert answer.status_code == 422 and quoted(made) == []


def test_a_concern_of_another_pupil_is_refused(acting, cast, begun):
    foreign = concern(pupil(at=cast.senco.school), by=cast.senco, what_happened="Somebody else")
    made = begun()
    assert acting(cast.senco).post(pull(made), {"concerns": [foreign.pk]}).status_code == 422
    assert quoted(made) == []


def test_a_quotation_is_taken_out_put_back_and_quoted_anew(acting, cast, begun, raised):
    made = begun()
    browser = acting(cast.teacher)
    browser.post(pull(made), {"concerns": [raised["mine"].pk]})
    assert "Lost her place" not in text_of(browser.get(pull(made)))  # it stands there already
    with as_owner():
        first = PulledConcern.objects.get()
    assert "Undo" in text_of(browser.post(at("take_concern_out", first), follow=True))
    assert quoted(made) == []
    browser.post(at("put_concern_back", first))
    assert len(quoted(made)) == 1
    browser.post(at("take_concern_out", first))
    browser.post(pull(made), {"concerns": [raised["mine"].pk]})
    browser.post(at("put_concern_back", first))  # too late: quoted anew
    assert len(quoted(made)) == 1


def test_whoever_quoted_takes_it_out_or_the_senco(acting, cast, begun, raised):
    made = begun()
    acting(cast.teacher).post(pull(made), {"concerns": [raised["mine"].pk]})
    with as_owner():
        first = PulledConcern.objects.get()
    for who, status in (("ta", 403), ("head", 403), ("stranger", 404)):
        assert acting(getattr(cast, who)).post(at("take_concern_out", first)).status_code == status
    page = acting(cast.other).post(at("take_concern_out", first), follow=True)
    assert "Whoever quoted this concern" in text_of(page) and len(quoted(made)) == 1
    acting(cast.senco).post(at("take_concern_out", first))
    assert quoted(made) == []


def test_who_may_not_write_the_section_quotes_nothing(acting, cast, begun, raised):
    made = begun()
    for who, status in (("ta", 403), ("head", 403), ("stranger", 404)):
        browser = acting(getattr(cast, who))
        assert browser.post(pull(made), {"concerns": [raised["mine"].pk]}).status_code == status
    closed = begun("archived", number=2)
    answer = acting(cast.senco).post(pull(closed), {"concerns": [raised["mine"].pk]})
    assert answer.status_code == 422 and quoted(closed) == []


def test_the_family_reads_a_quotation_only_where_the_section_is_shared(acting, cast, begun, raised):
    from provision.queries.papers import paper_of

    made = begun()
    acting(cast.teacher).post(pull(made), {"concerns": [raised["mine"].pk]})
    with as_owner():
        made.sections.filter(code="concerns").update(shared=False)
        assert "Lost her place" in str(paper_of(made, for_family=False))
        assert "Lost her place" not in str(paper_of(made, for_family=True))
        PulledConcern.objects.update(removed_at=made.begun_at)
        assert "Lost her place" not in str(paper_of(made, for_family=False))
