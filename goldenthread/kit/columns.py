"""Database columns that several rooms share."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange

from goldenthread.kit.dates import PartialDate

ONE_DAY = timedelta(days=1)


class PartialDateField(DateRangeField):
    """A day, month or year, kept as the range of days that it can mean.

    A month is never stored as its first day. Look up its bounds with `__startswith` (first day)
    and `__endswith` (the day after the last), as for any PostgreSQL range.
    """

    description = "A day, a month or a year"

    def to_python(self, value: Any) -> PartialDate | None:
        """Read what the database, a form or a file gives."""
        if value is None or value == "" or isinstance(value, PartialDate):
            return value or None
        if isinstance(value, date):
            return PartialDate.of(value)
        if isinstance(value, str):
            return PartialDate.parse(value)
        return _from_range(value)

    def from_db_value(self, value: Any, *_: Any) -> PartialDate | None:
        return self.to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, str | date):
            value = self.to_python(value)
        if isinstance(value, PartialDate):
            value = DateRange(value.first, value.last + ONE_DAY)
        return super().get_prep_value(value)

    def value_to_string(self, obj: models.Model) -> str:
        value = self.value_from_object(obj)
        return value.isoformat() if value else ""

    def formfield(self, **kwargs: Any) -> Any:
        raise NotImplementedError("A form names its own field: kit.fields.PartialDateField")


def _from_range(value: Any) -> PartialDate:
    first, last = value.lower, value.upper - ONE_DAY
    for partial in (PartialDate.of(first), PartialDate(first.year, first.month), PartialDate(first.year)):
        if (partial.first, partial.last) == (first, last):
            return partial
    raise ValueError(f"{first} to {last} is not a day, a month or a year")


class Encoder(DjangoJSONEncoder):
    """JSON that writes a partial date as the file format does."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, PartialDate) else super().default(o)
