"""The forms of waiting times."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.commissioning.waits.series import SERIES
from goldenthread.kit.forms import KitForm
from goldenthread.kit.received.fields import ScannedFile
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Organisation

MOST_BYTES = 2 * 1024 * 1024


class FileForm(KitForm):
    """A file of waiting times."""

    file = ScannedFile(
        label="Your file of waiting times", allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
        error_messages={"required": "Choose the file that holds the waiting times"},
        help_text="CSV, up to 2 MB. Counts only: a file about people is turned away and not kept.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("This file is larger than 2 MB. Send it in parts")
        return file


def _words(label: str, rows: int, *, required: bool = True, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=3000, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class WordsForm(KitForm):
    """What families read of a service."""

    name = forms.CharField(label="Name of the service", max_length=100)
    does = _words("What it does", 3, help_text="For families, in plain words.")
    start = _words("How a child comes onto the list", 3, required=False)
    doing = _words("What is being done about the wait", 3, required=False)
    offer = _words("What families can do and have while they wait", 5, required=False,
                   help_text="The waiting-well offer. It is needed when anybody waits over 18 weeks.")  # fmt: skip
    offer_link = forms.URLField(
        label="Where to read more about that", required=False, max_length=200, assume_scheme="https"
    )
    call_whom = forms.CharField(label="Whom to call when it gets worse", max_length=150)
    call_number = forms.CharField(
        label="Telephone", max_length=30, widget=forms.TextInput(attrs={"class": "govuk-input--width-20"})
    )
    is_public = forms.BooleanField(label="Show this service to the public", required=False)


class OpenForm(WordsForm):
    """A service whose waits will be sent."""

    slug = forms.SlugField(label="Its address, in small letters and dashes", max_length=60)
    provider = forms.ModelChoiceField(label="Who gives it", queryset=Organisation.objects.none())
    series = forms.ChoiceField(label="How its waits are counted", choices=[(one.code, one.title) for one in SERIES.values()],
                               help_text="Said once and for good: different counts are never put together.")  # fmt: skip
    field_order = ("name", "slug", "provider", "series")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        not_ours = (OrganisationKind.INSPECTORATE, OrganisationKind.DEPARTMENT)
        self.fields["provider"].queryset = Organisation.objects.exclude(kind__in=not_ours)  # type: ignore[attr-defined]
