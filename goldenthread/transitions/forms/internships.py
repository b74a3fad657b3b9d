"""The forms of employers and supported internships."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.transitions.choices import Evidence, InWork
from goldenthread.transitions.models import Employer

_BOX = {"rows": 3}


class EmployerForm(KitForm):
    """An employer."""

    name = forms.CharField(label="Employer", max_length=200)
    offer = forms.CharField(
        label="What does it offer?", max_length=2_000, widget=forms.Textarea(attrs=_BOX),
        help_text="The work, how many places, when.", error_messages={"required": "Say what the employer offers."},
    )  # fmt: skip
    adjustments = forms.CharField(
        label="What does it adjust?", required=False, max_length=2_000, widget=forms.Textarea(attrs=_BOX),
        help_text="Such as a quiet room, later starts, pictures for each task.",
    )  # fmt: skip
    contact = forms.CharField(label="Whom to ask there, and how", required=False, max_length=200,
                              help_text="Only with that person’s consent.")  # fmt: skip
    consented_on = DayField(label="When did that person agree to be contacted?", required=False)
    consent = forms.CharField(label="How was the consent given?", required=False, max_length=200,
                              help_text="Such as “by e-mail to the job coach”.")  # fmt: skip
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class InternshipForm(KitForm):
    """A supported internship that begins."""

    employer = forms.ModelChoiceField(
        queryset=Employer.objects.none(), label="Employer", empty_label="Choose"
    )
    work = forms.CharField(label="What will the young person do there?", max_length=200)
    coach = forms.CharField(label="Job coach", max_length=200, help_text="The name, and for whom they work.")
    starts_on = DayField(label="First day")
    planned_end_on = DayField(label="Planned last day", help_text="6 months to a year after the first day.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["employer"]
        field.queryset = Employer.objects.order_by("name")


class HoursForm(KitForm):
    """Time that the job coach gave."""

    worked_on = DayField(label="On which day?", error_messages={"required": "Enter the day."})
    minutes = forms.IntegerField(
        label="How long, in minutes?", min_value=1, max_value=1_440,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )  # fmt: skip
    what = forms.CharField(label="What for?", max_length=200,
                           error_messages={"required": "Say what the time was for."})  # fmt: skip


class EndForm(KitForm):
    """How the internship ended."""

    ended_on = DayField(label="Last day")
    is_completed = forms.TypedChoiceField(
        choices=[("yes", "It was completed"), ("no", "It ended early")], coerce=lambda value: value == "yes",
        widget=forms.RadioSelect, label="How did it end?", error_messages={"required": "Choose how it ended."},
    )  # fmt: skip
    ending = forms.CharField(label="Why, or what came of it", required=False, max_length=300)
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class PaidForm(KitForm):
    """Paid work that came of it."""

    paid_from = DayField(label="First day of paid work")
    paid_by = forms.CharField(label="Who pays for the work?", max_length=200)
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class CheckForm(KitForm):
    """Whether paid work lasted."""

    weeks = forms.IntegerField(widget=forms.HiddenInput)
    in_work = forms.ChoiceField(choices=InWork.choices, widget=forms.RadioSelect, label="Are they still in paid work?",
                                error_messages={"required": "Choose whether they are still in paid work."})  # fmt: skip
    evidence = forms.ChoiceField(choices=Evidence.choices, widget=forms.RadioSelect, label="How do we know?",
                                 error_messages={"required": "Choose how we know."})  # fmt: skip
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
