"""One part of a return, done by one process: what it found goes to files, what it counted comes back."""

from __future__ import annotations

import csv
import gc
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from goldenthread.sen2.checks.run import Checker
from goldenthread.sen2.figures import Figures
from goldenthread.sen2.finding import COLUMNS, Finding, safe_row
from goldenthread.sen2.notes import Notes
from goldenthread.sen2.reading.source import Source
from goldenthread.sen2.record import Record
from goldenthread.sen2.writing.folder import FolderWriter

FINDINGS = "findings.csv"
EVERY = 2_000


@dataclass(frozen=True)
class Work:
    """What is asked of a return."""

    path: Path
    year: int | None = None
    tables: bool = False
    checks: bool = True
    figures: bool = False
    rules: Path | None = None


@dataclass
class Done:
    """What a part has counted. `numbers` are the UPNs of the part, packed, with who has them."""

    persons: int = 0
    reached: int = 0
    """The number that the next person would have."""
    rows_in: Counter[str] = field(default_factory=Counter)
    rows_out: Counter[str] = field(default_factory=Counter)
    rows_listed: Counter[str] = field(default_factory=Counter)
    by_code: Counter[str] = field(default_factory=Counter)
    figures: Figures | None = None
    numbers: array[int] = field(default_factory=lambda: array("Q"))
    holders: array[int] = field(default_factory=lambda: array("Q"))
    lines: array[int] = field(default_factory=lambda: array("Q"))

    def join(self, other: Done) -> None:
        """Add what the next part has counted."""
        self.persons += other.persons
        for name in ("rows_in", "rows_out", "rows_listed", "by_code"):
            getattr(self, name).update(getattr(other, name))
        if self.figures and other.figures:
            self.figures.join(other.figures)
        self.numbers.extend(other.numbers)
        self.holders.extend(other.holders)
        self.lines.extend(other.lines)


@contextmanager
def few_collections() -> Iterator[None]:
    """Records refer to nothing that refers back, so looking for cycles among them is time for nothing."""
    gc.freeze()
    was = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*was)
        gc.unfreeze()


def do_part(
    source: Source, work: Work, folder: Path, *, first: bool, tell: Callable[[float, int], None] | None = None
) -> Done:
    """Read a source to its end, writing tables and findings into a folder; only the first part has headings."""
    done = Done(figures=Figures(source.year) if work.figures else None)
    checker = Checker(source.year, work.rules) if work.checks else None
    folder.mkdir(parents=True, exist_ok=True)
    tables = FolderWriter(folder, source.year, with_headings=first) if work.tables else None
    with few_collections(), (folder / FINDINGS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        if first:
            writer.writerow(COLUMNS)
        listed = _Listed(writer, source.notes, done)
        if checker and first:
            listed.extend(checker.header(source.header))
        steps: list[Callable[[Record], None]] = [
            step for step in (tables and tables.add, done.figures and done.figures.add) if step
        ]
        if checker:
            steps.append(_check_step(checker, listed, done))
        _each(source, steps, listed, done, tell)
        if tables:
            tables.__exit__(None, None, None)
    notes = source.notes
    done.reached = getattr(getattr(source, "people", None), "number", 0)
    done.rows_in, done.rows_out, done.rows_listed = notes.rows_in, notes.rows_out, notes.rows_listed
    return done


def _each(
    source: Source,
    steps: list[Callable[[Record], None]],
    listed: _Listed,
    done: Done,
    tell: Callable[[float, int], None] | None,
) -> None:
    for person in source.persons():
        if source.notes.waiting:
            listed.extend(source.notes.take())
        for step in steps:
            step(person)
        done.persons += 1
        if not done.persons % EVERY:
            listed.flush()
            if tell:
                tell(source.progress(), done.persons)
    listed.flush()


def _check_step(checker: Checker, listed: _Listed, done: Done) -> Callable[[Record], None]:
    """What is done with each person: all checks, and the UPN kept for the one check that needs everybody."""
    look, packed, extend = checker.person, checker.packed_upn, listed.extend
    numbers, holders, lines = done.numbers.append, done.holders.append, done.lines.append

    def step(person: Record) -> None:
        if found := look(person):
            extend(found)
        if number := packed(person):
            numbers(number)
            holders(person.number)
            lines(person.line)

    return step


class _Listed:
    """Findings on their way to the file, those of reading with those of the checks."""

    def __init__(self, writer: object, notes: Notes, done: Done) -> None:
        self._write = writer.writerows  # type: ignore[attr-defined]
        self._notes = notes
        self._done = done
        self._waiting: list[Finding] = []
        self.extend = self._waiting.extend

    def flush(self) -> None:
        """Write what waits."""
        self._waiting.extend(self._notes.take())
        self._done.by_code.update(one.code for one in self._waiting)
        self._write(map(safe_row, self._waiting))
        self._waiting.clear()
