"""Years that a council chose, holds, and removals by rule."""

from goldenthread.keeping.models.hold import Hold
from goldenthread.keeping.models.removal import Removal, RemovalState
from goldenthread.keeping.models.years import ChosenYears

__all__ = ["ChosenYears", "Hold", "Removal", "RemovalState"]
