"""All checks on a plan, and the checks of sentences on a sentence: the two doors that editor, command line and benchmark use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from goldenthread.casework.plan.checks.check import Check, Finding, Found, Severity
from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.plan.checks.sheet import Limits, Sheet
from goldenthread.casework.plan.guard.index import CaseloadIndex
from goldenthread.casework.plan.plan_types import SectionKind, Types, section_set
from goldenthread.casework.plan.shapes import Override, Plan

WHOLE_TEXT = frozenset({"P1", "P2", "O1"})
"""These read a line as a whole; the others read each of its fields."""
ORDER = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFORM: 2}


@dataclass(frozen=True)
class Report:
    """What was found, and which checks could not be run, with the reason."""

    findings: tuple[Finding, ...]
    not_run: tuple[tuple[str, str], ...]

    @property
    def stops(self) -> bool:
        """Whether the plan may not be made final."""
        return any(one.stops for one in self.findings)

    def counted(self) -> dict[str, int]:
        """Findings by severity, those that were set aside counted apart."""
        found = {str(severity): 0 for severity in Severity} | {"overridden": 0}
        for one in self.findings:
            found["overridden" if one.overridden else str(one.severity)] += 1
        return found

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return {
            "stops": self.stops,
            "counts": self.counted(),
            "findings": [one.as_dict() for one in self.findings],
            "not_run": [{"check": check, "why": why} for check, why in self.not_run],
        }


def check_plan(
    plan: Plan, *, on: date, caseload: CaseloadIndex | None = None, limits: Limits | None = None, types: Types | None = None,
    only: Iterable[str] | None = None,
) -> Report:  # fmt: skip
    """Every check on a plan, as it stands on a day. `only` names the checks wanted, for a page that shows few."""
    kinds = section_set(plan.type, plan.dated_on or on, plan.cohort, types)
    sheet = Sheet(plan, kinds, on, caseload, limits or Limits())
    wanted = CHECKS.values() if only is None else [CHECKS[one] for one in only]
    not_run = [(check.id, why) for check in wanted if check.cannot and (why := check.cannot(sheet))]
    skipped = {check for check, _ in not_run}
    found = [
        _overridden(check.sign(one), plan.overrides)
        for check in wanted if check.id not in skipped
        for one in _find(check, sheet)
    ]  # fmt: skip
    places = {kind.key: place for place, kind in enumerate(kinds.sections)}
    found.sort(key=lambda one: (ORDER[one.severity], places.get(one.section, -1)))
    return Report(tuple(found), tuple(not_run))


def _find(check: Check, sheet: Sheet) -> Iterator[Found]:
    """What a check of the whole plan finds; a check of sentences is led through the lines that it reads."""
    if check.find:
        yield from check.find(sheet)
        return
    for kind, line, name, words in sheet.written_fields:
        if check.spans and kind.holds in check.reads and (name == "text" or check.id not in WHOLE_TEXT):
            for span in check.spans(words):
                yield Found(check.said(span), kind.key, line.id, name, span)


def _overridden(finding: Finding, overrides: tuple[Override, ...]) -> Finding:
    """The finding with the reason for which it was set aside, if it blocks and somebody gave one."""
    for one in overrides:
        fits = one.check == finding.check and one.line == finding.line and one.words in {"", finding.words}
        if fits and finding.severity is Severity.BLOCK and one.reason.strip():
            by = f" ({one.by})" if one.by else ""
            return replace(finding, overridden=f"{one.reason.strip()}{by}")
    return finding


def check_sentence(text: str, kind: SectionKind) -> list[Finding]:
    """What the checks of sentences find in one sentence of a section. Somebody’s own words are never checked."""
    if kind.own_words:
        return []
    return [
        check.sign(Found(check.said(span), kind.key, "", "text", span))
        for check in CHECKS.values()
        if check.spans and kind.holds in check.reads and _reads(check, kind)
        for span in check.spans(text)
    ]


def _reads(check: Check, kind: SectionKind) -> bool:
    """Transport is out of place only among educational provision."""
    return check.id != "P12" or kind.field == "education"
