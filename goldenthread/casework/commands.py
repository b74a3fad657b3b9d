"""`goldenthread casework …`: rebuild, timeliness and the invented area, without a browser."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
def casework() -> None:
    """Children's cases: their clocks and figures."""


@casework.command()
@click.option("--json", "as_json", is_flag=True)
def rebuild(as_json: bool) -> None:
    """Make every standing again from the events; ends with 1 when any had been otherwise."""
    from goldenthread.casework.actions.rebuilding import rebuild as make

    with click.progressbar(
        length=_cases(), label="Rebuilding", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        found = make(progress=lambda done: bar.update(done - bar.pos), by=None)
    if as_json:
        click.echo(json.dumps({"cases": found.cases, "differing": found.differing}))
    else:
        click.echo(f"{found.cases} cases. {len(found.differing)} had been otherwise than their events say.")
    if found.differing:
        sys.exit(1)


def _cases() -> int:
    from goldenthread.casework.models import Case

    return max(Case.objects.count(), 1)


@casework.command()
@click.option("--as-at", "as_at", type=DAY, help="A past day: the answer is what was known then.")
@click.option(
    "--since", type=DAY, help="The first day of finished plans to count; a year before, if left out."
)
@click.option("--json", "as_json", is_flag=True)
def timeliness(as_at: datetime | None, since: datetime | None, as_json: bool) -> None:
    """Plans finished in 20 weeks, month by month, with and without lawful exceptions."""
    from django.utils import timezone

    from goldenthread.casework.queries import timeliness as figures

    day: date = as_at.date() if as_at else timezone.localdate()
    first = since.date() if since else date(day.year - 1, day.month, 1)
    months = figures.timeliness(day, since=first)
    whole = figures.total(months)
    if as_json:
        told = {"as_at": day.isoformat(), "since": first.isoformat(), "months": [_told(one) for one in months],
                "total": _told(whole) if whole else None}  # fmt: skip
        click.echo(json.dumps(told, indent=1))
        return
    for month in months:
        click.echo(f"{month.first:%B %Y}: {month.in_time} of {month.plans} in 20 weeks; without exceptions "
                   f"{month.in_time_unexcepted} of {month.plans_unexcepted}")  # fmt: skip
    if not months:
        click.echo("No plan was finished in that time.")


def _told(month: Any) -> dict[str, Any]:
    return {"month": month.first.isoformat()[:7], "plans": month.plans, "within_20_weeks": month.in_time,
            "plans_excluding_exceptions": month.plans_unexcepted,
            "within_20_weeks_excluding_exceptions": month.in_time_unexcepted, "share": month.share,
            "share_of_all": month.share_of_all}  # fmt: skip


@casework.command()
@click.option("--cases", default=3_600, show_default=True, help="How many cases to invent.")
@click.option("--seed", default=20260907, show_default=True)
def invent(cases: int, seed: int) -> None:
    """Fill an empty demonstration with an invented area: about 3,000 plans, and nobody real."""
    from django.utils import timezone

    from goldenthread.casework.demonstration import invent_area

    with click.progressbar(
        length=cases, label="Inventing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        made = invent_area(
            cases=cases, seed=seed, on=timezone.localdate(), progress=lambda done: bar.update(done - bar.pos)
        )
    click.echo(f"{made} cases." if made else "There are cases here already: nothing was added.")


@casework.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--mapping", help="The name of the columns that were kept on the page.")
@click.option("--check", is_flag=True, help="Say what would come in, and bring in nothing.")
@click.option("--all", "is_all", is_flag=True, help="All of it or nothing; otherwise every sound row.")
@click.option(
    "--errors",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write every wrong row to this CSV file.",
)
@click.option("--json", "as_json", is_flag=True)
def bring_in(
    file: Path, mapping: str | None, check: bool, is_all: bool, errors: Path | None, as_json: bool
) -> None:
    """Bring in the cases of FILE: Excel, CSV, or a SEN2 return (XML, or its CSV files as ZIP). Begun again, it goes on.

    Ends with 1 when a row was wrong, and with 2 when the file cannot be read.
    """
    from goldenthread.casework.actions import import_commands

    try:
        with click.progressbar(
            length=1, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar:
            upload = import_commands.bring_in_file(
                file.name,
                file.read_bytes(),
                mapping=mapping,
                check=check,
                is_all=is_all,
                progress=_moving(bar),
            )
    except import_commands.CannotBringIn as trouble:
        raise click.ClickException(str(trouble)) from None
    if errors:
        errors.write_text(import_commands.as_csv(upload), encoding="utf-8-sig")
    if as_json:
        click.echo(json.dumps({**upload.outcome, "errors": upload.troubles}, ensure_ascii=False, indent=1))
    else:
        _say_what_came(upload, check)
    if upload.outcome["wrong"]:
        sys.exit(1)


def _moving(bar: Any) -> Callable[[int, int, str], None]:
    def tell(done: int, total: int, what: str) -> None:
        bar.length = max(total, 1)
        bar.update(done - bar.pos)

    return tell


def _say_what_came(upload: Any, check: bool) -> None:
    found = upload.outcome
    for row, column, sentence in upload.troubles[:50]:
        click.echo(f"row {row}{f', {column}' if column else ''}: {sentence}")
    if len(upload.troubles) > 50:
        click.echo(f"… and {len(upload.troubles) - 50} more: --errors FILE writes them all.")
    said = "would come in" if check else "came in"
    click.echo(
        f"{found['rows']} rows: {found['new']} {said}, {found['here']} are here already, {found['wrong']} are wrong."
    )
