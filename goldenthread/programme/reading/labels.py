"""Labelled words in running text: "Due date: May 25", "Lead: A; Due: B", "(Lead: A, by March 2025)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from goldenthread.programme.reading.months import heading_date, is_period_heading
from goldenthread.programme.reading.vocabulary import label_of

_CANDIDATE = re.compile(r"(?:^|[;|,(\t]\s*|\s{2,}|\.\s+)([A-Za-z#][^:;|\t\n.]{0,78}?)\s*:(?=\s|$)")
_SPACED = re.compile(r"([A-Za-z][^:;|]{1,60}?)(?:\s{2,}|\s[–—-]\s)(\S.*)", re.DOTALL)
_TAIL = re.compile(r"\s*\(([^()]{3,160})\)\s*\.?$")
_COMPLETED = re.compile(
    r"(?:completed?|done|achieved|in progress|on track|started|not started|delayed)\b", re.IGNORECASE
)

_TRAILING = {"leads", "due", "accountable", "start", "status", "rating", "agency", "success"}


class Label(NamedTuple):
    """A field, the label as written, and the words after it ("" when they follow on later lines)."""

    field: str
    label: str
    text: str


def labels_in(text: str) -> list[Label]:
    """The labels of a line that opens with one; [] for a line that does not.

    >>> [(label.field, label.text) for label in labels_in("Lead: Head of SEND; Due: May 25")]
    [('leads', 'Head of SEND'), ('due', 'May 25')]
    """
    if len(text) <= 90 and not text.endswith((".", ";")):
        whole = label_of(text)
        if whole and not (":" in text.rstrip(": ") and _first(text)):
            return [Label(whole, text.rstrip(": ").strip(), "")]
    first = _first(text)
    if first:
        return [part for label in _all(text) for part in _apart(label)]
    spaced = _SPACED.fullmatch(text)
    field = label_of(spaced.group(1)) if spaced else None
    if spaced and field and field not in ("action", "area"):
        return [Label(field, spaced.group(1).strip(), spaced.group(2).strip())]
    return []


def without_tail(text: str) -> tuple[str, list[Label]]:
    """An action's words, and the fields in the brackets that close them: a date, labels, or a state.

    >>> without_tail("Open a drop-in for families (September 2024)")[0]
    'Open a drop-in for families'
    """
    match = _TAIL.search(text)
    if not match or match.start() == 0:
        return _cut_at_labels(text)
    inside = match.group(1).strip()
    bare = re.sub(r"^(?:due|by|deadline|timescale|target date)\b\s*", "", inside, flags=re.IGNORECASE)
    if heading_date(bare) or is_period_heading(bare):
        return text[: match.start()], [Label("due", "due", inside)]
    found = labels_in(inside)
    if found:
        return text[: match.start()], found
    if inside.lower() == "ongoing":
        return text[: match.start()], [Label("due", "due", inside)]
    if _COMPLETED.match(inside) and len(inside.split()) <= 6:
        return text[: match.start()], [Label("status", "status", inside)]
    return text, []


def _cut_at_labels(text: str) -> tuple[str, list[Label]]:
    """Words and fields of "Train all writers. Lead: SEND Manager. By when: June 2025"."""
    for match in _CANDIDATE.finditer(text[:1500]):
        if match.start(1) and label_of(match.group(1)) in _TRAILING:
            return text[: match.start(1)].strip(" ,;|("), _all(text[match.start(1) :].rstrip(" )"))
    return text, []


def _apart(label: Label) -> list[Label]:
    """A lead and the date after it: "Principal EP, due March 2023"."""
    match = re.fullmatch(r"(.+?),?\s+(?:due|by)\s+(.+)", label.text) if label.field == "leads" else None
    if not match or not (heading_date(match.group(2)) or is_period_heading(match.group(2))):
        return [label]
    return [label._replace(text=match.group(1)), Label("due", "due", match.group(2))]


def _first(text: str) -> Label | None:
    match = re.match(r"([A-Za-z#][^:;|\t\n]{0,78}?)\s*:(?:\s+(.*)|(\S.*)|$)", text, re.DOTALL)
    field = label_of(match.group(1)) if match else None
    return (
        Label(field, match.group(1).strip(), (match.group(2) or match.group(3) or "").strip())
        if match and field
        else None
    )


def _all(text: str) -> list[Label]:
    """Cut a line at each label in it that is a label beyond doubt."""
    if len(text) > 1500:
        first = _first(text)
        return [first] if first else []
    cuts = [
        (m.start(1), m.end(), m.group(1), field)
        for m in _CANDIDATE.finditer(text)
        if (field := label_of(m.group(1)))
    ]
    if not cuts or cuts[0][0] != 0:
        first = _first(text)
        return [first] if first else []
    found = []
    for position, (_, end, label, field) in enumerate(cuts):
        stop = cuts[position + 1][0] if position + 1 < len(cuts) else len(text)
        words = text[end:stop].strip(" ;|,(\t").strip()
        last = position + 1 == len(cuts)
        found.append(Label(field, label.strip(), words if last else words.rstrip(".")))
    return found
