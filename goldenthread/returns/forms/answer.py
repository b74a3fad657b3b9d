"""A question about numbers, as a form."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from goldenthread.kit.errors import Refused
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.kit.identifiers import kinds_of_traces
from goldenthread.returns.answering.counted import MEASURES
from goldenthread.returns.answering.cuts import CUTS
from goldenthread.returns.answering.table import Question, asked

NOTHING = [("", "Nothing")]
BY = [(cut.key, cut.title) for cut in CUTS.values()]


class QuestionForm(KitForm):
    """What to count, in which time, told apart by what."""

    measure = forms.ChoiceField(
        label="What to count",
        choices=[(one.key, one.title) for one in MEASURES.values()],
        widget=forms.Select,
    )
    since = DayField(label="The first day")
    until = DayField(
        label="The last day", help_text="For plans in force, it is the day on which they are counted."
    )
    rows = forms.ChoiceField(label="Tell apart by", choices=[*NOTHING, *BY], required=False)
    columns = forms.ChoiceField(
        label="And by", choices=[*NOTHING, *BY], required=False,
        help_text="For plain counts. A share is told apart by who met it.",
    )  # fmt: skip
    rounding = forms.ChoiceField(
        label="Round to", choices=[("1", "Do not round"), ("5", "5"), ("10", "10")], required=False,
        help_text="Numbers under 5 are hidden in any case.",
    )  # fmt: skip

    def __init__(self, *args: Any, known_on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known_on = known_on
        self.question: Question | None = None

    def clean(self) -> dict[str, Any]:
        """The question, when all of it can be asked."""
        given = super().clean() or {}
        if not self.errors:
            try:
                self.question = asked(
                    known_on=self.known_on,
                    **{name: given[name] for name in ("measure", "since", "until", "rows", "columns")},
                )
            except Refused as refused:
                self.refuse(refused)
        return given

    @property
    def to(self) -> int:
        """What to round to."""
        return int(self.cleaned_data.get("rounding") or 1)


class KeepForm(KitForm):
    """The words under which an answer is kept."""

    title = forms.CharField(
        label="What was asked", max_length=300, help_text="In a few words, without anybody’s name."
    )
    reference = forms.CharField(
        label="Number of the request", max_length=40, required=False, help_text="For example, FOI 1234"
    )

    def clean_title(self) -> str:
        """Without traces of a person."""
        words: str = self.cleaned_data["title"]
        traces = kinds_of_traces(words)
        if traces:
            raise forms.ValidationError(f"Take this out first: {', '.join(traces)}")
        return words
