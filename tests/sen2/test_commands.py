"""`goldenthread sen2 …` as an analyst of any council uses it: no database, no Django, sentences and numbers of ending."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

PROJECT = Path(__file__).resolve().parents[2]


def sen2(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "goldenthread.cli", "sen2", *map(str, words)]
    return subprocess.run(command, cwd=PROJECT, text=True, capture_output=True, timeout=120)


def test_figures_are_printed_as_json_and_in_words(shared):
    data = shared / "data" / "sen2"
    outcome = sen2("figures", data / "sample-1000.xml", "--json")
    assert outcome.returncode == 0, outcome.stderr
    assert json.loads(outcome.stdout) == json.loads((data / "sample-1000-expected.json").read_text())
    outcome = sen2("figures", data / "sample-1000-blade.zip")
    assert "plans_issued_den: 77" in outcome.stdout
    assert "Plans whose StartDate is in the calendar year." in outcome.stdout


def test_figures_say_how_many_records_they_leave_out(made):
    path = made(10)
    path.write_text(path.read_text().replace("<Surname>", "<3<Surname>", 1))
    outcome = sen2("figures", path, "--json")
    assert outcome.returncode == 0
    assert "could not be read and are not counted" in outcome.stderr


def test_read_writes_tables_findings_and_a_summary(made, tmp_path):
    outcome = sen2("read", made(100, seed=2, faults=0.2), "--out", tmp_path / "out")
    assert outcome.returncode == 1
    names = {one.name for one in (tmp_path / "out").iterdir()}
    assert names == {
        "return.csv", "persons.csv", "requests.csv", "assessments.csv", "named_plans.csv", "plan_details.csv",
        "active_plans.csv", "placements.csv", "needs.csv", "findings.csv", "summary.json",
    }  # fmt: skip
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert summary["persons"] == 100
    assert summary["rows_in"] == summary["rows_out"] + summary["rows_listed"]
    with (tmp_path / "out" / "findings.csv").open() as file:
        assert len(list(csv.DictReader(file))) == summary["errors"] + summary["queries"] > 0


def test_clean_return_ends_with_0(made, tmp_path):
    assert sen2("read", made(50), "--out", tmp_path / "out").returncode == 0
    assert sen2("check", made(50)).returncode == 0


def test_check_gives_text_csv_json_and_workbook_with_the_same_findings(made, tmp_path):
    path = made(100, seed=2, faults=0.3)
    outcome = sen2("check", path, "--json")
    assert outcome.returncode == 1
    found = json.loads(outcome.stdout)
    count = len(found["findings"])
    assert count == sum(found["by_check"].values()) == sum(one["findings"] for one in found["by_item"])
    for kind in ("csv", "json", "xlsx"):
        assert sen2("check", path, "--out", tmp_path / f"f.{kind}").returncode == 1
    with (tmp_path / "f.csv").open(encoding="utf-8-sig") as file:
        assert len(list(csv.DictReader(file))) == count
    assert json.loads((tmp_path / "f.json").read_text()) == found
    book = openpyxl.load_workbook(tmp_path / "f.xlsx")
    assert book.sheetnames == ["Summary", "By item", "By record"]
    assert book["By record"].max_row == count + 1
    text = sen2("check", path, "--most", 3).stdout
    assert f"and {count - 3:,} more" in text
    assert "Ethnicity  VAL-CODE" in sen2("check", path, "--by", "item").stdout


def test_check_answers_the_same_on_any_day(made):
    path = made(60, seed=3, faults=0.5)
    code = (
        "import sys, time_machine\n"
        "from goldenthread.cli import _run\n"
        f"sys.argv = ['goldenthread', 'sen2', 'check', {str(path)!r}, '--json']\n"
        "with time_machine.travel('{day}'): _run()"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code.replace("{day}", day)], cwd=PROJECT, text=True, capture_output=True
        ).stdout
        for day in ("2019-01-01", "2026-06-30", "2041-12-31")
    }
    assert len(said) == 1
    assert json.loads(said.pop())["persons"] == 60


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "nowhere.xml"], "nowhere.xml"),
        (["check", PROJECT / "README.md"], "This is not a SEN2 return"),
        (["figures", PROJECT / "docs"], "This is not a SEN2 return"),
        (["check", PROJECT / "README.md", "--out", "x.pdf"], "does not end in .csv, .xlsx or .json"),
        (["check", PROJECT / "README.md", "--year", "soon"], "is not a valid integer"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence_and_ends_with_2(words, says):
    outcome = sen2(*words)
    assert outcome.returncode == 2
    assert says in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_refused_file_leaves_its_finding(tmp_path):
    path = tmp_path / "bomb.xml"
    path.write_text('<!DOCTYPE a [<!ENTITY b "c">]><Message>&b;</Message>')
    assert sen2("read", path, "--out", tmp_path / "out").returncode == 2
    assert "READ-DTD" in (tmp_path / "out" / "findings.csv").read_text()


def test_convert_and_compare(made, tmp_path):
    path = made(30)
    assert sen2("convert", path, "--to", "workbook", "--out", tmp_path / "a.xlsx").returncode == 0
    outcome = sen2("compare", path, tmp_path / "a.xlsx")
    assert (outcome.returncode, outcome.stdout) == (0, "")
    assert "Nothing differs" in outcome.stderr
    assert sen2("convert", path, "--to", "xml", "--out", path).returncode == 2
    assert len(path.read_text()) > 1000


def test_compare_says_who_came_who_went_and_what_changed(made, tmp_path):
    path = made(20, seed=4)
    other = tmp_path / "other.xml"
    first, *rest = path.read_text().split("  <Person>\n")
    rest[3] = rest[3].replace("<RYA>0", "<RYA>1")
    rest[5] = rest[5].replace("<Surname>", "<Surname>New").replace("<UPN>", "<UPN>X")
    other.write_text("  <Person>\n".join([first, *rest]))
    outcome = sen2("compare", path, other, "--json")
    changes = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert outcome.returncode == 1
    assert sorted((one["change"], one["item"], one["was"], one["now"]) for one in changes) == [
        ("came", "", "", ""),
        ("changed", "RYA", "0", "1"),
        ("went", "", "", ""),
    ]


def test_generate_gives_the_same_persons_for_the_same_seed(tmp_path):
    for name in ("a", "b"):
        assert (
            sen2("generate", "--persons", 200, "--seed", 7, "--out", tmp_path / f"{name}.xml").returncode == 0
        )
    assert sen2("generate", "--persons", 200, "--seed", 8, "--out", tmp_path / "c.xml").returncode == 0
    assert (
        (tmp_path / "a.xml").read_bytes()
        == (tmp_path / "b.xml").read_bytes()
        != (tmp_path / "c.xml").read_bytes()
    )


def test_return_is_read_without_django_and_database(made):
    path = made(5)
    code = (
        f"import sys; sys.argv = ['goldenthread', 'sen2', 'check', {str(path)!r}]\n"
        "from goldenthread.cli import _run\n"
        "assert _run() == 0\n"
        "assert not {'django', 'psycopg'} & set(sys.modules)"
    )
    outcome = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stderr
