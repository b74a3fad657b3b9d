"""Forms of our own return: asking for a draft, and signing one."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm


class DraftForm(KitForm):
    """What the cases do not know: the year, the authority's number, and whether three officers are in post."""

    OFFICERS = ("has_medical_officer", "has_clinical_officer", "has_care_officer")

    year = forms.ChoiceField(label="Which return?")
    authority = forms.RegexField(
        r"^[0-9]{3}$", label="Number of the authority", max_length=3,
        help_text="The Department’s three figures, such as 330.",
        error_messages={"required": "Enter the three figures of the authority.",
                        "invalid": "The number of an authority has three figures, such as 330."},
    )  # fmt: skip
    has_medical_officer = forms.BooleanField(required=False, label="There is a designated medical officer")
    has_clinical_officer = forms.BooleanField(required=False, label="There is a designated clinical officer")
    has_care_officer = forms.BooleanField(required=False, label="There is a designated social care officer")

    def __init__(self, *args: Any, years: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years  # type: ignore[attr-defined]

    @property
    def officers(self) -> dict[str, bool]:
        """Who is in post."""
        return {name: self.cleaned_data[name] for name in self.OFFICERS}


class SignForm(KitForm):
    """A signature."""

    is_looked_at = forms.BooleanField(
        label="I have looked at the counts, at what the checks found and at what changed",
        error_messages={"required": "Look at the draft first, and say that you have."},
    )
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2_000,
        label="Why it goes in with errors", help_text="The second person reads this.",
    )  # fmt: skip
