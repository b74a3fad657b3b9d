"""Cases, what happened in them, and where they stand."""

from goldenthread.casework.models.access import AdviceAccess, Allocation, Bar, Grant
from goldenthread.casework.models.case import Case
from goldenthread.casework.models.event import Event
from goldenthread.casework.models.standing import OpenDuty, Standing

__all__ = ["AdviceAccess", "Allocation", "Bar", "Case", "Event", "Grant", "OpenDuty", "Standing"]
