"""Cells of a workbook that hold text as it is."""

from __future__ import annotations

from typing import Any


def cell(sheet: Any, value: object) -> Any:
    """A cell that is never taken for a formula or an error, with what a workbook cannot hold replaced; nothing for blank."""
    if not isinstance(value, str):
        return value
    text = "".join(one if one >= " " or one in "\t\n\r" else "\ufffd" for one in value)
    if text[:1] not in {"=", "#"}:
        return text or None
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet, text)
    made.data_type = "s"
    return made
