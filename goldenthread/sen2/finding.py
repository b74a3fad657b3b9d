"""What is found in a return: while it is read, and by the checks."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from goldenthread.sen2.cells import safe_cell


class Severity(StrEnum):
    """Error: the return is not right. Query: it may be, and should be looked at."""

    ERROR = "error"
    QUERY = "query"


class Finding(NamedTuple):
    """One finding: which check, where, what it says, and what to do. Its fields are the columns of a list of findings.

    `dfe_rule` is the number of DfE’s own rule; it is filled only from an official table of rules. `key` is what the file
    calls the record. `rows` is how many records a finding of reading stands for: records in are records out and these.
    """

    code: str
    severity: Severity
    says: str
    todo: str
    table: str = ""
    item: str = ""
    person: int = 0
    place: str = ""
    line: int = 0
    key: str = ""
    dfe_rule: str = ""
    rows: int = 0

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {**self._asdict(), "severity": str(self.severity)}


COLUMNS = Finding._fields


def safe_row(finding: Finding) -> tuple[object, ...]:
    """A finding as a row of a list that spreadsheets open: what may hold words of the file is no formula."""
    says, place, key = safe_cell(finding.says), safe_cell(finding.place), safe_cell(finding.key)
    return finding._replace(says=says, place=place, key=key)


class BadReturn(Exception):
    """A file that is not read at all, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.says)
        self.finding = finding
