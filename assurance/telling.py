"""What the tests of a line came to, as data and for the screen."""

from __future__ import annotations

from typing import Any

from assurance.line import Line, holds


def told(line: Line, to_do: list[str], found: dict[str, Any], *, is_full: bool) -> dict[str, Any]:
    """A line of the ledger with what its tests came to."""
    mine = {nodeid: one for nodeid, one in found.items() if line.has(nodeid)}
    missing = [one for one in line.tests if not any(holds(one, nodeid) for nodeid in to_do)]
    failures = sorted(nodeid for nodeid, one in mine.items() if one["outcome"] == "failed")
    counted = [count for one in mine.values() for count in one["counted"]]
    failures += [
        f"{count['what']}: {count['failed']} of {count['tried']}" for count in counted if count["failed"]
    ]
    is_left = not line.tests or (line.only_full and not is_full)
    if not is_left:
        failures += [f"{one}: there is no such test" for one in missing]
    return {
        "id": line.id,
        "title": line.title,
        "asked": line.asked,
        "state": "not run" if is_left else "failed" if failures else "in part" if line.open else "held",
        "tests": len(mine),
        "skipped": sorted(nodeid for nodeid, one in mine.items() if one["outcome"] == "skipped"),
        "counted": counted,
        "failures": failures,
        "open": line.open,
        "seconds": round(sum(one["seconds"] for one in mine.values()), 1),
    }


def printed(line: dict[str, Any]) -> str:
    """A line for the screen."""
    shown = f"{line['id']:>4}  {line['state']:<8} {line['title']}"
    counts = "".join(f"; {one['tried']:,} {one['what']}, {one['failed']} failed" for one in line["counted"])
    return f"{shown}: {line['tests']} tests{counts} ({line['seconds']:.0f} s)" if line["tests"] else shown
