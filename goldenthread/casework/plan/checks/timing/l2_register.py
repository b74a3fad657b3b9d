"""L2: the place as the register of establishments has it."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import OURS
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.lines import Placement
from goldenthread.casework.plan.papers import Establishment
from goldenthread.law.words import in_words


def find(sheet: Sheet) -> Iterator[Found]:
    """Names, types and numbers that differ from the register, and places that have closed."""
    for kind, section in sheet.holding("placement"):
        for line in section.lines:
            if isinstance(line, Placement) and line.name:
                entry = _entry(sheet, line)
                if entry is None:
                    yield on_line(kind.key, line, f"The register has no “{line.name}”.", field="name")
                    continue
                yield from _differing(kind.key, line, entry, sheet)


def _entry(sheet: Sheet, line: Placement) -> Establishment | None:
    entries = sheet.plan.establishments
    by_number = next((one for one in entries if line.urn and one.urn == line.urn), None)
    return by_number or next((one for one in entries if _plain(one.name) == _plain(line.name)), None)


def _differing(key: str, line: Placement, entry: Establishment, sheet: Sheet) -> Iterator[Found]:
    for name, mine, theirs in (
        ("name", line.name, entry.name),
        ("kind", line.kind, entry.kind),
        ("urn", line.urn, entry.urn),
    ):
        if mine and theirs and _plain(mine) != _plain(theirs):
            yield on_line(key, line, f"The plan says “{mine}”; the register says “{theirs}”.", field=name)
    if entry.closed_on and entry.closed_on <= (line.starts_on or sheet.on):
        yield on_line(
            key,
            line,
            f"The register says that “{entry.name}” closed on {in_words(entry.closed_on)}.",
            field="name",
        )


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace(".", "").split())


def cannot(sheet: Sheet) -> str:
    """Nothing to compare with."""
    return "" if sheet.plan.establishments else "nothing from the register of establishments was given"


CHECK = Check(
    id="L2",
    title="The place as the register has it",
    severity=Severity.WARN,
    says="The place differs from the register.",
    why="A wrong name or type can send a plan, and a child, to the wrong place.",
    mend="Choose the place from the register. If it is not there, check that it exists and is open.",
    sources=(OURS,),
    find=find,
    cannot=cannot,
)
