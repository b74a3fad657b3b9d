"""The two commands: what they write down, and what they say when something is missing."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
INDEXES = [
    r"pypi\." + "org",
    r"files\.python" + "hosted",
    r"registry\.npm" + "js",
    r"--(extra-)?index" + "-url[ =]h",
]


def _committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this folder is not a git checkout")
    return [PROJECT / line for line in listed.stdout.splitlines()]


def test_no_file_names_a_package_index():
    for path in _committed():
        if path.suffix in {".py", ".txt", ".in", ".toml", ".json", ".md", ".yml", ""} and path.is_file():
            text = path.read_text(errors="ignore")
            assert not [one for one in INDEXES if re.search(one, text)], f"{path} names a package index"


def test_lock_records_no_addresses_and_has_hashes():
    text = (PROJECT / "package-lock.json").read_text()
    assert '"resolved"' not in text
    assert '"integrity"' in text


def test_every_requirement_is_pinned_by_hash():
    for path in (PROJECT / "requirements").glob("*.txt"):
        blocks = re.split(r"\n(?=[a-zA-Z0-9])", path.read_text())
        for block in blocks:
            if "==" in block.split("\n")[0]:
                assert "--hash=sha256:" in block, f"{path.name}: {block.splitlines()[0]} has no hash"


def test_taken_port_is_said_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = str(taken.getsockname()[1])
        outcome = subprocess.run([sys.executable, "scripts/run.py"], cwd=PROJECT, capture_output=True, text=True,
                                 env={**os.environ, "PORT": number}, timeout=60)  # fmt: skip
    assert outcome.returncode != 0
    assert f"Port {number} cannot be used" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_missing_python_is_said_in_a_sentence(tmp_path):
    for name in ("make", "sh", "grep", "sed", "awk"):
        found = next(
            Path(folder) / name for folder in os.environ["PATH"].split(":") if (Path(folder) / name).exists()
        )
        (tmp_path / name).symlink_to(found)
    outcome = subprocess.run([tmp_path / "make", "setup"], cwd=PROJECT, capture_output=True, text=True,
                             env={"PATH": str(tmp_path)}, timeout=60)  # fmt: skip
    assert outcome.returncode != 0
    assert "needs Python 3.11" in outcome.stdout
