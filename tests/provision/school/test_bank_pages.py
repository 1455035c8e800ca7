"""The banks as a school has them: searched by all who write plans, added to by the SENCO."""

import pytest
from django.urls import reverse

from provision.banks import outcome_stems, strategies
from provision.models import HiddenEntry, SchoolStem, SchoolStrategy
from provision.queries.banks import OWN, offered, search_bank
from senco.access.context import acting_as
from tests.factories import as_owner, person

from .banking import HOSTILE, OTHER, SHIPPED, STEM, item, link, stem, strategy, used_plan

pytestmark = pytest.mark.django_db


def entry(**changed) -> dict:
    """The form of a strategy or a stem as a browser sends it."""
    return {
        "text": "Sit beside the window.",
        "area": "CI",
        "needs": ["ASD"],
        "ages": [],
        "version": "1",
    } | changed


def texts(page) -> list[str]:
    return [str(one.entry.text) for one in page.context["page"]]


def owned(model=SchoolStrategy) -> list:
    with as_owner():
        return list(model.objects.all())


def test_no_shipped_code_looks_like_a_schools_own():
    assert not [one.code for one in (*strategies(), *outcome_stems()) if one.code.startswith(OWN)]


@pytest.mark.parametrize("role", ["senco", "admin", "head", "teacher", "ta"])
def test_staff_read_both_banks(acting, here, role):
    browser = acting(person(role, at=here))
    for name, total in (("strategies", len(strategies())), ("stems", len(outcome_stems()))):
        page = browser.get(link(name))
        assert page.status_code == 200 and page.context["page"].paginator.count == total


def test_own_and_shipped_entries_are_found_together(acting, senco, teacher):
    strategy(senco, "Lend the blue visual timetable.", area="CI")
    found = texts(acting(teacher).get(link("strategies"), {"words": "visual timetable"}))
    assert found[0] == "Lend the blue visual timetable." and len(found) > 1


@pytest.mark.parametrize(
    ("asked", "mine"),
    [
        ({"words": "window"}, True),
        ({"words": "wind"}, True),  # the beginning of a word
        ({"words": "door"}, False),
        ({"area": "CI"}, True),
        ({"area": "SE"}, False),
        ({"age": "KS2"}, True),
        ({"age": "KS4"}, False),
        ({"ordinary": "everyone"}, True),
        ({"ordinary": "additional"}, False),
    ],
)
def test_each_filter_narrows_own_entries_too(acting, senco, asked, mine):
    strategy(senco, ages=["KS1", "KS2"], ordinary=True)
    assert ("Sit beside the window." in texts(acting(senco).get(link("strategies"), asked))) == mine


def test_a_type_of_need_moves_up_and_hides_none(senco):
    strategy(senco, "For hearing.", area="SP", needs=["HI"])
    with acting_as(senco):
        found = search_bank(senco, "strategies", need="HI")
        assert found[0].entry.text == "For hearing."
        assert len(found) == len(search_bank(senco, "strategies"))


def test_the_primary_need_of_a_pupil_counts_before_the_second(senco):
    strategy(senco, "For sight.", area="SP", needs=["VI"])
    strategy(senco, "For hearing.", area="SP", needs=["HI"])
    with acting_as(senco):
        first = [
            search_bank(senco, "strategies", needs=needs)[0].entry.text
            for needs in (["VI", "HI"], ["HI", "VI"])
        ]
    assert first == ["For sight.", "For hearing."]


def test_what_is_used_most_comes_first(senco):
    last = strategies()[-1].code
    used_plan(senco, bank=last)
    with acting_as(senco):
        assert search_bank(senco, "strategies")[0].entry.code == last


def test_what_is_not_understood_is_said_and_left_out(acting, senco):
    page = acting(senco).get(link("strategies"), {"area": "XX", "need": HOSTILE, "page": "nine"})
    assert page.status_code == 200 and page.context["page"].paginator.count == len(strategies())
    assert HOSTILE not in page.content.decode()


