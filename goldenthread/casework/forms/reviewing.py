"""Forms of annual reviews: the meeting and who is invited, what is gathered, and the day by which a backlog is to be cleared."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.casework.actions.reviewing import PROGRESS, WRITTEN
from goldenthread.casework.models import Recommendation, Review
from goldenthread.casework.plan.lines import Outcome
from goldenthread.kit.forms import DayField, KitForm


class MeetingForm(KitForm):
    """The day of the meeting, and who is invited."""

    meeting_on = DayField(
        label="Day of the meeting",
        help_text="Those invited must have two weeks’ notice. For example, 27 3 2027",
    )
    invited = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="Who is invited today",
        error_messages={"required": "Say who is invited"},
    )
    others = forms.CharField(max_length=300, required=False, label="Anybody else")

    def __init__(self, *args: Any, asked: tuple[str, ...], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})
        kwargs["initial"].setdefault("invited", list(asked))
        super().__init__(*args, **kwargs)
        self.fields["invited"].choices = [(one, one[:1].upper() + one[1:]) for one in asked]  # type: ignore[attr-defined]

    @property
    def everybody(self) -> list[str]:
        """All who are invited."""
        others = self.cleaned_data["others"].strip()
        return [*self.cleaned_data["invited"], *([others] if others else [])]


class ReviewForm(KitForm):
    """What a review gathers: the child's views first, then each outcome, then what is recommended."""

    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, review: Review, outcomes: list[Outcome], wants_adulthood: bool, **kwargs: Any
    ) -> None:
        given = {name: getattr(review, name) for name in WRITTEN} | {"edition": review.edition}
        super().__init__(*args, initial=given, **kwargs)
        name = review.case.child.first_name
        self._text(
            "views", f"What {name} thinks", "In their own words. Say how you asked, if they do not speak."
        )
        self._text("family_views", "What the family thinks")
        self.outcomes = outcomes
        for place, one in enumerate(outcomes, 1):
            state, words = review.progress.get(one.id, ["", ""])
            self.fields[f"state_{one.id}"] = forms.ChoiceField(
                choices=PROGRESS,
                widget=forms.RadioSelect,
                required=False,
                initial=state,
                label=f"Outcome {place}: {one.text}",
            )
            self._text(f"words_{one.id}", f"What shows it (outcome {place})", initial=words)
        if wants_adulthood:
            self._text(
                "adulthood",
                "Preparing for adulthood",
                "Work, living, friends and community, health: from year 9 on.",
            )
        self.fields["recommendation"] = forms.ChoiceField(
            choices=Recommendation.choices,
            widget=forms.RadioSelect,
            required=False,
            label="What is recommended",
        )
        self._text("reasons", "Reasons")
        self._text("differences", "Who recommended otherwise, and what", "Leave empty if all agreed.")

    def _text(self, name: str, label: str, hint: str = "", initial: str | None = None) -> None:
        self.fields[name] = forms.CharField(
            label=label, help_text=hint, required=False, max_length=20_000, initial=initial,
            widget=forms.Textarea(attrs={"rows": 4}),
        )  # fmt: skip

    @property
    def progress(self) -> dict[str, tuple[str, str]]:
        """Each outcome's id to how far it came and what shows it."""
        data = self.cleaned_data
        return {one.id: (data[f"state_{one.id}"], data[f"words_{one.id}"]) for one in self.outcomes}

    @property
    def words(self) -> dict[str, str]:
        """The other parts."""
        return {name: self.cleaned_data[name] for name in WRITTEN if name in self.cleaned_data}


class ByForm(KitForm):
    """The day by which a backlog is to be cleared."""

    by = DayField(label="To be up to date by", required=False, help_text="For example, 31 8 2027")
