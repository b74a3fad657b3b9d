"""What somebody answers: one question on a page, or a whole paper that staff type in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.kit.languages import Language
from goldenthread.participation.choices import QuestionKind
from goldenthread.participation.models import Question

LONGEST = 3000


class CodeForm(KitForm):
    """The code that somebody wrote down."""

    code = forms.CharField(
        max_length=40, label="Your code", help_text="10 letters and numbers, like K7QM2-XWD9F",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip


def read_answer(question: Question, given: str) -> tuple[int | str, str]:
    """An answer, and what is wrong with it: nothing, mostly. An empty one is left out, which everybody may do."""
    text = given.replace("\0", "").strip()
    if question.kind == QuestionKind.WORDS:
        too_long = len(text) - LONGEST
        return text, f"Your answer is {too_long} letters too long. Make it shorter." if too_long > 0 else ""
    if not text:
        return 0, ""
    if text.isdecimal() and 1 <= int(text[:6]) <= len(question.options):
        return int(text[:6]), ""
    return 0, "Choose one of the answers below"


class PaperForm(KitForm):
    """A paper answer: its number, and every question."""

    paper_number = forms.CharField(
        max_length=20, label="Number written on the paper", help_text="So that no paper is entered twice"
    )

    def __init__(
        self, questions: Sequence[Question], *args: Any, languages: Sequence[Language] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if languages:
            choices = [(one.tag, one.name) for one in languages]
            self.fields["language"] = forms.ChoiceField(choices=choices, label="Language of the paper")
        for question in questions:
            self.fields[f"q{question.number}"] = _field(question)

    def answers(self) -> dict[int, int | str]:
        """What was answered, by the number of the question."""
        given: Mapping[str, Any] = self.cleaned_data
        found: dict[int, int | str] = {}
        for name, value in given.items():
            if name.startswith("q") and value:
                found[int(name[1:])] = (
                    int(value) if isinstance(self.fields[name], forms.ChoiceField) else value
                )
        return found


def _field(question: Question) -> forms.Field:
    if question.kind == QuestionKind.WORDS:
        widget = forms.Textarea(attrs={"rows": 3})
        return forms.CharField(required=False, max_length=LONGEST, label=question.words, widget=widget)
    choices = [(str(place), option.words) for place, option in enumerate(question.options, 1)]
    return forms.ChoiceField(required=False, choices=choices, label=question.words, widget=forms.RadioSelect)
