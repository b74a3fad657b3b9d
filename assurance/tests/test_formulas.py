"""S13: what a spreadsheet program would run is text in every cell that we write; and every file of cells goes through there."""

from __future__ import annotations

import ast
import itertools
from pathlib import Path

from goldenthread.kit.spreadsheets import safe_cell

PACKAGE = Path(__file__).resolve().parents[2] / "goldenthread"
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠", " =", "\0=", "  @")
BODIES = ("1+1", 'HYPERLINK("http://example.org")', "cmd|' /C calc'!A0", "SUM(A1:A9)", "Ash’s plan", "")
OURS = {"kit/spreadsheets.py", "sen2/results.py"}
"""The second copies the list of findings as it is, and writes text into cells of a workbook, which are not run."""
EXACT = ("sen2/writing/", "sen2/reading/")
"""The return’s own formats, which DfE’s system reads: an apostrophe more would be wrong data; and reading them."""


def test_no_cell_is_live(record_property):
    live, lost = [], []
    for start, body in itertools.product(STARTS, BODIES):
        text = start + body
        cell = safe_cell(text)
        if cell.lstrip(" ")[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"):
            live.append(text)
        if cell.removeprefix("'") != text.replace("\0", ""):
            lost.append(text)
    record_property(
        "counted",
        {
            "what": "cells that begin a formula",
            "tried": len(STARTS) * len(BODIES),
            "failed": len(live) + len(lost),
        },
    )
    assert (live, lost) == ([], [])


def writers() -> dict[str, bool]:
    """Each module that writes CSV or a workbook, and whether it uses the one place that makes cells safe."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = str(path.relative_to(PACKAGE))
        names = {
            getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(ast.parse(path.read_text()))
        }
        is_writer = bool({"DictWriter", "Workbook"} & names) or ("csv" in names and "writer" in names)
        if is_writer and name not in OURS and not name.startswith(EXACT):
            found[name] = bool({"safe_cell", "safe_row"} & names)
    return found


def test_every_writer_of_cells_makes_them_safe(record_property):
    found = writers()
    bare = sorted(name for name, is_safe in found.items() if not is_safe)
    record_property("counted", {"what": "modules that write cells", "tried": len(found), "failed": len(bare)})
    assert bare == []
