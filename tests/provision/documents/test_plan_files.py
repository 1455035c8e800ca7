"""Plans as files: what stands in them, for whom, that they conform, and that nothing of anybody else gets in."""

import pytest

from provision.actions.beginning import begin_plan
from provision.plan_types import shipped
from senco.access.context import acting_as
from senco.audit.models import ReadEvent
from tests.factories import access, as_owner, group, person, pupil
from tests.factories.profiles import published
from tests.provision.between import arrive, dates, newest, taken, url, written
from tests.provision.documents.long_plan import HOSTILE, URDU, long_plan
from tests.provision.documents.reading import conformance, pages_of, words_in_word, words_of

pytestmark = pytest.mark.django_db
CANARY = "Nobodyelse"


@pytest.fixture
def gone_out(cast):
    """A long plan that was shared, beside another pupil's with a name of its own."""
    other = pupil(at=cast.here, legal_forename=CANARY, legal_surname=CANARY)
    long_plan(other, cast.senco, outcomes=1, lines=1, title=f"Plan of {CANARY}")
    made = long_plan(cast.child, cast.teacher)
    taken(made, cast.senco, "share")
    arrive(made)
    return made


def fetched(browser, name, key, kind="pdf") -> bytes:
    answer = browser.get(url(name, key, kind))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    return answer.content


def test_where_no_pdf_can_be_drawn_the_page_says_why_and_nothing_has_left(
    proved, cast, shared, without_pango
):
    """The same for plans, profiles and digests; a file for Word needs no drawing."""
    seven_a = group(at=cast.here, teachers=[cast.teacher], pupils=[cast.child])
    published(cast.child, by=cast.senco)
    plan, child = newest(shared, "staff").pk, cast.child.pk
    addresses = [
        (cast.senco, url("version_file", plan, "pdf"), url("version", plan)),
        (cast.teacher, url("digest_pdf", seven_a.pk), url("digest", seven_a.pk)),
        (cast.teacher, url("profile_pdf", child, "a4"), url("pupil_profile", child)),
        (cast.parent, url("shared_profile_pdf", child, "a4"), url("shared_profile", child)),
    ]
    for who, address, back in addresses:
        answer = proved(who).get(address, follow=True)
        assert answer.redirect_chain[0][0] == back
        assert "Pango library is missing" in answer.content.decode(), back
    exported = ReadEvent.Kind.EXPORTED
    with as_owner():
        assert not ReadEvent.objects.filter(kind=exported).exists()
    fetched(proved(cast.senco), "version_file", plan, "docx")
    with as_owner():
        assert ReadEvent.objects.filter(kind=exported).exists()  # control


def test_a_long_plan_conforms_and_every_page_says_whose_it_is(proved, cast, gone_out):
    drawn = fetched(proved(cast.teacher), "version_file", newest(gone_out, "staff").pk)
    assert conformance(drawn) == []
    pages = pages_of(drawn)
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        for stamp in ("Ada Nwosu", "cycle 1", "version 1 of", f"Page {number} of {len(pages)}"):
            assert stamp in page


def test_staff_read_every_section_and_who_wrote_it(proved, cast, gone_out):
    words = words_of(fetched(proved(cast.teacher), "version_file", newest(gone_out, "staff").pk))
    for said in (
        "Outcome number 5",
        "Eight of ten",
        "Step 3 towards it",
        "Strategy 7",
        "Provision 2",
        "Reading test 4",
        "Signatures",
    ):
        assert said in words
    assert f"{cast.teacher.name}, 4 Oct 2026" in words  # the list of sources
    assert "Aim 1 in plain words" not in words


@pytest.mark.parametrize("kind", ["pdf", "large"])
def test_the_family_reads_plain_words_in_the_order_in_which_it_asks(proved, cast, gone_out, kind):
    drawn = fetched(proved(cast.parent), "family_file", newest(gone_out).pk, kind)
    assert conformance(drawn) == []
    words = words_of(drawn)
    order = [
        "What we hope for",
        "Aim 1 in plain words",
        "What we will do",
        "Provision 2",
        "When we look again",
        "Signatures",
    ]
    assert sorted(order, key=words.index) == order
    assert "Outcome number 5" not in words


