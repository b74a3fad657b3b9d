"""The two lists of inspectors with 10,000 children each, read from a workbook and checked, beside the library that reads
workbooks going through the same cells with no check. Run: make bench
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from goldenthread.sen2.checks.person.upn import check_letter
from goldenthread.sen2.lists.columns import DATES, ETHNICITY, GENDER, LISTS, NEED, UNIQUE_ID, UPN, URN
from goldenthread.sen2.lists.reading import check_lists

CHILDREN, ROUNDS, MOST_SECONDS = 10_000, 3, 1.0
ON = date(2026, 3, 2)
FIXED = {NEED: "ASD", GENDER: "M", ETHNICITY: "WBRI"}


def write(path: Path, *, is_shared: bool) -> None:
    """Both lists, filled; with shared strings as spreadsheet programs write them, or with each text in its cell."""
    chance = random.Random(20260302)  # noqa: S311 (the same children everywhere)
    book = Workbook(write_only=not is_shared)
    for name, columns in LISTS.items():
        sheet = book.create_sheet(name)
        sheet.append(list(columns))
        for number in range(CHILDREN):
            sheet.append([_cell(column, number, chance) for column in columns])
    book.save(path)


def _cell(column: str, number: int, chance: random.Random) -> Any:
    if column in DATES:
        return (date(2010, 1, 1) + timedelta(days=chance.randrange(4_000))).strftime("%d/%m/%Y")
    if column == UPN:
        twelve = f"{chance.randrange(10**12):012}"
        return check_letter(twelve) + twelve
    if column == URN:
        return str(100_000 + chance.randrange(900))
    return str(number) if column == UNIQUE_ID else FIXED.get(column, "No")


def floor(path: Path) -> None:
    """Every cell of both lists, by openpyxl as it reads fastest."""
    book = load_workbook(path, read_only=True)
    for name in LISTS:
        for row in book[name].iter_rows(values_only=True):
            len(row)


def best(work: Callable[[], object]) -> float:
    """The processor's seconds of the best of some rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    """Measure both kinds of workbook, and say what held."""
    held = True
    with tempfile.TemporaryDirectory(prefix="lists-bench-") as folder:
        for is_shared in (False, True):
            path = Path(folder) / "lists.xlsx"
            write(path, is_shared=is_shared)
            ours, theirs = best(lambda: check_lists(path, ON)), best(lambda: floor(path))  # noqa: B023 (run at once)
            kind = "shared strings" if is_shared else "text in cells"
            is_held = ours <= MOST_SECONDS
            held &= is_held
            print(
                f"2 x {CHILDREN:,} children, {kind}: {ours:.2f} s of the processor, openpyxl without checks {theirs:.2f} s, "
                f"ratio {ours / theirs:.2f}{'' if is_held else '   BROKEN'}",
                flush=True,
            )
    if not held:
        sys.exit("a bound was broken")
    print("every bound held")


if __name__ == "__main__":
    main()
