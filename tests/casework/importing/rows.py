"""Rows of an old system's export, for tests. Nobody in them is real."""

from __future__ import annotations

import csv
import io

from goldenthread.people.identifiers import check_letter

HEADINGS = ("Forename", "Surname", "DOB", "Gender", "UPN", "Case reference", "Request received", "Decision to assess",
            "Date of decision to assess", "Final plan date", "Last review")  # fmt: skip


def upn(number: int) -> str:
    """A sound UPN of our own making."""
    rest = f"{801200000000 + number}"
    return check_letter(rest) + rest


def row(number: int, **changes: str) -> dict[str, str]:
    """A request that led to a plan in 18 weeks."""
    usual = {
        "Forename": f"Ash{number}", "Surname": f"Testley{number}", "DOB": f"0{1 + number % 9}/05/2017", "Gender": "Female",
        "UPN": upn(number), "Case reference": f"OLD-{number}", "Request received": "02/03/2026", "Decision to assess": "Yes",
        "Date of decision to assess": "07/04/2026", "Final plan date": "06/07/2026", "Last review": "",
    }  # fmt: skip
    return usual | changes


def as_csv(*rows: dict[str, str], separator: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(HEADINGS), delimiter=separator, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
