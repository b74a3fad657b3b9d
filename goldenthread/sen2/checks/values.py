"""Whether a value is one that its item can have in the year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from goldenthread.sen2.codes import OPEN_SETS
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.item import Item, Kind
from goldenthread.sen2.years import CollectionYear

_MOST = 100_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")


def _moment(value: str) -> bool:
    if not _MOMENT.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def _figures(count: int) -> Callable[[str], bool]:
    return re.compile(rf"[0-9]{{{count}}}").fullmatch  # type: ignore[return-value]


TESTS: dict[Kind, tuple[str, Callable[[str], object]]] = {
    Kind.DATE: ("VAL-DATE", lambda value: DAYS[value]),
    Kind.MOMENT: ("VAL-DATE", _moment),
    Kind.FLAG: ("VAL-FLAG", ("0", "1").__contains__),
    Kind.WHOLE: ("VAL-NUMBER", re.compile(r"[0-9]{1,9}").fullmatch),
    Kind.URN: ("VAL-NUMBER", _figures(6)),
    Kind.UKPRN: ("VAL-NUMBER", _figures(8)),
    Kind.LA: ("VAL-NUMBER", _figures(3)),
}


class Known(set[str]):
    """The values of an item that have been found right, so that the usual value costs one look."""

    def __init__(self, item: Item, year: CollectionYear) -> None:
        self.item = item
        self.open = (item.codes, year.year) in OPEN_SETS
        self._codes = frozenset(year.codes(item.codes)) if item.codes else frozenset()
        self._always = self._codes if item.required else self._codes | {""}
        super().__init__(self._always)

    def trouble(self, value: str) -> str:
        """The code of the check that finds a value wrong; nothing when it is right, and then it is remembered."""
        if not value:
            return "VAL-MISSING"
        if self.item.kind is Kind.CODE:
            return ("VAL-CODE-OPEN" if self.open else "VAL-CODE") if value not in self._codes else ""
        if self.item.kind is not Kind.TEXT:
            code, test = TESTS[self.item.kind]
            if not test(value):
                return code
        if len(self) > _MOST:
            self.clear()
            self.update(self._always)
        self.add(value)
        return ""
