"""What the Local Offer's actions refuse."""

from goldenthread.kit.errors import Conflict, Refused

__all__ = ["Conflict", "Refused"]
