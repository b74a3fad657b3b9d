"""The forms with which another authority's case file comes in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from goldenthread.casework.portable.archive import LARGEST
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.kit.received.fields import ScannedFile
from goldenthread.people.models import Child
from goldenthread.people.queries.duplicates import Likeness

NEW = "new"


class HandedOverForm(KitForm):
    """The file."""

    file = ScannedFile(
        label="Case file", error_messages={"required": "Choose the case file that the other authority sent"},
        allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".zip"}),
        help_text="The ZIP as it came, not unpacked. Up to 60 MB.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                f"This file has {file.size / 1024 / 1024:.0f} MB, and 60 MB fit. Ask for a file without large scans"
            )
        return file


class TakeOverForm(KitForm):
    """Who the child is here, and when the plan came."""

    transferred_on = DayField(
        label="Day on which the plan was transferred to you",
        help_text="The day it came. The weeks to tell the family and the day of the next review run from it "
                  "(regulation 15(4) and (5)).",
    )  # fmt: skip

    def __init__(self, *args: Any, alike: Sequence[Likeness], is_certain: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alike = {str(one.child.pk): one.child for one in alike}
        if not alike:
            return
        choices = [
            (str(one.child.pk), f"{one.child}, born {one.child.born_on:%-d %B %Y}, who {one.why}")
            for one in alike
        ]
        if not is_certain:
            choices.append((NEW, "Another child, who is not here yet"))
        self.fields["who"] = forms.ChoiceField(
            label="Who is this child here?", choices=choices, widget=forms.RadioSelect,
            error_messages={"required": "Say whether the child is here already"},
            help_text="For a child who is here, the family and homes stay as they are entered here.",
        )  # fmt: skip
        self.order_fields(["who", "transferred_on"])

    @property
    def child(self) -> Child | None:
        """The child here who it is; None for one who is new."""
        return self.alike.get(self.cleaned_data.get("who", NEW))
