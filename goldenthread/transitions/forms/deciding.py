"""The form of a note of capacity."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.people.models import Adult, Child


class CapacityForm(KitForm):
    """Who speaks for a young person who cannot decide these things."""

    basis = forms.CharField(
        label="Who assessed it, when, and for which decisions?", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Or the order of the court. Somebody who can decide with help, can decide.",
        error_messages={"required": "Say who assessed it, when, and for which decisions."},
    )  # fmt: skip
    representative = forms.ModelChoiceField(
        queryset=Adult.objects.none(), required=False, label="Who decides for them?",
        empty_label="Nobody is named: a parent",
    )  # fmt: skip
    starts_on = DayField(
        label="From which day?", error_messages={"required": "Enter the day from which it holds."}
    )

    def __init__(self, *args: Any, child: Child, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["representative"]
        held = child.relationships.held_on(on)
        field.queryset = Adult.objects.filter(pk__in=held.values("adult")).order_by("name")
