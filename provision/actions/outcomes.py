"""An outcome with the shorter targets under it: written on one form, guarded by the version of the outcome."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from provision.actions.writing import add_row, bring_back, remove_row, save_row
from provision.models import Outcome, Plan, Target
from senco.core.versions import save_newer, stamp

TARGET = ("text", "measure", "by_when")


@dataclass(frozen=True)
class TargetLine:
    """One line of the form. `target` is the row it stands for, None for a new one; without text the target is taken off."""

    target: Target | None = None
    text: str = ""
    measure: str = ""
    by_when: datetime.date | None = None


@transaction.atomic
def add_outcome(*, outcome: Outcome, plan: Plan, lines: Iterable[TargetLine], by) -> Outcome:
    """A new outcome at the end of the plan's list, with its targets."""
    add_row(row=outcome, plan=plan, by=by)
    write_lines(outcome, lines, by)
    return outcome


@transaction.atomic
def save_outcome(*, outcome: Outcome, fields: list[str], lines: Iterable[TargetLine], by) -> Outcome:
    """Write these fields of the outcome, and its targets. Raises Outdated where somebody saved either in the meantime."""
    save_row(row=outcome, fields=fields, by=by)
    write_lines(outcome, lines, by)
    return outcome


def write_lines(outcome: Outcome, lines: Iterable[TargetLine], by) -> None:
    for line in lines:
        if line.target is not None:
            write_line(line.target, line, by)
        elif line.text:
            facts = {name: getattr(line, name) for name in TARGET}
            add_row(row=Target(outcome=outcome, **facts), plan=outcome.plan, by=by)


def write_line(target: Target, line: TargetLine, by) -> None:
    """Take a target off, bring it back with what was written, or save what changed in it."""
    if not line.text:
        if target.removed_at is None:
            remove_row(row=target, by=by)
        return
    if target.removed_at is not None:
        bring_back(row=target, by=by)
    changed = [name for name in TARGET if getattr(target, name) != getattr(line, name)]
    for name in changed:
        setattr(target, name, getattr(line, name))
    if changed:
        save_row(row=target, fields=changed, by=by)


@transaction.atomic
def remove_target(*, target: Target, by) -> None:
    """Take one target off; whoever has its outcome open is told."""
    remove_row(row=target, by=by)
    count_up(target.outcome, by)


@transaction.atomic
def bring_target_back(*, target: Target, by) -> None:
    """Undo of `remove_target`."""
    bring_back(row=target, by=by)
    count_up(target.outcome, by)


def count_up(outcome: Outcome, by) -> None:
    stamp(outcome, by)
    save_newer(outcome, fields=["saved_by", "saved_at"])
