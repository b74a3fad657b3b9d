"""The forms that open a case: the child, who asked, and when it was received."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from goldenthread.casework.models import Case
from goldenthread.casework.process.kinds import KINDS
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.people.choices import Ethnicity, NoNumber, Sex, Tie

BY = next(fact for fact in KINDS["request-received"].facts if fact.name == "by").choices

ETHNICITIES = [("", "Not recorded"), *Ethnicity.choices]


class RequestForm(KitForm):
    """A request to assess a child, as it came in."""

    CHILD = (
        "given_names",
        "family_name",
        "known_as",
        "born_on",
        "sex",
        "upn",
        "uln",
        "no_number",
        "first_language",
        "ethnicity",
    )

    given_names = forms.CharField(max_length=150, label="Given names")
    family_name = forms.CharField(max_length=150, label="Family name")
    known_as = forms.CharField(max_length=100, required=False, label="Known as")
    born_on = DayField(label="Date of birth", help_text="For example, 31 3 2019")
    sex = forms.ChoiceField(choices=Sex.choices, widget=forms.RadioSelect, label="Sex", initial=Sex.UNKNOWN)
    upn = forms.CharField(
        required=False, max_length=20, label="UPN", help_text="The 13 characters from the school’s record."
    )
    uln = forms.CharField(
        required=False, max_length=14, label="ULN", help_text="10 digits, for young people aged 14 and over."
    )
    no_number = forms.ChoiceField(choices=[("", "It has a number"), *NoNumber.choices], required=False,
                                  label="Why there is no number")  # fmt: skip
    first_language = forms.CharField(max_length=80, required=False, label="First language")
    ethnicity = forms.ChoiceField(
        choices=ETHNICITIES, required=False, label="Ethnicity", help_text="As the family gave it."
    )
    is_another = forms.BooleanField(required=False, label="This is another child",
                                    help_text="Tick this only when you have looked at the child named above.")  # fmt: skip
    adult_name = forms.CharField(max_length=200, required=False, label="Parent or carer")
    tie = forms.ChoiceField(choices=Tie.choices, required=False, label="What they are to the child")
    has_responsibility = forms.BooleanField(required=False, label="They have parental responsibility",
                                            help_text="Tick this only when you know it.")  # fmt: skip
    occurred_on = DayField(label="Day on which the request was received",
                           help_text="All of the weeks run from this day, not from the day it was written.")  # fmt: skip
    by = forms.ChoiceField(choices=BY, widget=forms.RadioSelect, label="Who asked")
    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 5}), required=False, max_length=20_000,
                            label="What they asked for")  # fmt: skip

    @property
    def child(self) -> dict[str, Any]:
        """What was typed of the child."""
        return {name: self.cleaned_data[name] for name in self.CHILD}

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed of the request."""
        words = {"words": self.cleaned_data["words"]} if self.cleaned_data["words"] else {}
        return {"by": self.cleaned_data["by"], **words}


class AskForm(KitForm):
    """What a parent tells us to ask for an assessment. Short on purpose: the rest can be told later."""

    given_names = forms.CharField(max_length=150, label="Your child’s first names")
    family_name = forms.CharField(max_length=150, label="Your child’s last name")
    born_on = DayField(label="Date of birth", help_text="For example, 31 3 2019")
    tie = forms.ChoiceField(choices=[choice for choice in Tie.choices if choice[0] != Tie.REPRESENTATIVE],
                            widget=forms.RadioSelect, label="What are you to the child?",
                            error_messages={"required": "Choose what you are to the child"})  # fmt: skip
    has_responsibility = forms.BooleanField(
        required=False,
        label="I have parental responsibility",
        help_text="Most parents do. If you are not sure, leave it empty.",
    )
    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), max_length=20_000, label="What does your child find hard?",
                            error_messages={"required": "Tell us what your child finds hard"},
                            help_text="Tell us in your own words. You can send more later.")  # fmt: skip


class GiveForm(KitForm):
    """Which cases to give, and to whom."""

    worker = forms.TypedChoiceField(coerce=int, label="Give to")
    cases = forms.TypedMultipleChoiceField(coerce=int, label="Cases", widget=forms.CheckboxSelectMultiple)

    def __init__(
        self, *args: Any, cases: Iterable[Case], workers: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = [("", "Choose a worker"), *workers]  # type: ignore[attr-defined]
        self.fields["cases"].choices = [(case.pk, _line(case)) for case in cases]  # type: ignore[attr-defined]


def _line(case: Case) -> str:
    """A case in a list to tick."""
    due = f", due {case.standing.next_due_on:%-d %B %Y}" if case.standing.next_due_on else ""
    return f"{case.child}, {case.reference}: {case.standing.get_stage_display()}{due}"
