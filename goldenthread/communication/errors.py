"""What the actions of communication refuse."""

from goldenthread.kit.errors import Conflict, Refused

__all__ = ["Conflict", "Refused"]
