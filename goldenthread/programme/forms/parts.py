"""Pieces that several of the programme's forms share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm, PartialDateField
from goldenthread.programme import rating_key

LONG = 20_000


class DayLineField(PartialDateField):
    """An exact day in one line, quick to type: "16 February 2022" or "16/2/2022"."""

    default_error_messages = {"required": "Enter a day like 16 February 2022"}

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "For example, 16 February 2022")
        super().__init__(**options)

    def clean(self, value: Any) -> date | None:
        """The day that was typed."""
        partial = super().clean(value)
        if partial is None:
            return None
        if partial.precision != "day":
            raise forms.ValidationError("Enter a day as well as a month and a year, like 16 February 2022")
        return partial.first


class LinesField(forms.CharField):
    """A list, one item on each line."""

    def __init__(self, rows: int = 4, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        options.setdefault("max_length", LONG)
        super().__init__(**options)

    def clean(self, value: Any) -> list[str]:
        """The lines that hold something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        """A stored list as lines."""
        return "\n".join(value) if isinstance(value, list) else value


def words(rows: int = 4, **options: Any) -> forms.CharField:
    """A field for several sentences."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), max_length=LONG, **options)


def grades(key: rating_key.Key, axis: str, now: str = "") -> list[tuple[str, str]]:
    """The choices of an axis in the programme's words; a word that the key no longer has stays while it stands."""
    held = [(grade["code"], grade["word"]) for grade in key[axis]]
    if now and now not in dict(held):
        held.append((now, now))
    return [("", "Not rated"), *held]


class RevisingForm(KitForm):
    """A form that revises a versioned record. `STATE` names the fields of the version that it may change."""

    STATE: tuple[str, ...] = ()

    based_on = forms.IntegerField(widget=forms.HiddenInput, error_messages={
        "required": "Open the page again: we cannot tell which version you were reading"})  # fmt: skip

    @property
    def changes(self) -> dict[str, Any]:
        """What the form would set."""
        return {name: self.value_of(name) for name in self.STATE}

    def value_of(self, name: str) -> Any:
        """A field's answer as the version keeps it."""
        return self.cleaned_data[name]

    @classmethod
    def initial_of(cls, version: Any) -> dict[str, Any]:
        """The fields as they stand in a version."""
        return {"based_on": version.pk} | {name: getattr(version, name) for name in cls.STATE}

    def in_words(self, name: str, value: Any) -> str:
        """A value of a field as people read it."""
        choices = dict(getattr(self.fields[name], "choices", []))
        if isinstance(value, bool):
            return "Yes" if value else "No"
        shown = value if isinstance(value, list) else choices.get(value, value)
        if isinstance(shown, list):
            shown = "; ".join(str(one) for one in shown)
        return str(shown if shown not in (None, "") else "Nothing")
