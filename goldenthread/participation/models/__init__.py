"""The rows of participation."""

from goldenthread.participation.models.ledger import Activity, Said
from goldenthread.participation.models.response import Draft, Response, Words
from goldenthread.participation.models.sorting import Coding, Theme
from goldenthread.participation.models.survey import PublishedResults, Question, RecordedResult, Survey

__all__ = [
    "Activity",
    "Coding",
    "Draft",
    "PublishedResults",
    "Question",
    "RecordedResult",
    "Response",
    "Said",
    "Survey",
    "Theme",
    "Words",
]
