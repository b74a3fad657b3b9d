"""Every text in the database that somebody may have typed, replaced by payloads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from assurance.tests.payloads import LINKS, fitting
from tests.second_lock import as_the_owner

SHORTEST = 16
"""Letters of the shortest payload: a field of fewer holds none."""
OURS = re.compile(
    r"(^|_)(hash|sha256|mac|key|kind|mime|password|uri|code|figure|scope|slug|urn|series|route|concept|browser|version|order)$"
    r"|^(cohort|delivery|confidence|impact|check_id|criterion|severity|measure|rows|columns|rule|value|better|action|subject|actor)$"
)
"""Texts that we write and nobody types, by the field's name: a word of a list, a hash, an address within."""
TOLD = {
    "programme.TimelineEvent.kind", "evidence.Change.source", "evidence.KeptCount.source", "casework.Picture.line",
    "casework.PlanLock.line", "casework.PlanComment.line", "casework.PlanOverride.line", "casework.Delivery.line",
    "casework.Delivery.term", "casework.PlanText.type", "returns.PublishedTable.name", "returns.PublishedLine.topic",
    "returns.PublishedLine.breakdown", "returns.PublishedLine.period", "returns.PublishedLine.level", "accounts.User.email",
    "casework.CaseImport.columns",
}  # fmt: skip
"""More of them, which the name alone does not tell; and the addresses by which people sign in."""
LINKED = re.compile(r"link$|address$|film|leads_to|^address")
PROSE = re.compile(r"\w \w")


@dataclass
class Filled:
    """What was filled: fields, values, and pairs of a field and a payload. `refused` are fields that the database kept."""

    fields: set[str] = field(default_factory=set)
    values: int = 0
    pairs: set[tuple[str, str]] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)


def typed() -> Iterator[tuple[Any, Any]]:
    """Every model with every field of it that holds what somebody may have typed."""
    for config in apps.get_app_configs():
        if not config.name.startswith("goldenthread.") or config.label == "audit":
            continue
        for model in config.get_models():
            for one in model._meta.concrete_fields:
                if f"{model._meta.label}.{one.name}" not in TOLD and is_typed(one):
                    yield model, one


def is_typed(one: Any) -> bool:
    """Whether a field is text of some length that is no choice, no key and no code of ours."""
    if OURS.search(one.name) or one.choices or isinstance(one, models.SlugField | models.UUIDField):
        return False
    if isinstance(one, models.JSONField):
        return True
    return isinstance(one, models.CharField | models.TextField) and (one.max_length or SHORTEST) >= SHORTEST


def fill(turn: int = 0) -> Filled:
    """Payloads in every text of every row, the triggers of the audit and of versions aside."""
    filled = Filled()
    with as_the_owner(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for place, (model, one) in enumerate(typed()):
            name = f"{model._meta.label}.{one.name}"
            try:
                with transaction.atomic():
                    pairs = (
                        _json(cursor, model, one)
                        if isinstance(one, models.JSONField)
                        else _text(model, one, turn + place)
                    )
            except DatabaseError:
                filled.refused.append(name)
                continue
            if pairs[0]:
                filled.fields.add(name)
                filled.values += pairs[0]
                filled.pairs |= {(name, one) for one in pairs[1]}
        cursor.execute("SET session_replication_role = DEFAULT")
    return filled


def _text(model: Any, one: Any, turn: int) -> tuple[int, tuple[str, ...]]:
    """Every value that is there; the rows of one that is unique each get a number."""
    if LINKED.search(one.name):
        chosen = tuple(link for link in LINKS if len(link) <= (one.max_length or 1000))
        rows = list(model._base_manager.exclude(**{one.name: ""}).values_list("pk", flat=True))
        for place, key in enumerate(rows):
            model._base_manager.filter(pk=key).update(**{one.name: chosen[(turn + place) % len(chosen)]})
        return len(rows), chosen[: len(rows)]
    chosen = fitting(one.max_length and one.max_length - 5, turn)
    number = (
        model._base_manager.exclude(**{one.name: ""})
        .exclude(**{one.name: None})
        .update(**{one.name: models.functions.Concat(models.Value(" ".join(chosen) + " "), _numbered())})
    )
    return number, chosen


def _numbered() -> Any:
    return models.functions.Right(models.functions.Cast("pk", models.TextField()), 4)


def _json(cursor: Any, model: Any, one: Any) -> tuple[int, tuple[str, ...]]:
    """The prose within: what has words with spaces between them, and is no key."""
    chosen, number = fitting(None, 0), 0
    table, key = model._meta.db_table, model._meta.pk.column
    cursor.execute(f'SELECT "{key}", "{one.column}"::text FROM "{table}" WHERE "{one.column}" IS NOT NULL')
    for row, text in cursor.fetchall():
        before = json.loads(text)
        after, changed = _replaced(before, " ".join(chosen))
        if changed:
            number += 1
            cursor.execute(
                f'UPDATE "{table}" SET "{one.column}" = %s WHERE "{key}" = %s', [json.dumps(after), row]
            )
    return number, chosen if number else ()


def _replaced(content: Any, words: str) -> tuple[Any, int]:
    if isinstance(content, str):
        return (words, 1) if PROSE.search(content) else (content, 0)
    if isinstance(content, list):
        parts = [_replaced(one, words) for one in content]
        return [one for one, _ in parts], sum(number for _, number in parts)
    if isinstance(content, dict):
        named = {key: _replaced(one, words) for key, one in content.items()}
        return {key: one for key, (one, _) in named.items()}, sum(number for _, number in named.values())
    return content, 0