def test_large_type_takes_more_pages(proved, cast, gone_out):
    browser, key = proved(cast.teacher), newest(gone_out).pk
    plain, large = (pages_of(fetched(browser, "version_file", key, kind)) for kind in ("pdf", "large"))
    assert len(large) > len(plain)


def test_word_holds_the_same_words(proved, cast, gone_out):
    browser, key = proved(cast.teacher), newest(gone_out, "staff").pk
    drawn, written_out = (
        words_of(fetched(browser, "version_file", key)),
        words_in_word(fetched(browser, "version_file", key, "docx")),
    )
    for said in (
        "Outcome number 5",
        "Eight of ten",
        "Step 3 towards it",
        "Strategy 7",
        "Provision 2",
        "Reading test 4",
    ):
        assert said in drawn and said in written_out
    assert URDU in written_out


def test_what_people_wrote_stays_what_they_wrote(proved, cast, gone_out):
    browser = proved(cast.teacher)
    for kind, read in (("pdf", words_of), ("docx", words_in_word)):
        words = read(fetched(browser, "draft_file", gone_out.pk, kind)).replace(" ", "")
        assert HOSTILE.replace("\x0b", "").replace(" ", "") in words


@pytest.mark.parametrize(
    ("who", "route", "reader"),
    [
        ("teacher", "version_file", "staff"),
        ("parent", "family_file", "family"),
        ("professional", "family_file", "family"),
    ],
)
def test_no_other_pupil_is_in_it(proved, cast, gone_out, who, route, reader):
    browser, key = proved(getattr(cast, who)), newest(gone_out, reader).pk
    assert CANARY not in words_of(fetched(browser, route, key)) + words_in_word(
        fetched(browser, route, key, "docx")
    )


def test_control_the_other_pupils_own_file_has_the_name(proved, cast, gone_out):
    other = next(plan for plan in all_plans() if plan.title == f"Plan of {CANARY}")
    drawn = fetched(proved(cast.senco), "draft_file", other.pk)
    assert CANARY in words_of(drawn)


def all_plans():
    from provision.models import Plan

    with as_owner():
        return list(Plan.objects.order_by("pk"))


@pytest.mark.parametrize("kind", shipped())
def test_every_kind_of_plan_can_be_printed(proved, cast, kind):
    with acting_as(cast.senco):
        made = begin_plan(pupil=cast.child, plan_type=kind, **dates(), by=cast.senco)
    browser = proved(cast.senco)
    drawn = fetched(browser, "draft_file", made.pk)
    assert conformance(drawn) == []
    assert all("Draft, not shared" in page for page in pages_of(drawn))
    assert made.title in words_in_word(fetched(browser, "draft_file", made.pk, "docx"))


def test_a_version_that_went_out_is_no_draft(proved, cast, gone_out):
    """Control of the mark above."""
    assert "Draft" not in words_of(
        fetched(proved(cast.teacher), "version_file", newest(gone_out, "staff").pk)
    )


def test_a_version_says_when_it_was_taken_back(proved, cast, gone_out):
    shared = newest(gone_out)
    taken(gone_out, cast.senco, "call back", note="A mistake")
    words = words_of(fetched(proved(cast.senco), "version_file", shared.pk))
    assert "this version does not hold" in words and "Signatures" not in words
    assert proved(cast.parent).get(url("family_file", shared.pk, "pdf")).status_code == 404


def test_a_version_stays_as_it_was_when_the_plan_goes_on(proved, cast, gone_out):
    with as_owner():
        gone_out.outcomes.update(text="Something else")
    browser = proved(cast.teacher)
    assert "Something else" not in words_of(fetched(browser, "version_file", newest(gone_out, "staff").pk))
    assert "Something else" in words_of(fetched(browser, "draft_file", gone_out.pk))  # control


# What was said ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def answered(acting, cast, shared):
    """Both parents and the professional answered, each in their own words."""
    for who, words in (
        ("parent", "Words of one"),
        ("other", "Words of another"),
        ("professional", "Words from outside"),
    ):
        answer = {"answer": "partly", "words": words}
        assert (
            acting(getattr(cast, who)).post(url("family_plan", newest(shared).pk), answer).status_code == 302
        )
    return shared


