"""A SEN2 return, as XML for COLLECT or as its CSV files, read as rows with our fields: one row for each request."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from goldenthread.casework.importing.guards import MOST_ROWS, part_of
from goldenthread.casework.importing.sheets import Sheet
from goldenthread.casework.importing.troubles import UnreadableFile
from goldenthread.kit.received.tables import decoded

Record = dict[str, Any]
PARENT_OF = {"requests": "person", "assessment": "requests", "namedplan": "assessment", "plandetail": "namedplan",
             "activeplans": "requests"}  # fmt: skip
"""The tables that we read, and the table that each hangs from."""
COLUMNS = {
    "surname": "family_name", "forename": "given_names", "personbirthdate": "born_on", "sex": "sex", "upn": "upn",
    "uniquelearnernumber": "uln", "upnunknown": "no_number", "receiveddate": "requested_on", "requestsource": "requested_by",
    "requestoutcome": "decision", "requestoutcomedate": "decided_on", "assessmentoutcome": "issue_decision",
    "issue date": "issue_decided_on", "week20": "exception", "startdate": "final_on", "placement": "placement",
    "lastreview": "reviewed_on", "reviewmeeting": "met_on", "ceasedate": "ended_on", "cease reason": "end_reason",
    "moved out": "moved_out_on", "moved to": "moved_to",
}  # fmt: skip
REASONS = {"1": "Reached the maximum age", "2": "Needs met without a plan", "3": "Went to higher education",
           "4": "Went into paid work", "5": "Moved to another authority", "6": "No longer wished to take part",
           "7": "Moved outside England", "8": "Died", "9": "Another reason"}  # fmt: skip
MOVED = "5"


def is_sen2(data: bytes) -> bool:
    """Whether a packed file holds the tables of a return."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {"person", "requests"} <= {_table(name) for name in package.namelist()}


def from_xml(data: bytes) -> Sheet:
    """The XML that goes to COLLECT. A document type in it is refused: no return has one."""
    if b"<!DOCTYPE" in data[:4096].upper() or b"<!ENTITY" in data.upper():
        raise UnreadableFile("The file holds markup that no SEN2 return has, so it was not opened.")
    people = []
    try:
        reading = etree.iterparse(
            io.BytesIO(data), events=("end",), resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, element in reading:
            if _tag(element) == "person":
                people.append(_record(element))
                element.clear()
    except etree.XMLSyntaxError as fault:
        raise UnreadableFile(
            f"The XML breaks off or is damaged: {fault.msg}. Write the return again."
        ) from fault
    if not people:
        raise UnreadableFile("The file holds no persons. Is it a SEN2 return?")
    return _sheet(people)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _record(element: Any) -> Record:
    """An element as its own words, with lists of what hangs from it."""
    held: Record = {"line": element.sourceline or 0}
    for child in element.iterchildren(tag=etree.Element):
        name = _tag(child)
        if name in PARENT_OF:
            held.setdefault(name, []).append(_record(child))
        elif len(child) == 0:
            held[name] = (child.text or "").strip()
    return held


def from_zip(data: bytes) -> Sheet:
    """The CSV files of a return, as COLLECT exports them."""
    tables: dict[str, list[Record]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if (table := _table(name)) in {"person", *PARENT_OF}:
                tables[table] = list(_rows(decoded(part_of(package, name))))
    for table, parent in PARENT_OF.items():
        above = {one.get(f"{parent}tableid"): one for one in tables.get(parent, [])}
        for row in tables.get(table, []):
            if (over := above.get(row.get(f"{parent}tableid"))) is not None:
                over.setdefault(table, []).append(row)
    return _sheet(tables.get("person", []))


def _table(name: str) -> str:
    """ "Blade-Export_01-02-2026_person.csv" is the table of persons."""
    bare = name.rpartition("/")[2].lower()
    return bare.removesuffix(".csv").rpartition("_")[2] if bare.endswith(".csv") else ""


def _rows(text: str) -> Iterator[Record]:
    reader = csv.DictReader(io.StringIO(text))
    for row in reader:
        yield {
            str(key).strip().lower(): (value or "").strip() for key, value in row.items() if key is not None
        } | {"line": reader.line_num}


def _sheet(people: list[Record]) -> Sheet:
    rows = [
        (request["line"], _row(person, request))
        for person in people
        for request in person.get("requests", [])
    ]
    if not rows:
        raise UnreadableFile("The return holds no requests, so there are no cases in it.")
    if len(rows) > MOST_ROWS:
        raise UnreadableFile(f"The return has more than {MOST_ROWS:,} requests. Send it in parts.")
    return Sheet(list(COLUMNS), rows)


def _row(person: Record, request: Record) -> dict[str, str]:
    """One request under our headings."""
    assessment = _first(request, "assessment")
    plan, active = _first(assessment, "namedplan"), _first(request, "activeplans")
    row = {
        **person,
        "sex": person.get("sex") or person.get("gendercurrent", ""),
        **request,
        **assessment,
        **plan,
        **active,
    }
    decision, issue = request.get("requestoutcome", ""), assessment.get("assessmentoutcome", "")
    is_issued = bool(plan.get("startdate"))
    row |= {
        "requestoutcome": "" if decision.upper() == "H" else decision,
        "assessmentoutcome": "" if issue.upper() == "H" else issue,
        "issue date": "" if is_issued else assessment.get("assessmentoutcomedate", ""),
        "placement": _placement(plan),
        "cease reason": REASONS.get(plan.get("ceasereason", ""), ""),
    }
    if plan.get("ceasereason") == MOVED:
        row |= {"moved out": plan.get("ceasedate", ""), "ceasedate": ""}
    if request.get("exported"):
        row |= {"moved to": f"Authority {request['exported']}"}
    return {name: str(row.get(name, "")) for name in COLUMNS}


def _first(record: Record, table: str) -> Record:
    """The first of what hangs from a record, or nothing."""
    held: list[Record] = record.get(table, [])
    return held[0] if held else {}


def _placement(plan: Record) -> str:
    """The first place of a plan, as the return names it."""
    places: list[Record] = sorted(
        plan.get("plandetail", []), key=lambda one: str(one.get("placementrank", ""))
    )
    named = places[0] if places else {}
    for name, words in (("urn", "URN"), ("ukprn", "UKPRN")):
        if named.get(name):
            return f"{words} {named[name]}"
    return " ".join(filter(None, (named.get("sensetting", ""), named.get("sensettingother", ""))))
