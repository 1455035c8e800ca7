"""A process as a table of steps: what is open, what is refused, and what a faulty table says."""

from enum import StrEnum

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from senco.core.workflow import Step, StepNotOpen, StepNotPermitted, StepRefused, UnknownStep, Workflow


class State(StrEnum):
    NEW = "new"
    WATCHED = "watched"
    CLOSED = "closed"


TRIAGE, REOPEN = "concerns.triage", "concerns.reopen"
CONCERN = Workflow(
    Step("watch", frm={State.NEW}, to=State.WATCHED, permission=TRIAGE, label="Watch until a date"),
    Step("close", frm={State.NEW, State.WATCHED}, to=State.CLOSED, permission=TRIAGE),
    Step("reopen", frm={State.CLOSED}, to=State.NEW, permission=REOPEN),
    states=State,
    start=State.NEW,
)


def names(state, permissions):
    return [step.name for step in CONCERN.open_steps(state, permissions)]


def test_open_steps_depend_on_state_and_permission():
    assert names("new", {TRIAGE, REOPEN}) == ["watch", "close"]
    assert names("watched", {TRIAGE, REOPEN}) == ["close"]
    assert names("closed", {TRIAGE}) == []
    assert names("closed", {REOPEN}) == ["reopen"]
    assert names("new", set()) == []


def test_a_step_is_taken_and_says_where_it_leads():
    assert CONCERN.take("close", "watched", {TRIAGE}).to == State.CLOSED


def test_a_button_says_its_label_or_its_name():
    assert [str(step) for step in CONCERN.steps] == ["Watch until a date", "close", "reopen"]


def test_a_step_from_the_wrong_state_is_refused_in_words():
    with pytest.raises(StepNotOpen, match=r"“Watch until a date” cannot be done now.*reload the page"):
        CONCERN.take("watch", "closed", {TRIAGE})


def test_a_missing_permission_is_refused_before_the_state_is_looked_at():
    with pytest.raises(StepNotPermitted, match="Your role may not do this: Watch until a date"):
        CONCERN.take("watch", "closed", {REOPEN})
    assert issubclass(StepNotPermitted, PermissionDenied)


def test_an_unknown_step_is_refused():
    with pytest.raises(UnknownStep, match="no step called “delete”"):
        CONCERN.take("delete", "new", {TRIAGE})


def test_an_unknown_state_is_a_programming_error():
    for question in (CONCERN.open_steps, lambda state, may: CONCERN.take("close", state, may)):
        with pytest.raises(ValueError, match="'lost' is not a state of this process: new, watched, closed"):
            question("lost", {TRIAGE})


def test_final_states_have_no_way_out():
    one_way = Workflow(Step("end", frm={"on"}, to="off", permission="x"), states=["on", "off"], start="on")
    assert [one_way.is_final(state) for state in ("on", "off")] == [False, True]
    assert not CONCERN.is_final("closed")


@given(
    st.sampled_from(State),
    st.sets(st.sampled_from([TRIAGE, REOPEN])),
    st.sampled_from(["watch", "close", "reopen"]),
)
def test_the_buttons_and_the_refusals_agree(state, permissions, name):
    try:
        CONCERN.take(name, state, permissions)
        taken = True
    except StepRefused:
        taken = False
    assert taken == (name in names(state, permissions))


@pytest.mark.parametrize(
    ("steps", "states", "start", "fault"),
    [
        ([("a", {"x"}, "y", "p"), ("a", {"y"}, "x", "p")], "xy", "x", "Two steps are called “a”"),
        ([("a", {"x"}, "z", "p")], "x", "x", "Step “a” names the unknown state 'z'"),
        ([("a", {"x", "q"}, "x", "p")], "x", "x", "Step “a” names the unknown state 'q'"),
        ([("a", {"x"}, "y", "p")], "xyz", "x", "No steps lead to the state 'z'"),
        ([("a", {"y"}, "z", "p"), ("b", {"z"}, "y", "p")], "xyz", "x", "No steps lead to the state 'y'"),
        ([("a", set(), "x", "p")], "x", "x", "Step “a” starts from no state"),
        ([("a", {"x"}, "x", "")], "x", "x", "Step “a” needs no permission"),
        ([("a", {"x"}, "x", "p")], "x", "w", "The start 'w' is an unknown state"),
    ],
)
def test_a_faulty_table_is_refused_at_construction(steps, states, start, fault):
    with pytest.raises(ValueError, match=fault):
        Workflow(*(Step(*step) for step in steps), states=states, start=start)


def test_origins_given_as_text_are_refused():
    with pytest.raises(TypeError, match="frm is a set of states"):
        Step("a", frm="new", to="closed", permission="p")


def test_several_starts():
    both = Workflow(Step("end", frm={"a", "b"}, to="c", permission="p"), states="abc", start={"a", "b"})
    assert both.start == {"a", "b"}
