"""A field for a file that is read and not kept as it is: a list, a return, a plan. The scanner sees it before we read it."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.received.scanner import Scan, verdict
from goldenthread.kit.received.signatures import has_virus_signature

VIRUS = "holds a virus, so we have not kept it. Have the computer that it comes from checked"
AWAY = (
    "We cannot check files for viruses at the moment, so we have not kept this one. Try again in some minutes"
)


class ScannedFile(forms.FileField):
    """A file that the scanner found clean, where there is one. While it cannot say, the file is not taken."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, or a sentence about why it is not taken."""
        given = super().clean(data, initial)
        if given and given.size:
            refuse_unless_clean(given)
        return given


def refuse_unless_clean(given: Any) -> None:
    """Ask the scanner about an upload; refuses one that it refuses, one that it cannot judge, and the signature that we know."""
    content = given.read()
    given.seek(0)
    found = verdict(content)
    if found.scan == Scan.REFUSED or has_virus_signature(content):
        raise forms.ValidationError(f"This file {VIRUS}")
    if found.scan == Scan.WAITING:
        raise forms.ValidationError(AWAY)
