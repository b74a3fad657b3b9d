"""The rows of participation."""

from goldenthread.participation.models.hearing import Outreach, People
from goldenthread.participation.models.ledger import Activity, Said
from goldenthread.participation.models.response import Draft, Response, Words
from goldenthread.participation.models.sorting import Coding, Theme
from goldenthread.participation.models.survey import PublishedResults, Question, RecordedResult, Survey
from goldenthread.participation.models.texting import TextInvitation, TextReader
from goldenthread.participation.models.translating import Translation
from goldenthread.participation.models.workspace import GroupMember, GroupPaper, SharedPaper, groups_of

__all__ = [
    "Activity",
    "Coding",
    "Draft",
    "GroupMember",
    "GroupPaper",
    "Outreach",
    "People",
    "PublishedResults",
    "Question",
    "RecordedResult",
    "Response",
    "Said",
    "SharedPaper",
    "Survey",
    "TextInvitation",
    "TextReader",
    "Theme",
    "Translation",
    "Words",
    "groups_of",
]
