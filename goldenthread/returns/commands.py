"""`goldenthread returns …`: published statistics, without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click


@click.group()
def returns() -> None:
    """Our own return and lists, published statistics, and our own figures beside them."""


@returns.command()
@click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="As the cases are known on this day."
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="A folder for the files."
)
@click.option("--year", type=int, help="The return year; left out, the one that is worked on on that day.")
@click.option("--la", "authority", default="", help="The authority's three-figure number.")
@click.option("--dmo/--no-dmo", default=False, help="A designated medical officer is in post.")
@click.option("--dco/--no-dco", default=False, help="A designated clinical officer is in post.")
@click.option("--dsco/--no-dsco", default=False, help="A designated social care officer is in post.")
def draft(on: Any, out: Path, year: int | None, authority: str, dmo: bool, dco: bool, dsco: bool) -> None:
    """Build our own SEN2 return into a folder: the XML, its tables, what the checks found, and what became of each case."""
    from django.utils import timezone

    from goldenthread.returns.actions.folder import write_folder
    from goldenthread.returns.actions.making import Asked
    from goldenthread.returns.building.persons import census_for

    census = census_for(on.date(), year)
    if census is None:
        raise click.ClickException("The census day of that year is not known here.")
    asked = Asked(census, on.date(), timezone.localtime(), authority, 1, dmo, dco, dsco)
    counted = write_folder(
        asked, out, tell=lambda done, whole, _: click.echo(f"  {done:,} of {whole:,} cases", err=True)
    )
    click.echo(f"SEN2 return {census.year}, as known on {on.date()}, events up to {census.upto}.")
    click.echo(f"{counted.cases:,} cases: {counted.inside:,} in the return of {counted.persons:,} persons, "
               f"{counted.cases - counted.inside:,} listed with the reason in cases.csv.")  # fmt: skip
    for reason, count in counted.outside.most_common():
        click.echo(f"  {count:,}: {reason}")
    click.echo(
        f"{counted.by_severity['error']:,} errors, {counted.by_severity['query']:,} queries: findings.csv."
    )


@returns.command("count")
@click.argument("measure")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The first day.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The last day.")
@click.option("--by", "cuts", multiple=True, help="Tell apart by this; a second time by a second thing.")
@click.option(
    "--on",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="As the cases are known on this day; left out, today.",
)
@click.option("--rounding", type=click.Choice(["1", "5", "10"]), default="1")
def count_cases(measure: str, since: Any, until: Any, cuts: tuple[str, ...], on: Any, rounding: str) -> None:
    """Count a MEASURE and print, as JSON, what may be given out: numbers under five hidden. Nothing is kept."""
    from django.utils import timezone

    from goldenthread.kit.errors import Refused
    from goldenthread.returns.answering.counted import MEASURES
    from goldenthread.returns.answering.cuts import CUTS
    from goldenthread.returns.answering.table import asked
    from goldenthread.returns.queries.answers import answered

    if measure not in MEASURES or any(one not in CUTS for one in cuts) or len(cuts) > 2:
        raise click.ClickException(
            f"Measures: {', '.join(MEASURES)}. To tell apart by, two at most: {', '.join(CUTS)}."
        )
    rows, columns = [*cuts, "", ""][:2]
    known_on = on.date() if on else timezone.localdate()
    try:
        question = asked(
            measure=measure,
            since=since.date(),
            until=until.date(),
            known_on=known_on,
            rows=rows,
            columns=columns,
        )
        shown, _ = answered(question, int(rounding))
    except Refused as refused:
        raise click.ClickException(refused.sentence) from None
    click.echo(
        json.dumps(
            {"measure": question.measure.counted, "known_on": str(known_on), **shown.as_json()},
            ensure_ascii=False,
        )
    )


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
