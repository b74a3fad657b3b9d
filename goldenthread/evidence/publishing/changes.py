"""What a version says differently from an earlier one, a sentence for each field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goldenthread.evidence.publishing.forms import in_date_words
from goldenthread.evidence.publishing.parts import Document, Figure, Heading, Paragraph, PlanLine, Table
from goldenthread.kit.dates import MONTHS, PartialDate
from goldenthread.programme.differences import Difference, differences

_COUNT = ("value", "numerator", "denominator")
_OF_LINE = {"delivery": "Progress", "leads": "Lead", "number": "Number", "area": "Area", "text": "Wording"}


def changes(before: Document, after: Document) -> list[str]:
    """The differences in words, in the order of the later document; none where both say the same.

    The day on which a document was made is no difference, nor is the day of a figure that is as it was.
    """
    old, new = _nested(before), _nested(after)
    found: list[str] = []
    told: set[str] = set()
    for one in differences(old, new):
        for sentence in _sentences(one, old, new, told):
            found.append(sentence)
    return found


def moved(before: str, after: str) -> str:
    """From one ISO date to another in words; the year once where both are months of it.

    >>> moved("2025-05", "2025-07"), moved("", "2025-07")
    ('from May to July 2025', 'from Not given to July 2025')
    """
    if before and after:
        old, new = PartialDate.parse(before), PartialDate.parse(after)
        if old.year == new.year and old.precision == new.precision == "month":
            return f"from {MONTHS[old.month or 0]} to {new}"
    return f"from {in_date_words(before)} to {in_date_words(after)}"


def _nested(document: Document) -> dict[str, Any]:
    """The document as `differences` reads it: fields in groups by kind and key."""
    found: dict[str, Any] = {
        "title": document.title,
        "headings": {},
        "paragraphs": {},
        "figures": {},
        "lines": {},
        "tables": {},
    }
    for part in document.parts:
        match part:
            case Heading(text=text):
                found["headings"][text] = text
            case Paragraph(key=key, text=text):
                found["paragraphs"][key] = text
            case Figure():
                found["figures"][part.key] = _fields(part, "as_at")
            case PlanLine():
                found["lines"][part.key] = _fields(part, "first_due")
            case Table():
                found["tables"][part.key] = {
                    "caption": part.caption, "columns": list(part.columns), "rows": [list(row) for row in part.rows],
                }  # fmt: skip
    return found


def _fields(part: Figure | PlanLine, left_out: str) -> dict[str, Any]:
    return {name: value for name, value in vars(part).items() if name not in {"kind", "key", left_out}}


def _sentences(one: Difference, old: dict[str, Any], new: dict[str, Any], told: set[str]) -> Iterator[str]:
    group, _, key = one.where.partition(" / ")
    if not group:
        yield f"The title was “{one.before}” and is now “{one.after}”."
    elif group == "headings":
        yield f"The heading “{one.field}” {'was added' if one.before is None else 'is no longer there'}."
    elif group == "paragraphs":
        yield _paragraph(one)
    elif not key:
        yield _whole(group, one)
    elif group == "lines":
        yield _line(one, new["lines"][key])
    elif group == "figures" and (one.field not in _COUNT or key not in told):
        told |= {key} if one.field in _COUNT else set()
        yield _figure(one, old["figures"][key], new["figures"][key])
    elif group == "tables":
        yield from _table(one, old["tables"][key], new["tables"][key])


def _paragraph(one: Difference) -> str:
    if one.before is None:
        return f"A paragraph was added: “{one.after}”"
    if one.after is None:
        return f"A paragraph was taken out: “{one.before}”"
    return f"A paragraph said “{one.before}” and now says “{one.after}”"


def _whole(group: str, one: Difference) -> str:
    held = one.after or one.before
    what = {
        "lines": lambda: f"Action {held['number'] or one.field} (“{held['text']}”)",
        "figures": lambda: f"The figure “{held['name']}”",
        "tables": lambda: f"The table “{held['caption']}”",
    }[group]()
    return f"{what} {'was added' if one.before is None else 'is no longer there'}."


def _line(one: Difference, line: dict[str, Any]) -> str:
    number = line["number"] or one.where.partition(" / ")[2]
    if one.field == "due":
        return f"Due date of {number} moved {moved(one.before, one.after)}: “{line['text']}”."
    if one.field == "text":
        return f"Action {number} said “{one.before}” and now says “{one.after}”."
    return f"{_OF_LINE[one.field]} of {number} changed from {_said(one.before)} to {_said(one.after)}."


def _figure(one: Difference, old: dict[str, Any], new: dict[str, Any]) -> str:
    if one.field in _COUNT:
        return f"“{new['name']}” changed from {_counted(old)} to {_counted(new)}."
    if one.field == "definition":
        return f"How “{new['name']}” is counted changed: it was “{one.before}” and is now “{one.after}”."
    name = one.field.replace("_", " ")
    return f"The {name} of the figure “{new['name']}” changed from {_said(one.before)} to {_said(one.after)}."


def _counted(figure: dict[str, Any]) -> str:
    base = (
        f" ({figure['numerator']:,} of {figure['denominator']:,})"
        if figure["denominator"] is not None
        else ""
    )
    return f"{figure['value']}{base}"


def _table(one: Difference, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    if one.field != "rows":
        was, now = (
            _said("; ".join(value) if isinstance(value, list) else value) for value in (one.before, one.after)
        )
        yield f"The {'caption' if one.field == 'caption' else 'columns'} of “{new['caption']}” changed from {was} to {now}."
        return
    was_rows, now_rows = ({row[0]: row for row in held["rows"]} for held in (old, new))
    for name, row in now_rows.items():
        if name not in was_rows:
            yield f"In “{new['caption']}” the row {name} was added: {', '.join(row[1:])}."
            continue
        for column, was, now in zip(new["columns"], was_rows[name], row, strict=False):
            if was != now:
                yield f"In “{new['caption']}”, {name}, {column} changed from {_said(was)} to {_said(now)}."
    for name in was_rows:
        if name not in now_rows:
            yield f"In “{new['caption']}” the row {name} is no longer there."


def _said(value: Any) -> str:
    return str(value) if value not in ("", None) else "nothing"
