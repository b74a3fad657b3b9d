"""The audit's two tables."""

from goldenthread.audit.models.event import Event
from goldenthread.audit.models.head import Head

__all__ = ["Event", "Head"]
