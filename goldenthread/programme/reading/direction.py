"""Whether lower or higher is better for a measure: inferred, and said from what."""

from __future__ import annotations

import re

from goldenthread.programme.reading.suspects import is_gap
from goldenthread.programme.reading.understood import Better, Value

_LOWER = re.compile(
    r"\b(absen\w+|suspen\w+|exclu\w+|waits?|waiting|complaints?|tribunals?|appeals?|overdue|backlog|"
    r"late|delay\w*|neet"
    r"|vacanc\w+|breach\w*|missing|out of (?:area|county|borough)|dissatisf\w+|not (?:in|on|met))\b"
)
_HIGHER = re.compile(
    r"\b(timeliness|timely|within \d+|on time|good|better|satisf\w+|positive|confiden\w+|agree\w*|"
    r"attendance|complet\w+"
    r"|trained|employment|participat\w+|achiev\w+|progress|quality|met|improv\w+|happy|heard|involved)\b"
)


def better_of(name: str, baseline: Value | None, target: Value | None) -> tuple[Better | None, str]:
    """Direction and what it was judged by. A baseline and target far apart are no judge: one of them may be
    a slip.

    >>> better_of("Suspension rate", None, None)
    ('lower', 'its name')
    """
    from_name = _from_name(name)
    if baseline and target and baseline.number is not None and target.number is not None:
        apart = target.number - baseline.number
        gap = is_gap(baseline, target) and baseline.number != 0
        if apart and not gap and baseline.unit == target.unit:
            return ("lower" if apart < 0 else "higher"), "its baseline and target"
    return (from_name, "its name") if from_name else (None, "")


def _from_name(name: str) -> Better | None:
    low, high = _LOWER.search(name.lower()), _HIGHER.search(name.lower())
    if low and high:
        return "lower" if low.start() < high.start() else "higher"
    return "lower" if low else "higher" if high else None
