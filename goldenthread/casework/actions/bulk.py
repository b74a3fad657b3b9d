"""Writing many cases at once, with the database's own COPY: the generator's area, and imports. All of it or nothing."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.casework.actions.projection import DUTY_COLUMNS, STANDING_COLUMNS, duty_rows, standing_row
from goldenthread.casework.generator import Invented
from goldenthread.casework.process.course import follow
from goldenthread.partners.models import Organisation, Team

Progress = Callable[[int], None]
CHILD = ("id", "recorded_at", "public_id", "given_names", "family_name", "known_as", "pronouns", "born_on", "sex", "no_number",
         "first_language", "needs_interpreter", "communication", "is_invented")  # fmt: skip
CASE = (
    "id",
    "recorded_at",
    "public_id",
    "reference",
    "child_id",
    "authority_id",
    "team_id",
    "opened_on",
    "is_restricted",
)
EVENT = (
    "id",
    "case_id",
    "kind",
    "occurred_on",
    "known_on",
    "facts",
    "answers_id",
    "is_struck",
    "why",
    "recorded_at",
)
A_TURN = 5_000
"""Cases held in memory at a time."""


@transaction.atomic
def load_invented(
    *, cases: Iterable[Invented], authority: Organisation, teams: list[Team], on: date, progress: Progress | None = None,
    by: Any,
) -> int:  # fmt: skip
    """Invented cases, written in turns of 5,000. Gives how many."""
    loaded, turn = 0, []
    for one in cases:
        turn.append(one)
        if len(turn) == A_TURN:
            loaded += _turn(turn, authority, teams, loaded)
            turn = []
            if progress:
                progress(loaded)
    loaded += _turn(turn, authority, teams, loaded) if turn else 0
    log.record("casework.cases.loaded", subject="casework.case:many", by=by, detail={"cases": loaded})
    return loaded


def _turn(turn: list[Invented], authority: Organisation, teams: list[Team], before: int) -> int:
    now = timezone.now()
    child, case = _reserve("people_child", len(turn)), _reserve("casework_case", len(turn))
    event = _reserve("casework_event", sum(len(one.events) for one in turn))
    duty = _reserve("casework_openduty", len(turn) * 16)
    children, cases, events, standings, duties = [], [], [], [], []
    for place, one in enumerate(turn):
        team = teams[(before + place) % len(teams)].pk if teams else None
        opened = one.events[0].occurred_on
        children.append((child + place, now, uuid.uuid4(), one.given_names, one.family_name, "", "", one.born_on, one.sex, "",
                         "", False, "", True))  # fmt: skip
        cases.append(
            (
                case + place,
                now,
                uuid.uuid4(),
                f"EHC-{case + place:06d}",
                child + place,
                authority.pk,
                team,
                opened,
                False,
            )
        )
        first = event
        for happening in one.events:
            known = datetime.combine(happening.occurred_on, time(12), tzinfo=now.tzinfo)
            answers = first + happening.answers - 1 if happening.answers else None
            events.append((event, case + place, happening.kind, happening.occurred_on, happening.occurred_on,
                           json.dumps(happening.facts), answers, False, "", known))  # fmt: skip
            event += 1
        numbered = [one_event._replace(number=first + one_event.number - 1,
                                       answers=first + one_event.answers - 1 if one_event.answers else None)
                    for one_event in one.events]  # fmt: skip
        course = follow(numbered)
        standings.append(standing_row(case + place, course))
        for row in duty_rows(case + place, course):
            duties.append((duty, *row))
            duty += 1
    copy_in("people_child", CHILD, children)
    copy_in("casework_case", CASE, cases)
    copy_in("casework_event", EVENT, events)
    copy_in("casework_standing", STANDING_COLUMNS, standings)
    copy_in("casework_openduty", ("id", *DUTY_COLUMNS), duties)
    return len(turn)


def copy_in(table: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows with COPY."""
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def _reserve(table: str, count: int) -> int:
    """The first of so many new numbers of a table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
        row = cursor.fetchone()
        assert row is not None
        cursor.execute("SELECT setval(%s, nextval(%s) + %s)", [row[0], row[0], max(count, 1) - 1])
        last = cursor.fetchone()
        assert last is not None
    return int(last[0]) - max(count, 1) + 1
