"""Which numbers of a table may leave the house: none under five, none that gives one back, also beside answers given before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from goldenthread.kit.errors import Refused
from goldenthread.kit.small_numbers import SMALLEST_SHOWN, Cut, Figure, SuppressedTable, suppress_cuts
from goldenthread.returns.answering.table import Counted, Question

ROUNDINGS = (1, 5, 10)
TELLS = (
    "Beside an answer that was given before, this would give a small number away. Ask for the same period as before, tell "
    "apart by fewer things, or round to 10."
)
CORRECTED = (
    "An answer was given about the same cases, and what is known of them has been corrected since. Beside it nothing exact can "
    "be given out. Round to 10."
)
Number = int | None


@dataclass(frozen=True)
class Shown:
    """A table as it may be given out: a hidden number is None. `total` is everybody counted, `totals` of rows and columns."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Number, ...], ...]
    row_totals: tuple[Number, ...]
    column_totals: tuple[Number, ...]
    total: Number
    rounding: int = 1

    @property
    def hidden(self) -> int:
        """How many numbers are hidden."""
        numbers = [
            *(one for row in self.cells for one in row),
            *self.row_totals,
            *self.column_totals,
            self.total,
        ]
        return sum(one is None for one in numbers)

    def as_json(self) -> dict[str, Any]:
        """For keeping."""
        return json.loads(json.dumps(asdict(self)))

    @property
    def sha256(self) -> str:
        """Of everything in it."""
        return hashlib.sha256(
            json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False).encode()
        ).hexdigest()


def shown_from(kept: dict[str, Any]) -> Shown:
    """A table that was kept."""
    rows = tuple(tuple(row) for row in kept["cells"])
    return Shown(tuple(kept["rows"]), tuple(kept["columns"]), rows, tuple(kept["row_totals"]),
                 tuple(kept["column_totals"]), kept["total"], kept["rounding"])  # fmt: skip


@dataclass(frozen=True)
class Given:
    """An answer that was given: its question, what was shown, and the true counts behind it."""

    question: Question
    shown: Shown
    counted: Counted


def protect(
    question: Question, counted: Counted, *, rounding: int = 1, before: Sequence[Given] = ()
) -> Shown:
    """The table with every number under five hidden, and others that would give one back.

    Answers of the same measure, period and day as known are protected together with this one: what they show stays shown.
    Of others, with another period or day, the same group may differ from this one's by nobody or by five at least, unless
    one of the two is rounded. Refused where that cannot be had.
    """
    if rounding not in ROUNDINGS:
        raise Refused("Choose a rounding from the list.", "rounding")
    if not counted.cells:
        return Shown((), (), (), (), (), 0, rounding)
    unrounded = [one for one in before if one.shown.rounding == 1] if rounding == 1 else []
    for one in unrounded:
        _refuse_difference(question, counted, one)
    same = [one for one in unrounded if _is_same_people(one.question, question) and one.counted.cells]
    if any(_groups(one.question, one.counted, question, counted) for one in same):
        raise Refused(CORRECTED, "rounding")
    tables: dict[Cut, Any] = {one.question.cut: one.counted.cells for one in same}
    tables[question.cut] = counted.cells
    known = {figure for one in same for figure in _figures_shown(one)}
    try:
        found = suppress_cuts(tables, known=known)[question.cut]
    except ValueError:
        raise Refused(TELLS, "rounding") from None
    return _rounded(counted, found, rounding)


def _is_same_people(one: Question, other: Question) -> bool:
    return (one.measure.people, one.since, one.until, one.known_on) == (
        other.measure.people, other.since, other.until, other.known_on,
    )  # fmt: skip


def _groups(one: Question, its: Counted, other: Question, theirs: Counted) -> bool:
    """Whether two tables of the same people have other groups under the same heading, or another total."""
    mine = dict(zip(one.cut, (its.rows, its.columns), strict=True))
    yours = dict(zip(other.cut, (theirs.rows, theirs.columns), strict=True))
    return its.total != theirs.total or any(mine[name] != yours[name] for name in mine.keys() & yours.keys())


def _figures_shown(one: Given) -> Iterable[Figure]:
    """The numbers that an answer gave out."""
    rows, columns = one.question.cut
    for r, row in enumerate(one.shown.cells):
        yield from (Figure({(rows, r), (columns, c)}) for c, number in enumerate(row) if number is not None)
    yield from (Figure({(rows, r)}) for r, number in enumerate(one.shown.row_totals) if number is not None)
    yield from (
        Figure({(columns, c)}) for c, number in enumerate(one.shown.column_totals) if number is not None
    )
    if one.shown.total is not None:
        yield Figure()


def _refuse_difference(question: Question, counted: Counted, before: Given) -> None:
    """Refuse a table one of whose groups differs by one to four from the same group of an answer about other days."""
    other = before.question
    if other.measure.kin != question.measure.kin or _is_same_people(other, question):
        return
    if question.until < other.since or other.until < question.since:
        return
    now, then = _named(question, counted), _named(other, before.counted)
    small = (
        abs(now.get(name, 0) - then.get(name, 0))
        for name in now.keys() | then.keys()
        if _shared(name, question, other)
    )
    if any(0 < one < SMALLEST_SHOWN for one in small):
        raise Refused(TELLS, "rounding")


def _named(question: Question, counted: Counted) -> dict[tuple[tuple[str, str], ...], int]:
    """Every number of a table by the words of its groups: () is everybody."""
    rows, columns = question.cut
    found: dict[tuple[tuple[str, str], ...], int] = {(): counted.total}
    for r, row in zip(counted.rows, counted.cells, strict=True):
        found[((rows, r),)] = sum(row)
        found |= {
            tuple(sorted([(rows, r), (columns, c)])): number
            for c, number in zip(counted.columns, row, strict=True)
        }
    for number, c in enumerate(counted.columns):
        found[((columns, c),)] = sum(row[number] for row in counted.cells)
    return found


def _shared(name: tuple[tuple[str, str], ...], one: Question, other: Question) -> bool:
    """Whether both tables could hold a number of this name."""
    return all(heading in one.cut and heading in other.cut for heading, _ in name)


def _rounded(counted: Counted, found: SuppressedTable, to: int) -> Shown:
    def near(number: Number) -> Number:
        return None if number is None else (number + to // 2) // to * to if to > 1 else number

    return Shown(
        counted.rows, counted.columns, tuple(tuple(near(one) for one in row) for row in found.cells),
        tuple(near(one) for one in found.row_totals), tuple(near(one) for one in found.column_totals),
        near(found.total), to,
    )  # fmt: skip
