"""Another form of a page or an entry, as its keeper gives it."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.errors import Refused
from goldenthread.kit.forms import KitForm
from goldenthread.kit.received.fields import AWAY
from goldenthread.kit.received.files import LARGEST, File, accepted, too_large
from goldenthread.kit.received.scanner import Scan
from goldenthread.localoffer.choices import Form


class AttachForm(KitForm):
    """A file, or the address of one."""

    form = forms.ChoiceField(choices=Form.choices, label="What it is", widget=forms.RadioSelect)
    title = forms.CharField(
        max_length=200,
        label="Title",
        help_text="As families read it, for example Asking for a plan: easy read",
    )
    language = forms.CharField(
        required=False, max_length=60, label="Language", help_text="Leave it empty for English."
    )
    file = forms.FileField(
        required=False, label="File", help_text="A PDF, Word document, picture or plain text, up to 10 MB."
    )
    link = forms.URLField(
        required=False,
        label="Or the address where it is",
        help_text="For films: https://…",
        assume_scheme="https",
    )

    def clean_file(self) -> File | None:
        """The file, looked through."""
        given: Any = self.cleaned_data.get("file")
        if not given:
            return None
        if given.size > LARGEST:
            raise forms.ValidationError(too_large(given.name))
        try:
            file = accepted(given.name, given.read(), "file")
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None
        if file.scan == Scan.WAITING:
            raise forms.ValidationError(AWAY)
        return file
