"""`goldenthread returns …`: published statistics, without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click


@click.group()
def returns() -> None:
    """Published statistics, and our own figures beside them."""


@returns.command("load-release")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--title", required=True, help="As on its page, with its year.")
@click.option("--source", default="", help="Where it was taken from, and its licence.")
def load_release(file: Path, title: str, source: str) -> None:
    """Load the ZIP of the Department's release “Education, health and care plans”. The same file a second time adds nothing."""
    from django.utils import timezone

    from goldenthread.kit.errors import Refused
    from goldenthread.returns.actions.loading import load_release as load

    try:
        release = load(
            content=file.read_bytes(), title=title, source=source, on=timezone.localdate(), by=None,
            progress=lambda name, lines: click.echo(f"  {name}: {lines:,} lines", err=True),
        )  # fmt: skip
    except Refused as refused:
        raise click.ClickException(refused.sentence) from None
    tables = list(release.tables.all())
    click.echo(f"{release}: {len(tables)} tables, {sum(one.lines_kept for one in tables):,} lines.")
    for one in tables:
        for sentence in one.troubles:
            click.echo(f"  {one.name}: {sentence}")
        if one.differing:
            click.echo(
                f"  {one.name}: {len(one.differing):,} percentages are not those of their own numbers."
            )


@returns.command()
@click.argument("measure")
@click.option("--json", "as_json", is_flag=True)
def compare(measure: str, as_json: bool) -> None:
    """A measure (its key) for our authority, England, our region and our neighbours, in the newest release."""
    from goldenthread.returns.published.measures import MEASURES
    from goldenthread.returns.queries.comparison import ENGLAND, newest_release
    from goldenthread.returns.queries.comparison import compare as compared
    from goldenthread.returns.queries.place import own_place

    release, named = newest_release(), MEASURES.get(measure)
    if named is None:
        raise click.ClickException(f"There is no measure “{measure}”. There are: {', '.join(MEASURES)}.")
    found = compared(release, named, own_place(release)) if release else None
    if found is None:
        raise click.ClickException(
            "No release with this measure is loaded: goldenthread returns load-release FILE."
        )
    rows: list[dict[str, Any]] = [
        {"place": one.place, "period": one.period, "numerator": one.numerator, "denominator": one.denominator,
         "figure": one.words}
        for place in dict.fromkeys((found.place, ENGLAND, found.region, *found.neighbours))
        for period in found.periods if (one := found.at(place, period))
    ]  # fmt: skip
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        click.echo(f"{row['place']:<28} {row['period']:<8} {row['figure']}")
