"""Tables of the people and audit pages."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts import places
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.queries.events import EventsPage
from goldenthread.kit.dates import in_words
from goldenthread.kit.table import Cell, Column, Table


def people_table(people: Any) -> Table:
    """People with the roles they hold."""
    rows = [
        [_name(user), user.email, ", ".join(held.title for held in user.held) or "No role"] for user in people
    ]
    columns = [Column("Name"), Column("Email address"), Column("Roles today")]
    return Table(
        "People who can sign in",
        columns,
        rows,
        is_caption_hidden=True,
        empty="Nobody has these words in their name.",
    )


def _name(user: User) -> Cell:
    note = "" if user.is_active else "suspended"
    return Cell(user.name, href=reverse("accounts_person", args=[user.public_id]), note=note)


def holdings_table(user: User, day: date) -> Table:
    """All roles of a person, past and to come."""
    titles = dict(places.choices())
    rows = [
        [
            held.title,
            titles.get(held.scope, held.scope),
            held.starts_on,
            held.ends_on or "no end yet",
            _next(user, held, day),
        ]
        for held in user.holdings.all()
    ]
    columns = [Column("Role"), Column("Where"), Column("First day"), Column("Last day"), Column("State")]
    return Table("Roles", columns, rows, is_caption_hidden=True, empty="No role yet. Give one below.")


def _next(user: User, held: RoleHolding, day: date) -> Cell:
    if held.ends_on and held.ends_on < day:
        return Cell("Ended")
    word = "Begins later: end" if held.starts_on > day else "Held now: end"
    return Cell(
        f"{word} the role {held.title}", href=reverse("accounts_end_role", args=[user.public_id, held.pk])
    )


def events_table(page: EventsPage) -> Table:
    """Events of the audit."""
    rows = []
    for event, name in page.lines:
        at = timezone.localtime(event.at)
        who = f"{name} ({event.actor_label})" if name else event.actor_label
        detail = json.dumps(event.detail, ensure_ascii=False) if event.detail else ""
        rows.append(
            [
                Cell(str(event.sequence)),
                f"{in_words(at.date())}, {at:%H:%M}",
                who,
                event.action,
                event.subject,
                detail,
            ]
        )
    columns = [Column(title) for title in ("Number", "When", "Who", "What", "On what")]
    columns.append(Column("Detail", may_break=True))
    return Table(
        "Events", columns, rows, is_caption_hidden=True, is_compact=True, empty="No event has these words."
    )
