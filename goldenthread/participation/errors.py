"""What the actions of participation refuse."""

from goldenthread.kit.errors import Conflict, Refused

__all__ = ["Conflict", "Refused"]
