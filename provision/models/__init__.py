from .alert import PupilAlert
from .cycles import CycleItem, CycleRun
from .digest import CoverLink, CoverOpening, DigestReading
from .evidence import PulledConcern, Score
from .outcome import Outcome, Seen, SeenFile, Target
from .plan import Plan, PlanSection, PlanStep
from .printing import PrintJob
from .profile import Profile, ProfileReading, ProfileVersion
from .report import NeedsReport
from .school import HiddenEntry, PlanSettings, PlanTemplate, SchoolStem, SchoolStrategy
from .support import PlanItem, PlannedProvision
from .version import PlanResponse, PlanVersion, ResponseRead

__all__ = [
    "CoverLink",
    "CoverOpening",
    "CycleItem",
    "CycleRun",
    "DigestReading",
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
    "Profile",
    "PrintJob",
    "ProfileReading",
    "ProfileVersion",
    "PulledConcern",
    "PupilAlert",
    "ResponseRead",
    "SchoolStem",
    "SchoolStrategy",
    "Score",
    "Seen",
    "SeenFile",
    "Target",
]
