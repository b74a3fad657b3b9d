"""Moves, and what the day of birth alone cannot say."""

from goldenthread.transitions.models.move import Move, MoveTask
from goldenthread.transitions.models.years import OutOfYear, Undated

__all__ = ["Move", "MoveTask", "OutOfYear", "Undated"]
