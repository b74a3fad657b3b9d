"""What is wrong with whole files, as they come: codes and days that are none, too many plans, rows that swallow others, bombs,
and files without end. Each is listed with its line, and the rest is read."""

import csv
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.lists.columns import LISTS
from goldenthread.sen2.lists.reading import check_lists
from goldenthread.sen2.reading import csv_rows
from goldenthread.sen2.reading.opening import open_return
from goldenthread.sen2.results import findings
from tests.sen2.lists.test_lists import ON, RIGHT
from tests.sen2.test_reading import changed, read

PROJECT = Path(__file__).resolve().parents[2]
DTD = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize(
    ("item", "value", "code"),
    [("Ethnicity", "ZZZZ", "VAL-CODE"), ("PersonBirthDate", "2015-02-30", "VAL-DATE")],
)
def test_unknown_code_and_day_that_is_none_are_listed_with_their_line_and_kept(
    made, tmp_path, item, value, code
):
    path = made(10)
    old = re.search(rf"<{item}>.*?</{item}>", path.read_text())[0]
    changed(path, (old, f"<{item}>{value}</{item}>"))
    outcome, _ = read(path, tmp_path)
    (one,) = [each for each in findings(outcome.findings) if each.code == code]
    assert (one.table, one.item, one.person) == ("Person", item, 1)
    assert path.read_text().split("\n")[one.line - 1].strip() == "<Person>"
    with (tmp_path / "out" / "persons.csv").open() as file:
        assert next(csv.DictReader(file))[item] == value
    assert outcome.done.persons == 10


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("Requests", "PER-PLANS-TWICE"),
        ("Assessment", "REQ-PLANS-TWICE"),
        ("NamedPlan", "ASM-PLAN-TWICE"),
        ("ActivePlans", "REQ-ACTIVE-TWICE"),
    ],
)
def test_twenty_plans_on_one_person_are_found_wherever_they_hang(made, tmp_path, table, code):
    path = made(10, seed=3)
    wanted = re.search(
        r"  <Person>(?:(?!</Person>).)*?<ActivePlans>.*?</Person>\n", path.read_text(), re.DOTALL
    )[0]
    held = re.search(rf" *<{table}>.*?</{table}>\n", wanted, re.DOTALL)[0]
    before, _ = read(path, tmp_path)
    changed(path, (wanted, wanted.replace(held, held * 20)))
    outcome, found = read(path, tmp_path)
    assert found == []
    assert outcome.done.by_code[code] == 1
    more = held.count("</") - len(re.findall(r"<(\w+)>[^<\n]*</\1>", held))
    assert outcome.done.rows_out["records"] == before.done.rows_out["records"] + 19 * more


@pytest.mark.parametrize("table", ["person", "senneed"])
def test_quotation_mark_that_is_not_closed_swallows_no_other_row(made, tmp_path, table):
    path = made(20, kind="blade")
    file = path / f"{table}.csv"
    lines = file.read_text().splitlines(keepends=True)
    before, _ = read(path, tmp_path)
    lines[5] = re.sub(r",(?=[^,]*,[^,]*,[^,]*$)", ',"', lines[5])
    file.write_text("".join(lines))
    outcome, found = read(path, tmp_path)
    assert outcome.done.rows_in.total() == before.done.rows_in.total()
    rows = [one for one in found if one.code == "READ-ROW"]
    assert [(one.line, one.rows) for one in rows] == [(6, 1)]
    assert "a quotation mark is opened in it and not closed" in rows[0].says
    lines[12] = lines[5].replace("5,", "12,", 1)
    file.write_text("".join(lines))
    _, found = read(path, tmp_path)
    assert [one.line for one in found if one.code == "READ-ROW"] == [6, 13]


def test_line_break_within_quotation_marks_is_a_value(made, tmp_path):
    path = made(5, kind="blade")
    file = path / "person.csv"
    file.write_text(file.read_text().replace("Zielinska", '"Ziel\nin, ska"'))
    outcome, found = read(path, tmp_path)
    assert (outcome.done.persons, found) == (5, [])


def test_csv_cut_off_in_a_row_says_so_and_lists_what_hung_from_the_rest(made, tmp_path):
    path = made(20, kind="blade")
    file = path / "person.csv"
    text = file.read_text()
    file.write_text(text[: text.index("Lindqvist") + 4])
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 4
    assert [(one.code, one.line) for one in found if one.code != "READ-ORPHAN"] == [("READ-SHORT", 5)]
    assert outcome.done.rows_listed["Requests"] == 16


