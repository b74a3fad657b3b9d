"""Answers to who asked, years that a council chose, holds, and removals by rule."""

from goldenthread.keeping.models.alert import Alert, AlertKind, Canary, Closing, Watched
from goldenthread.keeping.models.continuity import ContinuityPack
from goldenthread.keeping.models.disclosure import Disclosure, DisclosureState
from goldenthread.keeping.models.hold import Hold
from goldenthread.keeping.models.removal import Removal, RemovalState
from goldenthread.keeping.models.years import ChosenYears

__all__ = [
    "Alert",
    "AlertKind",
    "Canary",
    "ChosenYears",
    "Closing",
    "ContinuityPack",
    "Disclosure",
    "DisclosureState",
    "Hold",
    "Removal",
    "RemovalState",
    "Watched",
]
