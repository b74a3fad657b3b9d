"""Cells and headings of a workbook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.sen2.tables import TABLES
from goldenthread.sen2.years import CENSUS_DAYS, collection_year

PERSON, REQUEST, HANGS = "person id", "requests record id", "hangs from"
_KEYS = {
    PERSON: 0, "persontableid": 0, "personid": 0, REQUEST: 1, "request record id": 1, "requeststableid": 1, HANGS: 2,
}  # fmt: skip
_ASIDE = {"record type", "la", "la from header record", "nativeid", "sourceid"}


def as_text(value: object) -> str:
    """A cell as the XML would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        whole = value.hour == value.minute == value.second == 0
        return value.date().isoformat() if whole else value.replace(microsecond=0).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def plain_heading(heading: str) -> str:
    """A heading without case, line breaks, kinds of dash and the remark in brackets behind it.

    >>> plain_heading("Person ID\\n\\n(This must be unique)"), plain_heading("SEN Setting – Establishment type")
    ('person id', 'sen setting - establishment type')
    """
    text = re.sub(r"\((?!from).*?\)", " ", heading, flags=re.DOTALL).replace("(", " ").replace(")", " ")
    text = text.replace("–", "-").replace("—", "-").replace("_", " ")
    return " ".join(text.lower().split())


def title_of(text: str, *, stacked: bool = False) -> str:
    """The table that a title on a sheet, or a sheet’s name, stands for; nothing when it is neither."""
    wanted = text.strip().lower()
    for table in TABLES.values():
        if wanted == (table.title if stacked else table.sheet).lower():
            return table.tag
    return ""


@dataclass(frozen=True)
class Layout:
    """Where a table’s columns stand: its items, its three keys (person, request, what it hangs from), and the rest."""

    items: dict[str, int]
    keys: tuple[int, int, int]
    unread: tuple[str, ...]
    width: int


def _names(table: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for year in CENSUS_DAYS:
        for item in collection_year(year).items[table]:
            names[plain_heading(item.heading)] = item.tag
            names[item.column] = item.tag
    return names


def layout_of(table: str, headings: list[str]) -> Layout | None:
    """The layout by a row of headings; nothing when no item is among them."""
    names = _names(table)
    items: dict[str, int] = {}
    keys = [-1, -1, -1]
    unread = []
    for place, heading in enumerate(headings):
        name = plain_heading(heading)
        if name in names and names[name] not in items:
            items[names[name]] = place
        elif name in _KEYS:
            keys[_KEYS[name]] = place
        elif name and name not in _ASIDE:
            unread.append(heading)
    return Layout(items, (keys[0], keys[1], keys[2]), tuple(unread), len(headings)) if items else None
