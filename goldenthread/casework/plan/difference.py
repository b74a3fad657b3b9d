"""What changed between two versions, line by line and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from goldenthread.casework.plan.lines import Line
from goldenthread.casework.plan.shapes import Plan, Section
from goldenthread.casework.plan.writing import as_data


@dataclass(frozen=True)
class Words:
    """A piece of a text: kept, taken out or put in."""

    change: str
    text: str


@dataclass(frozen=True)
class FieldChange:
    """A field of a line that differs, and for words, how."""

    field: str
    before: object
    after: object
    words: tuple[Words, ...] = ()


@dataclass(frozen=True)
class LineChange:
    """A line that was added, removed, changed or moved to another section."""

    change: str
    section: str
    line: str
    before: str = ""
    after: str = ""
    fields: tuple[FieldChange, ...] = ()
    from_section: str = ""


def difference(before: Plan, after: Plan) -> list[LineChange]:
    """All changes from one version to another, in the order of the later one's sections, removed lines last in theirs."""
    old, new = _lines(before), _lines(after)
    changes: list[LineChange] = []
    for key in [*after.sections, *(key for key in before.sections if key not in after.sections)]:
        changes += _about_section(key, before.sections.get(key), after.sections.get(key))
        for line in after.sections.get(key, Section()).lines:
            changes += _about_line(key, line, old.get(line.id))
        for line in before.sections.get(key, Section()).lines:
            if line.id not in new:
                changes.append(LineChange("removed", key, line.id, before=line.text))
    return changes


def _lines(plan: Plan) -> dict[str, tuple[str, Line]]:
    return {line.id: (key, line) for key, section in plan.sections.items() for line in section.lines}


def _about_section(key: str, old: Section | None, new: Section | None) -> Iterator[LineChange]:
    before, after = (one.empty_because if one else "" for one in (old, new))
    if before != after:
        yield LineChange("changed", key, "", before, after, (_field("empty_because", before, after),))


def _about_line(key: str, line: Line, old: tuple[str, Line] | None) -> Iterator[LineChange]:
    if old is None:
        yield LineChange("added", key, line.id, after=line.text)
        return
    section, earlier = old
    changed = tuple(
        _field(name, getattr(earlier, name, ""), getattr(line, name, ""))
        for name in _names(line, earlier)
        if getattr(earlier, name, "") != getattr(line, name, "")
    )
    if changed or section != key:
        change = "changed" if section == key else "moved"
        yield LineChange(
            change, key, line.id, earlier.text, line.text, changed, section if section != key else ""
        )


def _names(line: Line, earlier: Line) -> list[str]:
    return list(dict.fromkeys(one.name for shape in (line, earlier) for one in fields(shape)))


def _field(name: str, before: object, after: object) -> FieldChange:
    if isinstance(before, str) and isinstance(after, str):
        return FieldChange(name, before, after, tuple(words_changed(before, after)))
    return FieldChange(name, as_data(before), as_data(after))


def words_changed(before: str, after: str) -> Iterator[Words]:
    """The pieces of two texts: kept, taken out, put in. Put together again they give both.

    >>> [(one.change, one.text) for one in words_changed("two hours a week", "three hours a week")]
    [('out', 'two'), ('in', 'three'), ('kept', ' hours a week')]
    """
    old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    for change, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            yield Words("kept", "".join(old[first:last]))
            continue
        if first != last:
            yield Words("out", "".join(old[first:last]))
        if start != end:
            yield Words("in", "".join(new[start:end]))
