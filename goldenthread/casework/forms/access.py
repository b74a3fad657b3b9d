"""Forms about who may see a case, and who covers for whom."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm

People = list[tuple[int, str]]


class _ForSomebody(KitForm):
    """A form about one colleague."""

    user = forms.TypedChoiceField(coerce=int, label="Who", error_messages={"required": "Choose somebody"})

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].choices = [("", "Choose somebody"), *people]  # type: ignore[attr-defined]


class GrantForm(_ForSomebody):
    """Leave to see one case."""

    reason = forms.CharField(max_length=500, label="Why they need to see it")
    ends_on = DayField(
        required=False,
        label="Last day",
        help_text="For a visitor, such as an inspector. For example, 27 3 2027",
    )


class BarForm(_ForSomebody):
    """Keeping somebody from one case."""

    reason = forms.CharField(max_length=500, label="Why they may not see it",
                             help_text="For example: their own child, a relative, a neighbour.")  # fmt: skip


class RestrictForm(KitForm):
    """Restricting a case."""

    reason = forms.CharField(max_length=400, label="Why it is restricted")


class AdviserForm(_ForSomebody):
    """Opening a request for advice to the professional who was asked."""


class CoverForm(KitForm):
    """Cover while somebody is away."""

    worker = forms.TypedChoiceField(
        coerce=int, label="Who is away", error_messages={"required": "Choose who is away"}
    )
    covered_by = forms.TypedChoiceField(
        coerce=int, label="Who covers", error_messages={"required": "Choose who covers"}
    )
    starts_on = DayField(label="First day", help_text="For example, 21 12 2026")
    ends_on = DayField(label="Last day", help_text="For example, 4 1 2027")

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("worker", "covered_by"):
            self.fields[name].choices = [("", "Choose somebody"), *people]  # type: ignore[attr-defined]
