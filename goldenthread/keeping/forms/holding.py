"""Forms about holds, years, and reasons why not."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.casework.models import Case
from goldenthread.keeping.models.years import kinds
from goldenthread.kit.forms import DayField, KitForm

NEXT = "For example, 27 3 2027"


class HoldForm(KitForm):
    """A child’s file that must stay."""

    case = forms.CharField(label="Reference of a case of the child", max_length=20)
    asked_by = forms.CharField(
        label="Who asked that it stays", max_length=200, help_text="For example: legal services."
    )
    reason = forms.CharField(label="Why it must stay", max_length=500)
    review_on = DayField(label="Day on which somebody looks again", help_text=NEXT)

    def clean_case(self) -> Case:
        """The case of that reference."""
        found = Case.objects.filter(reference__iexact=self.cleaned_data["case"].strip()).first()
        if found is None:
            raise forms.ValidationError("There is no case with this reference. Copy it from the case")
        return found


class ReviewHoldForm(KitForm):
    """It must still stay."""

    review_on = DayField(label="Look again on", help_text=NEXT)


class YearsForm(KitForm):
    """The council’s own years."""

    kind = forms.ChoiceField(label="What is kept", choices=kinds)
    years = forms.IntegerField(label="Years", min_value=1, max_value=100)
    reason = forms.CharField(label="Why, and which schedule says so", max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["years"].widget.attrs["class"] = "govuk-input--width-3"


class WhyNotForm(KitForm):
    """Why something stays for now."""

    why = forms.CharField(label="Why it stays for now", max_length=500)
