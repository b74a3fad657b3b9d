"""Cells that a spreadsheet program will not run: the rule that the list of a return's findings keeps too."""

from __future__ import annotations

from goldenthread.sen2.cells import safe_cell

__all__ = ["safe_cell"]
