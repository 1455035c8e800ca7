from .evidence import PulledConcern, Score
from .outcome import Outcome, Seen, Target
from .plan import Plan, PlanSection, PlanStep
from .school import HiddenEntry, PlanSettings, PlanTemplate, SchoolStem, SchoolStrategy
from .support import PlanItem, PlannedProvision
from .version import PlanResponse, PlanVersion

__all__ = [
    "HiddenEntry",
    "Outcome",
    "Plan",
    "PlanItem",
    "PlanResponse",
    "PlanSection",
    "PlanSettings",
    "PlanStep",
    "PlanTemplate",
    "PlanVersion",
    "PlannedProvision",
    "PulledConcern",
    "SchoolStem",
    "SchoolStrategy",
    "Score",
    "Seen",
    "Target",
]
