"""No order of events opens a hole: after each step both locks answer what the oracle says, each by itself."""

import os

import pytest
from django.db import ProgrammingError, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from register.models import Pupil
from senco.access.context import acting_as
from tests.access.database.histories import School
from tests.factories import bypassing_row_security

STEPS = int(os.environ.get("HISTORY_STEPS", "300"))  # 10000 for the nightly run
LENGTH = 30  # steps of one history

people, children = st.integers(0, 5), st.integers(0, 3)
spans = st.tuples(st.sampled_from([-3, -1, 1, 2]), st.sampled_from([0.5, 2, 5]))


class Histories(RuleBasedStateMachine):
    steps = 0  # over all histories: the proof that something was tried
    seen = 0

    def __init__(self):
        super().__init__()
        self.beginning = transaction.savepoint_create()
        self.school = School()

    def teardown(self):
        transaction.savepoint_rollback(self.beginning)

    @rule(who=people, child=children)
    def assign(self, who, child):
        self.school.assign(who, child)

    @rule(who=people, child=children)
    def unassign(self, who, child):
        self.school.unassign(who, child)

    @rule(who=people, child=children)
    def link(self, who, child):
        self.school.link(who, child)

    @rule(who=people, child=children, by_order=st.booleans())
    def part(self, who, child, by_order):
        self.school.part(who, child, by_order=by_order)

    @rule(who=people, child=children)
    def lift(self, who, child):
        self.school.lift(who, child)

    @rule(who=people, child=children, span=spans)
    def share(self, who, child, span):
        self.school.share(who, child, span[0], span[0] + span[1])

    @rule(who=people, child=children)
    def revoke(self, who, child):
        self.school.revoke(who, child)

    @rule(by=st.sampled_from([0.25, 1.5, 4]))
    def pass_time(self, by):
        self.school.pass_time(by)

    @rule(who=people)
    def leave(self, who):
        self.school.leave(who)

    @rule(who=people)
    def come_back(self, who):
        self.school.come_back(who)

    @rule(who=people, active=st.booleans())
    def bar(self, who, active):
        self.school.bar(who, active)

    @invariant()
    def both_locks_answer_as_the_oracle(self):
        Histories.steps += 1
        for who, known in enumerate(self.school.people):
            wanted = self.school.expected(who)
            Histories.seen += len(wanted)
            assert by_the_database(known.membership) == wanted, f"row security: {known.membership.role}"
            if known.active:  # the first lock is asked by people who are signed in
                assert by_the_queryset(known.membership) == wanted, f"visible_to: {known.membership.role}"


def by_the_database(membership) -> set:
    with acting_as(membership):
        if membership.role == "governor":
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                Pupil.objects.count()
            return set()
        return set(Pupil.objects.values_list("pk", flat=True))


def by_the_queryset(membership) -> set:
    with bypassing_row_security():
        return set(Pupil.objects.visible_to(membership).values_list("pk", flat=True))


def test_no_order_of_events_opens_a_hole(db):
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=max(1, STEPS // LENGTH), stateful_step_count=LENGTH, deadline=None, database=None,
            suppress_health_check=list(HealthCheck), derandomize="HISTORY_STEPS" not in os.environ,
        ),
    )  # fmt: skip
    assert Histories.steps >= STEPS / 3 and Histories.seen > 20
