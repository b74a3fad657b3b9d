"""The whole pass: parts in their processes, put together again in the order of the file."""

from __future__ import annotations

import csv
import multiprocessing
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from goldenthread.sen2.checks.person.duplicate import duplicates
from goldenthread.sen2.finding import COLUMNS, Finding
from goldenthread.sen2.notes import refusal
from goldenthread.sen2.reading.opening import format_of, open_return
from goldenthread.sen2.reading.source import Source
from goldenthread.sen2.reading.xml import Span, XmlSource
from goldenthread.sen2.record import Record
from goldenthread.sen2.running.part import FINDINGS, Done, Work, do_part
from goldenthread.sen2.running.spans import processors, spans
from goldenthread.sen2.tables import PERSON_TABLES, TABLES
from goldenthread.sen2.writing.folder import headings
from goldenthread.sen2.years import CollectionYear

Tell = Callable[[float, int], None]


@dataclass(frozen=True)
class Outcome:
    """What the pass gave: the counts, and where tables and findings lie."""

    header: Record
    year: CollectionYear
    done: Done
    folder: Path

    @property
    def findings(self) -> Path:
        """The list of findings, with headings."""
        return self.folder / FINDINGS


def run(work: Work, folder: Path, *, processes: int | None = None, tell: Tell | None = None) -> Outcome:
    """Do the work; tables and findings are in the folder when it ends.

    Raises `BadReturn` for what is not read at all.
    """
    most = processes or processors()
    source = (
        XmlSource(work.path, work.year)
        if format_of(work.path) == "xml"
        else open_return(work.path, work.year)
    )
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".parts-", dir=folder) as parts:
        done = _parted(work, source, Path(parts), most, tell)
        return _together(work, source, done, Path(parts), folder)


def _parted(work: Work, source: Source, parts: Path, most: int, tell: Tell | None) -> list[Done]:
    found = spans(source, most) if isinstance(source, XmlSource) else []
    if len(found) > 1:
        done = _in_processes(work, found, parts, tell)
        if done:
            return done
        shutil.rmtree(parts)
    return [do_part(source, work, parts / "0", first=True, tell=tell)]


def _in_processes(work: Work, found: list[Span], parts: Path, tell: Tell | None) -> list[Done]:
    """Each span in a process of its own; nothing when a part held other persons than were counted for the next."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(len(found) - 1) as pool:
        others = [
            pool.apply_async(_span, (work, span, parts / str(number)))
            for number, span in enumerate(found[1:], start=1)
        ]
        first = do_part(
            XmlSource(work.path, work.year, found[0]),
            work,
            parts / "0",
            first=True,
            tell=_share(tell, len(found)),
        )
        done = [first, *(one.get() for one in others)]
    return done if [part.reached for part in done[:-1]] == [span.person for span in found[1:]] else []


def _share(tell: Tell | None, parts: int) -> Tell | None:
    return (lambda share, persons: tell(share, persons * parts)) if tell else None


def _span(work: Work, span: Span, folder: Path) -> Done:
    return do_part(XmlSource(work.path, work.year, span), work, folder, first=False)


def _together(work: Work, source: Source, done: list[Done], parts: Path, folder: Path) -> Outcome:
    whole = done[0]
    for one in done[1:]:
        whole.join(one)
    if work.tables:
        for table in PERSON_TABLES:
            _joined(parts, len(done), f"{table.file}.csv", folder)
        _header(source, folder)
    _joined(parts, len(done), FINDINGS, folder)
    if not whole.rows_in.total():
        whole.by_code["READ-NOBODY"] += 1
        write_findings(folder / FINDINGS, [refusal("READ-NOBODY")], more=True)
    if work.checks:
        twice = duplicates(whole.numbers, whole.holders, whole.lines)
        write_findings(folder / FINDINGS, _counted(twice, whole.by_code), more=True)
    return Outcome(source.header, source.year, whole, folder)


def _counted(found: Iterable[Finding], by_code: Counter[str]) -> Iterator[Finding]:
    """The findings as they pass: of millions none is kept in memory."""
    for one in found:
        by_code[one.code] += 1
        yield one


def write_findings(path: Path, found: Iterable[Finding], *, more: bool = False) -> None:
    """A list of findings, or more of them at its end."""
    with path.open("a" if more else "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        if not more:
            writer.writerow(COLUMNS)
        writer.writerows(found)


def _header(source: Source, folder: Path) -> None:
    path = folder / f"{TABLES['Header'].file}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings("Header", source.year))
        writer.writerow([source.header[tag] for tag in source.year.blanks["Header"]])


def _joined(parts: Path, count: int, name: str, folder: Path) -> None:
    """The parts of a file, one behind the other; the first, which has the headings, becomes the file."""
    (parts / "0" / name).replace(folder / name)
    if count > 1:
        with (folder / name).open("ab") as whole:
            for number in range(1, count):
                with (parts / str(number) / name).open("rb") as part:
                    shutil.copyfileobj(part, whole, 1 << 20)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for a pass whose tables nobody keeps."""
    with tempfile.TemporaryDirectory(prefix="sen2-") as folder:
        yield Path(folder)
