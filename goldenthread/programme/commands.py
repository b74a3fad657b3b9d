"""`goldenthread programme …`: the programme without a browser."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from goldenthread.kit.dates import PartialDate


class _DayOrMonth(click.ParamType):
    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """A day as YYYY-MM-DD; a month as YYYY-MM, meaning its end."""
        if isinstance(value, date):
            return value
        try:
            return PartialDate.parse(value).last
        except ValueError as trouble:
            self.fail(str(trouble), param, ctx)


DAY = _DayOrMonth()


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _the_programme(slug: str | None) -> Any:
    from goldenthread.programme.models import Programme

    held = Programme.objects.order_by("pk")
    found = held.filter(slug=slug).first() if slug else held.first()
    if found is None:
        known = ", ".join(held.values_list("slug", flat=True)) or "none has been imported yet"
        raise click.ClickException(
            f"There is no programme{f' called {slug}' if slug else ''}. Programmes: {known}."
        )
    return found


def _print(content: Any) -> None:
    from goldenthread.kit.columns import Encoder

    click.echo(json.dumps(content, cls=Encoder, ensure_ascii=False, indent=1))


@click.group()
def programme() -> None:
    """Improvement programmes: plans in and out, and what is open."""


@programme.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print all that was understood as JSON.")
def preview(file: Path, as_json: bool) -> None:
    """Show what an importer understands of FILE: areas, actions, dues, leads, measures, missing, suspect."""
    from goldenthread.programme.reading import UnreadablePlan, read_plan

    try:
        understood = read_plan(file.read_bytes(), file.name)
    except UnreadablePlan as trouble:
        raise click.ClickException(str(trouble)) from None
    if as_json:
        _print(understood.as_dict())
        return
    shown = understood.as_dict()
    for name, count in shown["counts"].items():
        click.echo(f"{name.replace('_', ' ')}: {count}")
    for action, fields in shown["missing"].items():
        click.echo(f"missing from {action}: {', '.join(fields)}")
    for suspect in shown["suspect"]:
        click.echo(f"check: {suspect['sentence']}")


@programme.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--plan", "plan_key", help="For a council's own plan file: the key of the plan it belongs to.")
@click.option("--programme", "slug", help="The programme of that plan; the first one if left out.")
@click.option(
    "--on", "day", type=DAY, default=None, help="The day from which it is known; today if left out."
)
def import_file(file: Path, plan_key: str | None, slug: str | None, day: date | None) -> None:
    """Bring in FILE: a programme file (JSON), or, with --plan, a council's plan (XLSX, CSV, DOCX, text).

    All of it or nothing. Importing the same file twice adds nothing.
    """
    on = day or _today()
    if plan_key:
        result = _import_plan(file, plan_key, slug, on)
    else:
        result = _import_programme(file, on)
    click.echo(f"Added {result.added}, revised {result.revised}, unchanged {result.unchanged}.")
    for line in result.differing:
        click.echo(f"kept as recorded, the file differs: {line}")


def _import_programme(file: Path, on: date) -> Any:
    from goldenthread.programme.actions.importing import import_programme
    from goldenthread.programme.exchange import BadProgrammeFile, parse

    try:
        content = parse(file.read_bytes())
        with click.progressbar(
            length=100, label="Importing", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar:
            return import_programme(
                content, by=None, on=on, progress=lambda done, total, what: _advance(bar, done, total)
            )
    except BadProgrammeFile as trouble:
        raise click.ClickException(f"{file.name} was not imported.\n{trouble}") from None


def _advance(bar: Any, done: int, total: int) -> None:
    target = int(done / max(total, 1) * 100)
    bar.update(max(target - bar.pos, 0))


def _import_plan(file: Path, plan_key: str, slug: str | None, on: date) -> Any:
    from goldenthread.programme.actions.importing import import_understood
    from goldenthread.programme.reading import UnreadablePlan, read_plan

    programme_ = _the_programme(slug)
    plan = programme_.plans.filter(key=plan_key).first()
    if plan is None:
        known = ", ".join(programme_.plans.values_list("key", flat=True))
        raise click.ClickException(f"The programme has no plan {plan_key}. Its plans: {known}.")
    try:
        understood = read_plan(file.read_bytes(), file.name)
    except UnreadablePlan as trouble:
        raise click.ClickException(str(trouble)) from None
    return import_understood(understood, plan=plan, by=None, on=on)


@programme.command()
@click.option("--programme", "slug", help="The programme; the first one if left out.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; the screen if left out.",
)
def export(slug: str | None, output: Path | None) -> None:
    """Write the whole programme as a programme file."""
    from goldenthread.audit import log
    from goldenthread.programme.exchange import as_file

    held = _the_programme(slug)
    text = json.dumps(as_file(held), ensure_ascii=False, indent=1)
    log.record_read("programme.exported", subject=log.subject_of(held), by=None)
    if output:
        output.write_text(text + "\n", encoding="utf-8")
    else:
        click.echo(text)


@programme.command("open-areas")
@click.option(
    "--as-at", "day", type=DAY, default=None, help="A day (2023-11-30) or a month (2023-11: its end)."
)
@click.option("--programme", "slug", help="The programme; the first one if left out.")
@click.option("--json", "as_json", is_flag=True)
def open_areas_command(day: date | None, slug: str | None, as_json: bool) -> None:
    """List the inspectors' areas that were open as known on a day."""
    from goldenthread.programme.queries.areas import open_areas

    held, on = _the_programme(slug), day or _today()
    found = open_areas(held, on)
    if as_json:
        rows = [{"number": now.number, "key": now.area.key, "title": now.title} for now in found]
        _print({"programme": held.slug, "as_at": on, "open": [now.number for now in found], "areas": rows})
        return
    for now in found:
        click.echo(f"{now.number}. {now.title}")
    if not found:
        click.echo(f"No area was open on {on.isoformat()}, as it was known then.")
