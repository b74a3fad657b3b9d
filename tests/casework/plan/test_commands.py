"""The doors without a browser: 0 nothing found, 1 something found, 2 could not be read; never a traceback, never Django."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from goldenthread.casework.plan.generator import EXAMPLE
from goldenthread.casework.plan_commands import plan as group
from tests.casework.plan.plans import changed

DAY = ["--on", "2026-11-24"]


def run(*words: str | Path) -> tuple[int, Any]:
    """How a command ends, and what it prints, as data where it is JSON."""
    outcome = CliRunner().invoke(group, [str(one) for one in words], standalone_mode=False)
    assert outcome.exception is None, outcome.exception
    ended = outcome.return_value if isinstance(outcome.return_value, int) else 0
    return ended, json.loads(outcome.stdout) if "--json" in words else outcome.output


def kept(folder: Path, name: str, content: Any) -> Path:
    """A file with JSON in it."""
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_check_finds_nothing_in_the_example():
    ended, told = run("check", EXAMPLE, *DAY, "--json")
    assert ended == 0
    assert told["troubles"] == told["findings"] == []
    assert {one["check"] for one in told["not_run"]} == {"N1", "N5", "L2", "R5"}
    assert run("check", EXAMPLE, *DAY)[1].endswith("0 block, 0 warn, 0 inform.\n")


def test_check_tells_findings_with_their_place_and_words(tmp_path: Path):
    path = kept(tmp_path, "plan.json", changed(("F.f1.text", "Elby may have regular help."), ("D", {})))
    ended, told = run("check", path, *DAY, "--json")
    assert ended == 1
    assert told["stops"] is True
    one = next(one for one in told["findings"] if one["check"] == "P4")
    assert (one["severity"], one["section"], one["line"], one["field"], one["words"]) == (
        "warn",
        "F",
        "f1",
        "text",
        "regular",
    )
    assert one["why"]
    assert one["mend"]
    assert {"check": "S2", "section": "D"}.items() <= told["findings"][0].items()
    assert "block S2 section D" in run("check", path, *DAY)[1]


def test_missing_section_is_named(tmp_path: Path):
    data = changed()
    del data["sections"]["H2"]
    ended, told = run("check", kept(tmp_path, "plan.json", data), *DAY, "--json")
    assert ended == 1
    assert "Section H2 (Other social care provision) is missing." in [one["says"] for one in told["findings"]]


@pytest.mark.parametrize("content", ["{", "[]", '{"child": 3}', '{"sections": {}}', "\x00", ""])
@pytest.mark.parametrize("command", ["check", "compare"])
def test_file_that_is_no_plan_is_told_as_data_and_in_sentences(tmp_path: Path, content: str, command: str):
    path = kept(tmp_path, "plan.json", content)
    words = [path, path] if command == "compare" else [path]
    ended, told = run(command, *words, "--json")
    assert ended == 2
    assert told["findings"] == []
    assert all(one["sentence"] for one in told["troubles"])
    ended, told = run(command, *words)
    assert ended == 2
    assert told.strip()


def test_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path):
    assert (
        run("check", tmp_path / "nowhere.json", "--json")[1]["troubles"][0]["sentence"]
        == "it cannot be read: No such file or directory."
    )
    assert run("lint", tmp_path, "--json")[0] == 2


def test_lint_tells_each_line(tmp_path: Path):
    text = "A teaching assistant will read with Sam for ten minutes a day.\n\n•\tSam may have regular help etc.\n"
    ended, told = run("lint", kept(tmp_path, "lines.txt", text), "--json")
    assert ended == 1
    assert [(one["line"], one["checks"]) for one in told["lines"]] == [
        (1, []),
        (3, ["P1", "P2", "P3", "P4", "P6"]),
    ]
    assert told["counts"]["P4"] == 1
    assert told["lines"][1]["text"] == "Sam may have regular help etc."
    assert "3: warn P4 “regular” cannot be counted." in run("lint", kept(tmp_path, "lines.txt", text))[1]


def test_lint_reads_other_sections_and_other_encodings(tmp_path: Path):
    path = tmp_path / "lines.txt"
    path.write_bytes("Sam’s reading will improve.".encode("cp1252"))
    assert run("lint", path, "--section", "e", "--json")[1]["lines"][0]["checks"] == ["O1", "O3"]
    assert run("lint", path, "--section", "A", "--json")[1]["lines"][0]["findings"] == []
    ended, told = run("lint", path, "--section", "Z", "--json")
    assert (ended, told["troubles"][0]["where"]) == (2, "--section")
    assert "Its sections are A, B" in told["troubles"][0]["sentence"]
    assert run("lint", kept(tmp_path, "empty.txt", ""), "--json") == (
        0,
        {"troubles": [], "section": "F", "lines": [], "counts": {}},
    )
    assert run("lint", kept(tmp_path, "image.txt", "\x00\x01"))[0] == 2


OTHER = {"given_names": "Oliver", "family_name": "Thornby", "born_on": "2014-05-09"}


@pytest.mark.parametrize("form", ["children", "list", "plan", "folder", "index"])
def test_caseload_comes_in_several_forms(tmp_path: Path, form: str):
    wrong = kept(tmp_path, "wrong.json", changed(("B.b1.text", "Oliver Thornby reads 20 words.")))
    other = changed(("child", OTHER))
    folder = tmp_path / "caseload"
    folder.mkdir()
    content = {
        "children": {"children": [OTHER]},
        "list": [OTHER],
        "plan": other,
        "folder": other,
        "index": [OTHER],
    }[form]
    path = kept(folder, "others.json", content)
    if form == "folder":
        path = folder
    if form == "index":
        path = kept(tmp_path, "index.json", run("index", path)[1])
    ended, told = run("check", wrong, "--caseload", path, *DAY, "--json")
    assert ended == 1
    assert ("N1", "Oliver Thornby") in [(one["check"], one["words"]) for one in told["findings"]]


@pytest.mark.parametrize(
    "content", ['{"children": [{"name": "x"}]}', "[3]", "{", '{"format": "golden-thread-caseload/1"}']
)
def test_caseload_that_cannot_be_read_is_told(tmp_path: Path, content: str):
    ended, told = run("check", EXAMPLE, "--caseload", kept(tmp_path, "others.json", content), *DAY, "--json")
    assert ended == 2
    assert told["troubles"]


def test_compare_tells_changes(tmp_path: Path):
    path = kept(tmp_path, "after.json", changed(("F.f1.who", "teacher")))
    ended, told = run("compare", EXAMPLE, path, "--json")
    assert ended == 1
    assert [(one["change"], one["line"], one["fields"][0]["field"]) for one in told["changes"]] == [
        ("changed", "f1", "who")
    ]
    assert run("compare", EXAMPLE, EXAMPLE) == (0, "")
    assert run("compare", EXAMPLE, path)[1] == "changed section F f1 (who)\n"


def test_example_and_schema_and_benchmark_are_printed():
    assert json.loads(run("example")[1])["child"]["given_names"] == "Elby"
    assert json.loads(run("schema")[1])["title"] == "A Golden Thread plan file"
    told = run("benchmark", "--json")[1]
    assert set(told["sets"]) == {"tuning", "held_out"}
    assert "precision" in run("benchmark")[1]


def test_plan_commands_load_neither_django_nor_a_database():
    code = (
        f"import sys; sys.argv = ['goldenthread', 'plan', 'check', {str(EXAMPLE)!r}, '--on', '2026-11-24']\n"
        "from goldenthread.cli import _run\n"
        "assert _run() == 0\n"
        "assert not {'django', 'psycopg'} & set(sys.modules)"
    )
    outcome = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stderr
