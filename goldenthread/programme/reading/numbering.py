"""Automatic numbers of a Word document ("1.", "1.1"), which are not in its text but counted when it is
shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass
class Numbering:
    """Levels by list: (format, text such as "%1.%2.", first number). `counts` is how far each list has
    come.
    """

    lists: dict[str, dict[int, tuple[str, str, int]]] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def mark(self, number_id: str, level: int) -> tuple[bool, str]:
        """Whether the next paragraph of a list is a bullet, and otherwise the number that is shown before
        it.
        """
        home = self.home.get(number_id, number_id)
        levels = self.lists.get(number_id) or self.lists.get(home) or {}
        shape, text, _ = levels.get(level, ("bullet", "", 1))
        if shape in ("bullet", "none"):
            return True, ""
        counts = self.counts.setdefault(home, {})
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            other = int(match.group(1)) - 1
            kind, _, first = levels.get(other, ("decimal", "", 1))
            return _written(counts.get(other, first), kind)

        return False, re.sub(r"%([1-9])", shown, text).strip()


def numbering_of(root: Any, name: Callable[[Any], str], value: Callable[[Any], str]) -> Numbering:
    """The lists that a document's numbering part defines. `name` gives an element's bare name, `value` its
    w:val.
    """
    numbering = Numbering()
    if root is None:
        return numbering
    abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
    for element in root:
        if name(element) == "abstractNum":
            abstract[_attribute(element, "abstractNumId")] = _levels(element, name, value)
        elif name(element) == "num":
            number_id = _attribute(element, "numId")
            home = next((value(child) for child in element if name(child) == "abstractNumId"), "")
            numbering.home[number_id] = home
            numbering.lists[number_id] = abstract.get(home, {})
    return numbering


def _levels(
    element: Any, name: Callable[[Any], str], value: Callable[[Any], str]
) -> dict[int, tuple[str, str, int]]:
    levels = {}
    for level in element:
        if name(level) != "lvl":
            continue
        said = {name(child): value(child) for child in level}
        depth, first = _attribute(level, "ilvl"), said.get("start", "1")
        if depth.isdigit():
            start = int(first) if first.isdigit() and len(first) < 6 else 1
            levels[int(depth)] = (said.get("numFmt", "decimal"), said.get("lvlText", "%1."), start)
    return levels


def _attribute(element: Any, wanted: str) -> str:
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == wanted), "")


def _written(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and 1 <= count <= 26:
        letter = chr(96 + count)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 1 <= count <= 39:
        roman, left = "", count
        for size, letters in _ROMAN:
            while left >= size:
                roman, left = roman + letters, left - size
        return roman.upper() if kind == "upperRoman" else roman
    return str(count)
