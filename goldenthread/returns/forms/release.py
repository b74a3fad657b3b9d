"""Forms of releases and of the area's figures."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.kit.received.fields import ScannedFile

LARGEST = 50 * 1024 * 1024
"""Bytes of a ZIP: the release of 2025 has 4 MB."""


class ReleaseForm(KitForm):
    """A release's ZIP, with what to call it and where it came from."""

    title = forms.CharField(
        label="What is it called?",
        max_length=200,
        help_text="As on its page, with its year: Education, health and care plans, reporting year 2025.",
        error_messages={"required": "Enter what the release is called."},
    )
    source = forms.CharField(
        label="Where did you take it from?",
        max_length=300,
        required=False,
        help_text="Its address, and its licence.",
    )
    file = ScannedFile(
        label="The ZIP file",
        help_text="“Download all data (zip)” on the release’s page, as it is.",
        error_messages={"required": "Choose the ZIP file.", "empty": "The file is empty. Download it again."},
    )

    def clean_file(self) -> Any:
        """Refuse what no release can be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                "The file is larger than 50 MB. No release is so large: is it the right file?"
            )
        return file


class PeriodForm(KitForm):
    """Which time the area's own figures cover."""

    year = forms.ChoiceField(label="Which year?")
    without_contested = forms.BooleanField(
        label="Leave out cases with a mediation or an appeal", required=False,
        help_text="Some who count the published figures again leave these out. What the Department leaves out is not published.",
    )  # fmt: skip

    def __init__(self, *args: Any, years: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years  # type: ignore[attr-defined]
