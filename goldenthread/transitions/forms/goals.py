"""The forms of goals for adult life."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.transitions.choices import Adulthood, HowFar, Voice
from goldenthread.transitions.queries.goals import STATES


class GoalForm(KitForm):
    """What a young person wants, and who helps."""

    outcome = forms.ChoiceField(
        choices=[(one.value, f"{one.label}: {one.question}") for one in Adulthood], widget=forms.RadioSelect,
        label="What is the goal about?", error_messages={"required": "Choose what the goal is about."},
    )  # fmt: skip
    words = forms.CharField(
        label="What do you want?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In the young person’s own words. Do not tidy them.",
        error_messages={"required": "Write what the young person wants, in their own words."},
    )  # fmt: skip
    voice = forms.ChoiceField(
        choices=Voice.choices, widget=forms.RadioSelect, label="How were the words given?",
        error_messages={"required": "Choose how the words were given."},
    )  # fmt: skip
    helpers = forms.CharField(
        label="Who helps, and what do they do?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Such as “Mum: comes with me on the bus. The job coach: finds a shop for me to try.”",
        error_messages={"required": "Say who helps and what they do."},
    )  # fmt: skip


class LookForm(KitForm):
    """How far a goal came."""

    how_far = forms.ChoiceField(choices=HowFar.choices, widget=forms.RadioSelect, label="How far did it come?",
                                error_messages={"required": "Choose how far the goal came."})  # fmt: skip
    words = forms.CharField(
        label="What does the young person say now?", required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="In their own words. Leave it empty if they said nothing new.",
    )  # fmt: skip
    helpers = forms.CharField(label="Who helps from now on, and what do they do?", max_length=2_000,
                              widget=forms.Textarea(attrs={"rows": 3}),
                              error_messages={"required": "Say who helps from now on."})  # fmt: skip
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class StateForm(KitForm):
    """What of the list to show."""

    state = forms.ChoiceField(choices=[("", "Everybody"), *STATES], required=False, label="Goals")
