"""The kinds of plan that come with the system, one file each; a file that is added here is found by itself."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from provision.plan_types.shape import PlanTypeShape

NOT_KINDS = {"shape", "shared_sections"}


@cache
def shipped() -> dict[str, PlanTypeShape]:
    """Code → kind of plan, for every file beside this one."""
    names = [module.name for module in iter_modules(__path__) if module.name not in NOT_KINDS]
    found = [import_module(f"{__name__}.{name}").PLAN_TYPE for name in sorted(names)]
    return {kind.code: kind for kind in found}


def name_of(code: str) -> str:
    """What a kind of plan is called; one that is not shipped any more by its code."""
    kind = shipped().get(code)
    return str(kind.name) if kind else code
