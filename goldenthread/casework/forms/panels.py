"""Forms of panels: a sitting, a case for its agenda, a decision."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.casework.models import PanelAnswer
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.partners.models import Body

NEW = "new"


class SittingForm(KitForm):
    """A day on which a panel sits; the panel may be a new one."""

    panel = forms.ChoiceField(label="Panel", widget=forms.RadioSelect)
    new_panel = forms.CharField(max_length=200, required=False, label="Name of the new panel")
    sits_on = DayField(label="Day on which it sits", help_text="For example, 27 3 2027")

    def __init__(self, *args: Any, panels: list[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["panel"].choices = [*((str(one.pk), one.name) for one in panels), (NEW, "A new panel")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A new panel has a name."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("panel") == NEW and not data.get("new_panel"):
            self.add_error("new_panel", "Enter the name of the new panel")
        return data


class PutToPanelForm(KitForm):
    """Which sitting, which question, and what the panel should read."""

    sitting = forms.TypedChoiceField(
        coerce=int, label="Sitting", widget=forms.RadioSelect, error_messages={"required": "Choose a sitting"}
    )
    question = forms.ChoiceField(
        label="What is asked", widget=forms.RadioSelect, error_messages={"required": "Choose what is asked"}
    )
    paper = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 10}), max_length=20_000, label="What the panel should read before it sits",
        help_text="What is asked, what the advice says, what the family wishes, and what you recommend and why.",
        error_messages={"required": "Write what the panel should read"},
    )  # fmt: skip

    def __init__(
        self, *args: Any, sittings: list[tuple[int, str]], questions: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sitting"].choices = sittings  # type: ignore[attr-defined]
        self.fields["question"].choices = questions  # type: ignore[attr-defined]


class DecisionForm(KitForm):
    """What the panel decided, and why."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        choices=PanelAnswer.choices,
        widget=forms.RadioSelect,
        label="Decision",
        error_messages={"required": "Choose a decision"},
    )
    reasons = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 6}), max_length=20_000, label="Reasons",
        help_text="The family reads these. Say what was weighed, and why it was decided so.",
        error_messages={"required": "Give the reasons"},
    )  # fmt: skip
