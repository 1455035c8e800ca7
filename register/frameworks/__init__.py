"""The frameworks that schools work under. One file of this folder is one framework: nothing else has to be changed to add one.

`framework_of(school)` is the one that a school works under; `frameworks()` are all; `stage_called(code)` names any stage of any
framework, also one that the school no longer works under.
"""

import importlib
import pkgutil
from functools import cache

from .shape import Framework, Stage

STAND_IN = "england"  # for a nation that no framework is shipped for (Scotland), until the school chooses


@cache
def frameworks() -> dict[str, Framework]:
    """Every framework by its code: those that are law first, then by name. Raises ValueError where two contradict each other."""
    modules = [
        importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
    ]
    found = [module.framework for module in modules if hasattr(module, "framework")]
    check_together(found)
    found.sort(key=lambda framework: (bool(framework.proposed), framework.name))
    return {framework.code: framework for framework in found}


def check_together(found: list[Framework]) -> None:
    """A code of a stage means one stage, wherever it stands; a nation has one default."""
    stages: dict[str, Stage] = {}
    for framework in found:
        for stage in framework.stages:
            if stages.setdefault(stage.code, stage) != stage:
                raise ValueError(f"Two different stages are called “{stage.code}”.")
    defaults = [framework.nation for framework in found if framework.default]
    if len(set(defaults)) != len(defaults) or len({each.code for each in found}) != len(found):
        raise ValueError("Two frameworks have one code, or a nation has two defaults.")


def default_for(nation: str) -> Framework | None:
    """What schools of a nation work under unless they choose; None where no framework is shipped for it."""
    return next((each for each in frameworks().values() if each.default and each.nation == nation), None)


def framework_of(school) -> Framework:
    """What a school works under: what it chose, else its nation's default, else the stand-in (`is_stand_in` says so)."""
    chosen = frameworks().get(school.framework)
    return chosen or default_for(school.nation) or frameworks()[STAND_IN]


def is_gone(school) -> bool:
    """Whether the school chose one that is shipped no longer: what holds now nobody chose, and pages say so plainly."""
    return bool(school.framework) and school.framework not in frameworks()


def is_stand_in(school) -> bool:
    """Whether nobody chose and nothing is shipped for the nation: pages say so plainly."""
    return school.framework not in frameworks() and default_for(school.nation) is None


@cache
def all_stages() -> dict[str, Stage]:
    return {stage.code: stage for framework in frameworks().values() for stage in framework.stages}


def stage_called(code: str) -> Stage | None:
    """The stage of that code in whichever framework has it."""
    return all_stages().get(code)


def is_base(code: str) -> bool:
    """Whether this is, in whichever framework, the stage of pupils without special educational needs."""
    return any(framework.base.code == code for framework in frameworks().values())


__all__ = [
    "Framework",
    "Stage",
    "all_stages",
    "default_for",
    "framework_of",
    "frameworks",
    "is_base",
    "is_gone",
    "is_stand_in",
    "stage_called",
]
