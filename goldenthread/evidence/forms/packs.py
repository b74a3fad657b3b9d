"""Which pack is asked for."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.evidence.models import PackKind
from goldenthread.kit.forms import DayField, KitForm


class PackForm(KitForm):
    """Its kind, and the day as at which it is made."""

    kind = forms.ChoiceField(label="Which pack", widget=forms.RadioSelect)
    as_at = DayField(
        label="As at which day", help_text="Everything is as it was known at the end of that day."
    )

    def __init__(self, *args: Any, kinds: list[PackKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(one.value, one.label) for one in kinds]  # type: ignore[attr-defined]
