"""Writing many cases at once, with the database's own COPY: the generator's area. All of it or nothing."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.casework.actions.families import TABLES as FAMILY_TABLES
from goldenthread.casework.actions.families import Families
from goldenthread.casework.actions.projection import DUTY_COLUMNS, STANDING_COLUMNS, duty_rows, standing_row
from goldenthread.casework.generator import Invented
from goldenthread.casework.process.course import follow
from goldenthread.partners.models import Organisation, Team
from goldenthread.people.choices import ContactBy, NoNumber
from goldenthread.people.identifiers import check_letter

Progress = Callable[[int], None]
CHILD = ("id", "recorded_at", "public_id", "given_names", "family_name", "known_as", "pronouns", "born_on", "sex", "upn",
         "no_number", "first_language", "needs_interpreter",
         "communication", "telephone", "contact_by", "is_invented", "ethnicity")  # fmt: skip
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
TABLES = {
    "people_child": CHILD, "casework_case": CASE, "casework_event": EVENT, "casework_standing": STANDING_COLUMNS,
    "casework_openduty": ("id", *DUTY_COLUMNS),
}  # fmt: skip
"""In the order in which they link."""
MOST_DUTIES = 16
A_TURN = 5_000
"""Cases held in memory at a time."""


@transaction.atomic
def load_invented(
    *, cases: Iterable[Invented], authority: Organisation, teams: list[Team], on: date, progress: Progress | None = None,
    settings: dict[str, int] | None = None, by: Any,
) -> int:  # fmt: skip
    """Invented cases, written in turns of 5,000. Gives how many.

    With `settings`, the numbers of schools by name, the families come too: parents, homes and the school attended.
    """
    loaded, turn = 0, []
    for one in cases:
        turn.append(one)
        if len(turn) == A_TURN:
            loaded += _turn(turn, authority, teams, loaded, on, settings)
            turn = []
            if progress:
                progress(loaded)
    loaded += _turn(turn, authority, teams, loaded, on, settings) if turn else 0
    log.record("casework.cases.loaded", subject="casework.case:many", by=by, detail={"cases": loaded})
    return loaded


def _turn(
    turn: list[Invented],
    authority: Organisation,
    teams: list[Team],
    before: int,
    on: date,
    settings: dict[str, int] | None,
) -> int:
    """One turn's rows of every table, gathered and written."""
    rows = _Rows(turn, on)
    for place, one in enumerate(turn):
        team = teams[(before + place) % len(teams)].pk if teams else None
        rows.add_child(place, one)
        rows.add_case(place, one, authority.pk, team)
        rows.add_events(place, one)
    for table, columns in TABLES.items():
        copy_in(table, columns, rows.of[table])
    if settings is not None:
        _write_families(turn, rows, settings)
    return len(turn)


def _write_families(turn: list[Invented], rows: _Rows, settings: dict[str, int]) -> None:
    families = Families(len(turn), settings, rows.now, _reserve)
    for place, one in enumerate(turn):
        families.add(rows.child + place, one)
    for table, columns in FAMILY_TABLES.items():
        copy_in(table, columns, families.of[table])


class _Rows:
    """The rows of one turn, with numbers reserved for them."""

    def __init__(self, turn: list[Invented], on: date) -> None:
        self.now, self.on = timezone.now(), on
        self.child, self.case = _reserve("people_child", len(turn)), _reserve("casework_case", len(turn))
        self.event = _reserve("casework_event", sum(len(one.events) for one in turn))
        self.duty = _reserve("casework_openduty", len(turn) * MOST_DUTIES)
        self.of: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}

    def add_child(self, place: int, one: Invented) -> None:
        """The child, marked as invented."""
        number = self.child + place
        upn = _upn(number) if (self.on - one.born_on).days > 5 * 365 else None
        self.of["people_child"].append(
            (number, self.now, uuid.uuid4(), one.given_names, one.family_name, "", "", one.born_on, one.sex, upn,
             "" if upn else NoNumber.UNDER_SIX.value, one.language, False, "", "", ContactBy.POST, True, one.ethnicity)
        )  # fmt: skip

    def add_case(self, place: int, one: Invented, authority: int, team: int | None) -> None:
        """The case."""
        number = self.case + place
        opened = one.events[0].occurred_on
        self.of["casework_case"].append(
            (
                number,
                self.now,
                uuid.uuid4(),
                f"EHC-{number:06d}",
                self.child + place,
                authority,
                team,
                opened,
                False,
            )
        )

    def add_events(self, place: int, one: Invented) -> None:
        """The events, known on the day they happened, and where the case then stands."""
        case, before = self.case + place, self.event - 1
        numbered = [
            event._replace(
                number=before + event.number, answers=before + event.answers if event.answers else None
            )
            for event in one.events
        ]
        for event in numbered:
            recorded = datetime.combine(event.occurred_on, time(12), tzinfo=self.now.tzinfo)
            self.of["casework_event"].append(
                (event.number, case, event.kind, event.occurred_on, event.occurred_on, json.dumps(event.facts), event.answers,
                 False, "", recorded)
            )  # fmt: skip
        self.event += len(numbered)
        course = follow(numbered)
        self.of["casework_standing"].append(standing_row(case, course))
        for row in duty_rows(case, course):
            self.of["casework_openduty"].append((self.duty, *row))
            self.duty += 1


def _upn(number: int) -> str:
    """A sound UPN that no school gives: there is no authority 999."""
    rest = f"999{number % 10**9:09d}"
    return check_letter(rest) + rest


def copy_in(table: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows with COPY, in a transaction. COPY cannot ask row security of each row: under it, by way of a table between."""
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_security_active(%s)", [table])
        is_locked = cursor.fetchone() == (True,)
        into = "came" if is_locked else f'"{table}"'
        if is_locked:
            empty = f'SELECT {names} FROM "{table}" LIMIT 0'  # noqa: S608 (names of our own tables)
            cursor.execute(f"CREATE TEMP TABLE came ON COMMIT DROP AS {empty}")
        with cursor.copy(f"COPY {into} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        if is_locked:
            cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM came')  # noqa: S608
            cursor.execute("DROP TABLE came")


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
