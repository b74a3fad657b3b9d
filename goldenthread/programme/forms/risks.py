"""Forms for the risk register."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.programme.choices import RiskKind
from goldenthread.programme.forms.parts import RevisingForm, words

LIKELIHOOD = [(1, "1 · very unlikely"), (2, "2 · unlikely"), (3, "3 · possible"), (4, "4 · likely"),
              (5, "5 · almost certain")]  # fmt: skip
SEVERITY = [(1, "1 · slight"), (2, "2 · minor"), (3, "3 · serious"), (4, "4 · grave"), (5, "5 · severe")]


class RiskForm(RevisingForm):
    """A risk or an issue: because of a cause, an event may happen, and so an effect."""

    STATE = ("kind", "cause", "event", "effect", "likelihood", "severity", "owner", "mitigation")

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=RiskKind.choices, label="Risk or issue",
                             help_text="A risk may happen; an issue has.")  # fmt: skip
    cause = words(2, label="Because of …", help_text="The cause")
    event = words(2, label="this may happen …", help_text="The event")
    effect = words(2, label="and so …", help_text="The effect on children, families or the programme")
    likelihood = forms.TypedChoiceField(choices=LIKELIHOOD, coerce=int, label="Likelihood")
    severity = forms.TypedChoiceField(choices=SEVERITY, coerce=int, label="Severity")
    owner = forms.CharField(max_length=200, label="Owner", help_text="The person or post that watches it")
    mitigation = words(3, required=False, label="What we do about it")
    reason = forms.CharField(required=False, max_length=500, label="Why it changes")


class NewRiskForm(RiskForm):
    """A new risk, perhaps of one area."""

    area = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, label="Area")

    def __init__(self, *args: Any, areas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["reason"]
        named = [(now.area.pk, f"{now.number}. {now.title}") for now in areas]
        self.fields["area"].choices = [("", "The whole programme"), *named]  # type: ignore[attr-defined]


class ReasonForm(KitForm):
    """Why a risk goes higher, or closes."""

    reason = forms.CharField(max_length=500, label="Why")
