"""`goldenthread audit …`: the record of what happened, read from the command line."""

from __future__ import annotations

import click


@click.group()
def audit() -> None:
    """What happened, and whether anybody has tampered with the record of it."""


@audit.command()
@click.option("--anchor", help="A count and hash that was kept elsewhere, as `audit anchor` prints it.")
def verify(anchor: str | None) -> int:
    """Read the whole chain. Ends with 1 when something does not fit."""
    from goldenthread.audit import verify as reading

    try:
        report = reading.verify(anchor=anchor)
    except reading.BadAnchor as trouble:
        raise click.BadParameter(str(trouble), param_hint="--anchor") from None
    for problem in report.problems:
        click.echo(str(problem))
    if report.problem_count > len(report.problems):
        click.echo(f"… and {report.problem_count - len(report.problems)} more like these.")
    click.echo(f"{report.count} events: {'the chain is whole' if report.ok else 'THE CHAIN IS BROKEN'}.")
    return 0 if report.ok else 1


@audit.command()
def anchor() -> None:
    """Print the chain's count and hash, to be kept somewhere else: with it a cut tail is found."""
    from goldenthread.audit.verify import anchor as present_anchor

    click.echo(present_anchor())
