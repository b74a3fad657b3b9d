"""A second set-up does only what has changed."""

from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def stamps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    monkeypatch.syspath_prepend(str(PROJECT / "scripts"))
    import stamps

    monkeypatch.setattr(stamps, "STAMPS", tmp_path / "stamps")
    return stamps


def test_fingerprint_changes_with_content_name_and_words(stamps, tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "one.scss").write_text("a")
    marks = {stamps.fingerprint([folder]), stamps.fingerprint([folder], "3.12")}
    (folder / "one.scss").write_text("b")
    marks.add(stamps.fingerprint([folder]))
    (folder / "one.scss").rename(folder / "two.scss")
    marks.add(stamps.fingerprint([folder]))
    assert len(marks) == 4


def test_fingerprint_leaves_out_what_python_wrote(stamps, tmp_path):
    before = stamps.fingerprint([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "one.pyc").write_text("a")
    assert stamps.fingerprint([tmp_path]) == before


def test_step_is_done_until_its_input_changes(stamps):
    assert not stamps.is_done("front-end", "first")
    stamps.note_done("front-end", "first")
    assert stamps.is_done("front-end", "first")
    assert not stamps.is_done("front-end", "second")


def test_step_is_not_done_when_what_it_made_is_gone(stamps, tmp_path):
    stamps.note_done("front-end", "first")
    assert not stamps.is_done("front-end", "first", tmp_path / "built")


def test_forgotten_step_is_done_again(stamps):
    stamps.note_done("requirements-run", "first")
    stamps.note_done("environment", "first")
    stamps.forget("requirements-*")
    assert not stamps.is_done("requirements-run", "first")
    assert stamps.is_done("environment", "first")


def test_requirements_of_tests_hold_those_of_running_at_the_same_versions():
    def pins(name: str) -> set[str]:
        lines = (PROJECT / "requirements" / name).read_text().splitlines()
        return {line.rstrip(" \\") for line in lines if line[:1].isalnum()}

    assert pins("run.txt") <= pins("test.txt")
