"""How often something is tried: fewer times by default, as often as the test asks with ASSURE=full."""

from __future__ import annotations

import os

IS_FULL = os.environ.get("ASSURE") == "full"


def times(few: int, *, full: int) -> int:
    """`few`, or `full` when everything is asked for."""
    return full if IS_FULL else few
