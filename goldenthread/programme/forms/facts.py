"""Forms for the facts of a plan, and for taking one back."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm, PartialDateField
from goldenthread.partners.models import Body
from goldenthread.programme.choices import RouteStepKind
from goldenthread.programme.forms.parts import words as sentences

FIGURE = "As it is published, for example 46.4%, more than 85%, or 12 weeks"


class RouteStepForm(KitForm):
    """A step on a plan's way to approval."""

    step = forms.ChoiceField(choices=RouteStepKind.choices, label="Step")
    happened_on = PartialDateField(label="When it happened")
    body = forms.ModelChoiceField(Body.objects.order_by("name"), required=False, label="Who decided or received it",
                                  empty_label="Nobody in particular")  # fmt: skip
    words = sentences(3, required=False, label="What was decided, in its own words")
    amendments = sentences(2, required=False, label="What was changed in the document",
                       help_text="Minor changes made at this step.")  # fmt: skip


class MilestoneForm(KitForm):
    """A step on the way to an action's end."""

    title = forms.CharField(max_length=300, label="Milestone")
    due = PartialDateField(required=False, label="When it is due")


class DependencyForm(KitForm):
    """What an action waits for."""

    needs = forms.TypedChoiceField(coerce=int, label="It waits for")

    def __init__(self, *args: Any, actions: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["needs"].choices = [("", "Choose an action"), *actions]  # type: ignore[attr-defined]


class MeasureForm(KitForm):
    """A figure that a plan watches."""

    name = forms.CharField(
        max_length=300, label="What is measured", help_text="For example, Plans finished in 20 weeks"
    )
    definition = sentences(
        3, required=False, label="How it is counted", help_text="Who is in, who is out, and of what."
    )
    better = forms.ChoiceField(choices=[("", "Not said"), ("higher", "Higher is better"), ("lower", "Lower is better")],
                               required=False, label="Which way is better")  # fmt: skip
    area = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, label="Area")
    baseline = forms.CharField(max_length=200, required=False, label="Where it started", help_text=FIGURE)
    target = forms.CharField(max_length=200, required=False, label="Where it is to go", help_text=FIGURE)

    def __init__(self, *args: Any, areas: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", "The whole plan"), *areas]  # type: ignore[attr-defined]


class ReadingForm(KitForm):
    """What a measure was at a time."""

    period = PartialDateField(label="The day, month or year that it is of")
    actual = forms.CharField(max_length=200, required=False, label="What it was", help_text=FIGURE)
    count = forms.IntegerField(required=False, min_value=0, label="How many",
                               help_text="A percentage needs this and the next number.")  # fmt: skip
    base = forms.IntegerField(required=False, min_value=1, label="Out of how many")
    milestone = forms.CharField(max_length=200, required=False, label="What it was to be by then")
    source = forms.CharField(max_length=1000, required=False, label="Where it can be read")


class TakeBackForm(KitForm):
    """Why a fact counts no more."""

    why = forms.CharField(max_length=500, label="Why it is taken back",
                          help_text="It stays in the record. Days before today still show it.")  # fmt: skip


class PriorityForm(KitForm):
    """A priority, with the areas and actions that carry it."""

    title = forms.CharField(max_length=300, label="Priority")
    areas = forms.TypedMultipleChoiceField(coerce=int, required=False, label="Areas that carry it",
                                           widget=forms.CheckboxSelectMultiple)  # fmt: skip
    actions = forms.TypedMultipleChoiceField(coerce=int, required=False, label="Actions that carry it",
                                             widget=forms.CheckboxSelectMultiple)  # fmt: skip

    def __init__(self, *args: Any, choices_of: dict[str, list[tuple[int, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in choices_of.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
