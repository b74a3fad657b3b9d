"""The arrows point down."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def test_import_contracts_hold():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    outcome = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_law_loads_without_django():
    code = (
        "import sys, pkgutil, importlib, goldenthread.law as law\n"
        "for one in pkgutil.iter_modules(law.__path__): importlib.import_module('goldenthread.law.' + one.name)\n"
        "assert 'django' not in sys.modules, 'the law imported Django'"
    )
    outcome = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stderr
