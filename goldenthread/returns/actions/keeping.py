"""Keeping what a draft is made of: each case with its items and their events, and each finding with its case."""

from __future__ import annotations

from typing import Any

from goldenthread.returns.building.persons import Made
from goldenthread.returns.models import ReturnDraft, ReturnedCase, ReturnFinding
from goldenthread.sen2.finding import Finding
from goldenthread.sen2.record import Record, filled

A_TIME = 1_000


class Keeper:
    """Hears of children as they come, and writes them down a thousand cases at a time."""

    def __init__(self, draft: ReturnDraft) -> None:
        self.draft = draft
        self._cases: list[ReturnedCase] = []
        self._findings: list[tuple[ReturnedCase | None, Finding]] = []

    def hear(self, made: Made | None, found: list[Finding]) -> None:
        """Keep one child's cases, or what was found about all."""
        if made is None:
            self.flush()
            self._findings = [(self._first_of(one.person), one) for one in found]
            self.flush()
            return
        mine = self._kept(made)
        self._findings += [(mine[_request_in(one) - 1] if mine else None, one) for one in found]
        if len(self._cases) >= A_TIME:
            self.flush()

    def _kept(self, made: Made) -> list[ReturnedCase]:
        mine = []
        person = made.person
        for number, part in enumerate(made.inside, start=1):
            assert person is not None
            content = [_shown(person), *map(_shown, person.of("Requests")[number - 1].everything())]
            mine.append(ReturnedCase(draft=self.draft, case_id=part.case, person=person.number, request=number,
                                     content=content, sources=part.sources))  # fmt: skip
        outside = (
            ReturnedCase(draft=self.draft, case_id=one.case, reason=one.reason) for one in made.outside
        )
        self._cases += [*mine, *outside]
        return mine

    def _first_of(self, person: int) -> ReturnedCase | None:
        return (
            ReturnedCase.objects.filter(draft=self.draft, person=person, request=1).first()
            if person
            else None
        )

    def flush(self) -> None:
        """Write down what waits."""
        ReturnedCase.objects.bulk_create(self._cases)
        ReturnFinding.objects.bulk_create(
            ReturnFinding(
                draft=self.draft, returned=case, code=one.code, severity=str(one.severity), says=one.says[:300],
                todo=one.todo[:300], table=one.table, item=one.item, place=one.place[:120],
            )
            for case, one in self._findings
        )  # fmt: skip
        self._cases, self._findings = [], []


def _shown(record: Record) -> list[Any]:
    return [record.table, record.number, filled(record)]


def _request_in(finding: Finding) -> int:
    """The number of the request that a finding is about; the first for what is said of the person.

    >>> from goldenthread.sen2.finding import Severity
    >>> _request_in(Finding("X", Severity.ERROR, "", "", place="Requests 2 / Assessment 1"))
    2
    """
    first = finding.place.partition(" / ")[0]
    return int(first.rpartition(" ")[2]) if first.startswith("Requests ") else 1
