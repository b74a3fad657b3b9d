"""The form of an advice service's quarter: whole numbers, and no place for words about anybody."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.commissioning.advice import GROUPS
from goldenthread.commissioning.forms.joint import CountField
from goldenthread.kit.forms import KitForm


class QuarterForm(KitForm):
    """How many contacts, and how they are told apart."""

    contacts = CountField(
        label="How many contacts in the quarter", help_text="Every group below adds up to this number."
    )
    based_on = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for group in GROUPS:
            for place, part in enumerate(group.parts):
                name, label = group.field(place), f"{group.title}: {part}"
                self.fields[name] = CountField(
                    label=label, error_messages={"required": f"Enter how many for “{part}”; 0 if none"}
                )
