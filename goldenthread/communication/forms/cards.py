"""Forms of cards."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.communication.actions.cards import LONGEST_LINE, MOST_LINES, OLDEST_AGE
from goldenthread.communication.languages import Language
from goldenthread.communication.models import ShortAddress
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.partners.models import Organisation

EIGHT_ROWS = {"rows": MOST_LINES}


class WordingForm(KitForm):
    """What a card says in English."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(max_length=40, label="Title")
    lines = forms.CharField(
        max_length=1000, label="Words", widget=forms.Textarea(attrs=EIGHT_ROWS),
        help_text=f"At most {MOST_LINES} lines of up to {LONGEST_LINE} letters, which a child of {OLDEST_AGE} can read.",
    )  # fmt: skip
    phone = forms.CharField(max_length=30, label="Telephone number")


class CardForm(WordingForm):
    """A new card."""

    slug = forms.SlugField(
        max_length=30, label="Its address on paper", help_text="Short, to be typed: “help” makes /card/help/"
    )

    field_order = ("slug",)


class TranslationForm(KitForm):
    """The same card in another language."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(max_length=60, label="Title")
    lines = forms.CharField(
        max_length=1000, label="Words", widget=forms.Textarea(attrs=EIGHT_ROWS),
        help_text=f"Line for line as in English, {MOST_LINES} at most.",
    )  # fmt: skip
    checked_by = forms.CharField(
        max_length=200, required=False, label="Who checked it",
        help_text="A service or a role that speaks the language, not a name. Until then it says that nobody has.",
    )  # fmt: skip
    checked_on = DayField(required=False, label="When it was checked")

    def __init__(self, *args: Any, language: Language, direction: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("title", "lines"):
            self.fields[name].widget.attrs |= {"lang": language.value, "dir": direction}


class PlaceForm(KitForm):
    """A place whose cards are told apart by their code."""

    stands_in = forms.CharField(
        max_length=200, label="Where its cards will be", help_text="One place, like “Cards, Bilston library”."
    )


class RunForm(KitForm):
    """Cards that were printed, and where they were left."""

    language = forms.ChoiceField(choices=Language.choices, label="Language")
    copies = forms.IntegerField(min_value=1, max_value=1_000_000, label="How many were printed")
    printed_on = DayField(label="When they were printed")
    printed_by = forms.CharField(max_length=200, label="Who printed them", help_text="A team or a print shop")
    address = forms.ModelChoiceField(
        ShortAddress.objects.none(), required=False, label="The code printed on them", empty_label="None: the card’s own address"
    )  # fmt: skip
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(), required=False, label="The partner with whom they were left", empty_label="None"
    )  # fmt: skip
    place = forms.CharField(
        max_length=200, required=False, label="The place", help_text="Like “Front desk” or “Bilston library”. No names of people."
    )  # fmt: skip
    left = forms.IntegerField(min_value=0, max_value=1_000_000, initial=0, label="How many were left there")
    left_on = DayField(required=False, label="When they were left")


class BackForm(KitForm):
    """How many came back."""

    count = forms.IntegerField(min_value=0, max_value=1_000_000, label="How many came back in all")
