"""What a programme refuses: the same as every room."""

from goldenthread.kit.errors import Conflict, Refused

__all__ = ["Conflict", "Refused"]
