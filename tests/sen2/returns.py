"""One whole, right return of one person, and ways to look at what is found in it."""

from __future__ import annotations

from pathlib import Path

from goldenthread.sen2.checks.run import Checker
from goldenthread.sen2.finding import Finding
from goldenthread.sen2.reading.opening import open_return
from goldenthread.sen2.record import Record
from goldenthread.sen2.running.part import Work
from goldenthread.sen2.running.whole import Outcome, run
from goldenthread.sen2.years import collection_year

HEADER = {
    "Collection": "SEN2", "Year": "2026", "ReferenceDate": "2026-01-15", "SourceLevel": "L", "LEA": "301",
    "SoftwareCode": "X", "Release": "1", "SerialNo": "1", "DateTime": "2026-01-20T10:00:00", "DMO": "1", "DCO": "1", "DSCO": "1",
}  # fmt: skip
PERSON = {
    "Surname": "Ellerby", "Forename": "Noor", "PersonBirthDate": "2015-05-01", "Sex": "F", "Ethnicity": "WBRI",
    "PostCode": "RM1 1AA", "UPN": "H801200001001",
}  # fmt: skip
REQUEST = {
    "ReceivedDate": "2025-02-03", "RequestSource": "1", "RYA": "0", "RequestOutcomeDate": "2025-03-10",
    "RequestOutcome": "Y", "RequestMediation": "0", "RequestTribunal": "0",
}  # fmt: skip
ASSESSMENT = {
    "AssessmentOutcome": "Y", "AssessmentOutcomeDate": "2025-06-20", "AssessmentMediation": "0",
    "AssessmentTribunal": "0", "OtherMediation": "0", "OtherTribunal": "0", "Week20": "0",
}  # fmt: skip
PLAN = {"StartDate": "2025-06-20", "PB": "0", "OA": "0"}
DETAIL = {"URN": "100001", "PlacementRank": "1", "SENunitIndicator": "0", "ResourcedProvisionIndicator": "0"}
ACTIVE = {"ReviewMeeting": "2025-11-03", "ReviewOutcome": "M", "LastReview": "2025-11-20"}
PLACEMENT = {**DETAIL, "EntryDate": "2025-09-01"}
NEED = {"SENtype": "ASD", "SENtypeRank": "1"}


def header(year: int = 2026) -> Record:
    """A right header."""
    blank = collection_year(year).blanks["Header"]
    day = collection_year(year).census.isoformat()
    known = {**HEADER, "Year": str(year), "ReferenceDate": day}
    return Record("Header", {**blank, **{tag: known[tag] for tag in blank}}, 1)


def record(table: str, values: dict[str, str], year: int = 2026) -> Record:
    """A record of a year, with what it says."""
    made = Record(table, collection_year(year).blanks[table])
    made.update({tag: value for tag, value in values.items() if tag in made})
    return made


def person(year: int = 2026) -> Record:
    """A person with a request of the period, a plan in time and an active plan: nothing is to be found in it."""
    made = record("Person", {**PERSON, "GenderCurrent": "F"}, year)
    made.number = 1
    request, active = record("Requests", REQUEST, year), record("ActivePlans", ACTIVE, year)
    assessment, plan = record("Assessment", ASSESSMENT, year), record("NamedPlan", PLAN, year)
    plan.hold(record("PlanDetail", DETAIL, year))
    assessment.hold(plan)
    request.hold(assessment)
    active.hold(record("PlacementDetail", PLACEMENT, year))
    active.hold(record("SENneed", NEED, year))
    request.hold(active)
    made.hold(request)
    return made


def part(one: Record, table: str, place: int = 0) -> Record:
    """The first record of a table within a person, or a later one."""
    return [held for held in one.everything() if held.table == table][place]


def found(one: Record, year: int = 2026) -> list[Finding]:
    """What the checks find in a person or in a header."""
    checker = Checker(collection_year(year))
    return checker.header(one) if one.table == "Header" else checker.person(one)


def codes(one: Record, year: int = 2026) -> set[str]:
    """The codes of what is found."""
    return {finding.code for finding in found(one, year)}


def everyone(path: Path, year: int | None = None) -> list[Record]:
    """Every person of a return."""
    return list(open_return(path, year).persons())


def passed(path: Path, folder: Path, *, processes: int = 1, **asked: object) -> Outcome:
    """A whole pass over a return."""
    return run(Work(path, **asked), folder, processes=processes)  # type: ignore[arg-type]
