"""Moves, what the day of birth alone cannot say, and the way to adult life."""

from goldenthread.transitions.models.destination import Destination
from goldenthread.transitions.models.goal import Goal, GoalLook
from goldenthread.transitions.models.move import Move, MoveTask
from goldenthread.transitions.models.years import OutOfYear, Undated

__all__ = ["Destination", "Goal", "GoalLook", "Move", "MoveTask", "OutOfYear", "Undated"]
