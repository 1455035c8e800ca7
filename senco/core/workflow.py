"""A process as a table of steps: the same table draws the buttons and refuses requests, so both always agree.

    assessment = Workflow(
        Step("agree to assess", frm={REQUESTED}, to=ASSESSING, permission="ehc.manage_request"),
        Step("refuse to assess", frm={REQUESTED}, to=REFUSED, permission="ehc.manage_request"),
        states=RequestState, start=REQUESTED,
    )
    assessment.open_steps(case.state, request.membership.permissions)     # the buttons
    step = assessment.take("agree to assess", case.state, permissions)    # the request; then write step.to

A workflow knows states and permission names only. It never reads or writes the database.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


class StepRefused(Exception):
    """A step that may not be taken; the text is for the person who tried."""


class StepNotOpen(StepRefused):
    """The record has moved on: another person was quicker, or the page was old."""


class StepNotPermitted(StepRefused, PermissionDenied):
    """The role may not take this step. Django answers it with 403."""


class UnknownStep(StepRefused, LookupError):
    """No step has that name."""


@dataclass(frozen=True, slots=True)
class Step:
    """One verb of a process: from which states it may be taken, where it leads, and the permission it needs.

    `label` is what the button says, where that differs from the name.
    """

    name: str
    frm: frozenset[str]
    to: str
    permission: str
    label: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.frm, str):
            raise TypeError(f"Step “{self.name}”: frm is a set of states, not the text {self.frm!r}.")
        object.__setattr__(self, "frm", frozenset(self.frm))

    def __str__(self) -> str:
        return str(self.label or self.name)


class Workflow:
    """A checked table of steps.

    `states` are all states of the process, `start` the one (or those) in which a record begins. Raises
    ValueError at construction for two steps of one name, a step without origin or permission, a state nobody
    declared, and a state that no series of steps reaches from the start.
    """

    def __init__(self, *steps: Step, states: Iterable[str], start: str | Collection[str]) -> None:
        self.steps = steps
        self.states = tuple(str(state) for state in states)
        self.start = frozenset({start} if isinstance(start, str) else start)
        faults = [*self._repeated(), *self._incomplete(), *self._undeclared(), *self._unreachable()]
        if faults:
            raise ValueError(" ".join(faults))

    def open_steps(self, state: str, permissions: Collection[str]) -> list[Step]:
        """The steps that a holder of these permissions may take now, in the order of the table."""
        self._check_known(state)
        return [step for step in self.steps if state in step.frm and step.permission in permissions]

    def take(self, name: str, state: str, permissions: Collection[str]) -> Step:
        """The step of that name, if it may be taken now; raises StepNotPermitted, StepNotOpen or UnknownStep.

        Permission is judged first, so that a refusal tells nothing about the record to those who may not act
        on it.
        """
        self._check_known(state)
        step = self.step(name)
        if step.permission not in permissions:
            raise StepNotPermitted(_("Your role may not do this: %(step)s.") % {"step": step})
        if state not in step.frm:
            raise StepNotOpen(
                _("“%(step)s” cannot be done now. Somebody may have changed this record: reload the page.")
                % {"step": step}
            )
        return step

    def step(self, name: str) -> Step:
        """The step of that name, whatever the state; raises UnknownStep."""
        for step in self.steps:
            if step.name == name:
                return step
        raise UnknownStep(_("There is no step called “%(name)s”.") % {"name": name})

    def is_final(self, state: str) -> bool:
        """Whether no step leads out of the state."""
        self._check_known(state)
        return not any(state in step.frm for step in self.steps)

    def _check_known(self, state: str) -> None:
        if state not in self.states:
            raise ValueError(f"{state!r} is not a state of this process: {', '.join(self.states)}.")

    def _repeated(self) -> list[str]:
        names = [step.name for step in self.steps]
        repeated = sorted({name for name in names if names.count(name) > 1})
        return [f"Two steps are called “{name}”." for name in repeated]

    def _incomplete(self) -> list[str]:
        no_origin = [f"Step “{step.name}” starts from no state." for step in self.steps if not step.frm]
        return no_origin + [
            f"Step “{step.name}” needs no permission." for step in self.steps if not step.permission
        ]

    def _undeclared(self) -> list[str]:
        named = {state: step for step in self.steps for state in (*step.frm, step.to)}
        faults = [f"Step “{named[state].name}” names the unknown state {state!r}." for state in sorted(named)]
        faults = [
            fault for fault, state in zip(faults, sorted(named), strict=True) if state not in self.states
        ]
        return faults + [
            f"The start {state!r} is an unknown state." for state in self.start if state not in self.states
        ]

    def _unreachable(self) -> list[str]:
        reached = set(self.start)
        for _round in self.states:
            reached |= {step.to for step in self.steps if step.frm & reached}
        return [f"No steps lead to the state {state!r}." for state in self.states if state not in reached]
