"""Actions on cards: a table of two columns, label and words, one action to a table."""

from __future__ import annotations

from goldenthread.programme.reading.labels import labels_in
from goldenthread.programme.reading.lines import Line, Table


def lines_of(table: Table) -> list[Line]:
    """A table that is no list of actions, as lines: "label: value" where its first column is labels."""
    lines = []
    for row in table.rows:
        where = f"{table.where}, row {row.number}".lstrip(", ")
        words = [cell for cell in dict.fromkeys(row.cells) if cell.strip()]
        if len(words) == 2 and labels_in(words[0]):
            lines.append(Line(f"{words[0].strip().rstrip(':')}: ", where, gap=True))
            lines += [
                Line(part.strip(), where, 4, bullet=True) for part in words[1].splitlines() if part.strip()
            ]
        else:
            lines += [
                Line(part.strip(), where, gap=True)
                for cell in words
                for part in cell.splitlines()
                if part.strip()
            ]
    return lines
