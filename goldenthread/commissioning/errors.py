"""What the actions of commissioning refuse."""

from goldenthread.kit.errors import Conflict, Refused

__all__ = ["Conflict", "Refused"]
