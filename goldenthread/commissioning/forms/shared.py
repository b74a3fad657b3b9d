"""The forms of shared costs, disputes and scenarios."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.commissioning.choices import Payer
from goldenthread.commissioning.forms.joint import SHORT, CountField, PoundsField, WrittenField
from goldenthread.commissioning.forms.money import NumberField
from goldenthread.commissioning.models import Effect, ForecastLine, SharedCost
from goldenthread.commissioning.money.split import read_share, share_words
from goldenthread.kit.forms import DayField, KitForm


class ShareField(WrittenField):
    """A percentage, kept in hundredths of a per cent."""

    def read(self, text: str) -> int:
        """The share."""
        return read_share(text)

    def words(self, value: int) -> str:
        """The share without its sign."""
        return share_words(value).rstrip("%")


def _long(label: str, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **more)


class TermsForm(KitForm):
    """What a shared cost comes to and who pays which share."""

    total_pence = PoundsField(
        label="What it costs in a year", help_text="In pounds and pence, like 1,200.50."
    )
    education_share = ShareField(
        label="Education pays, per cent", help_text="Like 33.33. The three make 100."
    )
    health_share = ShareField(label="Health pays, per cent", help_text="Enter 0 if nothing.")
    care_share = ShareField(label="Social care pays, per cent", help_text="Enter 0 if nothing.")
    agreed_on = DayField(
        label="Agreed by all on", required=False, help_text="Leave it empty while it is only proposed."
    )
    why = forms.CharField(
        label="Who agreed or proposed it, where, and why", max_length=300, help_text="Roles, not names."
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CostForm(TermsForm):
    """A shared cost with its first terms."""

    reference = NumberField("JF-0031", label="Its own number")
    kind = forms.ChoiceField(label="What is paid together", choices=SharedCost.Kind.choices)
    starts_on = DayField(label="From")
    field_order = ("reference", "kind", "starts_on")


class DisputeForm(KitForm):
    """Partners who do not agree."""

    raised_on = DayField(label="Raised on")
    raised_by = forms.ChoiceField(label="Who raised it", choices=Payer.choices)
    about = _long("What it is about", max_length=3000, help_text="No names.")
    settle_by = DayField(label="To be settled by", help_text="The day that your own procedure gives.")


class SettleForm(KitForm):
    """How a dispute ended."""

    settled_on = DayField(label="Settled on")
    outcome = _long("What was settled", max_length=3000, help_text="No names.")


class ScenarioForm(KitForm):
    """A way in which a year may go."""

    year = forms.IntegerField(
        label="Financial year that begins in", min_value=2014, max_value=2100, widget=SHORT,
        help_text="For 2026-27 enter 2026.",
    )  # fmt: skip
    name = forms.CharField(label="Name of the scenario", max_length=100)
    why = _long("What would have to happen", max_length=500)


class ChangeForm(KitForm):
    """A driver that goes otherwise."""

    line = forms.ModelChoiceField(label="Which line", queryset=ForecastLine.objects.none())
    children = CountField(label="Children, if it goes so")
    unit_pence = PoundsField(
        label="What one child would cost in a year",
        required=False,
        help_text="Leave it empty if as in the forecast.",
    )
    effect = forms.ChoiceField(label="What that does", choices=Effect.choices)
    assumption = _long("Why this may be so", max_length=500, help_text="Somebody else signs this.")

    def __init__(self, *args: Any, year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["line"]
        field.queryset = ForecastLine.objects.filter(year=year)


class SignForm(KitForm):
    """A name under a scenario’s assumptions."""

    role = forms.CharField(label="You sign as", max_length=100, help_text="Like: chief finance officer.")
    edition = forms.IntegerField(widget=forms.HiddenInput)