@pytest.mark.parametrize("who", ["senco", "teacher"])
def test_staff_read_what_everybody_said(proved, cast, answered, who):
    words = words_of(fetched(proved(getattr(cast, who)), "version_file", newest(answered, "staff").pk))
    for said in (
        "Words of one",
        "Words of another",
        "Words from outside",
        "I agree with some of it",
        "to version 1",
    ):
        assert said in words


@pytest.mark.parametrize(
    ("who", "own"),
    [("parent", "Words of one"), ("other", "Words of another"), ("professional", "Words from outside")],
)
def test_at_home_everybody_reads_their_own_words_alone(proved, cast, answered, who, own):
    words = words_of(fetched(proved(getattr(cast, who)), "family_file", newest(answered).pk))
    assert own in words
    assert words.count("Words ") == 1


def test_nobodys_answer_stands_on_the_familys_paper_that_the_school_hands_out(proved, cast, answered):
    assert "Words " not in words_of(fetched(proved(cast.senco), "version_file", newest(answered).pk))


# Who may, and what is noted ---------------------------------------------------------------------------------------------------


def test_a_file_asks_for_a_recent_proof(acting, cast, shared):
    for who, name, key in (
        ("teacher", "draft_file", shared.pk),
        ("parent", "family_file", newest(shared).pk),
    ):
        answer = acting(getattr(cast, who)).get(url(name, key, "pdf"))
        assert answer.headers["Location"].startswith("/accounts/reauthenticate/")


def test_strangers_find_nothing_and_families_no_draft(proved, cast, shared):
    for name, key in (("draft_file", shared.pk), ("version_file", newest(shared, "staff").pk)):
        assert proved(cast.stranger).get(url(name, key, "pdf")).status_code == 404
        assert proved(cast.parent).get(url(name, key, "pdf")).status_code == 403
    assert proved(cast.parent).get(url("family_file", newest(shared, "staff").pk, "pdf")).status_code == 404
    far = person("parent", at=cast.here)
    access(far, pupil(at=cast.here), source="parent")
    assert proved(far).get(url("family_file", newest(shared).pk, "pdf")).status_code == 404


def test_any_other_kind_does_not_exist_and_nothing_is_submitted(proved, cast, shared):
    browser = proved(cast.teacher)
    assert browser.get(url("draft_file", shared.pk, "exe")).status_code == 404
    assert browser.post(url("draft_file", shared.pk, "pdf")).status_code == 405


def test_a_file_is_noted_as_one_that_left(proved, cast, shared):
    fetched(proved(cast.teacher), "version_file", newest(shared, "staff").pk, "docx")
    with as_owner():
        [event] = ReadEvent.objects.filter(kind=ReadEvent.Kind.EXPORTED)
    assert (event.pupil_ids, event.membership_id) == ([cast.child.pk], cast.teacher.pk)
    assert "docx" in event.what and "Ada" not in event.what


def test_the_page_of_files_offers_the_newest_versions_and_the_draft(acting, cast):
    plan = written(cast)
    browser = acting(cast.teacher)
    page = browser.get(url("plan_files", plan.pk)).content.decode()
    assert url("draft_file", plan.pk, "pdf") in page and "plan-versions" not in page
    taken(plan, cast.senco, "share")
    page = browser.get(url("plan_files", plan.pk)).content.decode()
    for reader in ("staff", "family"):
        for kind in ("pdf", "large", "docx"):
            assert url("version_file", newest(plan, reader).pk, kind) in page
    assert url("plan_files", plan.pk) in browser.get(plan.get_absolute_url()).content.decode()


def test_a_long_plan_costs_no_more_questions_than_a_short_one(proved, cast, count_queries):
    short = long_plan(cast.child, cast.teacher, outcomes=1, lines=1)
    long = long_plan(pupil(at=cast.here), cast.teacher, outcomes=5, lines=5)
    browser = proved(cast.senco)
    costs = [count_queries(browser, url("draft_file", plan.pk, "docx")) for plan in (short, long)]
    assert costs[0] == costs[1]