def test_htmx_gets_the_list_alone(acting, senco):
    part = acting(senco).get(link("strategies"), headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert '<ul class="entries">' in part.content.decode() and "<html" not in part.content.decode()


# Adding, changing, retiring -------------------------------------------------------------------------------------------------


def test_an_entry_is_added_changed_retired_and_offered_again(acting, senco):
    browser = acting(senco)
    assert browser.post(link("add_strategy"), entry(why="Light.", ordinary="on")).status_code == 302
    [row] = owned()
    assert (row.why, row.ordinary, row.needs, row.ages) == ("Light.", True, ["ASD"], [])
    assert browser.post(link("edit_strategy", row.pk), entry(text="Sit by the door.")).status_code == 302
    [row] = owned()
    assert (row.text, row.version, row.saved_by_id) == ("Sit by the door.", 2, senco.pk)
    browser.post(link("retire_strategy", row.pk))
    assert "Sit by the door." not in texts(browser.get(link("strategies")))
    assert texts(browser.get(link("strategies"), {"shown": "out"})) == ["Sit by the door."]
    browser.post(link("retire_strategy", row.pk))  # twice is no error
    browser.post(link("bring_back_strategy", row.pk))
    assert "Sit by the door." in texts(browser.get(link("strategies"), {"words": "door"}))


def test_what_was_typed_comes_back_until_it_is_sent(acting, senco):
    browser, own = acting(senco), strategy(senco)
    pages = [
        link("add_strategy"), f"{link('add_strategy')}?like={SHIPPED}", link("add_stem"), link("edit_strategy", own.pk),
    ]  # fmt: skip
    keys = [browser.get(page).context["form"].draft_key for page in pages]
    assert len(set(keys)) == len(pages)
    for key in keys:
        typed = {"draft_key": key, "text": f"Half of {key}", "version": "1"}
        assert browser.post(reverse("drafts:keep"), typed).status_code == 200
    for page, key in zip(pages, keys, strict=True):
        assert browser.get(page).context["form"]["text"].value() == f"Half of {key}"
        assert browser.post(page, entry(text=f"All of {key}")).status_code == 302
        assert browser.get(page).context["form"].draft is None


def test_two_people_at_one_entry_read_who_was_first(acting, senco):
    browser, row = acting(senco), strategy(senco)
    page = link("edit_strategy", row.pk)
    assert browser.post(page, entry(text="First.")).status_code == 302
    late = browser.post(page, entry(text="Second."))
    assert late.status_code == 422 and f"Saved by {senco.name} on" in late.content.decode()


def test_a_stem_is_added_changed_and_retired(acting, senco):
    browser = acting(senco)
    said = entry(
        text="[name] will swim [number] metres.", measure="Count the metres.", baseline="Write down how far."
    )
    assert browser.post(link("add_stem"), said).status_code == 302
    [row] = owned(SchoolStem)
    assert (row.measure, row.baseline) == ("Count the metres.", "Write down how far.")
    browser.post(link("edit_stem", row.pk), said | {"measure": "Ask the coach."})
    browser.post(link("retire_stem", row.pk))
    [row] = owned(SchoolStem)
    assert row.measure == "Ask the coach." and row.retired_at
    browser.post(link("bring_back_stem", row.pk))
    assert owned(SchoolStem)[0].retired_at is None


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"text": ""}, "Fill in"),
        ({"text": "x" * 501}, "500"),
        ({"area": ""}, "Choose an answer"),
        ({"needs": ["XX"]}, "valid choice"),
        ({"ages": ["KS9"]}, "valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(acting, senco, sent, fault):
    answer = acting(senco).post(link("add_strategy"), entry(**sent))
    assert answer.status_code == 422 and fault in answer.content.decode()
    assert not owned()


def test_the_same_words_are_not_added_twice(acting, senco):
    strategy(senco)
    answer = acting(senco).post(link("add_strategy"), entry(text="SIT beside the window."))
    assert answer.status_code == 422 and "already" in answer.content.decode()
    other = strategy(senco, "Other words.")
    assert acting(senco).post(link("edit_strategy", other.pk), entry()).status_code == 422
    assert (
        acting(senco).post(link("edit_strategy", other.pk), entry(text="other words.")).status_code == 302
    )  # its own


def test_a_shipped_entry_can_be_said_in_ones_own_words(acting, senco):
    page = acting(senco).get(link("add_strategy"), {"like": SHIPPED})
    assert "two-picture board" in page.content.decode()
    assert acting(senco).get(link("add_stem"), {"like": "nothing"}).status_code == 200


def test_two_people_at_one_entry_compare(acting, senco):
    row = strategy(senco)
    browser = acting(senco)
    opened = browser.get(link("edit_strategy", row.pk)).context["form"]["opened"].value()
    browser.post(link("edit_strategy", row.pk), entry(text="Theirs.", opened=opened))
    late = browser.post(link("edit_strategy", row.pk), entry(text="Mine.", opened=opened))
    assert late.status_code == 422 and "Theirs." in late.content.decode() and "Mine." in late.content.decode()
    assert owned()[0].text == "Theirs."


def test_a_shipped_entry_is_hidden_and_shown(acting, senco, teacher):
    browser = acting(senco)
    browser.post(link("hide_strategy", SHIPPED))
    with acting_as(teacher):
        assert SHIPPED not in offered(teacher, "strategies") and OTHER in offered(teacher, "strategies")
    assert "two-picture board" in browser.get(link("strategies"), {"shown": "out"}).content.decode()
    browser.post(link("hide_strategy", SHIPPED))
    browser.post(link("show_strategy", SHIPPED))
    with acting_as(teacher):
        assert SHIPPED in offered(teacher, "strategies")
    with as_owner():
        assert HiddenEntry.objects.get().version == 2


def test_hiding_in_one_bank_hides_nothing_in_the_other(acting, senco):
    acting(senco).post(link("hide_stem", STEM))
    with acting_as(senco):
        assert len(offered(senco, "stems")) == len(outcome_stems()) - 1
        assert len(offered(senco, "strategies")) == len(strategies())
    acting(senco).post(link("show_stem", STEM))
    with acting_as(senco):
        assert STEM in offered(senco, "stems")


def test_only_what_is_shipped_is_hidden(acting, senco):
    assert acting(senco).post(link("hide_strategy", "nothing-of-the-kind")).status_code == 404
    assert acting(senco).post(link("hide_strategy", STEM)).status_code == 404


# Who, and how much ------------------------------------------------------------------------------------------------------------


def routes(row, other) -> tuple[list, list]:
    """Those that are read and sent, those that are sent alone."""
    both = [("add_strategy",), ("add_stem",), ("edit_strategy", row.pk), ("edit_stem", other.pk)]
    sent = [
        (f"{verb}_{one}", key)
        for one, key, code in (("strategy", row.pk, SHIPPED), ("stem", other.pk, STEM))
        for verb in ("retire", "bring_back")
    ]
    return both, [
        *sent,
        *(
            (f"{verb}_{one}", code)
            for one, code in (("strategy", SHIPPED), ("stem", STEM))
            for verb in ("hide", "show")
        ),
    ]


@pytest.mark.parametrize("role", ["admin", "head", "teacher", "ta", "parent", "professional", "governor"])
def test_only_the_senco_changes_the_bank(acting, senco, here, role):
    both, sent = routes(strategy(senco), stem(senco))
    browser = acting(person(role, at=here))
    assert {browser.get(link(*route)).status_code for route in both} == {403}
    assert {browser.post(link(*route), entry()).status_code for route in (*both, *sent)} == {403}
    assert "Add a strategy" not in browser.get(link("strategies")).content.decode()


@pytest.mark.parametrize("role", ["parent", "professional", "governor"])
def test_families_professionals_and_governors_have_no_banks(acting, here, role):
    browser = acting(person(role, at=here))
    assert {browser.get(link(name)).status_code for name in ("strategies", "stems")} == {403}


def test_what_changes_is_not_asked_for_by_get(acting, senco):
    _both, sent = routes(strategy(senco), stem(senco))
    assert {acting(senco).get(link(*route)).status_code for route in sent} == {405}


def test_another_school_finds_neither_entries_nor_what_is_hidden(acting, senco, stranger):
    row, other = strategy(senco), stem(senco)
    acting(senco).post(link("hide_strategy", SHIPPED))
    browser = acting(stranger)
    for route in (("edit_strategy", row.pk), ("edit_stem", other.pk)):
        assert browser.get(link(*route)).status_code == 404
        assert browser.post(link(*route), entry()).status_code == 404
    for route in (("retire_strategy", row.pk), ("bring_back_strategy", row.pk), ("retire_stem", other.pk)):
        assert browser.post(link(*route)).status_code == 404
    with acting_as(stranger):
        assert SHIPPED in offered(stranger, "strategies") and len(offered(stranger, "strategies")) == len(
            strategies()
        )
    assert browser.get(link("edit_strategy", other.pk)).status_code == 404  # a stem is no strategy


def test_hostile_words_are_shown_as_words(acting, senco):
    strategy(senco, f"{HOSTILE} sit", why=HOSTILE, plain=HOSTILE)
    page = acting(senco).get(link("strategies"), {"words": "sit"}).content.decode()
    assert HOSTILE not in page and "&lt;script&gt;alert(1)" in page
    page = acting(senco).get(link("strategies"), {"words": HOSTILE}).content.decode()
    assert HOSTILE not in page


def test_the_whole_bank_costs_what_one_page_of_it_costs(senco, asked):
    strategy(senco)
    used_plan(senco, results=["met"])
    addresses = (link("strategies"), link("strategies") + "?words=window", link("stems"))
    one = [asked(senco, address) for address in addresses]
    for number in range(60):
        strategy(senco, f"Strategy {number}.", needs=["ASD"])
        stem(senco, f"[name] will do {number}.")
    for _number in range(4):
        item(used_plan(senco, results=["met", "partly"], stem_code=STEM), OTHER)
    assert [asked(senco, address) for address in addresses] == one
