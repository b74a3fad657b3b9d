"""docs/permissions.md, written from the tables of permissions and roles.

Write it again with: goldenthread manage shell -c "from goldenthread.accounts.permissions_page import write; write()"
"""

from __future__ import annotations

from pathlib import Path

from goldenthread.accounts.permissions import OWN, Permission
from goldenthread.accounts.roles import ROLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"


def as_markdown() -> str:
    """The whole page."""
    return "\n".join(
        ["# Who may do what", "", *_introduction(), "", *_roles(), "", *_table(), "", *_rules(), ""]
    )


def write() -> None:
    """Write the page to docs."""
    PAGE.write_text(as_markdown())


def _introduction() -> list[str]:
    return [
        "Written from `goldenthread/accounts/roles.py`, and kept true by a test. Change it there.",
        "",
        "A person holds a role for the whole area or for one programme, from a first to a last day. "
        "Every staff role needs a second step at sign-in: a passkey or an app's code.",
    ]


def _roles() -> list[str]:
    return ["## Roles", "", *(f"- **{role.title}**: {role.purpose}" for role in ROLES.values())]


def _table() -> list[str]:
    roles = list(ROLES.values())
    lines = [
        "## Permissions",
        "",
        "| | " + " | ".join(role.title for role in roles) + " |",
        "|---" * (len(roles) + 1) + "|",
    ]
    for permission in Permission:
        marks = ["yes" if permission in role.permissions else "" for role in roles]
        lines.append(f"| {permission.label} | " + " | ".join(marks) + " |")
    return lines


def _rules() -> list[str]:
    wide, own = next(iter(OWN.items()))
    return [
        "## How a page decides",
        "",
        "1. Nobody signed in: public pages only. Everything else sends you to sign in, and back.",
        "2. Staff who have not passed a second step are asked for it, or to set one up.",
        "3. A record outside your roles' programmes answers “Page not found”, as if it did not exist.",
        "4. A record inside them that your role may not change answers “You cannot open this page”.",
        f"5. “{own.label}” opens what “{wide.label.lower()}” does, for the actions that you lead.",
        "6. The administrator looks after accounts and the audit, and sees no plans and no children's records.",
    ]
