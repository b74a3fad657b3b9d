"""The forms of measures: one that a contract asks for, and what comes for a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from goldenthread.commissioning.forms.joint import SHORT, CountField
from goldenthread.commissioning.models import Rhythm
from goldenthread.kit.dates import in_words
from goldenthread.kit.forms import DayField, KitForm


class MeasureForm(KitForm):
    """A measure that a contract asks for."""

    name = forms.CharField(label="Name of the measure", max_length=150)
    counts = forms.CharField(label="What is counted, out of what", max_length=300)
    is_share = forms.BooleanField(
        label="It is a share: a return is not taken without out of how many", required=False
    )
    target = forms.CharField(label="What it should reach", max_length=100, required=False)
    owner = forms.CharField(label="Who returns it", max_length=150, help_text="A role.")
    every_months = forms.TypedChoiceField(label="How often", choices=Rhythm.choices, coerce=int)
    begins_on = DayField(label="First day of its first period")


class SendForm(KitForm):
    """What a provider sends for a period."""

    value = forms.CharField(
        label="The figure in your report", max_length=20, required=False, widget=SHORT,
        help_text="Like 78% or 12. We check it against the two numbers below. You can leave it empty.",
    )  # fmt: skip
    numerator = CountField(
        label="How many", required=False, help_text="The number itself, like 70 in 70 of 90."
    )
    denominator = CountField(
        label="Out of how many", required=False, help_text="Leave it empty for a plain count."
    )
    words = forms.CharField(
        label="What is behind it", required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Why it is higher or lower than before, and what you do about it. Nothing about one child or family.",
    )  # fmt: skip
    based_on = forms.CharField(widget=forms.HiddenInput, required=False)


class ReturnForm(SendForm):
    """The same, entered by those who buy: they choose the period too."""

    period_ends_on = forms.TypedChoiceField(label="For the period that ended on", coerce=date.fromisoformat)
    based_on = None  # type: ignore[assignment]
    field_order = ("period_ends_on",)

    def __init__(self, *args: Any, periods: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["period_ends_on"]
        field.choices = [(day.isoformat(), in_words(day)) for day in reversed(periods)]
