"""A row in every table that leads to a child, with a planted word in every text, file and JSON: made from the models alone.

A table that is added tomorrow is planted too. Checks of the database are taken off first, in the test's own transaction: what
stands in a row matters less here than that every column says whose it is.
"""

from __future__ import annotations

import zlib
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import connection, models

from goldenthread.casework.models import CaseImport, Paper
from goldenthread.commissioning.models import PersonalBudget, SharedCost
from goldenthread.evidence.models import Pack
from goldenthread.keeping.models import Hold
from goldenthread.keeping.queries.reach import ALSO, tables_of_a_child
from goldenthread.people.models import Address, Adult, Child, Household, Withholding
from goldenthread.returns.models import ReturnDraft
from tests.readers import person
from tests.second_lock import as_the_owner

DAY, NOON = date(2004, 5, 5), datetime(2004, 5, 5, 12, tzinfo=UTC)
_CHECKS = """
SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE contype = 'c' AND connamespace = 'public'::regnamespace
"""
_numbers = count(1)


def let_anything_in() -> None:
    """Take the checks off, until the test's transaction is rolled back."""
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute(_CHECKS)
        for table, name in cursor.fetchall():
            if not table.startswith(("procrastinate", "keeping_removal")):
                cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


def plant(marker: str, born_on: date) -> tuple[Child, dict[str, int]]:
    """A child with a row in every table, and how many rows each has. The child has an account of their own."""
    made: dict[Any, Any] = {}
    child = _make(Child, marker, made, born_on=born_on, user=person("family", name=f"{marker} Self"))
    made[Child] = child
    for model in (Adult, Household, Address, Withholding):
        made[model] = _make(model, marker, made)
    made[Adult].user = person("family", name=f"{marker} Parent")
    made[Adult].save()
    waiting = [model for model in tables_of_a_child() if model not in (Child, Hold)]
    while waiting:
        model = waiting.pop(0)
        needed = {f.related_model for f in model._meta.concrete_fields if f.is_relation} - {model}
        needed = needed if model._meta.label in ALSO else {f.related_model for f in _always(model)}
        if needed & set(waiting):
            waiting.append(model)
            continue
        made[model] = _make(model, marker, made)
    _copies(marker, made)
    return child, {model._meta.label: 1 for model in made if model in tables_of_a_child()}


def _always(model: Any) -> list[Any]:
    return [
        f
        for f in model._meta.concrete_fields
        if f.is_relation and not f.null and f.related_model is not model
    ]


def _copies(marker: str, made: dict[Any, Any]) -> None:
    reference = next(one for model, one in made.items() if model.__name__ == "Case").reference
    for model in (PersonalBudget, SharedCost):
        _make(model, marker, made, reference=reference)
    _make(Pack, marker, made, kind="inspection", as_at=date(2050, 1, 1))


def _make(model: type[models.Model], marker: str, made: dict[Any, Any], **given: Any) -> Any:
    row = model(**{
        field.name: given[field.name] if field.name in given else _value(model, field, marker, made)
        for field in model._meta.concrete_fields
        if not isinstance(field, models.AutoField) and not field.generated
    })  # fmt: skip
    row.save(force_insert=True)
    return row


def _value(model: Any, field: Any, marker: str, made: dict[Any, Any]) -> Any:
    if field.is_relation:
        return _link(field, marker, made)
    if field.choices:
        return field.choices[0][0]
    if field.name in ("person", "request"):
        return 1
    if model is Paper and field.name == "elsewhere":
        return ""  # its bytes are in the row
    if field.has_default() and isinstance(field, models.UUIDField):
        return field.get_default()
    return _plain(field, marker)


def _link(field: Any, marker: str, made: dict[Any, Any]) -> Any:
    """To the child's own row of that table; to nothing where it may be; else to a row that is nobody's."""
    there = field.related_model
    if field.model is there or (field.name == "adult" and "residence" in field.model._meta.db_table):
        return None
    if there in made:
        return made[there]
    if field.null:
        return None
    if there._meta.label == "accounts.User":
        return person("caseworker")
    if there is ReturnDraft:  # many children's: of this one only the person in its XML
        made[there] = _make(there, "A return", {}, packed=_xml(marker), changes={"rows": [marker]})
        return made[there]
    if there is CaseImport:
        made[there] = _make(there, marker, {})
        return made[there]
    return _make(there, f"Elsewhere {next(_numbers)}", {})


def _xml(marker: str) -> bytes:
    return zlib.compress(f"<Persons><Person>{marker}</Person><Person>Another</Person></Persons>".encode())


def _plain(field: Any, marker: str) -> Any:
    if isinstance(field, DateRangeField):
        return None
    for kind, value in (
        (models.EmailField, f"{marker}{next(_numbers)}@example.org".lower()), (models.DateTimeField, NOON),
        (models.DateField, DAY),
        (models.BooleanField, False), (models.DecimalField, Decimal(1)), (models.BinaryField, f"file {marker}".encode()),
        (models.JSONField, {"words": marker}), (ArrayField, [marker]),
    ):  # fmt: skip
        if isinstance(field, kind):
            return value
    if isinstance(field, models.CharField | models.TextField):
        longest = getattr(field, "max_length", None) or 200
        words = f"{marker} {next(_numbers)}"
        return words if len(words) <= longest else f"{next(_numbers)}"[-longest:]
    return next(_numbers) % 30000 if isinstance(field, models.IntegerField) else field.get_default()


def traces(marker: str) -> list[str]:
    """Every table in which a word still stands: in a text, in JSON, or among the bytes of a file."""
    found, needle = [], marker.lower()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        for (table,) in cursor.fetchall():
            question = f'SELECT count(*) FROM "{table}" r WHERE lower(r::text) LIKE %s OR r::text LIKE %s'  # noqa: S608 (our own tables)
            cursor.execute(question, [f"%{needle}%", f"%{marker.encode().hex()}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    packed = (draft.xml for draft in ReturnDraft.objects.exclude(packed=None))
    return [*found, *("the XML of a return" for xml in packed if marker.encode() in xml)]
