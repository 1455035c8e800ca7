from .alert import PupilAlert
from .costs import Budget, CostSettings, StaffRate, TopUp
from .cycles import CycleItem, CycleRun
from .delivered import AdultAbsence, Session, SessionMark
from .digest import CoverLink, CoverOpening, DigestReading
from .evidence import PulledConcern, Score
from .impact import Measurement, Scale
from .library import Intervention, Resource
from .outcome import Outcome, Seen, SeenFile, Target
from .plan import Plan, PlanSection, PlanStep
from .printing import PrintJob
from .profile import Profile, ProfileReading, ProfileVersion
from .provided import Allocation, Provision, ProvisionAdult, ProvisionTime
from .report import NeedsReport
from .school import HiddenEntry, PlanSettings, PlanTemplate, SchoolStem, SchoolStrategy
from .support import PlanItem, PlannedProvision
from .version import PlanResponse, PlanVersion, ResponseRead

__all__ = [
    "AdultAbsence",
    "Allocation",
    "Budget",
    "CostSettings",
    "CoverLink",
    "CoverOpening",
    "CycleItem",
    "CycleRun",
    "DigestReading",
    "HiddenEntry",
    "Intervention",
    "Measurement",
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
    "PrintJob",
    "Profile",
    "ProfileReading",
    "ProfileVersion",
    "Provision",
    "ProvisionAdult",
    "ProvisionTime",
    "PulledConcern",
    "PupilAlert",
    "Resource",
    "ResponseRead",
    "Scale",
    "SchoolStem",
    "SchoolStrategy",
    "Score",
    "Seen",
    "SeenFile",
    "Session",
    "SessionMark",
    "StaffRate",
    "Target",
    "TopUp",
]
