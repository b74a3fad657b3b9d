"""The inspectors’ lists: exact headings, every check, any day, and speed."""

import csv
import json
import time
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.lists.checks import ListChecker
from goldenthread.sen2.lists.columns import LISTS
from goldenthread.sen2.lists.reading import check_lists
from tests.sen2.test_commands import sen2

ON = date(2026, 11, 1)
RIGHT = {
    "Unique ID": "1", "UPN": "H801200001001", "ULN": "", "Date of birth": "01/05/2015", "Gender": "F", "Ethnicity": "WBRI",
    "Date initial EHC plan issued": "20/06/2021", "Date updated EHC plan issued": "20/06/2023",
    "Date EHC plan last reviewed": "11/03/2026", "SEN primary need": "ASD", "Main education establishment – URN": "100001",
    "Main education establishment – phase": "Primary", "Subsidiary education establishment – phase (dual registration)": "",
    "Elective home education": "No", "Suspensions": "0", "Permanent exclusions": "0", "Absence": "4.5", "Pupil Premium": "No",
    "Known to children's social care?": "No", "Which children's social care team?": "",
    "Does the child or young person have a disability?": "No",
}  # fmt: skip


def found(sheet="List_1", on=ON, **changes):
    row = {**RIGHT, **{name.replace("_", " "): value for name, value in changes.items()}}
    return {
        one.code for one in ListChecker(sheet, on).row(2, {column: row[column] for column in LISTS[sheet]})
    }


def test_lists_have_21_and_17_columns():
    assert [len(one) for one in LISTS.values()] == [21, 17]
    assert list(RIGHT) == list(LISTS["List_1"])


@pytest.mark.parametrize("sheet", LISTS)
def test_right_row_has_no_findings(sheet):
    assert found(sheet) == set()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"Date of birth": ""}, "LST-MISSING"),
        ({"Gender": ""}, "LST-MISSING"),
        ({"Ethnicity": ""}, "LST-MISSING"),
        ({"SEN primary need": ""}, "LST-MISSING"),
        ({"Unique ID": ""}, "LST-MISSING"),
        ({"Date of birth": "30/02/2015"}, "LST-DATE"),
        ({"Date of birth": "2015-05-01"}, "LST-DATE"),
        ({"Date of birth": "02/11/2026"}, "LST-FUTURE"),
        ({"Date initial EHC plan issued": "21/06/2023"}, "LST-ORDER"),
        ({"UPN": "A801200001001"}, "LST-UPN"),
        ({"ULN": "1000000028"}, "LST-ULN"),
        ({"UPN": ""}, "LST-NO-NUMBER"),
        ({"Main education establishment – URN": ""}, "LST-SCHOOL"),
        ({"SEN primary need": "DS"}, "LST-NEED"),
        ({"Main education establishment – phase": "Junior"}, "LST-PHASE"),
        ({"Suspensions": "often"}, "LST-COUNT"),
        ({"Absence": "104"}, "LST-ABSENCE"),
        ({"Does the child or young person have a disability?": ""}, "LST-DISABILITY"),
    ],
)
def test_check_finds(changes, code):
    row = {**RIGHT, **changes}
    assert {one.code for one in ListChecker("List_1", ON).row(2, row)} == {code}


def test_ages_are_those_of_the_day_that_is_given():
    born = {"Date of birth": "02/11/2000"}
    for on, code in (
        (date(2025, 11, 1), None),
        (date(2026, 11, 1), "LST-AGE-25"),
        (date(2026, 11, 2), "LST-AGE-26"),
    ):
        codes = {one.code for one in ListChecker("List_1", on).row(2, {**RIGHT, **born})}
        assert {one for one in codes if one.startswith("LST-AGE")} == ({code} if code else set())


def test_home_educated_child_needs_no_school_and_unknown_code_is_a_number():
    row = {**RIGHT, "Main education establishment – URN": "", "Elective home education": "Yes", "UPN": "UN2"}
    assert ListChecker("List_1", ON).row(2, row) == []


