"""The forms of joint commissioning."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.commissioning.choices import Need
from goldenthread.commissioning.money.pence import in_pounds, read_pounds
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.partners.models import Organisation

SHORT = forms.TextInput(
    attrs={"class": "govuk-input--width-10", "inputmode": "decimal", "autocomplete": "off"}
)


class WrittenField(forms.CharField):
    """Something typed that is read by a rule and kept as a whole number. A field says how it is read and written."""

    widget = SHORT

    def read(self, text: str) -> int:
        """The number that was typed. Raises ValueError with a sentence for the page."""
        raise NotImplementedError

    def words(self, value: int) -> str:
        """A kept number as people write it."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        """The number; None for nothing."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            return self.read(text)
        except ValueError as unread:
            raise forms.ValidationError(str(unread), code="unread") from None

    def run_validators(self, value: Any) -> None:
        """Nothing more to check."""

    def prepare_value(self, value: Any) -> Any:
        """A kept number as people write it; what was typed stays as it was typed."""
        return self.words(value) if isinstance(value, int) else value


class PoundsField(WrittenField):
    """An amount of money, kept as whole pence."""

    def read(self, text: str) -> int:
        """The pence."""
        return read_pounds(text)

    def words(self, value: int) -> str:
        """Pence as pounds."""
        return in_pounds(value).lstrip("£")


class CountField(forms.CharField):
    """How many: a whole number. A percentage has no base here, and is refused by name."""

    widget = SHORT

    def to_python(self, value: Any) -> Any:
        """The number; None for nothing."""
        text = (super().to_python(value) or "").replace(",", "").strip()
        if not text:
            return None
        if "%" in text:
            raise forms.ValidationError(
                f"“{text[:20]}” is a percentage with no base. Enter how many, and out of how many"
            )
        if not (text.isascii() and text.isdecimal() and len(text) <= 9):
            raise forms.ValidationError(f"“{text[:20]}” is not a whole number. Enter how many, like 120")
        return int(text)

    def run_validators(self, value: Any) -> None:
        """Nothing more to check."""


def _text(label: str, rows: int = 3, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=3000, widget=forms.Textarea(attrs={"rows": rows}), **more)


def _link(label: str) -> forms.URLField:
    return forms.URLField(label=label, required=False, max_length=200, assume_scheme="https")


class CoverForm(KitForm):
    """What answers a line of section 26."""

    owner = forms.CharField(
        label="Who owns it", max_length=150, help_text="A role, such as “Head of joint commissioning”."
    )
    document = forms.CharField(label="In which document", max_length=200)
    document_link = _link("Where the document is")
    reviewed_on = DayField(label="Last reviewed on")
    next_review_on = DayField(label="To be reviewed again by")


class ServiceForm(KitForm):
    """A service that the partners buy together."""

    name = forms.CharField(label="Name of the service", max_length=150)
    provider = forms.ModelChoiceField(label="Who gives it", queryset=Organisation.objects.all())
    need = forms.ChoiceField(label="For which need", choices=Need.choices)
    from_age = forms.IntegerField(label="From which age", min_value=0, max_value=25, widget=SHORT)
    to_age = forms.IntegerField(label="To which age", min_value=0, max_value=25, widget=SHORT)
    buys = _text("What is bought")
    offer_link = _link("Its entry in the Local Offer")


class MoneyForm(KitForm):
    """Both partners' money for a financial year."""

    year = forms.IntegerField(
        label="Financial year that begins in",
        min_value=2014,
        max_value=2100,
        widget=SHORT,
        help_text="For 2026-27 enter 2026.",
    )
    council_pence = PoundsField(label="The council gives", help_text="In pounds and pence, like 1,200.50.")
    health_pence = PoundsField(label="The NHS gives", help_text="In pounds and pence. Enter 0 if nothing.")
    based_on = forms.CharField(widget=forms.HiddenInput, required=False)


class ContractForm(KitForm):
    """A contract."""

    reference = forms.CharField(label="Reference", max_length=60)
    starts_on = DayField(label="Begins on")
    ends_on = DayField(label="Ends on")
    notice_months = forms.IntegerField(label="Months of notice", min_value=0, max_value=36, widget=SHORT)
    extends_to = DayField(label="Can be extended until", required=False)
    value_pence = PoundsField(label="Its value", help_text="Over its whole time, in pounds and pence.")
    specification = forms.CharField(label="Version of the specification", max_length=60, required=False)


class ReviewForm(KitForm):
    """A meeting that looked at a service."""

    held_on = DayField(label="Held on")
    for_council = forms.CharField(label="Who was there for the council", max_length=200, required=False,
                                  help_text="Roles. Without both partners a review does not count as joint.")  # fmt: skip
    for_health = forms.CharField(label="Who was there for the NHS", max_length=200, required=False)
    for_families = forms.CharField(label="Who was there for families", max_length=200, required=False)
    decided = _text("What was decided", 4)


class NeedForm(KitForm):
    """A figure of the needs assessment."""

    need = forms.ChoiceField(label="Which need", choices=Need.choices)
    words = forms.CharField(label="What is counted", max_length=200)
    number = CountField(label="How many")
    base = CountField(label="Out of how many", required=False, help_text="Leave it empty for a plain count.")
    as_at = DayField(label="As at")
    source = forms.CharField(
        label="Source", max_length=200, help_text="Which document or release, and its page or table."
    )
    source_link = _link("Where the source is")
