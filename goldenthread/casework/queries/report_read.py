"""The report of the checks for readers outside the council: the same list, without what would tell them of somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from goldenthread.casework.models import PlanVersion
from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.plan.checks.run import Report, check_plan
from goldenthread.casework.plan.masking import masked
from goldenthread.casework.queries.caseload import caseload_index
from goldenthread.casework.queries.plan_readers import PlanReader
from goldenthread.casework.queries.plans import plan_read_again
from goldenthread.casework.queries.writing import stage_next

OF_OTHERS = frozenset({"N1", "N5"})
"""Checks whose words would tell a reader of another child: they read that something was found, and the council mends it."""


def report_read_by(version: PlanVersion, reader: PlanReader, on: date) -> Report:
    """What the checks find in a version as it stands, as one reader reads it."""
    stage = stage_next(version.case) or version.stage
    report = check_plan(plan_read_again(version, on, stage=stage), on=on, caseload=caseload_index())
    return replace(report, findings=tuple(_for(one, reader) for one in report.findings))


def _for(finding: Finding, reader: PlanReader) -> Finding:
    if finding.check in OF_OTHERS:
        return replace(finding, says=f"{CHECKS[finding.check].title}.", words="", start=0, end=0)
    words = {"says": finding.says, "words": finding.words, "overridden": finding.overridden}
    return replace(finding, **masked(words, reader.hidden))
