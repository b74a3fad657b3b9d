"""S25: one answer holds everything about a child; counted by SQL over the links of the database itself."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from datetime import date

import pytest
from django.db import connection

from assurance.amount import times
from goldenthread.keeping.actions import disclosing
from goldenthread.keeping.queries.everything import everything
from tests.casework import world
from tests.keeping.planted import let_anything_in, plant
from tests.keeping.world import ask, settle
from tests.readers import person

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(3600)]
CHILDREN, TODAY = times(8, full=1000), date(2026, 11, 24)
_LINKS = """
SELECT c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
"""
NOT_FOLLOWED = {"keeping_removal"}
"""The record of what was removed is about the rule, and is emptied of the child."""
AROUND = {"people_adult", "people_household", "people_address", "people_withholding"}
"""The adults and homes that only this child has: counted by hand below, for no link leads from them to the child."""


def _independent(child: int) -> Counter[str]:
    """Rows of each table that lead to the child, by the links in the database's own catalogue and by no model of ours.

    A row belongs if any of its links leads to a row that does; so that nothing is forgotten because a link may be empty.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LINKS)
        links = [link for link in cursor.fetchall() if link[0] not in NOT_FOLLOWED]
        found: dict[str, set[int]] = {"people_child": {child}}
        waiting = [("people_child", {child})]
        while waiting:
            table, keys = waiting.pop()
            for there, column, to in links:
                if to != table:
                    continue
                cursor.execute(f"SELECT * FROM {there} WHERE {column} = ANY(%s)", [list(keys)])
                named = [one.name for one in cursor.description]
                key = named.index("id") if "id" in named else named.index(column)
                new = {row[key] for row in cursor.fetchall()} - found.get(there, set())
                if new:
                    found.setdefault(there, set()).update(new)
                    waiting.append((there, new))
    return Counter({table: len(keys) for table, keys in found.items()})


def test_the_answer_is_complete(record_property):
    """As many rows of each table as an independent count finds, for every child; a table that is missing is named."""
    let_anything_in()
    wrong, rows = [], 0
    for number in range(CHILDREN):
        child, planted = plant(f"Xanadu{number:04d}x", date(2015, 1, 1))
        ours = Counter(_table(row.label) for row in everything(child, TODAY))
        theirs = _independent(child.pk)
        rows += sum(ours.values())
        for table in sorted({*ours, *theirs} - AROUND):
            if ours[table] != theirs[table]:
                wrong.append(f"{table}: {ours[table]} in the answer, {theirs[table]} in the database")
        wrong += [f"{table} is missing" for table in AROUND if not ours[table]]
        wrong += [f"{label} was planted and is missing" for label in planted if not ours[_table(label)]]
    record_property(
        "counted", {"what": f"answers about a child, {rows} rows", "tried": CHILDREN, "failed": len(wrong)}
    )
    assert wrong == []


def _table(label: str) -> str:
    return label.lower().replace(".", "_")


def test_others_are_decided_on_before_anything_leaves(record_property):
    """The father's rows are flagged for the mother; not released by one person, and what is left out is not in the file."""
    one, other = person("data-protection"), person("data-protection")
    held = ask(on=TODAY, by=one, case=world.bring_to(world.make_case(), "assessment-agreed"))
    rows = everything(held.child, TODAY, asked_by=held.adult)
    flagged = [row for row in rows if row.flags]
    assert {row.label for row in flagged} >= {"people.Adult", "people.Relationship"}
    refused = 0
    for attempt in (
        lambda: disclosing.prepare(disclosure=held, on=TODAY, by=one),
        lambda: disclosing.release(disclosure=held, on=TODAY, by=other),
        lambda: disclosing.decide(disclosure=held, decisions={flagged[0].key: ("redact", " ")}, by=one),
    ):
        with pytest.raises(disclosing.Refused):
            attempt()
        refused += 1
    ready = disclosing.prepare(disclosure=settle(held, on=TODAY, by=one), on=TODAY, by=one)
    with pytest.raises(disclosing.Refused, match="Another person"):
        disclosing.release(disclosure=ready, on=TODAY, by=one)
    released, secret, code = disclosing.release(disclosure=ready, on=TODAY, by=other)
    assert disclosing.take(secret=secret, code="WRONG", on=TODAY) is None
    taken = disclosing.take(secret=secret, code=code.lower(), on=TODAY)
    archive = zipfile.ZipFile(io.BytesIO(bytes(taken.content)))
    words = archive.read("read-me-first.html").decode() + archive.read("everything.json").decode()
    assert "Fabian Otherwise" not in words
    assert "Robin Example" in words
    assert json.loads(archive.read("everything.json"))["rows"] == len(everything(held.child, TODAY)) - 0
    disclosing.recall(disclosure=released, on=TODAY, by=other)
    assert disclosing.take(secret=secret, code=code, on=TODAY) is None
    record_property(
        "counted", {"what": "ways past the decisions or the second person", "tried": refused + 1, "failed": 0}
    )


def test_a_code_is_tried_five_times(record_property):
    one, other = person("data-protection"), person("data-protection")
    ready = disclosing.prepare(disclosure=settle(ask(by=one), by=one), on=TODAY, by=one)
    _, secret, code = disclosing.release(disclosure=ready, on=TODAY, by=other)
    got_in = sum(disclosing.take(secret=secret, code=f"AAAA{n:04d}", on=TODAY) is not None for n in range(5))
    assert disclosing.take(secret=secret, code=code, on=TODAY) is None
    record_property(
        "counted",
        {"what": "codes guessed, the right one after five wrong ones", "tried": 6, "failed": got_in},
    )
    assert got_in == 0
