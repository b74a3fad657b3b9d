"""Forms of a strategy's yearly review."""

from __future__ import annotations

from django import forms

from goldenthread.evidence.models import Choice
from goldenthread.kit.forms import KitForm


class BeginReviewForm(KitForm):
    """Who was asked before the review."""

    asked_words = forms.CharField(
        required=False, max_length=500, label="Who was asked, and when", widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example, families and staff by survey in October 2025. Leave it empty if nobody was.",
    )  # fmt: skip
    asked_count = forms.IntegerField(
        required=False,
        min_value=0,
        label="How many people answered",
        help_text="Leave it empty if it is not known.",
    )


class VerdictForm(KitForm):
    """What becomes of one priority."""

    choice = forms.ChoiceField(choices=Choice.choices, widget=forms.RadioSelect, label="What becomes of it")
    reason = forms.CharField(
        max_length=1000,
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Everybody can read it.",
    )
    new_words = forms.CharField(
        required=False, max_length=300, label="What it says from now on", help_text="Only if it is changed."
    )


class AgreeForm(KitForm):
    """The meeting that agreed a review."""

    agreed_by = forms.CharField(
        max_length=200, label="Which meeting agreed it", help_text="For example, SEND Partnership Board"
    )