def test_second_row_with_a_upn_points_at_the_first():
    checker = ListChecker("List_1", ON)
    assert checker.row(2, RIGHT) == []
    assert [one.says for one in checker.row(3, {**RIGHT, "Unique ID": "2"})] == [
        "The UPN is also that of row 2."
    ]


def book(path, rows):
    made = Workbook(write_only=True)
    for sheet, columns in LISTS.items():
        page = made.create_sheet(sheet)
        page.append(columns)
        for row in rows:
            page.append([row[column] for column in columns])
    made.save(path)
    return path


def test_workbook_and_folder_give_the_same(tmp_path):
    rows = [{**RIGHT, "Unique ID": str(number), "UPN": "UN1", "Absence": number * 40} for number in range(4)]
    path = book(tmp_path / "a.xlsx", rows)
    for sheet, columns in LISTS.items():
        with (tmp_path / f"{sheet}.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    counts, findings = check_lists(path, ON)
    assert counts == {"List_1": 4, "List_2": 4}
    assert [(one.sheet, one.row, one.code) for one in findings] == [
        ("List_1", 5, "LST-ABSENCE"),
        ("List_2", 5, "LST-ABSENCE"),
    ]
    assert check_lists(tmp_path, ON) == (counts, findings)


def test_days_kept_as_numbers_and_sheets_saved_by_a_spreadsheet_are_read(tmp_path):
    made = Workbook()
    made.remove(made.active)
    for sheet, columns in LISTS.items():
        page = made.create_sheet(sheet)
        page.append(columns)
        right = {**RIGHT, "Date of birth": date(2015, 5, 1), "Absence": 4.5, "Suspensions": 0, "ULN": None}
        page.append([right[column] for column in columns])
    made.save(tmp_path / "a.xlsx")
    assert check_lists(tmp_path / "a.xlsx", ON) == ({"List_1": 1, "List_2": 1}, [])


def test_heading_that_is_nearly_right_is_named_and_read_all_the_same():
    columns = [one.replace("–", "-") for one in LISTS["List_1"]][:-1]
    says = " ".join(one.says for one in ListChecker("List_1", ON).headings([*columns, "Shoe size"]))
    assert "“Main education establishment – URN”: it is headed “Main education establishment - URN”" in says
    assert "have a disability?”: it is missing" in says
    assert "“Shoe size” is not of this list" in says


def test_what_is_no_list_is_refused(tmp_path):
    path = tmp_path / "what.xlsx"
    path.write_bytes(b"no")
    other = Workbook()
    other.save(tmp_path / "other.xlsx")
    broken = tmp_path / "broken.xlsx"
    with (
        zipfile.ZipFile(book(tmp_path / "a.xlsx", [RIGHT])) as whole,
        zipfile.ZipFile(broken, "w") as archive,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            archive.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    for one in (path, tmp_path / "other.xlsx", tmp_path, tmp_path / "nowhere", broken):
        with pytest.raises(BadReturn):
            check_lists(one, ON)


def test_command_needs_a_day_and_gives_json(tmp_path):
    path = book(tmp_path / "a.xlsx", [{**RIGHT, "Gender": ""}])
    assert sen2("lists", path).returncode == 2
    outcome = sen2("lists", path, "--on", "2026-11-01", "--json")
    assert outcome.returncode == 1
    assert json.loads(outcome.stdout)["by_check"] == {"LST-MISSING": 2}


def test_twice_ten_thousand_rows_are_checked_in_a_second():
    rows = [
        {**RIGHT, "Unique ID": str(number), "UPN": f"UN{number % 9}", "Gender": "" if number % 3 else "F"}
        for number in range(10_000)
    ]
    began = time.process_time()
    count = 0
    for sheet in LISTS:
        checker = ListChecker(sheet, ON)
        for number, row in enumerate(rows, start=2):
            count += len(checker.row(number, row))
    assert time.process_time() - began < 1
    assert count > 10_000
