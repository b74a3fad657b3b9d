"""The form of a one-page profile."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.transitions.choices import Voice

_BOX = {"rows": 5}


class ProfileForm(KitForm):
    """The three parts that most schools know, in the child's own words."""

    liked = forms.CharField(label="What people like about me", required=False, max_length=2_000,
                            widget=forms.Textarea(attrs=_BOX))  # fmt: skip
    matters = forms.CharField(label="What matters to me", required=False, max_length=2_000,
                              widget=forms.Textarea(attrs=_BOX))  # fmt: skip
    support = forms.CharField(label="How to help me", required=False, max_length=2_000, widget=forms.Textarea(attrs=_BOX),
                              help_text="And what does not help.")  # fmt: skip
    voice = forms.ChoiceField(choices=Voice.choices, widget=forms.RadioSelect, label="How were the words given?",
                              error_messages={"required": "Choose how the words were given."})  # fmt: skip
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
