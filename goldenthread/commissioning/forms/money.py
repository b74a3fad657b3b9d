"""The forms of money."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from goldenthread.commissioning.forms.joint import SHORT, CountField, PoundsField
from goldenthread.commissioning.models import Band, Provision
from goldenthread.commissioning.money.statement import ACT, COLUMNS, LINES, OTHER_ACT
from goldenthread.kit.forms import DayField, KitForm

_SHARE = re.compile(r"(-?)([0-9]{1,2})(?:\.([0-9]{1,2}))?\s*%?")


class BandForm(KitForm):
    """A band with its first rate."""

    name = forms.CharField(label="Name of the band", max_length=60)
    means = forms.CharField(label="For whom it is", max_length=300)
    pence = PoundsField(label="What it pays for a year", help_text="In pounds and pence.")
    starts_on = DayField(label="From")
    decided = forms.CharField(label="Who decided it, when, and why", max_length=300)


class UprateForm(KitForm):
    """A change of every band at once."""

    share = forms.CharField(label="Change every band by how many per cent", max_length=10, widget=SHORT,
                            help_text="Like 2.75; with a minus to lower them. Each rate is rounded to the penny.")  # fmt: skip
    starts_on = DayField(label="From")
    decided = forms.CharField(label="Who decided it, when, and why", max_length=300)

    def clean_share(self) -> int:
        """The share in hundredths of a per cent."""
        typed = str(self.cleaned_data["share"]).strip()
        match = _SHARE.fullmatch(typed)
        if not match:
            raise forms.ValidationError(
                f"“{typed}” is not a share with up to two figures after the point. Enter it like 2.75"
            )
        found = int(match[2]) * 100 + int((match[3] or "0").ljust(2, "0"))
        return -found if match[1] else found


def numbered(lines: dict[str, str]) -> list[tuple[str, str]]:
    """Lines of the statement as choices, each with its number."""
    return [(number, f"{number} {words}") for number, words in lines.items()]


class LineForm(KitForm):
    """A driver of a year’s forecast."""

    year = forms.IntegerField(
        label="Financial year that begins in",
        min_value=2014,
        max_value=2100,
        widget=SHORT,
        help_text="For 2026-27 enter 2026.",
    )
    provision = forms.ChoiceField(label="What is bought", choices=Provision.choices)
    what = forms.CharField(label="Name of the line", max_length=150)
    band = forms.ModelChoiceField(
        label="Paid by band", queryset=Band.objects.all(), required=False, empty_label="No band"
    )
    unit_pence = PoundsField(label="Or what one child costs in a year", required=False)
    low = CountField(label="Children, if few")
    likely = CountField(label="Children, most likely")
    high = CountField(label="Children, if many")
    assumption = forms.CharField(
        label="Why these numbers", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    outcome = forms.CharField(
        label="What children have from it",
        max_length=300,
        help_text="No cost stands here without its outcome.",
    )
    statement_line = forms.ChoiceField(
        label="Line of the spending statement", required=False, choices=[("", "Not yet"), *numbered(LINES)],
        help_text=f"Of {ACT}; not of {OTHER_ACT}, which is about patients’ information.",
    )  # fmt: skip
    statement_column = forms.ChoiceField(
        label="Column of the statement", required=False, choices=[("", "Not yet"), *COLUMNS.items()]
    )


class LedgerForm(KitForm):
    """What a year came to."""

    children = CountField(label="How many children there were")
    pence = PoundsField(label="What the ledger says", help_text="In pounds and pence.")
    reached = CountField(
        label="How many of them have what it is for",
        required=False,
        help_text="Leave it empty if nobody has counted.",
    )


class NumberField(forms.RegexField):
    """A placement’s, package’s or budget’s own number: never a name."""

    def __init__(self, example: str, **more: Any) -> None:
        super().__init__(
            regex=r"^[A-Za-z]{0,6}[-/ ]?[0-9][0-9A-Za-z/-]*$", max_length=30,
            help_text=f"Like {example}. No name: the case has it.",
            error_messages={"invalid": f"Enter its own number, like {example}, and no name"}, **more,
        )  # fmt: skip


class BudgetForm(KitForm):
    """A personal budget by its reference."""

    reference = NumberField("PB-0412", label="The budget’s own number")
    first_paid_on = DayField(label="First payment on")
    education_pence = PoundsField(
        label="Education pays in a year", help_text="In pounds and pence. Enter 0 if nothing."
    )
    health_pence = PoundsField(label="Health pays in a year")
    care_pence = PoundsField(label="Social care pays in a year")


class HeldForm(KitForm):
    """The day of a review."""

    held_on = DayField(label="Reviewed on")
