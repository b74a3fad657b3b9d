"""Forms that bring a plan in and send it out."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.kit.received.fields import ScannedFile
from goldenthread.kit.received.word import word_trouble

MOST_BYTES = 5 * 1024 * 1024
MOST_BYTES_OF_A_PROGRAMME = 20 * 1024 * 1024
NAMES = (".xlsx", ".csv", ".tsv", ".docx", ".json", ".txt")


class ImportForm(KitForm):
    """A plan as a file or as pasted text."""

    file = ScannedFile(
        required=False, label="A file", allow_empty_file=True,
        help_text="Excel (XLSX), CSV, Word (DOCX) or text, up to 5 MB. Nothing is saved before you have seen what we understood.",
        widget=forms.FileInput(attrs={"accept": ",".join(NAMES)}),
    )  # fmt: skip
    text = forms.CharField(
        required=False, max_length=1_000_000, strip=False, label="Or the plan’s text, pasted",
        widget=forms.Textarea(attrs={"rows": 8}), help_text="A table copied from a document or spreadsheet works too.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is empty, too large or of a kind that we do not read."""
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        if not upload.size:
            raise forms.ValidationError("This file is empty. Choose another")
        if upload.size > MOST_BYTES:
            size = f"{upload.size / 1024 / 1024:.1f}"
            raise forms.ValidationError(
                f"This file has {size} MB. Choose one of at most 5 MB, or paste the text"
            )
        if not upload.name.lower().endswith(NAMES):
            raise forms.ValidationError(
                f"We cannot read “{upload.name}”. Save it as XLSX, CSV, DOCX or text, or paste its text"
            )
        _refuse_if_dangerous(upload)
        return upload

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        cleaned = super().clean() or {}
        has_text = bool((cleaned.get("text") or "").strip())
        if not self.errors and not cleaned.get("file") and not has_text:
            self.add_error("file", "Choose a file, or paste the plan’s text below")
        if cleaned.get("file") and has_text:
            self.add_error("text", "Choose a file or paste text, not both: take one of them away")
        return cleaned


def _refuse_if_dangerous(upload: Any) -> None:
    """A Word document is looked through as any other that we take, whatever it is called."""
    content = upload.read()
    upload.seek(0)
    trouble = word_trouble(content) if content.startswith(b"PK") and b"word/" in content else ""
    if trouble:
        raise forms.ValidationError(f"“{upload.name}” {trouble}")


class ProgrammeFileForm(KitForm):
    """A programme file, as `goldenthread programme export` or the plans page writes it."""

    file = ScannedFile(
        label="A programme file", allow_empty_file=True, help_text="JSON, up to 20 MB. You see what it would change first.",
        widget=forms.FileInput(attrs={"accept": ".json"}),
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is empty or too large."""
        upload = self.cleaned_data["file"]
        if not upload.size:
            raise forms.ValidationError("This file is empty. Choose another")
        if upload.size > MOST_BYTES_OF_A_PROGRAMME:
            raise forms.ValidationError(
                "This file has more than 20 MB. Bring it in with: goldenthread programme import FILE"
            )
        return upload


class PublishForm(KitForm):
    """A note to stand beside the new version."""

    note = forms.CharField(
        required=False, max_length=500, label="A sentence about this version",
        help_text="The public reads it. For example, After the review of March 2024",
    )  # fmt: skip
