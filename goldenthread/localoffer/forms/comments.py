"""Forms for comments: what anybody says, and what the council answers."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.localoffer.choices import KeptBack, Outcome, Topic


class CommentForm(KitForm):
    """A comment. No name, no address: only what it is about and what is said."""

    topic = forms.ChoiceField(choices=Topic.choices, label="What is it about?", widget=forms.RadioSelect)
    words = forms.CharField(
        max_length=3000, label="What do you want to tell us?", widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Please leave out names, and anything that shows who a child is.",
    )  # fmt: skip
    page = forms.SlugField(required=False, widget=forms.HiddenInput)
    service = forms.UUIDField(required=False, widget=forms.HiddenInput)


class AnswerForm(KitForm):
    """Publish a comment with its answer, or say why it is not published."""

    decision = forms.ChoiceField(
        choices=[("publish", "Publish it with our answer"), ("keep-back", "Do not publish it")], widget=forms.RadioSelect,
        label="What happens to it",
    )  # fmt: skip
    published_words = forms.CharField(
        required=False, max_length=3000, label="The comment as it is published", widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Take out whatever shows who somebody is. Change nothing else.",
    )  # fmt: skip
    outcome = forms.ChoiceField(
        choices=[("", "Choose"), *Outcome.choices], required=False, label="What comes of it"
    )
    answer = forms.CharField(
        required=False, max_length=3000, label="Our answer", widget=forms.Textarea(attrs={"rows": 4})
    )
    kept_back_because = forms.ChoiceField(
        choices=[("", "Choose"), *KeptBack.choices], required=False, label="If it is not published: why"
    )

    def clean(self) -> dict[str, Any]:
        """What the chosen decision needs."""
        given = super().clean() or {}
        needed = {
            "publish": {"published_words": "Enter the words to publish", "outcome": "Choose what comes of it",
                        "answer": "Enter our answer"},
            "keep-back": {"kept_back_because": "Choose why it is not published"},
        }.get(given.get("decision", ""), {})  # fmt: skip
        for name, sentence in needed.items():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return given
