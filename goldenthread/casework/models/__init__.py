"""Cases, what happened in them, where they stand, and what passes between us and those they are about."""

from goldenthread.casework.models.access import AdviceAccess, Allocation, Bar, Grant
from goldenthread.casework.models.advice import Advice, AdviceLink, AdviceState, AdviceSubmission
from goldenthread.casework.models.bundle import Bundle, BundleKind
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.consultation import ASKING, Consultation, SchoolAnswer
from goldenthread.casework.models.event import Event
from goldenthread.casework.models.feed import CalendarFeed
from goldenthread.casework.models.importing import CaseImport, ImportedRow, ImportMapping, Way
from goldenthread.casework.models.inherited import CaseFileUpload, InheritedCase
from goldenthread.casework.models.invitation import Invitation
from goldenthread.casework.models.letter import Letter, LetterState, LetterWords, NamedService, Service
from goldenthread.casework.models.loose_object import LooseObject
from goldenthread.casework.models.message import (
    Channel,
    Message,
    MessageKind,
    Outcome,
    Paper,
    QuarantinedPaper,
    Scanned,
)
from goldenthread.casework.models.panel import (
    AgendaItem,
    Countersignature,
    PanelAnswer,
    PanelQuestion,
    Sitting,
)
from goldenthread.casework.models.picture import Picture
from goldenthread.casework.models.plan import (
    Delivery,
    PlanComment,
    PlanLock,
    PlanOverride,
    PlanReceipt,
    PlanText,
    PlanVersion,
    VersionStage,
)
from goldenthread.casework.models.review import Recommendation, Review
from goldenthread.casework.models.standing import OpenDuty, Standing

__all__ = [
    "ASKING",
    "Advice",
    "AdviceAccess",
    "AdviceLink",
    "AdviceState",
    "AdviceSubmission",
    "AgendaItem",
    "Allocation",
    "Bar",
    "Bundle",
    "BundleKind",
    "CalendarFeed",
    "Case",
    "CaseFileUpload",
    "CaseImport",
    "Channel",
    "Consultation",
    "Countersignature",
    "Delivery",
    "Event",
    "Grant",
    "ImportMapping",
    "ImportedRow",
    "InheritedCase",
    "Invitation",
    "Letter",
    "LetterState",
    "LetterWords",
    "LooseObject",
    "Message",
    "MessageKind",
    "NamedService",
    "OpenDuty",
    "Outcome",
    "PanelAnswer",
    "PanelQuestion",
    "Paper",
    "Picture",
    "PlanComment",
    "PlanLock",
    "PlanOverride",
    "PlanReceipt",
    "PlanText",
    "PlanVersion",
    "QuarantinedPaper",
    "Recommendation",
    "Review",
    "Scanned",
    "SchoolAnswer",
    "Service",
    "Sitting",
    "Standing",
    "VersionStage",
    "Way",
]
