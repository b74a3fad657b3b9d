"""A pupil, what they get, and a school's whole list."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.kit.received.fields import ScannedFile
from goldenthread.people.choices import Sex
from goldenthread.sensupport.choices import Code, Need

MOST_BYTES = 5 * 1024 * 1024
NEEDS = [("", "None"), *Need.choices]


class ProvisionForm(KitForm):
    """What a pupil gets, and the type of need: what people see comes before any code."""

    need_in_words = forms.CharField(
        required=False, max_length=3000, label="What do you see?", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What is hard for the child, and when. Before any code.",
    )  # fmt: skip
    strengths = forms.CharField(
        required=False,
        max_length=2000,
        label="What is the child good at?",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    code = forms.ChoiceField(choices=[(one.value, f"{one.value}: {one.label}") for one in Code], widget=forms.RadioSelect,
                             label="What does the child get?")  # fmt: skip
    is_plan_elsewhere = forms.BooleanField(required=False, label="Another council keeps the plan")
    primary_need = forms.ChoiceField(choices=NEEDS, required=False, label="Type of need")
    secondary_need = forms.ChoiceField(choices=NEEDS, required=False, label="Second type of need")


class PupilForm(ProvisionForm):
    """A pupil who is not on the register yet."""

    given_names = forms.CharField(max_length=150, label="Given names")
    family_name = forms.CharField(max_length=150, label="Family name")
    born_on = DayField(label="The date of birth", help_text="For example, 31 3 2017")
    upn = forms.CharField(
        max_length=20, required=False, label="UPN", help_text="The 13 characters from your school’s system."
    )
    sex = forms.ChoiceField(choices=Sex.choices, widget=forms.RadioSelect, label="Sex", initial=Sex.UNKNOWN)
    field_order = ["given_names", "family_name", "born_on", "upn", "sex"]


class ListForm(KitForm):
    """A school's list."""

    file = ScannedFile(
        label="Your school’s list", widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
        help_text="CSV, one row for each pupil. The first row has headings: forename, surname, date of birth, UPN, SEN code, "
                  "primary need.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                "The file is larger than 5 MB. A school’s list is smaller: is it the right file?"
            )
        return file
