"""The forms of where young people are."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.kit.received.fields import ScannedFile
from goldenthread.transitions.choices import Evidence, Where

MOST_BYTES = 5 * 1024 * 1024


class DestinationForm(KitForm):
    """Where somebody was on a day, and how we know."""

    where = forms.ChoiceField(choices=Where.choices, widget=forms.RadioSelect, label="Where are they?",
                              error_messages={"required": "Choose where the young person is."})  # fmt: skip
    place = forms.CharField(
        label="Which school, college or employer?", required=False, max_length=200,
        help_text="Leave it empty if there is none.",
    )  # fmt: skip
    known_on = DayField(label="On which day was it so?", help_text="The day that the evidence is about. For example, 16 9 2026",
                        error_messages={"required": "Enter the day on which it was so."})  # fmt: skip
    evidence = forms.ChoiceField(choices=Evidence.choices, widget=forms.RadioSelect, label="How do we know?",
                                 error_messages={"required": "Choose how we know."})  # fmt: skip
    told = forms.CharField(
        label="Who said it and how, or what was tried", required=False, max_length=300,
        help_text="Such as “The college’s roll of 12 September” or “Letter, two calls and a visit”.",
    )  # fmt: skip


class ListForm(KitForm):
    """A list as a file."""

    file = ScannedFile(
        label="The list", widget=forms.FileInput(attrs={"accept": ".csv"}),
        help_text="A CSV file with the headings of the list that you can download.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                "The file is larger than 5 MB. A list is smaller: is it the right file?"
            )
        return file
