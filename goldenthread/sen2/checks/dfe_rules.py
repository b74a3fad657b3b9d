"""DfE’s own rule numbers, when somebody has the official table: a CSV file with the columns `check` and `dfe_rule`.

None is shipped, because none could be had; loading a table changes no check, it only fills the column.
"""

from __future__ import annotations

import csv
from pathlib import Path

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.notes import refusal, shown


def rule_numbers(path: Path) -> dict[str, str]:
    """DfE’s number for each of our codes that the table names."""
    from goldenthread.sen2.checks.register import CHECKS

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as trouble:
        raise BadReturn(refusal("READ-FILE", f"{path.name}, {trouble}")) from None
    if rows and not {"check", "dfe_rule"} <= set(rows[0]):
        raise BadReturn(refusal("READ-FILE", f"{path.name} lacks the columns check and dfe_rule"))
    for number, row in enumerate(rows, start=2):
        if row["check"] not in CHECKS:
            raise BadReturn(
                refusal("READ-FILE", f"{path.name}, line {number}: there is no check {shown(row['check'])}")
            )
    return {row["check"]: row["dfe_rule"] or "" for row in rows}