def test_row_that_is_too_long_is_listed_and_the_others_are_read(made, tmp_path, monkeypatch):
    monkeypatch.setattr(csv_rows, "LONGEST", 50_000)
    path = made(20, kind="blade")
    file = path / "person.csv"
    file.write_text(file.read_text().replace("Zielinska", "Z" * 200_000))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 19
    assert [(one.code, one.line, one.rows) for one in found if one.table == "Person"] == [("READ-ROW", 2, 1)]


def test_row_of_a_list_that_cannot_be_read_is_found(tmp_path):
    for sheet, columns in LISTS.items():
        with (tmp_path / f"{sheet}.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows([{**RIGHT, "Unique ID": str(number), "UPN": "UN1"} for number in range(4)])
    file = tmp_path / "List_1.csv"
    file.write_text(file.read_text().replace("\n1,", '\n"1,'))
    counts, found = check_lists(tmp_path, ON)
    assert counts == {"List_1": 4, "List_2": 4}
    assert [(one.code, one.sheet, one.row) for one in found] == [("LST-ROW", "List_1", 3)]


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
)
@pytest.mark.parametrize("before", ["", f"<!--{'x' * 70_000}-->"])
def test_workbook_with_entities_is_refused(made, tmp_path, part, before):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(made(5, kind="workbook")) as whole, zipfile.ZipFile(path, "w") as bomb:
        for name in whole.namelist():
            content = whole.read(name)
            if name == part:
                content = re.sub(
                    rb"^(<\?xml.*?\?>)?", lambda one: one[0] + (before + DTD).encode(), content, count=1
                )
            bomb.writestr(name, content)
    with pytest.raises(BadReturn) as refused:
        open_return(path)
    assert refused.value.finding.code == "READ-DTD"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_far_from_the_start_are_refused_too(made, encoding):
    path = made(5)
    text = (
        path.read_text()
        .replace("UTF-8", encoding)
        .replace("<Message>", f"<!--{'x' * 5_000}-->{DTD}<Message>")
    )
    path.write_bytes(text.encode(encoding))
    with pytest.raises(BadReturn) as refused:
        open_return(path)
    assert refused.value.finding.code == "READ-DTD"


READ = """
import sys
from pathlib import Path
from goldenthread.sen2.running.part import Work
from goldenthread.sen2.running.whole import run
run(Work(Path(sys.argv[1]), tables=True), Path(sys.argv[2]), processes=1)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def megabytes(path, out):
    """The most memory that a reading took, in a process of its own."""
    words = [sys.executable, "-c", READ, str(path), str(out)]
    return int(subprocess.run(words, cwd=PROJECT, capture_output=True, text=True, check=True).stdout) / 1024


@pytest.mark.parametrize(
    ("end", "code"), [(b"<Person><Surname>", "READ-LONG"), (b"</Persons></Message>", "READ-STRAY")]
)
def test_memory_does_not_grow_with_the_file(made, tmp_path, end, code):
    """A file ten times as long with something to be found in every person; and 300 MB in or after the last one."""
    small, large = made(300, faults=1.0), made(3_000, faults=1.0)
    first = megabytes(small, tmp_path / "one")
    assert megabytes(large, tmp_path / "two") < first + 12
    with small.open("r+b") as file:
        file.seek(-len(b" </Persons>\n</Message>\n"), os.SEEK_END)
        file.write(end)
        file.truncate(300 << 20)
    assert megabytes(small, tmp_path / "three") < 260  # held whole, it would be a thousand
    assert code in {one.code for one in findings(tmp_path / "three" / "findings.csv")}


def test_memory_does_not_grow_with_csv_files_nor_with_a_line_that_does_not_end(made, tmp_path):
    small, large = made(300, kind="folder", faults=1.0), made(3_000, kind="folder", faults=1.0)
    first = megabytes(small, tmp_path / "one")
    assert megabytes(large, tmp_path / "two") < first + 12
    with (small / "needs.csv").open("r+b") as file:
        file.truncate(300 << 20)
    assert megabytes(small, tmp_path / "three") < 260
    found = [one for one in findings(tmp_path / "three" / "findings.csv") if one.code == "READ-ROW"]
    assert [one.table for one in found] == ["SENneed"]
