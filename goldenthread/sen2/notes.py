"""What reading a return had to say, and the count of its records."""

from __future__ import annotations

from collections import Counter

from goldenthread.sen2.finding import Finding, Severity

E, Q = Severity.ERROR, Severity.QUERY
WORDS: dict[str, tuple[Severity, str, str]] = {
    "READ-NOT-SEN2": (E, "This is not a SEN2 return", "Give the XML, the COLLECT files or the workbook of a return."),
    "READ-DTD": (E, "The file declares its own entities or DTD", "Export the return again; a return never needs them."),
    "READ-YEAR": (E, "The year of the return", "Put the return year in the header, or give it with --year."),
    "READ-YEAR-GUESSED": (Q, "There is no header, so the year is read from the requests", "Give the year with --year."),
    "READ-HEADER": (E, "The header", "Mend the header; the persons are read all the same."),
    "READ-BROKEN": (E, "This person is not well-formed XML and is not read", "Mend the XML at that line."),
    "READ-TRUNCATED": (E, "The file ends in the middle of this person, who is not read", "Export the return again."),
    "READ-END": (E, "The end of the file is missing, so there may have been more", "Export the return again."),
    "READ-LONG": (E, "This person is longer than any record can be, and is not read", "Look at the file at that line."),
    "READ-ENCODING": (E, "This is not in the encoding that the file says; read as Windows-1252", "Save the file as UTF-8."),
    "READ-UNKNOWN": (E, "An item or record that no return of this year has", "Take it out, or check the year."),
    "READ-TWICE": (E, "The item is given twice; only the first is used", "Keep one."),
    "READ-STRAY": (E, "Text where none belongs", "Take it out."),
    "READ-ATTRIBUTE": (Q, "An attribute, which a return does not use, is not read", "Put the value in an element."),
    "READ-ORPHAN": (E, "The row belongs to no record above it, and is not read", "Mend its key, or add the missing record."),
    "READ-KEY": (E, "The key of this row stands on an earlier row; what hangs from it is read with the first",
                 "Give each row a key of its own."),
    "READ-COLUMN": (Q, "A column that no return of this year has is not read", "Take it out, or check the year."),
    "READ-CELLS": (E, "The row has more cells than headings; the rest is not read", "Mend the row."),
    "READ-SHORT": (Q, "The row has fewer cells than headings; the missing ones are read as blank",
                   "See whether the row was cut off; if it was, export the return again."),
    "READ-ROW": (E, "The row cannot be read", "Mend the row."),
    "READ-TABLE": (Q, "A table is missing, and is read as empty", "Add the file or sheet if it should be there."),
    "READ-NOBODY": (Q, "The return holds nobody", "See whether the export was made of the right persons."),
    "READ-FILE": (E, "The file cannot be read", "Save it again and try once more."),
}  # fmt: skip
"""Every code of reading: how grave, what it says, what to do."""


class Notes:
    """Findings of reading, taken away as they come so that memory stays flat, and rows in, out and listed by table."""

    def __init__(self) -> None:
        self.waiting: list[Finding] = []
        self.rows_in: Counter[str] = Counter()
        self.rows_out: Counter[str] = Counter()
        self.rows_listed: Counter[str] = Counter()
        self.by_code: Counter[str] = Counter()

    def add(
        self,
        code: str,
        about: str = "",
        *,
        table: str = "",
        item: str = "",
        line: int = 0,
        person: int = 0,
        key: str = "",
        rows: int = 0,
    ) -> None:
        """Note a finding, with what it is about in its own words."""
        severity, says, todo = WORDS[code]
        words = f"{says}: {about}." if about else f"{says}."
        self.by_code[code] += 1
        self.waiting.append(
            Finding(code, severity, words, todo, table, item, person, "", line, key, rows=rows)
        )

    def listed(self, table: str, rows: int = 1) -> None:
        """Count records that are not read but listed."""
        self.rows_listed[table] += rows
        self.rows_in[table] += rows

    def read(self, table: str, rows: int = 1) -> None:
        """Count records that are read."""
        self.rows_in[table] += rows
        self.rows_out[table] += rows

    def take(self) -> list[Finding]:
        """What has been noted since the last time."""
        taken, self.waiting = self.waiting, []
        return taken


def refusal(code: str, about: str = "", line: int = 0) -> Finding:
    """The finding of a file that is not read at all."""
    severity, says, todo = WORDS[code]
    return Finding(code, severity, f"{says}: {about}." if about else f"{says}.", todo, line=line)


def shown(value: str, most: int = 60) -> str:
    """A value as a finding may quote it: one line, and not too long."""
    flat = " ".join(value.split())
    return f"“{flat if len(flat) <= most else flat[:most] + '…'}”"
