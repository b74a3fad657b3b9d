"""Our own returns, and published releases as they were loaded."""

from goldenthread.returns.models.answer import NumberAnswer
from goldenthread.returns.models.draft import DraftState, ReturnDraft, ReturnedCase, ReturnFinding
from goldenthread.returns.models.release import PublishedLine, PublishedTable, Release, ReleaseUpload

__all__ = [
    "DraftState",
    "NumberAnswer",
    "PublishedLine",
    "PublishedTable",
    "Release",
    "ReleaseUpload",
    "ReturnDraft",
    "ReturnFinding",
    "ReturnedCase",
]
