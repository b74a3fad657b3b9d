"""Small lists as others keep them, invented."""

from __future__ import annotations

import csv
import io
from typing import Any

SCHOOL = {
    "URN": "100001", "LA (name)": "Wolverhampton", "EstablishmentName": "Bramble Special School",
    "TypeOfEstablishment (name)": "Community special school", "EstablishmentStatus (name)": "Open",
    "PhaseOfEducation (name)": "Not applicable", "StatutoryLowAge": "3", "StatutoryHighAge": "19",
    "Section41Approved (name)": "Not applicable", "SEN1 (name)": "ASD - Autistic Spectrum Disorder", "SEN2 (name)": "",
    "TypeOfResourcedProvision (name)": "Not applicable", "SchoolCapacity": "120", "Street": "Bramble Walk",
    "Town": "Wolverhampton", "County (name)": "West Midlands", "Postcode": "WV1 2PF", "SchoolWebsite": "www.example.org",
    "TelephoneNum": "01632960001", "Easting": "392900", "Northing": "298900", "Trusts (name)": "", "Gender (name)": "Mixed",
}  # fmt: skip
CHILDCARE = {
    "Provider URN": "EY100001", "Provider name": "Ladybird Nursery", "Provider type": "Childcare on non-domestic premises",
    "Provider status": "Active", "Individual Register combinations": "EYR-CCR", "Places": "40",
    "Provider address line 1": "Ladybird Lane", "Provider town": "Wolverhampton", "Postcode": "WV2 2BL",
    "Registered person name": "Ladybird Limited", "Registered person URN": "RP1",
}  # fmt: skip


def table(usual: dict[str, str], *changes: dict[str, str], above: str = "") -> bytes:
    """A CSV file: a row of the usual cells for each set of changes."""
    written = io.StringIO()
    writer = csv.DictWriter(written, list(usual))
    writer.writeheader()
    for one in changes or ({},):
        writer.writerow({**usual, **one})
    return (above + written.getvalue()).encode("cp1252")


def schools(*changes: dict[str, Any]) -> bytes:
    """A national list of schools."""
    return table(SCHOOL, *changes)


def childcare(*changes: dict[str, Any]) -> bytes:
    """A register of childcare, with the lines above its headings that the real one has."""
    return table(CHILDCARE, *changes, above="Childcare providers\nAs at a day\n\n")
