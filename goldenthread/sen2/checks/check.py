"""What a check is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from goldenthread.sen2.finding import Severity
from goldenthread.sen2.record import Record
from goldenthread.sen2.years import FIRST

if TYPE_CHECKING:
    from goldenthread.sen2.checks.around import Around

Said = bool | str | tuple[str, ...] | None
Find = Callable[[Record, "Around"], Said]
ERROR, QUERY = Severity.ERROR, Severity.QUERY


class Held(Enum):
    """How many records of a kind a record holds."""

    NONE = 0
    SOME = 1
    SEVERAL = 2


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check. It looks at each record of the table `about`, and answers with nothing when all is well.

    When something is found it answers True, or the words that fill the braces of `says`. `item` is the item to mend; `basis`
    says from what the check follows. `only` names an item, and its values if not every one will do: records without them
    are never shown to the check, which keeps a hundred checks cheap. `holds` does the same with a kind of record beneath it
    and how many of them there are. A check without `find` is one of values, which `values` and `run` compile.
    """

    code: str
    about: str
    item: str = ""
    severity: Severity = ERROR
    title: str
    says: str
    todo: str
    basis: str
    find: Find | None = None
    only: tuple[str, tuple[str, ...]] = ("", ())
    holds: tuple[str, Held | None] = ("", None)
    since: int = FIRST
    until: int = 9999

    def said(self, answer: Said) -> str:
        """The sentence of a finding."""
        if isinstance(answer, str):
            return self.says.format(answer)
        return self.says.format(*answer) if isinstance(answer, tuple) else self.says


GUIDE = "wording of the item in DfE’s guide"
REASON = "what the records mean together"
COLLECT = "COLLECT asks about it"
"""Where checks come from; none is quoted from a numbered rule."""
