"""Forms for actions: what a lead reports, a new action, milestones, requests for an update, and the list's filter."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm, PartialDateField
from goldenthread.programme import rating_key
from goldenthread.programme.forms.parts import DayLineField, LinesField, RevisingForm, grades, words


class ActionUpdateForm(RevisingForm):
    """What somebody reports of an action."""

    STATE = ("delivery", "confidence", "impact", "due")

    delivery = forms.ChoiceField(required=False, label="Delivery", help_text="How far the work is.")
    confidence = forms.ChoiceField(
        required=False, label="Confidence", help_text="Whether it will be done in time."
    )
    impact = forms.ChoiceField(required=False, label="Impact", help_text="Whether it has made a difference.")
    due = PartialDateField(required=False, label="Due date")
    reason = forms.CharField(
        required=False, max_length=500, label="Why the due date moves",
        help_text="Needed when you change the date. It is shown beside the old date.",
    )  # fmt: skip
    note = words(4, required=False, label="What has happened since the last update")

    def __init__(self, *args: Any, key: rating_key.Key, version: Any = None, **kwargs: Any) -> None:
        if version is not None:
            kwargs.setdefault("initial", self.initial_of(version))
        super().__init__(*args, **kwargs)
        for axis in rating_key.AXES:
            self.fields[axis].choices = grades(key, axis, getattr(version, axis, ""))  # type: ignore[attr-defined]


class NewActionForm(KitForm):
    """A new action of an area."""

    number = forms.CharField(
        required=False, max_length=20, label="Number", help_text="As in the plan, like 3.2"
    )
    text = words(3, label="What will be done")
    leads = LinesField(2, required=False, label="Who leads it", help_text="One name or post on each line")
    accountable = LinesField(2, required=False, label="Who answers for it", help_text="One on each line")
    agency = forms.CharField(required=False, max_length=200, label="Agency")
    start = PartialDateField(required=False, label="Starts")
    due = PartialDateField(required=False, label="Due")
    success_criteria = LinesField(3, required=False, label="How we will know it has worked",
                                  help_text="One on each line")  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the start."""
        cleaned = super().clean() or {}
        start, due = cleaned.get("start"), cleaned.get("due")
        if start and due and due.last < start.first:
            self.add_error("due", f"Due {due} is before the start, {start}. Change one of them")
        return cleaned


class ActionWordsForm(RevisingForm):
    """The words of an action, its people and its start."""

    STATE = ("text", "leads", "accountable", "agency", "start", "success_criteria", "is_withdrawn")

    text = words(3, label="What will be done")
    leads = LinesField(2, required=False, label="Who leads it", help_text="One name or post on each line")
    accountable = LinesField(2, required=False, label="Who answers for it", help_text="One on each line")
    agency = forms.CharField(required=False, max_length=200, label="Agency")
    start = PartialDateField(required=False, label="Starts")
    success_criteria = LinesField(3, required=False, label="How we will know it has worked",
                                  help_text="One on each line")  # fmt: skip
    is_withdrawn = forms.BooleanField(required=False, label="The action is withdrawn",
                                      help_text="It stays in the record of past days.")  # fmt: skip
    reason = forms.CharField(required=False, max_length=500, label="Why it changes")


class MilestoneForm(KitForm):
    """A milestone that was reached."""

    milestone = forms.IntegerField(widget=forms.HiddenInput)
    reached_on = PartialDateField(label="When it was reached")


class AskForm(KitForm):
    """A request for an update."""

    asked_of: Any = forms.ModelChoiceField(None, label="Whom to ask", empty_label="Choose a person")
    due_on = DayLineField(label="By when")
    question = forms.CharField(required=False, max_length=500, label="What you want to know")

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_of"].queryset = people  # type: ignore[attr-defined]


class ActionFilterForm(KitForm):
    """Which actions a list shows."""

    area = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, label="Area")
    delivery = forms.ChoiceField(required=False, label="Delivery")
    confidence = forms.ChoiceField(required=False, label="Confidence")
    lead = forms.CharField(required=False, max_length=100, label="Lead’s name contains")
    overdue = forms.BooleanField(required=False, label="Late only")

    def __init__(self, *args: Any, areas: Any, key: rating_key.Key, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(now.area.pk, f"{now.number}. {now.title}") for now in areas]
        self.fields["area"].choices = [("", "All areas"), *named]  # type: ignore[attr-defined]
        for axis in ("delivery", "confidence"):
            held = [(grade["code"], grade["word"]) for grade in key[axis]]
            self.fields[axis].choices = [("", "All"), *held, ("none", "Not rated")]  # type: ignore[attr-defined]


class LeadsForm(KitForm):
    """Who, of the people with an account, leads an action."""

    people: Any = forms.ModelMultipleChoiceField(
        None, required=False, widget=forms.CheckboxSelectMultiple, label="People who lead it",
        help_text="They see it in their work, may bring it up to date, and can be asked for an update.",
    )  # fmt: skip

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people  # type: ignore[attr-defined]
