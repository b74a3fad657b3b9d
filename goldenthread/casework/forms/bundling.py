"""Forms of bundles: what it is for, then each document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from goldenthread.casework.models import BundleKind
from goldenthread.casework.queries.bundles import Candidate
from goldenthread.kit.forms import KitForm


class BundleKindForm(KitForm):
    """What a bundle is for."""

    kind = forms.ChoiceField(
        label="What is it for?",
        choices=BundleKind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say what the bundle is for",
            "invalid_choice": "Say what the bundle is for",
        },
    )

    def __init__(self, *args: Any, is_moving: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        able = [(key, words) for key, words in BundleKind.choices if is_moving or key != BundleKind.CASE_FILE]
        self.fields["kind"].choices = able  # type: ignore[attr-defined]
        if not is_moving:
            self.fields[
                "kind"
            ].help_text = "A case file for another authority can be made once a move is recorded in the case."


class BundleForm(KitForm):
    """Which documents go in."""

    def __init__(self, *args: Any, found: Sequence[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = [one for one in found if not one.barred]
        for one in self.found:
            key = one.document.key
            self.fields[f"take_{key}"] = forms.BooleanField(
                label=one.document.title, required=False, initial=one.is_clean, help_text=one.doubt
            )
            if one.doubt:
                self.fields[f"why_{key}"] = forms.CharField(
                    label=f"Why “{one.document.title}” goes in all the same", max_length=300, required=False,
                    help_text="Only if you tick it. What you write is kept with the bundle.",
                )  # fmt: skip

    @property
    def chosen(self) -> dict[str, str]:
        """Each chosen document with the reason that was given."""
        keys = [one.document.key for one in self.found]
        return {
            key: self.cleaned_data.get(f"why_{key}", "") for key in keys if self.cleaned_data[f"take_{key}"]
        }
