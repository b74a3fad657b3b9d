"""Lines of text as they come from a file: each is one sentence of a section, cleaned and checked."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.checks.run import check_sentence
from goldenthread.casework.plan.errors import BadPlan, Trouble
from goldenthread.casework.plan.language.cleaning import cleaned
from goldenthread.casework.plan.plan_types import SectionKind, section_set
from goldenthread.law.words import listed


def section_kind(key: str, *, on: date, type_: str = "ehc-plan") -> SectionKind:
    """A section of a type; BadPlan names those that there are."""
    kinds = section_set(type_, on)
    kind = kinds.section(key.upper())
    if kind is None:
        keys = listed([one.key for one in kinds.sections])
        raise BadPlan([Trouble("--section", f"“{key}” is no section of this type. Its sections are {keys}.")])
    return kind


def text_of(data: bytes) -> str:
    """The text of a file, as UTF-8 or as Windows wrote it; BadPlan where it is no text."""
    if b"\0" in data:
        raise BadPlan([Trouble("the file", "it is not text. Save it as plain text, one sentence a line.")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def check_lines(text: str, kind: SectionKind) -> list[tuple[int, str, list[Finding]]]:
    """Each line that is not blank, with its number and what is found in it."""
    lines = ((number, cleaned(line)) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line, check_sentence(line, kind)) for number, line in lines if line]


def as_data(found: list[tuple[int, str, list[Finding]]]) -> dict[str, Any]:
    """For JSON: the lines, and how many of them each check speaks on."""
    counts = Counter(check for _, _, findings in found for check in {one.check for one in findings})
    return {
        "lines": [
            {
                "line": number,
                "text": text,
                "checks": sorted({one.check for one in findings}, key=_order),
                "findings": [one.as_dict() for one in findings],
            }
            for number, text, findings in found
        ],
        "counts": {check: counts[check] for check in sorted(counts, key=_order)},
    }


def _order(check: str) -> tuple[str, int]:
    return check[0], int(check[1:])
