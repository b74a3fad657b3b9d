"""Every case with what the return asks of it, as the file knew it at the end of a day: one statement, read as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import connection, transaction

from goldenthread.partners.models import Setting
from goldenthread.returns.building.codes import KINDS
from goldenthread.returns.building.persons import Case
from goldenthread.returns.building.places import Places

A_TIME = 2_000
"""Rows fetched at a time."""
_CASES = """
WITH told AS (
    SELECT e.case_id, json_agg(json_build_array(e.id, e.kind, e.occurred_on, e.facts)
                               ORDER BY e.occurred_on, COALESCE(e.root, e.id)) AS events
    FROM casework_event e
    WHERE NOT e.is_struck AND e.known_on <= %(known)s AND e.occurred_on <= %(upto)s AND e.kind = ANY(%(kinds)s)
    AND NOT EXISTS (SELECT 1 FROM casework_event c WHERE c.supersedes_id = e.id AND c.known_on <= %(known)s)
    GROUP BY e.case_id
), home AS (
    SELECT DISTINCT ON (r.child_id) r.child_id, a.postcode
    FROM people_residence r JOIN people_address a ON a.household_id = r.household_id
    WHERE r.child_id IS NOT NULL AND r.starts_on <= %(at)s AND (r.ends_on IS NULL OR r.ends_on >= %(at)s)
    AND a.starts_on <= %(at)s AND (a.ends_on IS NULL OR a.ends_on >= %(at)s)
    ORDER BY r.child_id, r.share, a.starts_on DESC
), taught AS (
    SELECT s.child_id, json_agg(json_build_array(t.urn, s.starts_on) ORDER BY s.attends = 'dual', s.starts_on DESC) AS places
    FROM people_schooling s JOIN partners_setting t ON t.organisation_id = s.setting_id
    WHERE s.starts_on <= %(at)s AND (s.ends_on IS NULL OR s.ends_on >= %(at)s) GROUP BY s.child_id
)
SELECT k.id, k.family_name, k.given_names, k.born_on::text, k.sex, k.ethnicity, COALESCE(home.postcode, ''),
       COALESCE(k.upn, ''), COALESCE(k.uln, ''), k.no_number, c.id, c.reference, told.events, taught.places
FROM casework_case c JOIN people_child k ON k.id = c.child_id
LEFT JOIN told ON told.case_id = c.id LEFT JOIN home ON home.child_id = k.id LEFT JOIN taught ON taught.child_id = k.id
ORDER BY k.id, c.id
"""


def statement(*, known_on: date, upto: date, at: date | None = None) -> tuple[str, dict[str, Any]]:
    """The statement that reads the cases, with its values."""
    return _CASES, {"known": known_on, "upto": upto, "at": at or upto, "kinds": list(KINDS)}


def known_cases(*, known_on: date, upto: date, at: date | None = None) -> Iterator[Case]:
    """Every case of the area in the order of its children, with events up to a day as they were known on another.

    Home and schools are those of the day `at`, or else of the day up to which events count.
    """
    sql, values = statement(known_on=known_on, upto=upto, at=at)
    with transaction.atomic(), connection.cursor() as first:
        first.execute(
            "SELECT 1"
        )  # says who reads: a cursor of the server cannot say it with its own statement
        yield from _fetched(sql, values)


def _fetched(sql: str, values: dict[str, Any]) -> Iterator[Case]:
    with connection.connection.cursor(name="known_cases") as cursor:
        cursor.itersize = A_TIME
        cursor.execute(sql, values)
        for row in cursor:
            yield Case(*row)


def known_places() -> Places:
    """The schools, colleges and early years settings, by name and number."""
    return Places(Setting.objects.values_list("organisation__name", "organisation__short_name", "urn"))


def known_phases() -> dict[str, str]:
    """The phase of each setting that has a number."""
    return {one.urn: one.phase_in_words for one in Setting.objects.exclude(urn=None) if one.urn}
