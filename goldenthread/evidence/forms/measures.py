"""Forms of a measure that counts itself."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.evidence.figures import SOURCES
from goldenthread.kit.forms import DayField, KitForm


class TieForm(KitForm):
    """What a measure is counted by."""

    figure = forms.ChoiceField(label="The figure that it is counted by")
    months = forms.TypedChoiceField(
        coerce=int, label="How many months it counts", initial=12,
        choices=[(12, "The last 12 months"), (3, "The last 3 months"), (1, "The last month")],
        help_text="Up to the day on which somebody looks.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offers = [(source.name, [(one.code, one.name) for one in source.offers]) for source in SOURCES]
        self.fields["figure"].choices = [("", "Choose a figure"), *offers]  # type: ignore[attr-defined]


class FreezeForm(KitForm):
    """The day of which a reading is kept."""

    until = DayField(label="The last day that it counts", help_text="A day that is over, like yesterday.")


class RemarkForm(KitForm):
    """What happened on a day that explains the run."""

    about_on = DayField(label="The day that it is about")
    words = forms.CharField(
        max_length=500, label="What happened", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example, two more psychologists began. Name nobody.",
    )  # fmt: skip


class TakeBackForm(KitForm):
    """Why a remark counts no more."""

    why = forms.CharField(
        max_length=500, label="Why it is taken back", help_text="It stays in the record. Days before today still show it."
    )  # fmt: skip
