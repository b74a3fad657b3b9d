"""Published releases, as they were loaded."""

from goldenthread.returns.models.release import PublishedLine, PublishedTable, Release

__all__ = ["PublishedLine", "PublishedTable", "Release"]
