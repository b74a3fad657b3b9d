"""What the words of a file of facts mean: states, seasons, bodies and steps to approval."""

from __future__ import annotations

import re
from typing import Any

SEASONS = {"spring": "05", "summer": "08", "autumn": "11", "winter": "12"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"\b(\d{4}-\d{2}(?:-\d{2})?)\b")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})[a-z]*\.? (\d{{4}})\b", re.IGNORECASE)
_SEASON = re.compile(rf"\b({'|'.join(SEASONS)}) (\d{{4}})\b", re.IGNORECASE)


def date_in(text: str) -> str | None:
    """The date that a sentence names, as 2022-01 or 2023-07-18; a season by its last month. None if there is none."""
    if match := _DAY.search(text):
        return match[1]
    if match := _MONTH.search(text):
        return f"{match[2]}-{MONTHS.index(match[1].lower()[:3]) + 1:02d}"
    if match := _SEASON.search(text):
        return f"{match[2]}-{SEASONS[match[1].lower()]}"
    return None


def delivery(state: str) -> str:
    """The delivery grade that the words of a state speak of; empty when they speak of none."""
    said = state.lower()
    if "still being improved" in said or "draft" in said:
        return "in progress"
    if "planned" in said:
        return "not started"
    if any(word in said for word in ("done", "in place", "launched", "first met")):
        return "complete"
    return ""


def body_kind(name: str) -> str:
    """What sort of body has such a name."""
    said = name.lower()
    if "commissioning" in said:
        return "commissioning"
    for words, kind in (("scrutiny", "scrutiny"), ("cabinet", "cabinet"), ("full council", "council"), ("board", "board"),
                        ("ccg", "health"), ("icb", "health"), ("dfe", "department"), ("ofsted", "inspectorate")):  # fmt: skip
        if words in said:
            return kind
    return "other"


def route_step(event: dict[str, Any]) -> tuple[str, str]:
    """The step to approval that an event is, and of which document: ("cabinet", "wsoa"); ("", "") if it is none."""
    said, kind = event["what"].lower(), event["kind"]
    of = "strategy" if "strategy" in said else "wsoa" if "wsoa" in said or "statement" in said else ""
    if not of or "2020" in said:
        return "", ""
    if kind == "publication":
        return "published", of
    if kind == "scrutiny" and ("before decision" in said or "draft" in said):
        return "scrutiny", of
    if kind == "decision" and "cabinet" in said:
        return "cabinet", of
    return "", ""


def bound(agreed: dict[str, Any], base: int | None) -> dict[str, Any]:
    """A share as it was given: a bound stays one."""
    op, number = agreed.get("op", "="), str(agreed.get("value", ""))
    said = {">": "more than ", "≥": "at least ", "<": "fewer than ", "≤": "at most "}.get(op, "")
    value = {"as_written": f"{said}{number}%", "op": op, "number": number, "unit": "%", "base": base}
    return value | ({} if base is not None else {"base_status": "not published"})


def summary(value: Any) -> str:
    """A part of the facts as a sentence: its own `status` if it has one, or how much it holds."""
    if isinstance(value, dict):
        for name in ("status", "meaning", "must_have"):
            if isinstance(value.get(name), str):
                return str(value[name])
        return "; ".join(
            f"{name.replace('_', ' ')}: {_short(one)}" for name, one in value.items() if name != "source"
        )
    if isinstance(value, list):
        return "; ".join(_short(one) for one in value)
    return str(value)


def _short(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_short(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(
            f"{name.replace('_', ' ')} {_short(one)}" for name, one in value.items() if name != "source"
        )
    return str(value)
