"""`goldenthread people …`: who may sign in, where no page can say so yet."""

from __future__ import annotations

import click


@click.group()
def people() -> None:
    """People who sign in."""


@people.command()
@click.argument("email")
@click.argument("name")
def first(email: str, name: str) -> int:
    """Make NAME the first administrator, and print the link with which they choose a password; good for three days, once.

    Whoever runs this hands the link over. It works only while nobody is an administrator.
    """
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils import timezone

    from goldenthread.accounts.actions.beginning import begin
    from goldenthread.accounts.errors import AccountsError
    from goldenthread.accounts.mail import invitation_link

    try:
        validate_email(email.strip())
        user = begin(email=email, name=name, on=timezone.localdate())
    except ValidationError:
        raise click.BadParameter(f"“{email}” is not an address for mail.", param_hint="EMAIL") from None
    except AccountsError as refused:
        click.echo(f"Error: {refused}", err=True)
        return 2
    click.echo(f"{user} is an administrator. Their link to choose a password:\n{invitation_link(user)}")
    return 0
