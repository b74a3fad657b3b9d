"""A return as a folder of files, for a door without a browser: nothing is kept in the database."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import IO

from goldenthread.casework.models import Case
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.returns.actions.making import Asked, Counted, Tell, make_return
from goldenthread.returns.building.persons import Made
from goldenthread.sen2.converting import convert
from goldenthread.sen2.finding import COLUMNS, Finding, safe_row
from goldenthread.sen2.reading.opening import open_return


def write_folder(asked: Asked, out: Path, *, tell: Tell | None = None) -> Counted:
    """return.xml, its tables under csv/, findings.csv, and cases.csv with every case: its person and request, or the reason."""
    out.mkdir(parents=True, exist_ok=True)
    references = {pk: safe_cell(reference) for pk, reference in Case.objects.values_list("pk", "reference")}
    with _csv(out / "findings.csv") as found_file, _csv(out / "cases.csv") as cases_file:
        found_rows, cases_rows = csv.writer(found_file), csv.writer(cases_file)
        found_rows.writerow(COLUMNS)
        cases_rows.writerow(["case", "person", "request", "not in the return because"])

        def hear(made: Made | None, found: list[Finding]) -> None:
            found_rows.writerows(map(safe_row, found))
            if made is None:
                return
            for number, part in enumerate(made.inside, start=1):
                cases_rows.writerow(
                    [references[part.case], made.person.number if made.person else "", number, ""]
                )
            cases_rows.writerows([references[part.case], "", "", part.reason] for part in made.outside)

        counted = make_return(asked, out / "return.xml", hear=hear, tell=tell)
    convert(open_return(out / "return.xml", asked.census.year), "folder", out / "csv")
    return counted


def _csv(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", newline="")
