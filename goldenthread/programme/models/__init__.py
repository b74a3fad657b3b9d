"""The programme's records."""

from goldenthread.programme.models.action import (
    Action,
    ActionVersion,
    Dependency,
    Milestone,
    ProgressNote,
    UpdateRequest,
)
from goldenthread.programme.models.evidence import Evidence
from goldenthread.programme.models.measure import Measure, Reading
from goldenthread.programme.models.plan import Area, AreaVersion, Plan, Priority, RouteStep
from goldenthread.programme.models.programme import Finding, Inspection, Programme, ProgrammeVersion, Remark
from goldenthread.programme.models.publication import Publication
from goldenthread.programme.models.review import (
    Decision,
    Effect,
    Review,
    ReviewPoint,
    SustainedCheck,
    TimelineEvent,
)
from goldenthread.programme.models.risk import Risk, RiskVersion
from goldenthread.programme.models.upload import Upload

__all__ = [
    "Action", "ActionVersion", "Area", "AreaVersion", "Decision", "Dependency", "Effect", "Evidence", "Finding", "Inspection",
    "Measure", "Milestone", "Plan", "Priority", "Programme", "ProgrammeVersion", "ProgressNote", "Publication",
    "Reading", "Remark", "Review", "ReviewPoint", "Risk", "RiskVersion", "RouteStep", "SustainedCheck",
    "TimelineEvent", "UpdateRequest", "Upload",
]  # fmt: skip
