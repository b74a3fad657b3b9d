"""PER-DUPLICATE: one UPN is on one person. The one check that needs the whole return, done in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from goldenthread.sen2.checks.check import QUERY, REASON, Check
from goldenthread.sen2.finding import Finding

CHECK = Check(
    code="PER-DUPLICATE",
    about="Person",
    item="UPN",
    severity=QUERY,
    title="One UPN is on one person",
    says="The UPN is also that of person {0}.",
    todo="If they are one child, put their requests on one person; if not, find which UPN is wrong.",
    basis=REASON,
)
_MOST = 500_000
"""How many numbers are compared at a time."""


def duplicates(numbers: array[int], holders: array[int], lines: array[int]) -> Iterator[Finding]:
    """A finding for each person whose UPN stands on an earlier one. The numbers are compared a share at a time."""
    shares = len(numbers) // _MOST + 1
    for share in range(shares):
        seen: dict[int, int] = {}
        for place, number in enumerate(numbers):
            if shares > 1 and number // 46_656 % shares != share:
                continue
            before = seen.setdefault(number, holders[place])
            if before != holders[place]:
                yield Finding(
                    CHECK.code, CHECK.severity, CHECK.said(str(before)), CHECK.todo,
                    "Person", "UPN", holders[place], "", lines[place],
                )  # fmt: skip
