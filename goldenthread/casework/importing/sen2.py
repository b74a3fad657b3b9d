"""A SEN2 return in any of its formats, read by `sen2` as rows with our fields: one row for each request."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goldenthread.casework.importing.guards import MOST_ROWS
from goldenthread.casework.importing.sheets import Sheet
from goldenthread.casework.importing.troubles import UnreadableFile
from goldenthread.sen2.finding import BadReturn, Finding
from goldenthread.sen2.reading.opening import format_of, open_return
from goldenthread.sen2.reading.source import Source
from goldenthread.sen2.record import NONE, Record

COLUMNS = {
    "Surname": "family_name", "Forename": "given_names", "PersonBirthDate": "born_on", "Sex": "sex", "UPN": "upn",
    "UniqueLearnerNumber": "uln", "UPNunknown": "no_number", "ReceivedDate": "requested_on", "RequestSource": "requested_by",
    "RequestOutcome": "decision", "RequestOutcomeDate": "decided_on", "AssessmentOutcome": "issue_decision",
    "Issue date": "issue_decided_on", "Week20": "exception", "StartDate": "final_on", "Placement": "placement",
    "LastReview": "reviewed_on", "ReviewMeeting": "met_on", "CeaseDate": "ended_on", "Cease reason": "end_reason",
    "Moved out": "moved_out_on", "Moved to": "moved_to",
}  # fmt: skip
"""The items of a return that we read, and our field for each."""
REASONS = {"1": "Reached the maximum age", "2": "Needs met without a plan", "3": "Went to higher education",
           "4": "Went into paid work", "5": "Moved to another authority", "6": "No longer wished to take part",
           "7": "Moved outside England", "8": "Died", "9": "Another reason"}  # fmt: skip
MOVED, BEFORE = "5", "H"
ENDS_EARLY = ("READ-TRUNCATED", "READ-END")


def is_sen2(data: bytes) -> bool:
    """Whether a packed file holds a return: its CSV files, or the Department's workbook."""
    with _on_disk(data) as path:
        try:
            kind = format_of(path)
            if kind == "workbook":
                open_return(path)  # a workbook that is none says so when it is opened
        except BadReturn as refused:
            return refused.finding.code not in ("READ-NOT-SEN2", "READ-FILE")
    return True


def from_return(data: bytes) -> Sheet:
    """The requests of a return. Raises UnreadableFile when it is none, or when a record of it cannot be read: a case that is
    left out in silence would be worse than a file that has to be mended."""
    with _on_disk(data) as path:
        try:
            source = open_return(path)
            rows = list(_rows(source))
        except BadReturn as refused:
            raise UnreadableFile(_words(refused.finding)) from None
    _refuse_what_is_lost(source)
    if not rows:
        raise UnreadableFile("The return holds no requests, so there are no cases in it.")
    return Sheet(list(COLUMNS), rows)


@contextmanager
def _on_disk(data: bytes) -> Iterator[Path]:
    """The file where `sen2` reads it, gone again afterwards."""
    with tempfile.TemporaryDirectory(prefix="return-") as folder:
        path = Path(folder) / "return"
        path.write_bytes(data)
        yield path


def _rows(source: Source) -> Iterator[tuple[int, dict[str, str]]]:
    count = 0
    for person in source.persons():
        for request in person.of("Requests"):
            count += 1
            if count > MOST_ROWS:
                raise UnreadableFile(f"The return has more than {MOST_ROWS:,} requests. Send it in parts.")
            yield request.line or count, _row(person, request)


def _refuse_what_is_lost(source: Source) -> None:
    lost = [one for one in source.notes.take() if one.rows or one.code in ENDS_EARLY]
    if lost:
        more = f" {len(lost) - 1:,} more like it were found." if len(lost) > 1 else ""
        raise UnreadableFile(f"{_words(lost[0])}{more}")


def _words(finding: Finding) -> str:
    if finding.code == "READ-YEAR":
        return (
            "The return does not say its year, so its items cannot be told. Export it again with its header."
        )
    where = f" (line {finding.line:,})" if finding.line else ""
    return f"{finding.says.rstrip('.')}{where}. {finding.todo}"


def _row(person: Record, request: Record) -> dict[str, str]:
    """One request under our headings."""
    assessment = _first(request, "Assessment")
    plan = _first(assessment, "NamedPlan")
    held = {**person, **request, **assessment, **plan, **_first(request, "ActivePlans")}
    row = {name: held.get(name, "") for name in COLUMNS}
    decision, issue = request["RequestOutcome"], assessment["AssessmentOutcome"]
    row |= {
        "Sex": person["Sex"] or person["GenderCurrent"],
        "RequestOutcome": "" if decision.upper() == BEFORE else decision,
        "AssessmentOutcome": "" if issue.upper() == BEFORE else issue,
        "Issue date": "" if plan["StartDate"] else assessment["AssessmentOutcomeDate"],
        "Placement": _placement(plan),
        "Cease reason": REASONS.get(plan["CeaseReason"], ""),
    }
    if plan["CeaseReason"] == MOVED:
        row |= {"Moved out": plan["CeaseDate"], "CeaseDate": ""}
    if request["Exported"]:
        row["Moved to"] = f"Authority {request['Exported']}"
    return row


def _first(record: Record, table: str) -> Record:
    """The first of what hangs from a record, or an empty one."""
    held = record.of(table) or NONE
    return held[0] if held else Record(table, {})


def _placement(plan: Record) -> str:
    """The first place of a plan, as the return names it."""
    places = sorted(plan.of("PlanDetail"), key=lambda one: one["PlacementRank"])
    named = places[0] if places else Record("PlanDetail", {})
    for name in ("URN", "UKPRN"):
        if named[name]:
            return f"{name} {named[name]}"
    return " ".join(filter(None, (named["SENSetting"], named["SENSettingOther"])))
