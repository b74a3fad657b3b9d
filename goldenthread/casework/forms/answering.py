"""Forms of sending a plan out and of answering it: by the family, by schools, and our answers to both."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.casework.models import SchoolAnswer, VersionStage
from goldenthread.kit.forms import KitForm

Choices = list[tuple[str, str]]


def _words(label: str, help_text: str = "", *, is_required: bool = True, rows: int = 5) -> forms.CharField:
    return forms.CharField(
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": rows}),
        label=label,
        help_text=help_text,
        required=is_required,
    )


class IssueForm(KitForm):
    """As what the plan goes out."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    stage = forms.ChoiceField(widget=forms.RadioSelect, label="Send it as")

    def __init__(self, *args: Any, stages: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stage"].choices = [(one, VersionStage(one).label) for one in stages]  # type: ignore[attr-defined]


class CommentForm(KitForm):
    """What somebody of the family says of a plan."""

    words = _words("What do you want to say?", "Every comment gets an answer before the plan is final.")


class AnswerCommentForm(KitForm):
    """Our answer to it."""

    is_taken_up = forms.TypedChoiceField(
        choices=[("yes", "The plan is changed for it"), ("no", "The plan is not changed for it")], widget=forms.RadioSelect,
        coerce=lambda value: value == "yes", empty_value=None, label="What comes of it",
    )  # fmt: skip
    words = _words("Our answer", "What was changed, or why it was not. The person who said it reads this.")


class ViewsForm(KitForm):
    """What the family answers to the plan as a whole."""

    want = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, label="What do you want to tell us?",
        choices=[("views", "What I think of the whole plan"), ("school", "The school or college that I ask for"),
                 ("meeting", "I want to meet and talk about it"),
                 ("agree", "It can be made final now, before the 15 days are over")],
    )  # fmt: skip
    school = forms.CharField(max_length=300, required=False, label="The school or college that you ask for")
    words = _words("In your own words", is_required=False)

    def clean(self) -> dict[str, Any]:
        """What was ticked is also said."""
        data: dict[str, Any] = super().clean() or {}
        want = data.get("want") or []
        if "school" in want and not data.get("school", "").strip():
            self.add_error("school", "Name the school or college that you ask for")
        if "views" in want and not data.get("words", "").strip():
            self.add_error("words", "Write what you think of the plan")
        return data


class ConsultForm(KitForm):
    """Which school is asked."""

    school = forms.ChoiceField(label="School or college")

    def __init__(self, *args: Any, schools: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school"].choices = [("", "Choose"), *schools]  # type: ignore[attr-defined]


class SchoolAnswerForm(KitForm):
    """What a school answers."""

    answer = forms.ChoiceField(
        choices=SchoolAnswer.choices, widget=forms.RadioSelect, label="Can this school be named?"
    )
    reasons = _words("Reasons", "For a no: what was looked at, and why it would not work. The family reads this.",
                     is_required=False)  # fmt: skip


class CompareForm(KitForm):
    """Which two versions to set beside each other."""

    before = forms.ChoiceField(label="From")
    after = forms.ChoiceField(label="To")

    def __init__(self, *args: Any, versions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("before", "after"):
            self.fields[name].choices = versions  # type: ignore[attr-defined]


class PictureForm(KitForm):
    """A picture or a sound, with words for those who cannot see or hear it."""

    file = forms.FileField(
        label="Picture or sound",
        help_text="JPEG or PNG; or MP3, M4A, WAV or OGG. Up to 10 MB.",
    )
    description = forms.CharField(
        max_length=300, label="What it shows or says", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For somebody who cannot see or hear it: “A drawing of a red bus, with me at the wheel.”",
    )  # fmt: skip
