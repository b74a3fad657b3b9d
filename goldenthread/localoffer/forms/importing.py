"""The form with which a list of services comes in."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.kit.received.fields import ScannedFile

MOST_BYTES = 40 * 1024 * 1024


class ListForm(KitForm):
    """A list of services, and how far away is still of interest."""

    file = ScannedFile(
        label="A list of services", allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".csv,.json,.txt"}),
        error_messages={"required": "Choose the file that holds the list"}, help_text="CSV or JSON, up to 40 MB.",
    )  # fmt: skip
    within_km = forms.FloatField(
        required=False, min_value=1, max_value=500, label="Only those within how many kilometres",
        help_text="For schools and childcare. Schools of our own area come in from any distance. Leave it empty for all.",
        error_messages={"invalid": "Enter a distance in kilometres, like 25"},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "decimal"}),
    )  # fmt: skip
    postcode = forms.CharField(
        required=False, max_length=10, label="Of which postcode",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}),
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"This file has {file.size / 1024 / 1024:.0f} MB, and 40 MB fit. Send it in parts"
            )
        return file

    def clean(self) -> dict[str, Any]:
        """A distance needs a place to measure from."""
        given = super().clean() or {}
        if given.get("within_km") and not given.get("postcode"):
            self.add_error("postcode", "Enter the postcode from which the distance is measured")
        return given
