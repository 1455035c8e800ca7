"""What support plans in the demo school say, thread by thread: one difference for one pupil, from what was seen to what came of it.

A thread holds together: its barrier, outcome, strategies, provision and notes are about the same thing and count in the same numbers.
Its texts may hold {name}, {he}, {his}, {him}, {He}, {His} (by the pupil's sex), {subject}, and the numbers of a cycle: {now} where the
pupil stands, {aim} what the cycle aims for, {half} on the way there.
"""

from dataclasses import dataclass

from register.choices import BroadArea

CL, CI, SE, SP = BroadArea.COGNITION, BroadArea.COMMUNICATION, BroadArea.SEMH, BroadArea.SENSORY
ALL_YEARS = (7, 8, 9, 10, 11)
Line = tuple[str, str]  # for staff, and in plain words for the family


@dataclass(frozen=True)
class Scale:
    """`first`: between which numbers pupils begin; `step`: what one cycle aims for; `best`: there is no further to go."""

    first: tuple[int, int]
    step: int  # negative where fewer is better
    best: int

    def beyond(self, number: int) -> int:
        """The next aim from here; the number itself where the best is reached."""
        if self.step > 0:
            return max(number, min(number + self.step, self.best))
        return min(number, max(number + self.step, self.best))


@dataclass(frozen=True)
class Session:
    """Additional provision. `by` is "ta", "teacher", "senco", or who comes from outside."""

    what: str
    plain: str
    by: str
    times: str  # a week, as a decimal
    minutes: int
    group: int


@dataclass(frozen=True)
class Thread:
    """`targets` are steps with how one would know; `strategies` are for every teacher."""

    code: str
    area: BroadArea
    needs: tuple[str, ...]
    scale: Scale
    text: str
    plain: str
    baseline: str
    measure: str
    target: str
    targets: tuple[Line, ...]
    barrier: str
    strategies: tuple[Line, ...]
    session: Session
    seen: tuple[str, ...]
    pupil: tuple[str, ...]
    parent: tuple[str, ...]
    home: str
    adjustments: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    ict: tuple[str, ...] = ()
    years: tuple[int, ...] = ALL_YEARS
