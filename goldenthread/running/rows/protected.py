"""Which tables hold children's rows, and whose rows of each there are.

The tables follow from the rooms' registers of personal data and from the models: one that has a field of a child, or whose
every row belongs to a child. Whose rows there are follows from the way to the child; a table that has none says so in
`OF_NO_CHILD`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import AppConfig, apps
from django.db import models

from goldenthread.casework.models import Case
from goldenthread.people.models import Child

_OWN = "recorded_by_id = (SELECT golden.person())"
_HOUSEHOLDS = "household_id IN (SELECT golden.households())"
_BUYING = "(SELECT golden.may(ARRAY['view-commissioning']))"
_RETURNS = "(SELECT golden.may(ARRAY['sign-returns']))"

OF_NO_CHILD = {
    "people.Adult": "id IN (SELECT golden.adults())",
    "people.Household": "id IN (SELECT golden.households())",
    "people.Address": _HOUSEHOLDS,
    "people.Residence": _HOUSEHOLDS,
    "people.Withholding": "false",
    "casework.CaseImport": _OWN,
    "casework.CaseFileUpload": _OWN,
    "transitions.Undated": "(SELECT golden.may(ARRAY['plan-moves']))",
    "commissioning.PersonalBudget": _BUYING,
    "commissioning.BudgetReview": _BUYING,
    "commissioning.SharedCost": _BUYING,
    "commissioning.SharedTerms": _BUYING,
    "returns.ReturnDraft": _RETURNS,
    "returns.ReturnedCase": _RETURNS,
    "returns.ReturnFinding": _RETURNS,
    "returns.NumberAnswer": _RETURNS,
    "keeping.Canary": "(SELECT golden.may(ARRAY['stand-duty']))",
    "keeping.ContinuityPack": "(SELECT golden.may(ARRAY['take-continuity']))",
    "keeping.Disclosure": "(SELECT golden.may(ARRAY['answer-access']))",
    "keeping.Hold": "(SELECT golden.may(ARRAY['remove-by-rule']))",
    "keeping.Removal": "(SELECT golden.may(ARRAY['remove-by-rule']))",
    "evidence.Pack": "(SELECT golden.may(ARRAY['build-returns', 'view-papers']))",
}
"""By label: whose rows there are, beside those who see the whole area."""


def policies() -> dict[str, str]:
    """Every protected table, with the condition under which one of its rows is there for the reader."""
    return {model._meta.db_table: condition(model) for model in protected_models()}


def protected_models() -> list[type[models.Model]]:
    """The models whose tables hold children's rows."""
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("goldenthread.")
        for model in config.get_models()
        if model._meta.label in OF_NO_CHILD
        or model.__name__ in _of_a_child(config)
        or way_of(model) is not None
    ]


def condition(model: type[models.Model]) -> str:
    """Whose rows of a table there are. Where nothing says so: those of nobody but who sees the whole area."""
    own, way = OF_NO_CHILD.get(model._meta.label, "false"), way_of(model)
    if way is not None and model._meta.label not in OF_NO_CHILD:
        own = _along(model, way)
    return f"(SELECT golden.sees_all()) OR {own}"


def unanswered() -> list[str]:
    """The tables of children of which nothing says whose rows there are."""
    return [
        model._meta.label
        for model in protected_models()
        if model._meta.label not in OF_NO_CHILD and way_of(model) is None
    ]


def _of_a_child(config: AppConfig) -> set[str]:
    """The models of a room whose register names a field of a child or of health."""
    name = f"{config.name}.personal_data"
    if find_spec(name) is None:
        return set()
    named = import_module(name).PERSONAL.items()
    models_ = {field.partition(".")[0] for field, held in named if held.kind in ("child", "health")}
    return models_ - {"*"}


_ENDS: dict[type[models.Model], str] = {Case: "golden.cases()", Child: "golden.children()"}


def way_of(model: type[models.Model]) -> list[models.Field] | None:
    """The shortest way from every row to its case or its child, by links that are never empty."""
    waiting: list[tuple[type[models.Model], list[models.Field]]] = [(model, [])]
    seen = {model}
    while waiting:
        here, way = waiting.pop(0)
        if here in _ENDS:
            return way
        for field in here._meta.concrete_fields:
            there: Any = field.related_model
            if there is not None and not field.null and there not in seen:
                seen.add(there)
                waiting.append((there, [*way, field]))
    return None


def _along(model: type[models.Model], way: list[models.Field]) -> str:
    """In SQL: the row's link leads to a row that there is, and so on to the case or the child."""
    if not way:
        return f"id IN (SELECT {_ENDS[model]})"
    first, *rest = way
    there: Any = first.related_model
    if there in _ENDS:
        return f"{first.column} IN (SELECT {_ENDS[there]})"
    return f"{first.column} IN (SELECT there.id FROM {there._meta.db_table} there WHERE there.{_along(there, rest)})"  # noqa: S608 (names of our own tables)
