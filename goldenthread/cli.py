"""`goldenthread …`: thin. Each command lives with its app and is loaded only when it is asked for.

It ends with 0 when all is well, 1 when it found something, and 2 when it could not do what was asked; a command may
return its number. What a person can put right is said in a sentence on the error stream.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click

GROUPS = {
    "audit": "goldenthread.audit.commands:audit",
    "people": "goldenthread.accounts.commands:people",
    "programme": "goldenthread.programme.commands:programme",
    "casework": "goldenthread.casework.commands:casework",
    "demonstration": "goldenthread.website.commands:demonstration",
    "plan": "goldenthread.casework.plan_commands:plan",
    "offer": "goldenthread.localoffer.commands:offer",
    "returns": "goldenthread.returns.commands:returns",
    "sen2": "goldenthread.sen2.commands:sen2",
    "doctor": "goldenthread.running.doctor:doctor",
    "backup": "goldenthread.running.commands:backup",
    "restore": "goldenthread.running.commands:restore",
    "verify": "goldenthread.running.commands:verify",
    "lock": "goldenthread.running.commands:lock",
    "continuity": "goldenthread.keeping.commands:continuity",
}
WITHOUT_DATABASE = {
    ("programme", "preview"),
    ("manage", "collectstatic"),
    ("manage", "help"),
    ("continuity", "key"),
}
AS_OWNER = {"backup", "restore", "lock", "migrate", "makemigrations", "showmigrations", "flush", "dbshell"}
"""What changes the tables or copies all of them, of ours and of Django's. Everything else works as the processes do."""
FOUND, WRONG, STOPPED = 1, 2, 130
PURE = {"plan", "sen2"}
"""Groups that need neither Django nor a database."""


def start_django(*, with_database: bool = True, as_owner: bool = False) -> None:
    """Make the models usable; start our own database first when no other is named. What a command reads, it reads as one."""
    from goldenthread.config import environment, postgres, secret
    from goldenthread.kit.who_reads import Purpose, process_reads_for

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    secret.use_own()
    process_reads_for(Purpose.COMMAND)
    if as_owner:
        environment.be_owner()
    if with_database and not os.environ.get("DATABASE_URL"):
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
        asked_for_help = "--help" in rest or (not rest and isinstance(command, click.Group))
        if (
            name in GROUPS
            and name not in PURE
            and not asked_for_help
            and (name, *rest[:1]) not in WITHOUT_DATABASE
        ):
            start_django(as_owner=name in AS_OWNER)
        return name, command, rest


@click.group(name="goldenthread", cls=_Lazy)
def goldenthread() -> None:
    """Golden Thread without a browser."""


@goldenthread.group()
def database() -> None:
    """Our own PostgreSQL, used when DATABASE_URL names no other."""


@database.command()
def start() -> None:
    """Start it, and print its address."""
    from goldenthread.config import postgres

    click.echo(os.environ.get("DATABASE_URL") or postgres.ensure_running())


@database.command()
def url() -> None:
    """Print the address of the database in use."""
    from goldenthread.config import postgres

    click.echo(os.environ.get("DATABASE_URL") or postgres.url())


@database.command()
@click.option("--if-idle", is_flag=True, help="Leave it running while anything else is connected.")
def stop(if_idle: bool) -> None:
    """Stop it."""
    from goldenthread.config import postgres

    if if_idle and postgres.is_running() and _others_connected(postgres.url("postgres")):
        return
    postgres.stop()


def _others_connected(address: str) -> bool:
    import psycopg

    question = (
        "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    with psycopg.connect(address) as connection:
        return connection.execute(question).fetchone() is not None


@goldenthread.group()
def law() -> None:
    """The law's dates, explained."""


@law.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print every answer as JSON.")
def check_law(file: Path, as_json: bool) -> None:
    """Answer a FILE of vectors ({"vectors": [{"rule": …}]}); ends with 1 when any answer differs from what it expects."""
    from goldenthread.law.check import answer_all

    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        vectors = content["vectors"] if isinstance(content, dict) else list(content)
    except (ValueError, KeyError, TypeError) as trouble:
        raise click.ClickException(f"{file.name} is not a file of vectors: {trouble}.") from None
    found = answer_all(vectors)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for one in found["answers"]:
            said = "agrees" if one["agrees"] else f"differs: {one.get('trouble') or one['gives']}"
            click.echo(f"{one['id']} {one['rule']}: {said}")
        click.echo(f"{found['agree']} of {found['vectors']} agree.")
    if found["differ"]:
        sys.exit(1)


@law.command()
@click.argument("rule")
@click.option("--on", "day", required=True, help="The day that starts the clock: YYYY-MM-DD.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
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


@goldenthread.group()
def migrations() -> None:
    """Whether the tables that the code describes are the tables that its migrations make."""


@migrations.command()
def check() -> None:
    """End with 1 when a migration is missing."""
    start_django()
    from django.core.management import call_command

    call_command("makemigrations", check_changes=True, dry_run=True)


@goldenthread.command()
def worker() -> None:
    """Work on what waits in the queue, until told to stop."""
    start_django()
    from procrastinate.contrib.django import app

    connector: Any = app.connector  # Django's own; its type is wider
    with app.replace_connector(connector.get_worker_connector()) as working:
        working.run_worker()


@goldenthread.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Pass a command to Django, for example `goldenthread manage migrate`."""
    needed = ("manage", *arguments[:1]) not in WITHOUT_DATABASE
    start_django(with_database=needed, as_owner=bool(AS_OWNER & set(arguments[:1])))
    from django.core.management import execute_from_command_line

    execute_from_command_line(["goldenthread manage", *arguments])


def _database_sentence(trouble: Exception) -> str | None:
    """What to say when the database is not there, or not up to date."""
    django_errors = sys.modules.get("django.db.utils")
    if django_errors is None:
        return None
    first = str(trouble).strip().split("\n")[0]
    if isinstance(trouble, django_errors.OperationalError):
        return f"The database did not answer: {first}. Check DATABASE_URL and that the server runs."
    if type(trouble.__cause__).__name__ in {"UndefinedTable", "UndefinedColumn"}:
        return "The database has no tables of this version yet. Run: goldenthread manage migrate"
    return None


def _run() -> int:
    try:
        outcome = goldenthread.main(prog_name="goldenthread", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as asked:
        asked.show()
        return WRONG
    except click.ClickException as trouble:
        click.echo(trouble.format_message(), err=True)
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except SystemExit as end:
        if not isinstance(end.code, str):
            raise
        click.echo(end.code, err=True)
        return WRONG
    except Exception as trouble:
        sentence = _database_sentence(trouble)
        if sentence is None:
            raise
        click.echo(sentence, err=True)
        return WRONG
    return outcome if isinstance(outcome, int) else 0


def main() -> None:
    """The program: run the command, say what went wrong in a sentence, end with its number."""
    sys.exit(_run())


if __name__ == "__main__":
    main()
