"""`goldenthread plan …`: plans checked, sentences linted, versions compared, without a browser and without a database.

Ends with 0 when nothing was found, 1 when something was, and 2 when the file could not be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from goldenthread.casework.plan.errors import BadPlan, Trouble

DAY = click.DateTime(formats=["%Y-%m-%d"])
FILE = click.Path(path_type=Path)
FOUND, WRONG = 1, 2
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, troubles included.")
ON = click.option("--on", "day", type=DAY, help="The day on which the plan is looked at; today, if left out.")


@click.group()
def plan() -> None:
    """Plans: their checks, versions and form, without a browser."""


def _on(day: datetime | None) -> date:
    return day.date() if day else date.today()  # noqa: DTZ011 (the top: whoever asks is asking today)


def _told(as_json: bool, work: Callable[[], int]) -> int:
    """Do the work; say what keeps a file from being read in sentences, or as data."""
    try:
        return work()
    except BadPlan as bad:
        troubles = list(bad.troubles)
    except BrokenPipeError:
        raise
    except OSError as trouble:
        troubles = [Trouble(str(trouble.filename or "the file"), f"it cannot be read: {trouble.strerror}.")]
    if as_json:
        click.echo(_json({"troubles": [one.as_dict() for one in troubles], "findings": []}))
    for one in () if as_json else troubles:
        click.echo(str(one), err=True)
    return WRONG


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)


@plan.command()
@click.argument("file", type=FILE)
@click.option(
    "--caseload",
    type=FILE,
    help="Other children: an index, a file of plans or children, or a folder of plans.",
)
@ON
@AS_JSON
def check(file: Path, caseload: Path | None, day: datetime | None, as_json: bool) -> int:
    """Run every check on the plan in FILE."""
    return _told(as_json, lambda: _check(file, caseload, _on(day), as_json))


def _check(file: Path, caseload: Path | None, on: date, as_json: bool) -> int:
    from goldenthread.casework.plan.checks.run import check_plan
    from goldenthread.casework.plan.guard.files import read_caseload
    from goldenthread.casework.plan.reading import read_plan
    from goldenthread.casework.plan.versions import sealed_hash

    held = read_plan(file.read_bytes(), on=on)
    report = check_plan(held, on=on, caseload=read_caseload(caseload, on=on) if caseload else None)
    if as_json:
        about = {"type": held.type, "stage": held.stage, "number": held.number, "sha256": sealed_hash(held)}
        click.echo(_json({"troubles": [], "plan": about, "checked_on": on.isoformat(), **report.as_dict()}))
    else:
        for one in report.findings:
            where = " ".join(part for part in (one.section and f"section {one.section}", one.line) if part)
            aside = f" Set aside: {one.overridden}." if one.overridden else ""
            click.echo(f"{one.severity} {one.check} {where}: {one.says}{aside}\n    {one.mend}")
        for name, why in report.not_run:
            click.echo(f"{name} was not run: {why}.")
        counts = report.counted()
        click.echo(f"{counts['block']} block, {counts['warn']} warn, {counts['inform']} inform.")
    return FOUND if any(one.severity != "inform" and not one.overridden for one in report.findings) else 0


@plan.command()
@click.argument("file", type=FILE)
@click.option("--section", default="F", show_default=True, help="The section in which the sentences stand.")
@AS_JSON
def lint(file: Path, section: str, as_json: bool) -> int:
    """Check FILE, one sentence of a plan a line."""
    return _told(as_json, lambda: _lint(file, section, as_json))


def _lint(file: Path, section: str, as_json: bool) -> int:
    from goldenthread.casework.plan.checks import sentences

    kind = sentences.section_kind(section, on=_on(None))
    found = sentences.check_lines(sentences.text_of(file.read_bytes()), kind)
    if as_json:
        click.echo(_json({"troubles": [], "section": kind.key, **sentences.as_data(found)}))
    else:
        for number, _, findings in found:
            for one in findings:
                click.echo(f"{number}: {one.severity} {one.check} {one.says}")
    return FOUND if any(findings for _, _, findings in found) else 0


@plan.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@AS_JSON
def compare(before: Path, after: Path, as_json: bool) -> int:
    """Say what changed from one version of a plan to another, line by line."""
    return _told(as_json, lambda: _compare(before, after, as_json))


def _compare(before: Path, after: Path, as_json: bool) -> int:
    from goldenthread.casework.plan.difference import difference
    from goldenthread.casework.plan.reading import read_plan

    on = _on(None)
    changes = difference(*(read_plan(path.read_bytes(), on=on) for path in (before, after)))
    if as_json:
        click.echo(_json({"troubles": [], "changes": [asdict(one) for one in changes]}))
    else:
        for one in changes:
            names = f" ({', '.join(field.field for field in one.fields)})" if one.fields else ""
            click.echo(f"{one.change} section {one.section} {one.line}{names}")
    return FOUND if changes else 0


@plan.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@ON
def index(files: tuple[Path, ...], day: datetime | None) -> int:
    """Print an index of the plans and children in FILES, for --caseload."""
    from goldenthread.casework.plan.guard.files import as_file, read_caseload
    from goldenthread.casework.plan.guard.index import CaseloadIndex

    def work() -> int:
        whole = CaseloadIndex()
        for path in files:
            for entry in read_caseload(path, on=_on(day)).entries.values():
                whole.add(entry)
        click.echo(as_file(whole), nl=False)
        return 0

    return _told(False, work)


@plan.command()
@AS_JSON
def benchmark(as_json: bool) -> None:
    """Print precision and recall of the checks of sentences, on the labelled sets."""
    from goldenthread.casework.plan.benchmark import measure

    click.echo(_json(measure.as_data()) if as_json else "\n".join(measure.as_lines()))


@plan.command()
def example() -> None:
    """Print a whole plan of an invented child, to start from."""
    from goldenthread.casework.plan.generator import example_plan
    from goldenthread.casework.plan.writing import as_json

    click.echo(as_json(example_plan()), nl=False)


@plan.command()
def schema() -> None:
    """Print the JSON Schema of a plan file."""
    from goldenthread.casework.plan.schema import schema as made

    click.echo(_json(made()))


if __name__ == "__main__":
    sys.exit(plan())
