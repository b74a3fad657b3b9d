"""`goldenthread sen2 …`: a return read, checked, converted, compared and counted, without a browser and without a database.

Ends with 0 when nothing was found, 1 when something was, and 2 when the file could not be read at all.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from goldenthread.sen2.finding import BadReturn

FILE = click.Path(path_type=Path)
FOUND, WRONG = 1, 2
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
YEAR = click.option("--year", type=int, help="The return year, when the file has none or a wrong one.")
PROCESSES = click.option(
    "--processes", type=click.IntRange(1, 64), help="How many processes; all processors, if left out."
)
QUIET = click.option("--quiet", is_flag=True, help="Say nothing about progress.")
RULES = click.option(
    "--dfe-rules", "rules", type=FILE, help="A CSV file with DfE’s numbers: check, dfe_rule."
)


@click.group()
def sen2() -> None:
    """The SEN2 return, without a browser. FILE is XML, a workbook, a folder of CSV files, or a zip of them."""


def told(work: Callable[[], int]) -> int:
    """Do the work; say in a sentence what keeps a file from being read."""
    try:
        return work()
    except BadReturn as bad:
        where = f" (line {bad.finding.line})" if bad.finding.line else ""
        click.echo(f"{bad.finding.code}: {bad.finding.says}{where} {bad.finding.todo}", err=True)
    except BrokenPipeError:
        raise
    except OSError as trouble:
        click.echo(f"{trouble.filename or 'The file'}: {trouble.strerror}.", err=True)
    return WRONG


def progress(quiet: bool) -> Callable[[float, int], None] | None:
    """Says how far it is, a line at a time on the error stream: every few seconds to a person, seldom to a log."""
    if quiet:
        return None
    said = time.monotonic()
    pause = 3 if sys.stderr.isatty() else 15

    def tell(share: float, persons: int) -> None:
        nonlocal said
        if time.monotonic() - said >= pause:
            said = time.monotonic()
            click.echo(f"{share:.0%}, about {persons:,} persons", err=True)

    return tell


@sen2.command()
@click.argument("file", type=FILE)
@click.option("--out", type=FILE, required=True, help="The folder for the tables and the findings.")
@YEAR
@RULES
@PROCESSES
@QUIET
@AS_JSON
def read(
    file: Path,
    out: Path,
    year: int | None,
    rules: Path | None,
    processes: int | None,
    quiet: bool,
    as_json: bool,
) -> int:
    """Write FILE as flat tables, with the findings of reading it and of every check, to a folder."""
    from goldenthread.sen2 import results
    from goldenthread.sen2.running.part import Work
    from goldenthread.sen2.running.whole import run

    def work() -> int:
        asked = Work(file, year, tables=True, rules=rules)
        outcome = run(asked, out, processes=processes, tell=progress(quiet))
        found = results.counts(outcome)
        summary = json.dumps(found, ensure_ascii=False, indent=1)
        (out / "summary.json").write_text(summary + "\n", encoding="utf-8")
        if as_json:
            click.echo(summary)
        else:
            for line in results.as_lines(outcome, most=0):
                click.echo(line)
        return FOUND if found["by_check"] else 0

    return told(lambda: _refused(work, out))


def _refused(work: Callable[[], int], out: Path) -> int:
    """A file that is refused leaves its finding in the folder as well."""
    from goldenthread.sen2.running.part import FINDINGS
    from goldenthread.sen2.running.whole import write_findings

    try:
        return work()
    except BadReturn as bad:
        out.mkdir(parents=True, exist_ok=True)
        write_findings(out / FINDINGS, [bad.finding])
        raise


@sen2.command()
@click.argument("file", type=FILE)
@click.option("--out", type=FILE, help="Write the findings to a file that ends in .csv, .xlsx or .json.")
@click.option("--by", type=click.Choice(["record", "item"]), default="record", show_default=True)
@click.option("--most", type=int, default=50, show_default=True, help="How many findings to print.")
@YEAR
@RULES
@PROCESSES
@QUIET
@AS_JSON
def check(
    file: Path,
    out: Path | None,
    by: str,
    most: int,
    year: int | None,
    rules: Path | None,
    processes: int | None,
    quiet: bool,
    as_json: bool,
) -> int:
    """Run every check on the return in FILE."""
    from goldenthread.sen2 import results
    from goldenthread.sen2.running.part import Work
    from goldenthread.sen2.running.whole import run, scratch

    def work() -> int:
        if out and out.suffix.lower() not in {".csv", ".xlsx", ".json"}:
            raise click.BadParameter(f"{out.name} does not end in .csv, .xlsx or .json.", param_hint="--out")
        with scratch() as folder:
            asked = Work(file, year, rules=rules)
            outcome = run(asked, folder, processes=processes, tell=progress(quiet))
            if out:
                _kept(outcome, out)
            if as_json:
                results.as_json(outcome, sys.stdout)
            else:
                for line in results.as_lines(outcome, most=0 if out else most, by=by):
                    click.echo(line)
            return FOUND if outcome.done.by_code else 0

    return told(work)


def _kept(outcome: Any, out: Path) -> None:
    from goldenthread.sen2 import results

    kind = out.suffix.lower()
    if kind == ".csv":
        results.as_csv(outcome, out)
    elif kind == ".xlsx":
        results.as_workbook(outcome, out)
    else:
        with out.open("w", encoding="utf-8") as file:
            results.as_json(outcome, file)


@sen2.command()
@click.argument("file", type=FILE)
@YEAR
@PROCESSES
@QUIET
@AS_JSON
def figures(file: Path, year: int | None, processes: int | None, quiet: bool, as_json: bool) -> int:
    """Print the figures of the return in FILE, each by its definition."""
    from goldenthread.sen2.figures import DEFINITIONS
    from goldenthread.sen2.running.part import Work
    from goldenthread.sen2.running.whole import run, scratch

    def work() -> int:
        with scratch() as folder:
            asked = Work(file, year, checks=False, figures=True)
            outcome = run(asked, folder, processes=processes, tell=progress(quiet))
        found = outcome.done.figures.as_dict() if outcome.done.figures else {}
        lost = outcome.done.rows_listed.total()
        if lost:
            click.echo(f"{lost:,} records could not be read and are not counted: see `sen2 check`.", err=True)
        if as_json:
            click.echo(json.dumps(found, ensure_ascii=False, indent=1))
            return 0
        for name, value in found.items():
            shown = (
                ", ".join(f"{key} {count:,}" for key, count in value.items())
                if isinstance(value, dict)
                else value
            )
            click.echo(f"{name}: {shown}\n    {DEFINITIONS[name]}.")
        return 0

    return told(work)


from goldenthread.sen2 import file_commands  # noqa: E402 (they add themselves to the group above)

__all__ = ["file_commands", "sen2"]
