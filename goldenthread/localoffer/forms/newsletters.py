"""Forms of the newsletter."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm


class NewsletterForm(KitForm):
    """A newsletter."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(max_length=200, label="Title")
    body = forms.CharField(
        max_length=20_000, label="Text", widget=forms.Textarea(attrs={"rows": 16}),
        help_text="“## ” begins a heading, “- ” a point, “1. ” a step. [words](/address/) makes a link.",
    )  # fmt: skip

    @property
    def words(self) -> dict[str, Any]:
        """The title and the text."""
        return {name: self.cleaned_data[name] for name in ("title", "body")}
