"""`goldenthread doctor`: everything that can be known of a running installation, and what to do about it."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict

import click

FOUND = 1
WORDS = {"well": "well  ", "look": "look  ", "broken": "BROKEN"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(as_json: bool) -> int:
    """Look at settings, secrets, database, queue, backups, disks, clock and mail. Ends with 1 when anything needs somebody."""
    from goldenthread.running.checks.register import ALL, look_at

    findings = []
    for one in look_at(ALL):
        findings.append(one)
        if not as_json:
            click.echo(f"{WORDS[one.state]}  {one.name}: {one.found}")
            if one.remedy:
                click.echo(textwrap.indent(f"→ {one.remedy}", " " * 8))
    todo = [one for one in findings if not one.is_well]
    if as_json:
        click.echo(json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=1))
    else:
        click.echo(f"{len(findings)} checks: {len(findings) - len(todo)} well, {len(todo)} to see to.")
    return FOUND if todo else 0
