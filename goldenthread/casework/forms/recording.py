"""A form for each kind of event, made from what the kind must say."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from goldenthread.casework.models import Event
from goldenthread.casework.process.kinds import KINDS, Fact, Kind
from goldenthread.kit.forms import DayField, KitForm

LONG = {"reasons", "words", "evidence"}


class EventForm(KitForm):
    """What happened, on which day, and what the kind of event must say besides."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    occurred_on = DayField(label="Day on which it happened", help_text="For example, 27 3 2026")

    kind: Kind

    @property
    def facts(self) -> dict[str, Any]:
        """What the kind must say, as it is kept: days as text, nothing for what was left out."""
        given = {fact.name: self.cleaned_data.get(fact.name) for fact in self.kind.facts}
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in given.items()
            if value not in (None, "")
        }


class CorrectionForm(EventForm):
    """What an event should have said, and why it is corrected."""

    is_struck = forms.BooleanField(required=False, label="It never happened",
                                   help_text="The event stays in the record, crossed out.")  # fmt: skip
    why = forms.CharField(max_length=500, label="Why it is corrected", help_text="The family can read this.")

    @staticmethod
    def initial_of(event: Event) -> dict[str, Any]:
        """The form as the event stands."""
        kind = KINDS[event.kind]
        days = {fact.name for fact in kind.facts if fact.kind == "day"}
        facts = {
            name: date.fromisoformat(value) if name in days and value else value
            for name, value in event.facts.items()
        }
        return {"occurred_on": event.occurred_on, "answers": event.answers_id, **facts}


def form_for(
    kind: Kind, *, answerable: list[tuple[int, str]], base: type[EventForm] = EventForm
) -> type[EventForm]:
    """The form of a kind of event. `answerable` are the events that one of this kind may answer."""
    fields: dict[str, Any] = {fact.name: _field(fact) for fact in kind.facts}
    if kind.answers:
        asked = KINDS[kind.answers].title.lower()
        fields["answers"] = forms.TypedChoiceField(
            label=f"Which “{asked}” does this answer?",
            coerce=int,
            choices=answerable,
            widget=forms.RadioSelect,
        )
    return type(
        "KindForm", (base,), {**fields, "kind": kind, "field_order": ["seen", "occurred_on", *fields]}
    )


def _field(fact: Fact) -> forms.Field:
    """The form field of a fact."""
    words: dict[str, Any] = {"label": fact.label, "help_text": fact.hint, "required": fact.is_required}
    if fact.kind == "day":
        return DayField(**words)
    if fact.kind == "choice":
        blank = [] if fact.is_required else [("", "Not said")]
        return forms.ChoiceField(choices=[*blank, *fact.choices], widget=forms.RadioSelect, **words)
    if fact.kind == "yes-no":
        return forms.BooleanField(**words)
    if fact.name in LONG:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000, **words)
    return forms.CharField(max_length=300, **words)
