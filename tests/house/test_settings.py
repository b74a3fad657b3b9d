"""Every setting is explained, and a bad value stops the start with a sentence."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
READERS = {"text", "switch", "number", "words"}


def _read_in_code() -> set[str]:
    paths = (PROJECT / "goldenthread" / "config").glob("*.py")
    calls = (
        node for path in paths for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)
    )
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in READERS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }


def test_every_setting_is_in_the_example_and_every_example_is_read():
    explained = set(re.findall(r"^#?([A-Z_]+)=", (PROJECT / ".env.example").read_text(), re.MULTILINE))
    assert explained == _read_in_code()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is empty"),
        ({"DEBUG": "perhaps"}, "DEBUG is “perhaps”"),
        ({"SESSION_HOURS": "long"}, "SESSION_HOURS is “long”"),
        ({"DATABASE_URL": "sqlite:///db"}, "Only PostgreSQL is supported"),
        ({"DATABASE_OWNER_URL": "postgresql://owner@db/name"}, "without DATABASE_URL"),
        ({"SECRET_KEY_FILE": "/nowhere/at/all"}, "cannot be read"),
        ({"DEMONSTRATION": "1", "ALLOWED_HOSTS": "send.example.org"}, "on this machine only"),
    ],
)
def test_a_bad_value_stops_the_start_with_a_sentence(settings, words):
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY": "x" * 50, **settings}
    outcome = subprocess.run([sys.executable, "-c", "import goldenthread.config.settings"], cwd=PROJECT,
                             env=environment, capture_output=True, text=True)  # fmt: skip
    assert outcome.returncode != 0
    assert words in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_secret_may_come_from_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("s" * 60)
    code = "from goldenthread.config import settings; print(len(settings.SECRET_KEY))"
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY_FILE": str(secret)}
    outcome = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, env=environment, capture_output=True, text=True
    )
    assert outcome.stdout.strip() == "60", outcome.stderr
