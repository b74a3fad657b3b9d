"""VAL-MISSING: an item that every record needs is there."""

from __future__ import annotations

from goldenthread.sen2.checks.check import GUIDE, Check

CHECK = Check(
    code="VAL-MISSING",
    about="",
    title="An item that every record needs is there",
    says="{0} is missing.",
    todo="Give it.",
    basis=GUIDE,
)
