"""What a held file would change, month by month, before anything is saved: the same look decides again when it comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from goldenthread.accounts.standing import standing_on
from goldenthread.commissioning.models import ServiceLine, WaitMonthVersion
from goldenthread.commissioning.waits.cuts import KINDS, by_kind
from goldenthread.commissioning.waits.file import NOTE, Read, band_column, read_waits
from goldenthread.commissioning.waits.part_rows import GROUP
from goldenthread.commissioning.waits.row import Sent, Trouble
from goldenthread.kit.dates import PartialDate

JUMP = 0.3
"""A list that grows or shrinks by more than this from one month to the next asks for a note."""
LARGE = 20
"""Below this, a jump is chance."""


@dataclass
class Entry:
    """One month of one service: what stands here, and what the file says, once or more often."""

    line: ServiceLine
    month: PartialDate
    rows: list[Sent] = field(default_factory=list)
    standing: WaitMonthVersion | None = None

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.line.slug}:{self.month.isoformat()}"

    @property
    def changing(self) -> list[Sent]:
        """The rows that say something else than what stands here."""
        return [row for row in self.rows if not self._stands(row)]

    @property
    def is_unchanged(self) -> bool:
        """Whether all that the file says of it stands here already."""
        return not self.changing

    @property
    def is_asked(self) -> bool:
        """Whether a person must decide: the month is here with other numbers, or twice in the file."""
        return bool(self.changing) and (self.standing is not None or self.is_twice)

    @property
    def is_twice(self) -> bool:
        """Whether the file has it twice, each time with other numbers."""
        return any(_said(row) != _said(self.rows[0]) for row in self.rows)

    @property
    def total(self) -> int:
        """How many wait, by the first row."""
        return self.rows[0].counts.total

    @property
    def splits(self) -> str:
        """By what the first row tells apart who waits, in words."""
        return " and ".join(KINDS[code].words for code in by_kind(self.rows[0].counts.parts))

    def _stands(self, row: Sent) -> bool:
        """A row that tells no group apart leaves the groups that stand here, as long as all else is the same."""
        here = self.standing
        if here is None:
            return False
        counts = here.counts if row.counts.parts else replace(here.counts, parts=())
        return _said(row) == (counts, here.census_on, here.note)


def _said(row: Sent) -> tuple[Any, ...]:
    return row.counts, row.census_on, row.note


@dataclass
class Rehearsal:
    """What a file would change, and what is wrong with it."""

    entries: list[Entry]
    troubles: list[Trouble]

    @property
    def new(self) -> list[Entry]:
        """Months that are not here yet."""
        return [one for one in self.entries if one.standing is None and not one.is_asked]

    @property
    def asked(self) -> list[Entry]:
        """Months on which a person must decide."""
        return [one for one in self.entries if one.is_asked]

    @property
    def unchanged(self) -> list[Entry]:
        """Months that stand here as the file says."""
        return [one for one in self.entries if one.is_unchanged]


def lines_of(user: Any, today: date) -> list[ServiceLine]:
    """The services whose waits somebody may send."""
    mine = ServiceLine.objects.sendable_by(standing_on(user, today))
    return list(mine.select_related("provider"))


def series_by_name(lines: Sequence[ServiceLine]) -> dict[str, str]:
    """How each service is counted, by its name and its address in small letters."""
    return {name.lower(): one.series for one in lines for name in (one.name, one.slug)}


def read_file(data: bytes, user: Any, today: date) -> Read:
    """What a file says of the services that somebody may send."""
    return read_waits(data, series_by_name(lines_of(user, today)), today)


def rehearse(data: bytes, user: Any, today: date) -> Rehearsal:
    """What a file would change. Raises UnreadableFile."""
    lines = lines_of(user, today)
    read = read_waits(data, series_by_name(lines), today)
    by_name = {name.lower(): one for one in lines for name in (one.name, one.slug)}
    entries: dict[tuple[int, PartialDate], Entry] = {}
    for row in read.rows:
        line = by_name[row.line]
        entries.setdefault((line.pk, row.month), Entry(line, row.month)).rows.append(row)
    standing = latest_of([one.line for one in entries.values()])
    for key, entry in entries.items():
        entry.standing = standing.get(key)
    ordered = sorted(entries.values(), key=lambda one: (one.line.name, one.month))
    return Rehearsal(ordered, [*read.troubles, *_without_offer(ordered), *_jumps(ordered, standing),
                               *_places_left_out(ordered, standing)])  # fmt: skip


def latest_of(lines: Sequence[ServiceLine]) -> dict[tuple[int, PartialDate], WaitMonthVersion]:
    """Each month of some services as it stands, by the service's key and the month."""
    rows = WaitMonthVersion.objects.latest_known().filter(record__line__in={one.pk for one in lines})
    return {(one.record.line_id, one.record.month): one for one in rows.select_related("record")}


def _without_offer(entries: Sequence[Entry]) -> list[Trouble]:
    found = []
    for entry in entries:
        for row in entry.rows if not entry.line.offer else ():
            place = next(
                (
                    n
                    for n, band in enumerate(entry.line.counted.bands)
                    if band.is_long and row.counts.waiting[n]
                ),
                None,
            )
            if place is not None:
                found.append(Trouble(row.row, band_column(entry.line.counted, place),
                    f"Children have waited over 18 weeks for {entry.line}, and it offers them nothing meanwhile. "
                    "Write its waiting-well offer first."))  # fmt: skip
    return found


def _jumps(
    entries: Sequence[Entry], standing: dict[tuple[int, PartialDate], WaitMonthVersion]
) -> list[Trouble]:
    totals = {key: one.total for key, one in standing.items()}
    totals |= {(one.line.pk, one.month): one.total for one in entries}
    found = []
    for entry in entries:
        before = totals.get((entry.line.pk, _before(entry.month)))
        for row in entry.rows:
            if before and not row.note and _is_a_jump(before, row.counts.total):
                sentence = f"{row.counts.total:,} wait, and {before:,} did a month before. Say why in a note, or mend the number."
                found.append(Trouble(row.row, NOTE, sentence))
    return found


def _places_left_out(
    entries: Sequence[Entry], standing: dict[tuple[int, PartialDate], WaitMonthVersion]
) -> list[Trouble]:
    """Groups of earlier months that a split leaves out: to a reader that would say that nobody of them waits."""
    said = {key: set(one.counts.parts) for key, one in standing.items()}
    said |= {(one.line.pk, one.month): set(one.rows[0].counts.parts) for one in entries if one.changing}
    found = []
    for entry in entries:
        before = {(part.kind, part.group) for (line, month), parts in said.items() for part in parts
                  if line == entry.line.pk and month < entry.month}  # fmt: skip
        for row in entry.rows:
            here = {(part.kind, part.group) for part in row.counts.parts}
            kinds = {kind for kind, _ in here}
            found += [Trouble(row.row, GROUP, f"“{group}” was told apart in an earlier month, and is left out of {entry.month}. "
                              "Send it too, with 0 where nobody waits.")
                      for kind, group in sorted(before - here) if kind in kinds]  # fmt: skip
    return found


def _is_a_jump(before: int, now: int) -> bool:
    return max(before, now) >= LARGE and abs(now - before) > JUMP * before


def _before(month: PartialDate) -> PartialDate:
    return (
        PartialDate(month.year - 1, 12)
        if month.month == 1
        else PartialDate(month.year, (month.month or 1) - 1)
    )
