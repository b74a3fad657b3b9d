"""A file of cases, whatever its make: its rows, and what is known of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.casework.importing import sen2, sheets
from goldenthread.casework.importing.drafts import Draft
from goldenthread.casework.importing.guards import make_of
from goldenthread.casework.importing.mapping import suggested
from goldenthread.casework.importing.rows import draft_of
from goldenthread.casework.importing.sheets import Sheet
from goldenthread.casework.importing.troubles import UnreadableFile


@dataclass(frozen=True)
class CaseFile:
    """The rows of a file, and the columns as we would read them. Those of a SEN2 return are fixed."""

    sheet: Sheet
    columns: dict[str, str]
    is_sen2: bool = False

    def drafts(self, columns: Mapping[str, str], *, today: date) -> Iterator[Draft]:
        """Each row as a draft of a case."""
        for row, cells in self.sheet.rows:
            yield draft_of(row, cells, columns, today=today)


def read(data: bytes) -> CaseFile:
    """Read a file: Excel, CSV, or a SEN2 return as XML, as its CSV files in a ZIP or as the
    Department’s workbook. Raises UnreadableFile."""
    make = make_of(data)
    if make == "xml" or (make in ("zip", "xlsx") and sen2.is_sen2(data)):
        return CaseFile(sen2.from_return(data), dict(sen2.COLUMNS), is_sen2=True)
    if make == "zip":
        raise UnreadableFile(
            "The ZIP holds no tables of a SEN2 return. Unpack it, and send the list of cases itself."
        )
    sheet = sheets.from_workbook(data) if make == "xlsx" else sheets.from_text(data)
    return CaseFile(sheet, suggested(sheet.headings))
