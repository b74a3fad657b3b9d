"""Moves, what the day of birth alone cannot say, and the way to adult life."""

from goldenthread.transitions.models.destination import Destination
from goldenthread.transitions.models.early import AdultNotice
from goldenthread.transitions.models.goal import Goal, GoalLook
from goldenthread.transitions.models.internship import CoachHours, Employer, Internship, WorkCheck
from goldenthread.transitions.models.move import Move, MoveTask
from goldenthread.transitions.models.profile import Profile
from goldenthread.transitions.models.years import OutOfYear, Undated

__all__ = [
    "AdultNotice", "CoachHours", "Destination", "Employer", "Goal", "GoalLook", "Internship", "Move", "MoveTask", "OutOfYear",
    "Profile", "Undated", "WorkCheck",
]  # fmt: skip
