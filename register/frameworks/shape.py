"""What a framework for special educational needs is made of. Data that checks itself; it knows no table and no page.

A framework is a file of this folder that calls its one object `framework`. Codes of stages are unique among all frameworks, so
that a period of last year keeps its name when a school changes to another framework.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from register.choices import ON_REGISTER, NeedType, SenProvision
from register.deadlines import Rule

BEHAVIOUR, HEALTHCARE = "behaviour", "healthcare"
BELOW_STATUTORY = (SenProvision.SUPPORT,)
STATUTORY = (SenProvision.EHC_PLAN, SenProvision.STATEMENT)


class Owner(StrEnum):
    """Who a duty falls to at first. The school may hand it to somebody else."""

    COORDINATOR = "coordinator"
    TEACHER = "teacher"  # the pupil's key adult where there is one
    HEAD = "head"


class Responsible(StrEnum):
    """Which body answers for a stage."""

    SCHOOL = "school"
    AUTHORITY = "authority"
    BOTH = "both"


class ReviewEvery(StrEnum):
    TERM = "term"
    YEAR = "year"


@dataclass(frozen=True)
class PlanType:
    """A kind of plan, by the code that the app `provision` knows it by."""

    code: str
    name: str
    statutory: bool = False


EVERYWHERE = (PlanType(BEHAVIOUR, "Behaviour plan"), PlanType(HEALTHCARE, "Individual healthcare plan"))


@dataclass(frozen=True)
class Duty:
    """Something that a stage asks for, with where it says so.

    `evidence` is the code of the record that fulfils it (register.evidence). A code that no app offers yet is closed by a
    written record. `due` says when (register.deadlines).
    """

    code: str
    title: str
    source: str
    evidence: str
    due: Rule
    owner: Owner = Owner.COORDINATOR

    def faults(self) -> Iterator[str]:
        for name in ("code", "title", "source", "evidence"):
            if not getattr(self, name):
                yield f"The duty “{self.code or self.title}” has no {name}."


@dataclass(frozen=True)
class Stage:
    """A rung of the ladder. `provision` is the general level that it stands for: register, census and figures count by that.

    `return_code` is what the nation's own school return carries, empty where that is not known here. `only_past`: it can stand in
    the history, not be a pupil's present stage. `watched`: the stage is held by a row of Monitoring, not by SEN status.
    `meaning` tells a family in a sentence or two.
    """

    code: str
    name: str
    order: int
    provision: str
    meaning: str = ""
    return_code: str = ""
    responsible: Responsible = Responsible.SCHOOL
    statutory: bool = False
    review: ReviewEvery | None = None
    plan_types: tuple[str, ...] = ()
    duties: tuple[Duty, ...] = ()
    tells_authority: bool = False
    only_past: bool = False
    watched: bool = False

    @property
    def on_register(self) -> bool:
        return self.provision in ON_REGISTER

    def duty(self, code: str) -> Duty | None:
        return next((duty for duty in self.duties if duty.code == code), None)

    def faults(self, plan_types: set[str]) -> Iterator[str]:
        if self.provision not in SenProvision.values:
            yield f"The stage “{self.code}” stands for no known level ({self.provision!r})."
        if not self.name or len(self.code) > 20:
            yield f"The stage {self.code!r} has no name, or its code is longer than 20 characters."
        if unknown := set(self.plan_types) - plan_types:
            yield f"The stage “{self.code}” names unknown plan types: {', '.join(sorted(unknown))}."
        if self.duties and (self.only_past or self.watched):
            yield f"No pupil enters “{self.code}” by a change of status, so it can bring no duties."
        for duty in self.duties:
            yield from duty.faults()


@dataclass(frozen=True)
class NeedCategory:
    """A heading under which types of need are counted."""

    code: str
    name: str
    types: tuple[NeedType, ...] = ()


@dataclass(frozen=True)
class Coordinator:
    """What the person who co-ordinates is called."""

    title: str  # Special educational needs co-ordinator
    short: str  # SENCO


@dataclass(frozen=True)
class Framework:
    """The rules that a school works under. `nation` is a code of accounts.Nation. Raises ValueError where its data do not hold.

    `default`: what schools of the nation work under unless they choose. `proposed` are the words that stand wherever it is shown,
    for one that is not law; it is never a default.
    """

    code: str
    name: str
    nation: str
    source: str
    coordinator: Coordinator
    authority: str
    stages: tuple[Stage, ...]
    need_categories: tuple[NeedCategory, ...]
    plan_types: tuple[PlanType, ...] = field(default_factory=tuple)
    default: bool = False
    proposed: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "plan_types", (*self.plan_types, *EVERYWHERE))
        if faults := list(self.faults()):
            raise ValueError(f"{self.code}: {' '.join(faults)}")

    @property
    def full_name(self) -> str:
        """With the warning that it is not law, where it is not."""
        return f"{self.name} ({self.proposed})" if self.proposed else self.name

    @property
    def base(self) -> Stage:
        """The stage of a pupil without special educational needs."""
        return self.stages[0]

    @property
    def ladder(self) -> list[Stage]:
        """The stages that a pupil can be at today by a change of status, the lowest first."""
        return [stage for stage in self.stages if not stage.only_past and not stage.watched]

    def stage(self, code: str) -> Stage | None:
        """The stage of that code, if this framework has it."""
        return next((stage for stage in self.stages if stage.code == code), None)

    def default_stage(self, provision: str) -> Stage:
        """What a general level means here when nobody said more: the lowest stage that stands for it.

        Plans and statements (E and S) stand in for each other where the nation has one of the two only.
        """
        wanted = [provision, *({"E": "S", "S": "E"}.get(provision, ""))]
        for level in wanted:
            of_level = [stage for stage in self.stages if stage.provision == level and not stage.watched]
            if of_level:
                return next((stage for stage in of_level if not stage.only_past), of_level[0])
        raise LookupError(f"{self.code} has no stage for the level {provision!r}.")

    def after(self, code: str) -> Stage | None:
        """The next rung above a stage; None at the top."""
        here = self.stage(code) or self.base
        return next((stage for stage in self.ladder if stage.order > here.order), None)

    def faults(self) -> Iterator[str]:
        yield from repeated("stages", (stage.code for stage in self.stages))
        yield from repeated("plan types", (plan.code for plan in self.plan_types))
        yield from repeated("need categories", (category.code for category in self.need_categories))
        yield from repeated("duties", (duty.code for stage in self.stages for duty in stage.duties))
        yield from repeated(
            "places in the order", (str(stage.order) for stage in self.stages if not stage.only_past)
        )
        if not self.ladder or self.base not in self.ladder or self.base.provision != SenProvision.NONE:
            yield "The first stage is that of pupils without special educational needs."
        for levels in (BELOW_STATUTORY, STATUTORY):  # lists, figures and imports count by level
            if not any(stage.provision in levels for stage in self.ladder):
                yield f"No stage that a pupil can be at today stands for the level {' or '.join(levels)}."
        if list(self.ladder) != sorted(self.ladder, key=lambda stage: stage.order):
            yield "The stages are not in their order."
        if not all((self.name, self.source, self.authority, self.coordinator.title, self.coordinator.short)):
            yield "Name, source, authority and the co-ordinator's titles are all needed."
        if self.default and self.proposed:
            yield "What is not law cannot be a default."
        for stage in self.stages:
            yield from stage.faults({plan.code for plan in self.plan_types})


def repeated(what: str, codes: Iterable[str]) -> Iterator[str]:
    twice = sorted(code for code, count in Counter(codes).items() if count > 1)
    if twice:
        yield f"These {what} stand there twice: {', '.join(twice)}."
