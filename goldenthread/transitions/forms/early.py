"""The forms of the early list for adult services."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.transitions.choices import AdultNeed, NextStep


class NoticeForm(KitForm):
    """Why adult services should know, and who agreed."""

    need = forms.ChoiceField(choices=AdultNeed.choices, widget=forms.RadioSelect, label="What may be needed after 18?",
                             error_messages={"required": "Choose what may be needed after 18."})  # fmt: skip
    why = forms.CharField(label="Why?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
                          help_text="Adult services, the young person and the family read this.",
                          error_messages={"required": "Say why adult services may be needed."})  # fmt: skip
    agreed_by = forms.CharField(
        label="Who agreed that adult services are told, and how?", max_length=200,
        help_text="The young person; or whoever decides for them. Such as “Kit, at the review”.",
        error_messages={"required": "Say who agreed, and how."},
    )  # fmt: skip
    agreed_on = DayField(label="When did they agree?")


class AnswerForm(KitForm):
    """What comes next."""

    answer = forms.ChoiceField(choices=NextStep.choices, widget=forms.RadioSelect, label="What comes next?",
                               error_messages={"required": "Choose what comes next."})  # fmt: skip
    answer_words = forms.CharField(
        label="In a sentence, for the young person", max_length=1_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Who will be in touch, and when.", error_messages={"required": "Say in a sentence what happens next."},
    )  # fmt: skip
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
