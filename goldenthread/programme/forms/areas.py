"""Forms for an area: its words, its evidence, and whether it has lasted."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import KitForm, PartialDateField
from goldenthread.programme.choices import Confidence, EvidenceKind, EvidenceShows, Sustained
from goldenthread.programme.forms.parts import RevisingForm, words


class AreaWordsForm(RevisingForm):
    """An area's title and its plain sentences, which the public reads."""

    STATE = ("title", "plain", "difference")

    title = forms.CharField(max_length=300, label="Title")
    plain = words(
        2, required=False, label="In plain words", help_text="One sentence that a 12-year-old understands."
    )
    difference = words(3, required=False, label="What difference it has made",
                       help_text="So far, in plain words. Leave it empty rather than promise.")  # fmt: skip
    reason = forms.CharField(required=False, max_length=500, label="Why the words change")


class EvidenceForm(KitForm):
    """Something dated that shows what has been done, or what difference it made."""

    title = forms.CharField(
        max_length=300, label="What it is", help_text="For example, Audit of 40 plans, June 2023"
    )
    kind = forms.ChoiceField(choices=EvidenceKind.choices, label="Kind")
    address = forms.CharField(max_length=1000, label="Where it can be read",
                              help_text="A web address, or the name of the folder and file")  # fmt: skip
    dated_on = PartialDateField(label="Its date")
    shows = forms.ChoiceField(
        choices=EvidenceShows.choices, widget=forms.RadioSelect, label="What it shows",
        help_text="The last two speak of the difference that was made. A claim of impact rests on those alone.",
    )  # fmt: skip
    says = forms.CharField(
        required=False, max_length=500, label="What it shows, in one sentence",
        help_text="Give a share with what it is of, for example “46.4% (283 of 610 plans)”.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    owner = forms.CharField(
        required=False, max_length=150, label="Who can answer for it", help_text="A role or team"
    )
    whose = forms.CharField(
        required=False, max_length=150, label="Whose experience it is",
        help_text="For example, parents of children in year 6. Never a name",
    )  # fmt: skip
    confidence = forms.ChoiceField(
        choices=Confidence.choices, initial=Confidence.MEDIUM, label="How sure you are of it"
    )
    is_publishable = forms.BooleanField(
        required=False, label="It may be shown to anybody: it names nobody and gives no small numbers"
    )

    def clean_address(self) -> str:
        """Refuse addresses that a browser would run."""
        address: str = self.cleaned_data["address"].strip()
        if address.lower().startswith(("javascript:", "data:", "vbscript:")):
            raise forms.ValidationError("Enter a web address that starts with https://, or a folder and file")
        return address


class SustainedForm(KitForm):
    """Asked after an area has closed: is it still so?"""

    checked_on = PartialDateField(label="When it was checked")
    answer = forms.ChoiceField(choices=Sustained.choices, widget=forms.RadioSelect, label="Is it still so?")
    words = words(3, label="What the answer rests on")
    next_on = PartialDateField(required=False, label="When to ask again")
