"""SENCOs, champions, training and who came."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.choices import Area
from goldenthread.sensupport.forms.cycles import by_area as by_area

SURE = [("", "Not said"), *((str(number), str(number)) for number in range(1, 6))]


def _schools() -> Any:
    return Organisation.objects.filter(setting__isnull=False).order_by("name")


class _OfASchool(KitForm):
    setting = forms.ModelChoiceField(
        Organisation.objects.none(), label="School or setting", empty_label="Choose"
    )
    name = forms.CharField(max_length=150, label="Name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["setting"].queryset = _schools()


class SencoForm(_OfASchool):
    """A new SENCO."""

    email = forms.EmailField(required=False, label="Work e-mail")
    starts_on = DayField(label="The day on which they took the post")
    has_award = forms.BooleanField(required=False, label="They hold the National Award for SEN Coordination")


class QualificationForm(KitForm):
    """How far a SENCO's qualification is."""

    has_award = forms.BooleanField(required=False, label="They hold the National Award for SEN Coordination")
    enrolled_on = DayField(required=False, label="The day on which the NPQ began")
    qualified_on = DayField(required=False, label="The day on which they qualified")


class ChampionForm(_OfASchool):
    """A champion."""

    area = forms.ChoiceField(choices=Area.choices, label="For what", widget=forms.RadioSelect)
    starts_on = DayField(label="The first day")


class TrainingForm(KitForm):
    """A training."""

    title = forms.CharField(max_length=200, label="What it is called")
    held_on = DayField(label="The day")
    is_network = forms.BooleanField(required=False, label="It is a meeting of the SENCOs’ network")
    is_co_delivered = forms.BooleanField(required=False, label="Parents or young people give it with others")
    why = forms.CharField(
        required=False, max_length=2000, label="What showed the need?", widget=forms.Textarea(attrs={"rows": 2}),
        help_text="An audit, a review, what families said.",
    )  # fmt: skip
    strategies = forms.MultipleChoiceField(
        required=False,
        choices=by_area,
        label="Which strategies does it teach?",
        widget=forms.CheckboxSelectMultiple,
    )


class AttendanceForm(_OfASchool):
    """Somebody who came. The same name again adds what is new."""

    before = forms.TypedChoiceField(
        choices=SURE, required=False, coerce=int, empty_value=None, label="How sure before (1 to 5)"
    )
    after = forms.TypedChoiceField(
        choices=SURE, required=False, coerce=int, empty_value=None, label="How sure after (1 to 5)"
    )
    later = forms.TypedChoiceField(choices=SURE, required=False, coerce=int, empty_value=None,
                                   label="How sure three months on (1 to 5)")  # fmt: skip
    practice = forms.CharField(
        required=False,
        max_length=2000,
        label="What they do differently, three months on",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
