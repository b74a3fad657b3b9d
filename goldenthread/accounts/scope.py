"""How far somebody's permission goes, and how a model says which of its rows lie within."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self

from django.db import models
from django.db.models import F


@dataclass(frozen=True)
class Reach:
    """The part of the area in which something is allowed: everywhere, or in these programmes, or nowhere."""

    everywhere: bool = False
    programmes: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.programmes)

    def covers(self, programme: str | None) -> bool:
        """Whether it covers a programme; None stands for what belongs to the whole area."""
        return self.everywhere or (programme is not None and programme in self.programmes)


NOWHERE = Reach()


class ScopedQuerySet(models.QuerySet[Any]):
    """Rows that belong to a programme.

    `scope_path` is the way from the row to the programme's slug ("programme__slug", or "slug" for a programme
    itself); None for rows of the whole area, which everybody inside sees and only an everywhere role changes.
    """

    scope_path: str | None = None

    def within(self, reach: Reach) -> Self:
        """The rows within somebody's reach."""
        if not reach:
            return self.none()
        if reach.everywhere or self.scope_path is None:
            return self.all()
        return self.filter(**{f"{self.scope_path}__in": reach.programmes})

    def with_scope(self) -> Self:
        """The rows, each with its programme's slug as `gate_scope`."""
        if self.scope_path is None:
            return self.annotate(gate_scope=models.Value(None, output_field=models.CharField(null=True)))
        return self.annotate(gate_scope=F(self.scope_path))

    def open_to_public(self) -> Self:
        """The rows that anybody may read: none, until a model says otherwise."""
        return self.none()


def scope_of(record: Any) -> str | None:
    """The slug of the programme that a record belongs to; None for the whole area."""
    if hasattr(record, "gate_scope"):
        scope: str | None = record.gate_scope
        return scope
    path = type(record)._default_manager.all().scope_path
    value: Any = record
    for step in path.split("__") if path else ():
        value = getattr(value, step, None)
    return value if path else None
