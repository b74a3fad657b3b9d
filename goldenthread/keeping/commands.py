"""`goldenthread continuity`: the pack for when the system is down."""

from __future__ import annotations

from pathlib import Path

import click


@click.group(name="continuity")
def continuity() -> None:
    """The pack for when the system is down."""


@continuity.command()
def key() -> None:
    """Make a new key and print its two halves. Each goes to one person on paper; both together into CONTINUITY_KEY."""
    from goldenthread.keeping.locked_page import new_key

    first, second = new_key()
    click.echo(f"First half:  {first}\nSecond half: {second}\nCONTINUITY_KEY={first}-{second}")


@continuity.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def make(file: Path) -> int:
    """Make a pack now, and write it to FILE, which nobody else may read."""
    from django.utils import timezone

    from goldenthread.keeping.actions.continuity import make_pack
    from goldenthread.kit.errors import Refused

    try:
        made = make_pack(at=timezone.now(), by=None)
    except Refused as refused:
        click.echo(f"Error: {refused.sentence}", err=True)
        return 2
    file.touch(mode=0o600)
    file.write_bytes(bytes(made.content))
    click.echo(f"{file}: {', '.join(f'{count} {name}' for name, count in made.counts.items())}")
    return 0
