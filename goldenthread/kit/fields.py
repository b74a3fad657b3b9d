"""Form fields for dates: one line for a date that may be only a month, three parts for a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms

from goldenthread.kit.dates import MONTHS, PartialDate, in_words
from goldenthread.kit.reading import EXAMPLE, month_number, read_date


class PartialDateField(forms.CharField):
    """A date as exact as the person knows it, in one line: "16 February 2022", "February 2022", "2022-02"."""

    default_error_messages = {"required": f"Enter a date like {EXAMPLE}"}

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", f"For example, {EXAMPLE}")
        options.setdefault(
            "widget", forms.TextInput(attrs={"class": "govuk-input--width-20", "autocomplete": "off"})
        )
        super().__init__(**options)

    def to_python(self, value: Any) -> PartialDate | None:  # type: ignore[override]
        """The date that was typed; None for nothing."""
        if isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        if not text:
            return None
        try:
            return read_date(text)
        except ValueError as error:
            raise forms.ValidationError(str(error), code="unread") from error

    def run_validators(self, value: Any) -> None:
        """Nothing more to check: the length of a text means nothing for a date."""

    def prepare_value(self, value: Any) -> Any:
        """A stored date in words; what was typed stays as it was typed."""
        if isinstance(value, date):
            return in_words(value)
        return str(value) if isinstance(value, PartialDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the date is another, not whether it was written another way."""
        try:
            return self.to_python(self.prepare_value(initial)) != self.to_python(data)
        except forms.ValidationError:
            return True


class DayWidget(forms.MultiWidget):
    """Three small fields, each with its own label: day, month, year."""

    template_name = "django/forms/widgets/day.html"
    parts = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput(attrs={"inputmode": "numeric"}) for name, _, _ in self.parts
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Any) -> list[str | None]:
        """A stored day in its three parts."""
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return [None, None, None]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Django's context, with a label and a width for each part."""
        context = super().get_context(name, value, attrs)
        for part, (_, label, width) in zip(context["widget"]["subwidgets"], self.parts, strict=True):
            part |= {"label": label, "width": width}
        return context


class DayField(forms.Field):
    """An exact day, asked for as day, month and year."""

    widget = DayWidget
    default_error_messages = {"required": "Enter a day, a month and a year"}

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "For example, 16 2 2022")
        super().__init__(**options)

    def to_python(self, value: Any) -> date | None:
        """The day; None when all three parts are empty."""
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        day, month, year = ((part or "").strip() for part in value)
        if not (day or month or year):
            return None
        missing = [name for name, text in (("day", day), ("month", month), ("year", year)) if not text]
        if missing:
            raise forms.ValidationError(f"Enter a {' and a '.join(missing)} too", code="unfinished")
        return self._made(day, month, year)

    @staticmethod
    def _made(day: str, month: str, year: str) -> date:
        number = month_number(month) or (int(month) if month.isdecimal() else 0)
        if not 1 <= number <= 12:
            raise forms.ValidationError("Enter a month from 1 to 12, or its name", code="unread")
        if not (year.isdecimal() and len(year) == 4 and 1900 <= int(year) <= 2199):
            raise forms.ValidationError("Enter a year with four figures, like 2022", code="unread")
        if not day.isdecimal():
            raise forms.ValidationError("Enter the day as a number, like 16", code="unread")
        try:
            return date(int(year), number, int(day))
        except ValueError:
            message = f"{MONTHS[number]} {year} has no day {int(day)}"
            raise forms.ValidationError(message, code="unread") from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the day is another."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True
