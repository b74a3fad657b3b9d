"""Getting plans in: text, CSV, Excel and Word plans of local areas, read into what was understood.

`read_plan(data, name)` and `read_text(text)` give an `Understood`; its `as_dict()` is JSON-ready in the
shape that `goldenthread.programme.reading.shown` documents. What cannot be read raises `UnreadablePlan`,
and nothing else is raised for any bytes. No clock, no database, no network: the same bytes always give the
same answer.
"""

from __future__ import annotations

from goldenthread.programme.reading.merge import merge, same_action_key, same_measure_key
from goldenthread.programme.reading.plan import preview, read_plan, read_text
from goldenthread.programme.reading.understood import Understood
from goldenthread.programme.reading.unreadable import UnreadablePlan

__all__ = [
    "Understood",
    "UnreadablePlan",
    "merge",
    "preview",
    "read_plan",
    "read_text",
    "same_action_key",
    "same_measure_key",
]
