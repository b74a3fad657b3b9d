"""How other formats write dates and yes or no, turned into the way of the XML. What is not understood stays as it is."""

from __future__ import annotations

import re

from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.item import Item, Kind

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_COLLECT_DAY = re.compile(r"(\d{4})-([A-Za-z]{3})-(\d\d)(?: (\d\d:\d\d:\d\d)(?:\.0+)?)?")
_PLAIN_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00:00(?:\.0+)?")
_BRITISH_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?: 00:00(?::00)?)?")
_FLAGS = {"true": "1", "false": "0", "yes": "1", "no": "0", "1.0": "1", "0.0": "0"}
_WHOLE = re.compile(r"(\d+)\.0+")


def plain(item: Item, value: str) -> str:
    """A value as the XML writes it.

    >>> plain(Item("StartDate", "", Kind.DATE), "2022-Sep-28 00:00:00"), plain(Item("PB", "", Kind.FLAG), "true")
    ('2022-09-28', '1')
    """
    if not value:
        return value
    kind = item.kind
    if kind is Kind.DATE:
        return value if DAYS[value] else _day(value)
    if kind is Kind.MOMENT:
        return _moment(value)
    if kind is Kind.FLAG:
        return _FLAGS.get(value.lower(), value)
    if kind is not Kind.TEXT:
        whole = _WHOLE.fullmatch(value)
        return whole.group(1) if whole else value
    return value


def _day(value: str) -> str:
    for pattern in (_COLLECT_DAY, _PLAIN_DAY, _BRITISH_DAY):
        found = pattern.fullmatch(value)
        if found and pattern is _COLLECT_DAY:
            month = found.group(2).title()
            ends = found.group(4)
            if month in _MONTHS and ends in (None, "00:00:00"):
                return f"{found.group(1)}-{_MONTHS.index(month) + 1:02}-{found.group(3)}"
        elif found and pattern is _PLAIN_DAY:
            return found.group(1)
        elif found:
            return f"{found.group(3)}-{found.group(2)}-{found.group(1)}"
    return value


def _moment(value: str) -> str:
    found = _COLLECT_DAY.fullmatch(value)
    if found and found.group(2).title() in _MONTHS:
        month = _MONTHS.index(found.group(2).title()) + 1
        return f"{found.group(1)}-{month:02}-{found.group(3)}T{found.group(4) or '00:00:00'}"
    return value.replace(" ", "T", 1) if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", value) else value


def collect_day(value: str) -> str:
    """A day as COLLECT’s CSV files write it; anything else stays.

    >>> collect_day("2022-09-28"), collect_day("soon")
    ('2022-Sep-28 00:00:00', 'soon')
    """
    if not DAYS[value]:
        return value
    return f"{value[:4]}-{_MONTHS[int(value[5:7]) - 1]}-{value[8:]} 00:00:00"
