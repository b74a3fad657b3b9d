"""The form with which a setting says what was given in a term: a few boxes for each line of provision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms

from goldenthread.casework.queries.delivery import Delivered
from goldenthread.kit.forms import KitForm

GIVEN = (
    ("", "Not to be said yet"),
    ("given", "Given as promised"),
    ("less", "Less than promised, or not at all"),
)


class DeliveryForm(KitForm):
    """Each line: given, less, and why; and the minutes where the setting counts them."""

    def __init__(self, *args: Any, lines: list[Delivered], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for one in lines:
            name, said = one.line.id, one.said
            state = "" if said is None else "less" if said.is_missed else "given"
            self.fields[f"given_{name}"] = forms.ChoiceField(
                choices=GIVEN, widget=forms.RadioSelect, required=False, initial=state, label=one.line.text
            )
            promised = said.promised_minutes if said else one.promised
            self._minutes(f"promised_{name}", "Minutes promised in the term", promised)
            self._minutes(
                f"delivered_{name}", "Minutes given in the term", said.delivered_minutes if said else None
            )
            self.fields[f"why_{name}"] = forms.CharField(
                required=False, max_length=2_000, label="Why it was less", initial=said.why if said else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def _minutes(self, name: str, label: str, initial: int | None) -> None:
        self.fields[name] = forms.IntegerField(
            required=False, min_value=0, max_value=60_000, label=label, initial=initial,
            widget=forms.NumberInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
        )  # fmt: skip

    def groups(self) -> Iterator[tuple[Delivered, list[Any]]]:
        """Each line with its boxes, for the page."""
        for one in self.lines:
            yield one, [self[f"{part}_{one.line.id}"] for part in ("given", "promised", "delivered", "why")]

    def said(self) -> Iterator[dict[str, Any]]:
        """What was said of each line about which something was said."""
        data = self.cleaned_data
        for one in self.lines:
            name = one.line.id
            if data[f"given_{name}"]:
                yield {"line": name, "is_missed": data[f"given_{name}"] == "less", "why": data[f"why_{name}"],
                       "promised_minutes": data[f"promised_{name}"], "delivered_minutes": data[f"delivered_{name}"]}  # fmt: skip
