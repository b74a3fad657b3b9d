"""`goldenthread …`: thin. Each command lives with its app and is loaded only when it is asked for."""

from __future__ import annotations

import json
import os
from datetime import date
from importlib import import_module

import click

GROUPS = {
    "programme": "goldenthread.programme.commands:programme",
    "demonstration": "goldenthread.website.commands:demonstration",
}
WITHOUT_DATABASE = {("programme", "preview")}


def start_django() -> None:
    """Make the models usable; start our own database first when no other is named."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    if not os.environ.get("DATABASE_URL"):
        from goldenthread.config import postgres

        postgres.ensure_running()
    import django

    django.setup()


class _Lazy(click.Group):
    """A group whose apps are imported when they are called, so that the law never waits for the web."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *GROUPS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        own = super().get_command(ctx, cmd_name)
        if own or cmd_name not in GROUPS:
            return own
        module, name = GROUPS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        asked_for_help = not rest or "--help" in rest
        if name in GROUPS and not asked_for_help and (name, rest[0]) not in WITHOUT_DATABASE:
            start_django()
        return name, command, rest


@click.group(cls=_Lazy)
def main() -> None:
    """Golden Thread without a browser."""


@main.group()
def database() -> None:
    """Our own PostgreSQL, used when DATABASE_URL names no other."""


@database.command()
def start() -> None:
    """Start it, and print its address."""
    from goldenthread.config import postgres

    click.echo(postgres.ensure_running())


@database.command()
def stop() -> None:
    """Stop it."""
    from goldenthread.config import postgres

    postgres.stop()


@main.group()
def law() -> None:
    """The law's dates, explained."""


@law.command()
@click.argument("rule")
@click.option("--on", "day", required=True, help="The day that starts the clock: YYYY-MM-DD.")
@click.option("--json", "as_json", is_flag=True)
def explain(rule: str, day: str, as_json: bool) -> None:
    """Say when RULE falls due for a clock that starts on a day, and why."""
    from goldenthread.law import errors, register

    try:
        answer = register.explain(rule, date.fromisoformat(day))
    except errors.LawError as trouble:
        raise click.ClickException(str(trouble)) from None
    except ValueError:
        raise click.BadParameter(f"“{day}” is not a day like 2021-11-05.", param_hint="--on") from None
    if as_json:
        click.echo(json.dumps(answer.as_dict(), ensure_ascii=False, indent=1, default=str))
        return
    click.echo(answer.explanation)
    click.echo(f"{answer.citation.text}{' (unconfirmed)' if answer.unconfirmed else ''}")


@main.group()
def audit() -> None:
    """What happened, and whether anybody has tampered with the record of it."""


@audit.command()
@click.option("--anchor", help="A count and hash that was kept elsewhere, as `audit anchor` prints it.")
def verify(anchor: str | None) -> None:
    """Read the whole chain. Ends with 1 when something does not fit."""
    start_django()
    from goldenthread.audit.verify import verify as read_chain

    report = read_chain(anchor=anchor)
    for problem in report.problems:
        click.echo(str(problem))
    click.echo(f"{report.count} events: {'the chain is whole' if report.ok else 'THE CHAIN IS BROKEN'}.")
    raise SystemExit(0 if report.ok else 1)


@audit.command()
def anchor() -> None:
    """Print the chain's count and hash, to be kept somewhere else: with it a cut tail is found."""
    start_django()
    from goldenthread.audit.verify import anchor as present_anchor

    click.echo(present_anchor())


@main.command()
def worker() -> None:
    """Work on what waits in the queue, until told to stop."""
    start_django()
    from procrastinate.contrib.django import app

    app.run_worker(install_signal_handlers=True)


@main.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Pass a command to Django, for example `goldenthread manage migrate`."""
    start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["goldenthread manage", *arguments])


if __name__ == "__main__":
    main()
