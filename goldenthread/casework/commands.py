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


@casework.command("export-case")
@click.argument("reference")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Where to write the ZIP."
)
@click.option("--json", "as_json", is_flag=True)
def export_case(reference: str, out: Path, as_json: bool) -> None:
    """Write the case REFERENCE as a portable case file for the authority to which the family moves.

    What is about another child, or in doubt, stays out and is listed: ends with 1 then. On the page a person can look at it
    and put it in with a reason.
    """
    from django.utils import timezone

    from goldenthread.casework.actions.moving_commands import CannotMove, export

    try:
        content, stayed = export(reference, timezone.localdate())
    except CannotMove as trouble:
        raise click.ClickException(str(trouble)) from None
    out.write_bytes(content)
    if as_json:
        click.echo(
            json.dumps(
                {"file": str(out), "bytes": len(content), "left_out": stayed}, ensure_ascii=False, indent=1
            )
        )
    else:
        click.echo(
            f"{out}: {len(content)} bytes. It is not encrypted: send it only in a way that nobody else can open."
        )
        for one in stayed:
            click.echo(f"left out: {one}")
    if stayed:
        sys.exit(1)


@casework.command("load-case")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--transferred-on", type=DAY, required=True, help="The day on which the plan came to us.")
@click.option("--team", help="The team that gets the case.")
@click.option("--check", is_flag=True, help="Say what is in the file, and take over nothing.")
@click.option(
    "--is-another",
    is_flag=True,
    help="A child of a like name is here, and somebody has looked: this is another.",
)
@click.option("--json", "as_json", is_flag=True)
def load_case(
    file: Path, transferred_on: datetime, team: str | None, check: bool, is_another: bool, as_json: bool
) -> None:
    """Take over the portable case FILE of another authority: the child, the family, the plan and its advice."""
    from django.utils import timezone

    from goldenthread.casework.actions.moving_commands import CannotMove, load

    try:
        told = load(file.name, file.read_bytes(), transferred_on=transferred_on.date(), team=team, check=check,
                    is_another=is_another, on=timezone.localdate())  # fmt: skip
    except CannotMove as trouble:
        raise click.ClickException(str(trouble)) from None
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    click.echo(
        f"{told['child']}, born {told['born_on']}: plan in force, version {told['version']}; advice: {told['advice']}."
    )
    click.echo(
        f"Taken over as {told['reference']}."
        if told["reference"]
        else "Nothing was taken over: this was a check."
    )
    for one in told["by_hand"]:
        click.echo(f"to do: {one}")
