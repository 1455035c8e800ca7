from .cycles import CycleItem, CycleRun
from .evidence import PulledConcern, Score
from .outcome import Outcome, Seen, SeenFile, Target
from .plan import Plan, PlanSection, PlanStep
from .report import NeedsReport
from .school import HiddenEntry, PlanSettings, PlanTemplate, SchoolStem, SchoolStrategy
from .support import PlanItem, PlannedProvision
from .version import PlanResponse, PlanVersion, ResponseRead

__all__ = [
    "CycleItem",
    "CycleRun",
    "HiddenEntry",
    "NeedsReport",
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
    "ResponseRead",
    "SchoolStem",
    "SchoolStrategy",
    "Score",
    "Seen",
    "SeenFile",
    "Target",
]
