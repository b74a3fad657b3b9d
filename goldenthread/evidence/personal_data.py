"""What evidence holds about people: who tied a measure to a figure, and who froze a reading. No child is in it."""

from goldenthread.audit.personal_data import Held

PERSONAL: dict[str, Held] = {}
NOT_PERSONAL: dict[str, str] = {}
