"""Forms of a group's own room."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.participation.actions.workspace import OF_PEOPLE
from goldenthread.partners.models import Organisation


class DraftForm(KitForm):
    """A draft, and on which edition it was based."""

    title = forms.CharField(max_length=200, label="What it is called")
    words = forms.CharField(
        max_length=50_000, label="What it says", widget=forms.Textarea(attrs={"rows": 14})
    )
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MemberForm(KitForm):
    """Who comes in."""

    email = forms.EmailField(
        label="Their e-mail address", help_text="They need an account as member of a forum or group."
    )


class RoomForm(MemberForm):
    """A room for a group, and its first member."""

    group = forms.ModelChoiceField(Organisation.objects.none(), label="Which group", empty_label="Choose")
    field_order = ["group", "email"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["group"].queryset = Organisation.objects.filter(kind__in=OF_PEOPLE)
        fields["email"].label = "The e-mail address of its first member"
