"""What a database holds: every table's rows and hash, and where its audit ends, as one moment; asked by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from tests.blank import environment

ASK = """
import dataclasses, json, django
django.setup()
from goldenthread.kit.who_reads import Purpose, process_reads_for
process_reads_for(Purpose.COMMAND)
from goldenthread.audit.verify import anchor
from goldenthread.running.tables import contents, one_moment
with one_moment():
    tables = {name: dataclasses.astuple(table) for name, table in contents().items()}
    print(json.dumps({"tables": tables, "audit": anchor()}))
"""


def state(address: str, **settings: str) -> dict[str, Any]:
    """The tables, each with its rows and its hash, and the end of the audit."""
    asked = [sys.executable, "-c", ASK]
    said = subprocess.run(
        asked, env=environment(address) | settings, check=True, capture_output=True, text=True
    )
    found: dict[str, Any] = json.loads(said.stdout)
    return found


def differing(was: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Tables that are not as they were, and the audit when it ends elsewhere."""
    names = sorted({*was["tables"], *now["tables"]})
    found = [name for name in names if was["tables"].get(name) != now["tables"].get(name)]
    return found + (["the end of the audit"] if was["audit"] != now["audit"] else [])


def doctor(address: str, **settings: str) -> dict[str, dict[str, str]]:
    """What `goldenthread doctor` finds there, by the name of the check."""
    command = [sys.executable, "-m", "goldenthread.cli", "doctor", "--json"]
    said = subprocess.run(command, env=environment(address) | settings, capture_output=True, text=True)
    return {one["name"]: one for one in json.loads(said.stdout)}


def audit_says(address: str, **settings: str) -> str:
    """What `goldenthread audit verify` says there."""
    command = [sys.executable, "-m", "goldenthread.cli", "audit", "verify"]
    return subprocess.run(
        command, env=environment(address) | settings, capture_output=True, text=True
    ).stdout.strip()
