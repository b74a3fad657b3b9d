"""What `goldenthread …` says and how it ends: 0 fine, 1 found something, 2 could not do what was asked."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.config import postgres, secret

PROJECT = Path(__file__).resolve().parents[2]


def _goldenthread(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "goldenthread.cli", *words], cwd=PROJECT, text=True, timeout=60,
                          env={**os.environ, **settings}, capture_output=True)  # fmt: skip


def test_law_is_explained_as_json():
    outcome = _goldenthread("law", "explain", "wsoa-statement", "--on", "2021-11-05", "--json")
    assert outcome.returncode == 0, outcome.stderr
    assert json.loads(outcome.stdout)["due_on"] == "2022-02-16"


def test_law_is_explained_without_django_and_database():
    code = (
        "import sys; sys.argv = ['goldenthread', 'law', 'explain', 'wsoa-statement', '--on', '2021-11-05']\n"
        "from goldenthread.cli import _run\n"
        "assert _run() == 0\n"
        "assert not {'django', 'psycopg'} & set(sys.modules)"
    )
    outcome = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["law", "explain", "wsoa-statment", "--on", "2021-11-05"], "Did you mean wsoa-statement"),
        (["law", "explain", "wsoa-statement", "--on", "5 November"], "is not a day like 2021-11-05"),
        (["law", "explain", "wsoa-statement"], "--on"),
        (["programme", "preview", "nowhere.xlsx"], "nowhere.xlsx"),
        (["nothing"], "No such command"),
    ],
)
def test_mistake_is_said_in_a_sentence_and_ends_with_2(words, said):
    outcome = _goldenthread(*words)
    assert outcome.returncode == 2
    assert said in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_database_that_does_not_answer_is_said_in_a_sentence():
    outcome = _goldenthread(
        "audit", "verify", SECRET_KEY="x" * 50, DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing"
    )
    assert outcome.returncode == 2
    assert "The database did not answer" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_bad_setting_is_said_in_a_sentence_and_ends_with_2():
    outcome = _goldenthread("manage", "check", SECRET_KEY="x" * 50, DEBUG="perhaps")
    assert outcome.returncode == 2
    assert "DEBUG is “perhaps”" in outcome.stderr


def test_secret_is_made_once_and_only_its_owner_may_read_it(monkeypatch, tmp_path):
    monkeypatch.setattr(postgres, "data_folder", lambda: tmp_path / "var" / "postgres")
    first = secret.ensure().read_text()
    assert secret.ensure().read_text() == first
    assert len(first) >= 50
    assert stat.S_IMODE(secret.path().stat().st_mode) == 0o600


def test_given_secret_is_not_replaced_by_our_own(monkeypatch, tmp_path):
    monkeypatch.setattr(postgres, "data_folder", lambda: tmp_path / "postgres")
    secret.ensure()
    monkeypatch.delenv("SECRET_KEY_FILE", raising=False)
    monkeypatch.setenv("SECRET_KEY", "given")
    secret.use_own()
    assert "SECRET_KEY_FILE" not in os.environ
    monkeypatch.setenv("SECRET_KEY", "")
    secret.use_own()
    assert os.environ["SECRET_KEY_FILE"] == str(secret.path())
    monkeypatch.delenv("SECRET_KEY_FILE")
