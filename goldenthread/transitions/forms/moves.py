"""The forms of a move."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.partners.models import Organisation
from goldenthread.transitions.choices import Level, cohorts
from goldenthread.transitions.cohorts import FARTHEST
from goldenthread.transitions.queries.lists import MISSING


def _year_words(offset: int) -> str:
    if not offset:
        return "In the year of their age"
    return (
        f"{abs(offset)} year{'s' if abs(offset) > 1 else ''} {'above' if offset > 0 else 'below'} their age"
    )


YEARS = [(str(offset), _year_words(offset)) for offset in range(-FARTHEST, FARTHEST + 1)]


class MoveForm(KitForm):
    """How much the move asks for and why, and where it leads."""

    cohort = forms.ChoiceField(choices=cohorts, label="Which move?")
    level = forms.ChoiceField(choices=Level.choices, widget=forms.RadioSelect, label="How much does this move ask for?",
                              error_messages={"required": "Choose how much this move asks for."})  # fmt: skip
    reason = forms.CharField(
        label="Why is that right for this child?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The family and the next setting read this.",
        error_messages={"required": "Say why this level is right for the child."},
    )  # fmt: skip
    profile = forms.CharField(
        label="What the child wants the next setting to know", required=False, max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text="In the child’s own words, however they were given.",
    )  # fmt: skip
    receiving = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), required=False, label="Next school, college or setting",
        empty_label="Not known yet", help_text="It reads this plan as soon as you save it, and is asked to say that it knows.",
    )  # fmt: skip
    fallback = forms.CharField(
        label="If no place is known in time, what happens then?", required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The second plan. The family reads it. The list flags a child with neither a place nor a second plan.",
    )  # fmt: skip
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["receiving"]
        field.queryset = Organisation.objects.filter(kind="education").order_by("name")


class YearForm(KitForm):
    """The year in which a child is taught."""

    offset = forms.TypedChoiceField(choices=YEARS, coerce=int, label="In which year is the child taught?")
    reason = forms.CharField(label="Why?", required=False, max_length=300)


class UndatedForm(KitForm):
    """A name without a date of birth."""

    name = forms.CharField(label="The child’s name", max_length=300,
                           error_messages={"required": "Give the child’s name as the list has it."})  # fmt: skip
    named_by = forms.CharField(label="Which list names them?", max_length=200,
                               help_text="Such as “Oak Nursery, list of leavers”.",
                               error_messages={"required": "Say which list names the child."})  # fmt: skip


class SettleForm(KitForm):
    """What became of it."""

    outcome = forms.CharField(label="What was found?", max_length=300,
                              help_text="Such as the case in which the date of birth now is.",
                              error_messages={"required": "Say what was found."})  # fmt: skip


class FilterForm(KitForm):
    """What of a cohort to show."""

    level = forms.ChoiceField(choices=[("", "Every level"), *((one.value, one.short) for one in Level)], required=False,
                              label="Level")  # fmt: skip
    missing = forms.ChoiceField(
        choices=[("", "Everybody"), *MISSING], required=False, label="What is missing"
    )
