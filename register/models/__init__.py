from .access import PupilAccess
from .advice import AdviceMessage, AdviceThread
from .attainment import Attainment
from .base import PupilBound, PupilBoundQuerySet
from .concern import Concern, ConcernNote, ConcernStep, ReferenceCounter
from .contact import Contact, ContactAddress
from .file import PupilFile, PupilFileContent
from .groups import GroupPupil, GroupTeacher, TeachingGroup
from .imports import ColumnMapping, ImportLine, ImportRun
from .in_mis import SenInMis
from .monitoring import Monitoring
from .notice import ConcernNotice
from .pupil import Pupil, PupilCharacteristic
from .rights import RightsPassed
from .saved_view import SavedView
from .stage_duty import StageDuty
from .status import SenNeed, SenStatus
from .view_request import ViewRequest

__all__ = [
    "AdviceMessage",
    "AdviceThread",
    "Attainment",
    "ColumnMapping",
    "Concern",
    "ConcernNote",
    "ConcernNotice",
    "ConcernStep",
    "Contact",
    "ContactAddress",
    "GroupPupil",
    "GroupTeacher",
    "ImportLine",
    "ImportRun",
    "Monitoring",
    "Pupil",
    "PupilAccess",
    "PupilBound",
    "PupilBoundQuerySet",
    "PupilCharacteristic",
    "PupilFile",
    "PupilFileContent",
    "ReferenceCounter",
    "RightsPassed",
    "SavedView",
    "SenInMis",
    "SenNeed",
    "SenStatus",
    "StageDuty",
    "TeachingGroup",
    "ViewRequest",
]
