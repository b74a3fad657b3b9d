"""Cells that a spreadsheet program will not run."""

from __future__ import annotations

from typing import Any

LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def safe_cell(value: Any) -> Any:
    """Text that a spreadsheet shows and never computes: an apostrophe goes before what it would run.

    >>> safe_cell("=1+1"), safe_cell(-3), safe_cell("Plan")
    ("'=1+1", -3, 'Plan')
    """
    if isinstance(value, int | float) or value is None:
        return value
    text = str(value).replace("\0", "")
    return f"'{text}" if text.lstrip(" ").startswith(LIVE) else text


def plain_cell(text: str) -> str:
    """What a safe cell was before.

    >>> plain_cell("'=1+1"), plain_cell("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text[:1] == "'" and text[1:].lstrip(" ").startswith(LIVE) else text
