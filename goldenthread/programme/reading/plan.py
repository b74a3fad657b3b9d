"""The door of this room: which reader a file or pasted text goes to."""

from __future__ import annotations

from goldenthread.programme.reading import csv_file, docx, guards, lines, xlsx
from goldenthread.programme.reading.assembly import Assembly
from goldenthread.programme.reading.text import read_blocks
from goldenthread.programme.reading.understood import Understood
from goldenthread.programme.reading.unreadable import UnreadablePlan

_TABLE_NAMES = (".csv", ".tsv", ".tab")
_NOTHING = "No area, action, measure or month was recognised. Check that this is the plan, or paste its text."


def read_plan(data: bytes, name: str) -> Understood:
    """What a file holds. The content decides how it is read; the name only settles text against CSV."""
    make = guards.make_of(data)
    assembly = Assembly()
    try:
        if make == "xlsx":
            read_blocks(list(xlsx.tables_of(data, assembly)), assembly)
        elif make == "docx":
            read_blocks(docx.blocks_of(data), assembly)
        else:
            _text(csv_file.decoded(data), assembly, name.lower().endswith(_TABLE_NAMES))
    except RecursionError as fault:
        raise UnreadablePlan(
            "The file is nested more deeply than a plan. Copy the plan into a new file."
        ) from fault
    return _finished(assembly)


def read_text(text: str) -> Understood:
    """What pasted text holds, whether running text or a table copied from a spreadsheet."""
    if not text.strip():
        raise UnreadablePlan("There is no text. Paste the plan.")
    assembly = Assembly()
    _text(csv_file.checked(text), assembly, sure=False)
    return _finished(assembly)


def preview(data: bytes, name: str) -> Understood:
    """The same as `read_plan`: nothing is stored by reading."""
    return read_plan(data, name)


def _text(text: str, assembly: Assembly, sure: bool) -> None:
    table = csv_file.table_of(text, sure)
    read_blocks([table] if table else lines.blocks_of(text), assembly)


def _finished(assembly: Assembly) -> Understood:
    understood = assembly.finish()
    if understood.kind == "nothing understood":
        assembly.problem("", _NOTHING)
        return assembly.finish()
    return understood
