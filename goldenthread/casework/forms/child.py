"""The child's own record, as a case's worker mends it."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.casework.forms.opening import ETHNICITIES
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.people.choices import NoNumber, Sex
from goldenthread.people.models import Child

FIELDS = ("given_names", "family_name", "known_as", "born_on", "sex", "ethnicity", "upn", "uln", "no_number")


class ChildForm(KitForm):
    """What is held of a child, but for where and with whom they live."""

    given_names = forms.CharField(max_length=150, label="Given names")
    family_name = forms.CharField(max_length=150, label="Family name")
    known_as = forms.CharField(max_length=100, required=False, label="Known as")
    born_on = DayField(label="Date of birth", help_text="For example, 31 3 2019")
    sex = forms.ChoiceField(choices=Sex.choices, widget=forms.RadioSelect, label="Sex")
    ethnicity = forms.ChoiceField(
        required=False, label="Ethnicity", help_text="As the child or the family gave it."
    )
    upn = forms.CharField(
        required=False, max_length=20, label="UPN", help_text="The 13 characters from the school’s record."
    )
    uln = forms.CharField(
        required=False, max_length=14, label="ULN", help_text="10 digits, for young people aged 14 and over."
    )
    no_number = forms.ChoiceField(choices=[("", "It has a number"), *NoNumber.choices], required=False,
                                  label="Why there is no number")  # fmt: skip

    def __init__(self, *args: Any, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, initial={name: getattr(child, name) for name in FIELDS}, **kwargs)
        finer = child.ethnicity
        known = dict(ETHNICITIES)
        more = [] if finer in known else [(finer, f"Code {finer}")]
        self.fields["ethnicity"].choices = [*ETHNICITIES, *more]  # type: ignore[attr-defined]
