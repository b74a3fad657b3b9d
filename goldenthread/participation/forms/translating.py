"""Forms of those who enter translations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.kit.languages import Language
from goldenthread.participation.models import Translation
from goldenthread.participation.queries.translating import Wording


class TranslateForm(KitForm):
    """Every wording with its translation, and who translated what is new."""

    translated_by = forms.CharField(
        max_length=200, label="Who translated it", help_text="A role or a firm, not a name. “A machine” is an honest answer."
    )  # fmt: skip
    on = DayField(label="When it was translated")

    def __init__(
        self,
        wordings: Sequence[Wording],
        known: Mapping[str, Translation],
        language: Language,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.wordings = {f"w{place}": one for place, one in enumerate(wordings)}
        attrs = {"rows": 2, "lang": language.tag, "dir": language.direction}
        for name, one in self.wordings.items():
            held = known.get(one.english)
            self.fields[name] = forms.CharField(
                required=False, max_length=3000, label=one.english, initial=held.said if held else "",
                help_text=f"{one.where}. {_state(held)}", widget=forms.Textarea(attrs=attrs),
            )  # fmt: skip
        self.order_fields([*self.wordings, "translated_by", "on"])

    def said(self) -> dict[str, str]:
        """What was entered, by the exact English."""
        return {one.english: self.cleaned_data.get(name, "") for name, one in self.wordings.items()}


def _state(held: Translation | None) -> str:
    if held is None:
        return "Not translated yet: people read the English."
    if held.checked_on is None:
        return f"Translated by {held.translated_by}, not checked."
    return f"Translated by {held.translated_by}, checked by {held.checked_by}."


class CheckedForm(KitForm):
    """Who read the translations through."""

    checked_by = forms.CharField(
        max_length=200, label="Who checked it",
        help_text="Somebody who has spoken it from home. A role or a group, not a name: “two parents who speak Polish”.",
    )  # fmt: skip
    checked_on = DayField(label="When it was checked")
