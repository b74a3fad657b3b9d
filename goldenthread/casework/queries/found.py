"""A report of the checks as pages show it: in the groups of the list that everybody reads."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.checks.register import CHECKS, GROUPS
from goldenthread.casework.plan.checks.run import Report


@dataclass(frozen=True)
class Group:
    """One group of checks with what they found; a plan without a finding in it shows the group as sound."""

    title: str
    found: list[Finding]
    not_run: list[tuple[str, str]]

    @property
    def stops(self) -> int:
        """How many of them keep the plan from going out."""
        return sum(one.stops for one in self.found)


def grouped(report: Report) -> list[Group]:
    """The report in the groups of the list of checks, in its order."""
    of = {check.id: title for title, checks in GROUPS.items() for check in checks}
    groups = {title: Group(title, [], []) for title in GROUPS}
    for finding in report.findings:
        groups[of[finding.check]].found.append(finding)
    for check, why in report.not_run:
        groups[of[check]].not_run.append((CHECKS[check].title, why))
    return list(groups.values())
