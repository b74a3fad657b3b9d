"""A number to be asked by text."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.participation.actions.texting import mobile
from goldenthread.participation.errors import Refused


class NumberForm(KitForm):
    """A mobile number, and nothing else."""

    number = forms.CharField(
        max_length=30, label="Your mobile number", help_text="Like 07700 900 123",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}),
    )  # fmt: skip

    def clean_number(self) -> str:
        """The number as it is kept."""
        try:
            return mobile(self.cleaned_data["number"])
        except Refused as refused:
            raise forms.ValidationError(refused.sentence) from None
