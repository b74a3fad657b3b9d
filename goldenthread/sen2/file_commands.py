"""`goldenthread sen2 convert|compare|generate`: returns written, in any format."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from goldenthread.sen2.commands import AS_JSON, FILE, FOUND, QUIET, YEAR, progress, sen2, told

MOST_SAID = 50


@sen2.command()
@click.argument("file", type=FILE)
@click.option("--to", "kind", type=click.Choice(["xml", "blade", "folder", "workbook"]), required=True)
@click.option("--out", type=FILE, required=True, help="The file, or the folder for blade and folder.")
@YEAR
@QUIET
def convert(file: Path, kind: str, out: Path, year: int | None, quiet: bool) -> int:
    """Write the return in FILE in another format; what could not be read is said on the error stream."""
    from goldenthread.sen2.converting import convert as converted
    from goldenthread.sen2.reading.opening import open_return

    said = 0

    def hear(found: list[Any]) -> None:
        nonlocal said
        said += len(found)
        for one in found if said <= MOST_SAID else ():
            click.echo(f"{one.code} line {one.line}: {one.says}", err=True)

    def work() -> int:
        if out.resolve() == file.resolve():
            raise click.BadParameter("it would write over the return that it reads.", param_hint="--out")
        count = converted(open_return(file, year), kind, out, tell=progress(quiet), hear=hear)
        click.echo(f"{count:,} persons written to {out}.")
        if said:
            click.echo(f"{said:,} findings of reading: see them all with `sen2 check`.", err=True)
        return FOUND if said else 0

    return told(work)


@sen2.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@click.option(
    "--most", type=int, default=200, show_default=True, help="How many differences to print; all in JSON."
)
@YEAR
@AS_JSON
def compare(before: Path, after: Path, most: int, year: int | None, as_json: bool) -> int:
    """Say what changed from one return to another: who came, who went, and which items changed."""
    from collections import Counter

    from goldenthread.sen2.comparing import compare as compared

    def work() -> int:
        counts: Counter[str] = Counter()
        for number, one in enumerate(compared(before, after, year=year)):
            counts[one.change] += 1
            if as_json:
                click.echo(json.dumps(one._asdict(), ensure_ascii=False))
            elif number < most:
                who = f"person {one.after or one.before}"
                words = f" {one.item}: “{one.was}” → “{one.now}”" if one.item else ""
                click.echo(f"{one.change} {who}{f', {one.place}' if one.place else ''}{words}")
        said = ", ".join(f"{count:,} {change}" for change, count in sorted(counts.items()))
        click.echo(f"{said or 'Nothing differs'}.", err=True)
        return FOUND if counts else 0

    return told(work)


@sen2.command()
@click.option("--persons", "count", type=click.IntRange(0), default=1_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same persons.")
@click.option("--year", type=click.IntRange(2023, 2027), default=2026, show_default=True)
@click.option(
    "--faults", type=click.FloatRange(0, 1), default=0.0, help="The share of persons with a planted mistake."
)
@click.option(
    "--to",
    "kind",
    type=click.Choice(["xml", "blade", "folder", "workbook"]),
    default="xml",
    show_default=True,
)
@click.option("--out", type=FILE, required=True, help="The file, or the folder for blade and folder.")
@QUIET
def generate(count: int, seed: int, year: int, faults: float, kind: str, out: Path, quiet: bool) -> int:
    """Write a return of invented persons, to try things with."""
    from goldenthread.sen2.converting import writer_for
    from goldenthread.sen2.generating import persons
    from goldenthread.sen2.years import collection_year

    def work() -> int:
        made, tell = collection_year(year), progress(quiet)
        with writer_for(kind, out, made) as writer:
            writer.header(persons.header(made, seed))
            for person in persons.persons(count, seed, made, faults=faults):
                writer.add(person)
                if tell and not person.number % 1_000:
                    tell(person.number / count, person.number)
        click.echo(f"{count:,} invented persons written to {out}.")
        return 0

    return told(work)


@sen2.command()
@click.argument("file", type=FILE)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="The day of the lists: ages are those of it.",
)
@click.option(
    "--most", type=int, default=50, show_default=True, help="How many findings to print; all in JSON."
)
@AS_JSON
def lists(file: Path, day: datetime, most: int, as_json: bool) -> int:
    """Check the inspectors’ child-level lists (Annex A) in FILE: a workbook, or a folder of List_1.csv and List_2.csv."""
    from collections import Counter

    from goldenthread.sen2.lists.reading import check_lists

    def work() -> int:
        counts, found = check_lists(file, day.date())
        by_code = Counter((one.code, str(one.severity)) for one in found)
        if as_json:
            by_check = {code: count for (code, _), count in sorted(by_code.items())}
            told_of = [one._asdict() for one in found]
            click.echo(
                json.dumps(
                    {"rows": counts, "by_check": by_check, "findings": told_of}, ensure_ascii=False, indent=1
                )
            )
            return FOUND if found else 0
        click.echo(", ".join(f"{sheet}: {count:,} rows" for sheet, count in counts.items()) + ".")
        for (code, severity), count in sorted(by_code.items()):
            click.echo(f"{count:>9,}  {severity}  {code}")
        for one in found[:most]:
            click.echo(f"{one.sheet} row {one.row}: {one.code} {one.says}")
        return FOUND if found else 0

    return told(work)
