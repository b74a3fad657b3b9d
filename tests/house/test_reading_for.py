"""Where the code reads more than the reader may: each place is named here, so that a new one is looked at by two people."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "goldenthread"
PLACES = {
    "casework/actions/asking.py": {"ENTRY"},
    "casework/actions/inviting.py": {"LINK"},
    "casework/actions/links.py": {"LINK"},
    "casework/queries/ages.py": {"COUNT"},
    "casework/queries/caseload.py": {"GUARD"},
    "casework/queries/figures.py": {"COUNT"},
    "casework/queries/other_children.py": {"GUARD"},
    "evidence/figures/casework.py": {"COUNT"},
    "evidence/figures/registry.py": {"COUNT"},
    "evidence/queries/publications.py": {"GUARD"},
    "keeping/tasks.py": {"KEEPING"},
    "keeping/views/alerting.py": {"KEEPING"},
    "keeping/views/taking.py": {"LINK"},
    "keeping/views/frame.py": {"KEEPING"},
    "sensupport/actions/register.py": {"ENTRY"},
    "sensupport/actions/roll.py": {"ENTRY"},
    "sensupport/queries/register.py": {"COUNT"},
    "website/asking.py": {"ENTRY"},
    "website/codes.py": {"ENTRY"},
}
COMMANDS = {"cli.py", "running/tools.py"}
"""Programs on the server, which read as one."""


def test_every_place_that_reads_more_than_the_reader_may_is_named():
    found = {}
    for path in PACKAGE.rglob("*.py"):
        name = str(path.relative_to(PACKAGE))
        purposes = set(re.findall(r"\bPurpose\.([A-Z]+)", path.read_text(encoding="utf-8")))
        if purposes and name not in COMMANDS | {"kit/who_reads.py"}:
            found[name] = purposes
    assert found == PLACES


def test_the_web_server_reads_for_nobody_until_the_gate_says_who():
    assert "process_reads_for" not in (PACKAGE / "config" / "wsgi.py").read_text(encoding="utf-8")
