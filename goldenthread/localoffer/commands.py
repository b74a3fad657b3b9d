"""`goldenthread offer …`: the Local Offer without a browser."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click


@click.group()
def offer() -> None:
    """The Local Offer: services in, and the search as pages show it."""


@offer.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def load(file: Path, as_json: bool) -> int:
    """Bring in services from FILE: Open Referral UK JSON, a page of them or one a line.

    Everything that could not be used is listed with its place. Loading the same file twice adds nothing.
    Ends with 1 when a record was refused.
    """
    from django.utils import timezone

    from goldenthread.localoffer.actions.loading import LoadResult, load_services
    from goldenthread.openreferral.feeds import BadFeed, rows_of

    def tell(result: LoadResult) -> None:
        if sys.stderr.isatty() or result.read % 10_000 < 500:
            click.echo(f"\r{result.read:,} services read", err=True, nl=not sys.stderr.isatty())

    try:
        with file.open("rb") as lines:
            result = load_services(rows=rows_of(lines), now=timezone.now(), progress=tell, by=None)
    except BadFeed as trouble:
        raise click.ClickException(f"{file.name} was not loaded. {trouble}") from None
    _print(result, as_json)
    return 1 if result.refused else 0


@offer.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--postcode", default="", help="From where --within is measured.")
@click.option(
    "--within",
    type=click.FloatRange(1, 500),
    help="Kilometres; schools of our own area come in from any distance.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def import_list(file: Path, postcode: str, within: float | None, as_json: bool) -> int:
    """Bring in services from FILE: CSV of the Outpost template, the national list of schools, or the childcare register.

    A row that looks like an entry that is here is left out and listed: on the page a person says what it is.
    Ends with 1 when a row was refused.
    """
    from django.utils import timezone

    from goldenthread.kit.errors import Refused
    from goldenthread.kit.received.tables import UnreadableFile
    from goldenthread.localoffer.actions.importing import bring_in_list, near_of
    from goldenthread.openreferral.feeds import BadFeed

    try:
        near = near_of(postcode, within)
        result, alike = bring_in_list(data=file.read_bytes(), near=near, now=timezone.now(), by=None)
    except (UnreadableFile, BadFeed, Refused) as trouble:
        raise click.ClickException(f"{file.name} was not brought in. {trouble}") from None
    for one in alike:
        result.note(
            f"{one['place']}: {one['name']} has {one['like'][0]['said']} as {one['like'][0]['name']}; it was left out"
        )
    _print(result, as_json)
    return 1 if result.refused else 0


@offer.command()
@click.argument("address")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def fetch(address: str, as_json: bool) -> int:
    """Bring in services from another publisher's Open Referral feed, such as https://example.org/open-referral."""
    from django.utils import timezone

    from goldenthread.localoffer.actions.loading import load_services
    from goldenthread.localoffer.feed_reader import rows_of_feed
    from goldenthread.openreferral.feeds import BadFeed

    try:
        result = load_services(rows=rows_of_feed(address), now=timezone.now(), by=None)
    except BadFeed as trouble:
        raise click.ClickException(f"The feed was not read to its end. {trouble}") from None
    _print(result, as_json)
    return 1 if result.refused else 0


def _print(result: Any, as_json: bool) -> None:
    said = {"added": result.added, "changed": result.changed, "unchanged": result.unchanged, "refused": result.refused,
            "problems": result.problems, "problem_count": result.problem_count}  # fmt: skip
    if as_json:
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
        return
    for problem in result.problems:
        click.echo(problem)
    if result.problem_count > len(result.problems):
        click.echo(f"… and {result.problem_count - len(result.problems):,} more like these.")
    click.echo(
        f"Added {result.added:,}, changed {result.changed:,}, unchanged {result.unchanged:,}, refused {result.refused:,}."
    )


@offer.command()
@click.argument("words", nargs=-1)
@click.option("--age", help="In years.")
@click.option("--need", multiple=True)
@click.option("--postcode", help="Full, like WV1 1RP.")
@click.option("--within", help="Kilometres from the postcode.")
def search(words: tuple[str, ...], **narrowing: Any) -> None:
    """Print what the directory has for WORDS, as JSON."""
    from django.http import QueryDict
    from django.utils import timezone

    from goldenthread.localoffer.queries.searching import search_json

    asked = QueryDict(mutable=True)
    asked["q"] = " ".join(words)
    for name, value in narrowing.items():
        asked.setlist(name, list(value) if isinstance(value, tuple) else [value] if value else [])
    text, status = search_json(asked, timezone.localdate())
    click.echo(text)
    if status != 200:
        sys.exit(2)
