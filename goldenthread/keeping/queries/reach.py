"""Everything that leads to a child: the rows of every table, found by the links between the models and by nothing else.

A new table that points to a child or to anything of a child's is found without a word here. Rows that belong to the child
without a link that is always there are named in `ALSO`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.db import models

from goldenthread.people.models import Adult, Child, Household, Residence, Withholding

Model = type[models.Model]
Rows = dict[Model, set[Any]]
ALSO = {"people.Residence", "returns.ReturnFinding"}
"""Tables whose link may be empty in other rows; a row whose link leads to the child is the child's."""
ABOUT_THE_REMOVAL = {"keeping.Removal"}
OF_AN_ADULT = (Residence, Withholding)
"""What an adult has that goes with them; anything else that points to an adult keeps them here."""


def pointing_at(model: Model) -> Iterator[models.Field]:
    """Every link of another table, or of its own, that leads to a model's rows; those without a name back as well."""
    for one in model._meta.get_fields(include_hidden=True):
        if one.auto_created and not one.concrete and (one.one_to_many or one.one_to_one):
            yield one.field  # type: ignore[union-attr]


@cache
def tables_of_a_child() -> frozenset[Model]:
    """The models whose every row belongs to a child."""
    found: set[Model] = {Child}
    waiting: list[Model] = [Child]
    while waiting:
        for field in pointing_at(waiting.pop()):
            if field.model not in found and (not field.null or field.model._meta.label in ALSO):
                found.add(field.model)
                waiting.append(field.model)
    return frozenset(found)


def reach_from(start: Rows) -> Rows:
    """These rows, and all rows that lead to them: what points comes after what it points to."""
    found: Rows = {model: set(keys) for model, keys in start.items()}
    waiting = list(start.items())
    while waiting:
        model, keys = waiting.pop(0)
        for field in pointing_at(model):
            there = field.model
            if there not in tables_of_a_child() or (field.null and there._meta.label not in ALSO):
                continue
            rows = there._base_manager.filter(**{f"{field.name}__in": keys}).values_list("pk", flat=True)
            new = set(rows) - found.get(there, set())
            if new:
                found[there] = found.pop(there, set()) | new
                waiting.append((there, new))
    return found


def reach_of(child: Child) -> Rows:
    """Everything about a child: their own rows, and the adults and homes that only they have."""
    found = reach_from({Child: {child.pk}})
    for model, keys in alone_with(found).items():
        found[model] = found.get(model, set()) | keys
    return found


def alone_with(found: Rows) -> Rows:
    """The adults around a child whom nothing else here needs, their homes, and what is tied to those."""
    adults = {key for key in _adults_in(found) if not _is_needed(Adult, key, found, OF_AN_ADULT)}
    own: Rows = {Adult: adults} if adults else {}
    for model in OF_AN_ADULT:
        _add(own, model, model._base_manager.filter(adult__in=adults).values_list("pk", flat=True))
    lived = Residence.objects.filter(pk__in=found.get(Residence, set()) | own.get(Residence, set()))
    for home in set(lived.values_list("household", flat=True)):
        left = Residence.objects.filter(household=home)
        if not left.exclude(pk__in=found.get(Residence, set()) | own.get(Residence, set())).exists():
            _add(own, Household, [home])
            for field in pointing_at(Household):
                rows = field.model._base_manager.filter(**{field.name: home})
                _add(own, field.model, rows.values_list("pk", flat=True))
    return own


def _add(rows: Rows, model: Model, keys: Iterable[Any]) -> None:
    if new := set(keys):
        rows[model] = rows.get(model, set()) | new


def _adults_in(found: Rows) -> set[Any]:
    """Every adult whom a row of the child names."""
    named: set[Any] = set()
    for field in pointing_at(Adult):
        if keys := found.get(field.model):
            rows = field.model._base_manager.filter(pk__in=keys, **{f"{field.name}__isnull": False})
            named |= set(rows.values_list(field.name, flat=True))
    return named


def _is_needed(model: Model, key: Any, found: Rows, besides: tuple[Model, ...]) -> bool:
    """Whether a row that is not the child's points here."""
    return any(
        field.model._base_manager.filter(**{field.name: key})
        .exclude(pk__in=found.get(field.model, set()))
        .exists()
        for field in pointing_at(model)
        if field.model not in besides
    )


def loose_links(found: Rows) -> Iterator[tuple[models.Field, set[Any]]]:
    """Links from tables that are no child's to rows that go: they may be empty, and become so."""
    for model, keys in found.items():
        for field in pointing_at(model):
            if (
                field.null
                and field.model not in tables_of_a_child()
                and field.model._meta.label not in ABOUT_THE_REMOVAL
            ):
                yield field, keys
