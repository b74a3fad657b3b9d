"""A programme's rating key: three axes, each with the programme's own words, a shape for each and its rules.

Delivery and impact are kept apart because “complete” is not “worked”. The default is a proposal: no national key
exists, and each programme may set its own, with its own history.
"""

from __future__ import annotations

from typing import Any, TypedDict

AXES = ("delivery", "confidence", "impact")


class Grade(TypedDict, total=False):
    """One step of an axis. `shape` is drawn beside the word, so that colour is never needed."""

    code: str
    word: str
    meaning: str
    shape: str
    is_finished: bool
    needs_evidence: bool


Key = dict[str, list[Grade]]

DEFAULT: Key = {
    "delivery": [
        {"code": "not started", "word": "Not started", "meaning": "No work has begun.", "shape": "dotted"},
        {"code": "in progress", "word": "In progress", "meaning": "Work is under way.", "shape": "half"},
        {"code": "complete", "word": "Complete", "meaning": "What was promised has been done.", "shape": "filled",
         "is_finished": True},
        {"code": "embedded", "word": "Embedded", "meaning": "Done, and part of how we always work.", "shape": "seal",
         "is_finished": True, "needs_evidence": True},
    ],
    "confidence": [
        {"code": "on track", "word": "On track", "meaning": "We expect to finish on time.", "shape": "tick"},
        {"code": "at risk", "word": "At risk", "meaning": "It may be late unless something changes.", "shape": "bang"},
        {"code": "off track", "word": "Off track", "meaning": "It will be late or fall short.", "shape": "cross"},
    ],
    "impact": [
        {"code": "none yet", "word": "None yet", "meaning": "We cannot show a difference yet.", "shape": "dotted"},
        {"code": "emerging", "word": "Emerging", "meaning": "First signs of a difference.", "shape": "half"},
        {"code": "evidenced", "word": "Evidenced", "meaning": "Evidence shows a difference.", "shape": "filled",
         "needs_evidence": True},
        {"code": "sustained", "word": "Sustained", "meaning": "The difference has lasted.", "shape": "seal",
         "needs_evidence": True},
    ],
}  # fmt: skip


def in_order(key: Key) -> Key:
    """The key with its axes in their usual order: a database keeps none."""
    return {axis: key[axis] for axis in AXES}


def codes(key: Key, axis: str) -> list[str]:
    """The codes that an axis knows, in order."""
    return [grade["code"] for grade in key[axis]]


def finished_codes(key: Key) -> list[str]:
    """The delivery grades after which an action cannot be overdue."""
    return [grade["code"] for grade in key["delivery"] if grade.get("is_finished")]


def grade(key: Key, axis: str, code: str) -> Grade | None:
    """The grade with this code; None if the axis does not know it."""
    return next((one for one in key[axis] if one["code"] == code), None)


def word(key: Key, axis: str, code: str) -> str:
    """The programme's word for a grade; “Not rated” when nothing has been said."""
    found = grade(key, axis, code)
    return found["word"] if found else (code or "Not rated")


def mistakes(key: Any) -> list[str]:
    """What is wrong with a key that somebody wrote, in sentences."""
    if not isinstance(key, dict) or set(key) != set(AXES):
        return [f"The rating key needs these axes and no others: {', '.join(AXES)}."]
    found = []
    for axis in AXES:
        listed = [one.get("code") for one in key[axis]]
        if len(listed) != len(set(listed)) or not listed:
            found.append(f"Each grade of “{axis}” needs a code of its own.")
        found += [f"A grade of “{axis}” has no word." for one in key[axis] if not one.get("word")]
        found += [f"“{one.get('word')}” has no shape. Colour alone is not read by everyone."
                  for one in key[axis] if not one.get("shape")]  # fmt: skip
    if not found and not finished_codes(key):
        found.append("No delivery grade is marked as finished, so every action would become overdue.")
    return found
