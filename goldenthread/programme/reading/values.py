"""Figures of measures as written: number, bound, unit, the words in brackets, and what it is out of."""

from __future__ import annotations

import re
from decimal import Decimal

from goldenthread.programme.reading.people import is_blank
from goldenthread.programme.reading.understood import Value

_BOUNDS = (
    (">", r"more than|greater than|over|above|>"),
    ("<", r"less than|fewer than|under|below|<"),
    ("≥", r"at least|no less than|not less than|minimum(?: of)?|min\.?|≥|>=|=>"),
    ("≤", r"at most|no more than|not more than|up to|maximum(?: of)?|max\.?|≤|<=|=<"),
    ("~", r"about|around|approx(?:\.|imately)?|circa|c\.|~|≈"),
)
_NUMBER = r"(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?|-?\.\d+)"
_UNIT = (
    r"(%|per\s?cent|percent|per\s+[\d,]+|(?:school |working |calendar )?(?:days?|weeks?|months?|years?|"
    r"hours?)|k|m|bn"
    r"|plans?|children|pupils|places|families|people|requests?|cases|appeals)"
)
_FIGURE = re.compile(rf"(£?)\s*{_NUMBER}\s*{_UNIT}?(?![\w.])\s*(\+?)\s*(.*)", re.IGNORECASE | re.DOTALL)
_BASE = re.compile(
    r"\b(?:n\s*=\s*|base[:\s]+|(?:out )?of\s+(?:the\s+)?)(\d[\d,]*)(?!\s*%|\.\d)", re.IGNORECASE
)
_SHARE = re.compile(r"(\d+)\s*(?:/|out of|of)\s*(\d+)", re.IGNORECASE)


def read_value(text: str) -> Value | None:
    """The figure in a cell, or None for an empty cell. What cannot be read as one figure keeps its words
    only.

    >>> read_value("10.9% (academic year 21/22)").note
    'academic year 21/22'
    >>> value = read_value(">85%"); value.op, str(value.number), value.base_status
    ('>', '85', 'not published')
    """
    written = " ".join(text.split())
    if is_blank(written):
        return None
    note = "; ".join(part.strip() for part in re.findall(r"\(([^()]*)\)", written))
    bare = " ".join(re.sub(r"\([^()]*\)", " ", written).split())
    op, rest = _bound(bare)
    base = _BASE.search(f"{bare} {note}")
    figure = _FIGURE.fullmatch(rest)
    if not figure or len(written) > 200 or _is_more_than_one(figure.group(5)):
        return Value(written, note=note)
    pounds, number, unit, plus, tail = figure.groups()
    op = _closing_bound(plus, tail) if op == "=" else op
    n = int(base.group(1).replace(",", "")) if base and len(base.group(1)) < 10 else None
    share = _SHARE.fullmatch(rest)
    status = "not published" if op in (">", "≥", "<", "≤") and n is None else ""
    return Value(
        written,
        None if share and "/" in rest else Decimal(number.replace(",", "")),
        op,
        "£" + (unit or "") if pounds else _unit(unit),
        "; ".join(part for part in (note, tail.strip(" ,;:–-")) if part),
        n,
        status,
    )


def _bound(text: str) -> tuple[str, str]:
    for op, words in reversed(_BOUNDS):
        match = re.match(rf"(?:{words})(?=[\s\d£.])\s*", text, re.IGNORECASE)
        if match and not (op == "~" and text.startswith("-")):
            return op, text[match.end() :]
    return "=", text


def _closing_bound(plus: str, tail: str) -> str:
    if plus or re.match(r"(?:or|and) (?:more|above|over|higher)\b", tail, re.IGNORECASE):
        return "≥"
    return "≤" if re.match(r"(?:or|and) (?:less|fewer|under|below|lower)\b", tail, re.IGNORECASE) else "="


def _unit(written: str | None) -> str:
    unit = " ".join((written or "").lower().split())
    return "%" if unit in ("per cent", "percent") else unit


def _is_more_than_one(tail: str) -> bool:
    """Whether a second figure follows, as in "85-90%" or "12% to 15%"."""
    return bool(re.match(r"(?:-|–|—|to\b|and\b|/)\s*£?\d", tail.strip(), re.IGNORECASE))
