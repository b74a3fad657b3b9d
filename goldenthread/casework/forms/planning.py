"""Forms of writing a plan. The form of a line is made from the shape of what its section holds, so every type has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, fields
from datetime import date
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from django import forms

from goldenthread.casework.plan.lines import BLANKS, LINES
from goldenthread.casework.plan.plan_types import SectionKind
from goldenthread.casework.queries.editor import DETAILS
from goldenthread.casework.queries.line_choices import Choices, LineChoices
from goldenthread.kit.forms import DayField, KitForm

LEFT_OUT = frozenset({"id", "media", "not_needed"})
TEXTS = {
    "views": "What they said, in their own words", "needs": "The need", "outcomes": "What will be reached",
    "provision": "What will be given", "placement": "Words about the placement", "payments": "What the payment secures",
    "papers": "Words about it", "text": "The text",
}  # fmt: skip
LABELS = {
    **DETAILS,
    "needs": "Needs that it answers", "outcomes": "Outcomes that it leads to", "aspirations": "Words of section A that it serves",
    "adulthood": "Preparing for adulthood", "advice": "Which advice", "sources": "Paragraphs of advice that it rests on",
    "own_words": "It stands as it was said", "prepares_for_adulthood": "It prepares for adulthood and independent living",
    "by_on": "To be reached by", "by_when": "Or by when, in words", "set_on": "First set on", "who": "Who gives it",
    "expertise": "Their qualification or training", "how_long": "How long each time", "group": "Alone, or in a group of how many",
    "reviewed_by": "Who looks whether it works", "reviewed_when": "When they look", "agreed_by": "Who agreed it for health",
    "agreed_on": "When they agreed", "name": "Name of the school, college or other place", "kind": "Its type",
    "urn": "Its number in the register (URN)", "starts_on": "From when, if not at once", "gathered": "How they were gathered",
    "by": "Whose words these are", "about": "What they tell", "area": "Area of need", "measure": "How anybody can tell",
    "progress": "What the last review found",
}  # fmt: skip
HINTS = {
    "by_when": "For example: the end of Key Stage 2", "who": "Their role, not their name",
    "how_often": "For example: four days each week", "how_long": "For example: 30 minutes",
    "gathered": "For example: drawn together with Miss Shah on 4 May",
}  # fmt: skip
WORDED = frozenset({"views", "needs", "outcomes", "provision", "text"})
"""What a section holds whose lines are nothing without words."""
FOLDED = ("sources", *(f"not_needed_{name}" for name in BLANKS))
"""Fields that stand behind a disclosure, so that the form is no longer than its work."""


class LineForm(KitForm):
    """Every field of one line, and what it links to."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, kind: SectionKind, line: dict[str, Any], choices: LineChoices, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {})
        self.kind, self.line, self.choices = kind, line, choices
        super().__init__(*args, **kwargs)
        shape: Any = LINES[kind.holds]
        self._shape = {one.name: one for one in fields(shape)}
        hints = get_type_hints(shape)
        order = [*(name for name in self._shape if name not in {"sources", *LEFT_OUT}), "sources"]
        for name in order:
            self.fields[name] = self._field(self._shape[name], hints[name])
        if "not_needed" in self._shape:
            for name in BLANKS:
                self.fields[f"not_needed_{name}"] = forms.CharField(
                    required=False, max_length=300, label=f"{LABELS[name]}: why it is not needed here",
                    initial=line.get("not_needed", {}).get(name, ""),
                )  # fmt: skip

    def _field(self, one: Field[Any], hint: Any) -> forms.Field:
        label = TEXTS[self.kind.holds] if one.name == "text" else LABELS.get(one.name, one.name)
        initial = self.line.get(one.name)
        common: dict[str, Any] = {"required": False, "label": label}
        if one.name in HINTS:
            common["help_text"] = HINTS[one.name]
        if one.name == "sources":
            chosen = [f"{source['advice']}:{source['paragraph']}" for source in self.line.get("sources", ())]
            return _Several(choices=self.choices.paragraphs, initial=chosen, **common)
        if one.metadata.get("names"):
            return _Several(
                choices=getattr(self.choices, one.metadata["names"]), initial=initial or [], **common
            )
        if one.name == "advice":
            return forms.ChoiceField(
                choices=[("", "Choose"), *self.choices.advice], initial=initial or "", **common
            )
        if get_origin(hint) is UnionType and date in get_args(hint):
            return DayField(initial=date.fromisoformat(initial) if initial else None, **common)
        if hint is bool:
            return forms.BooleanField(initial=one.default if initial is None else initial, **common)
        return self._text(one, hint, initial, common)

    def _text(self, one: Field[Any], hint: Any, initial: Any, common: dict[str, Any]) -> forms.Field:
        if one.name == "text" and self.kind.holds in WORDED:
            common |= {"required": True, "error_messages": {"required": "Write the line first"}}
        choices = [(name, name.replace("-", " ").capitalize()) for name in one.metadata["choices"]]
        if choices and get_origin(hint) is tuple:
            return _Several(choices=choices, initial=initial or [], **common)
        if choices:
            first = [] if one.default in one.metadata["choices"] else [("", "Not said")]
            return forms.ChoiceField(choices=[*first, *choices], initial=initial or one.default, **common)
        rows = {"text": 5, "measure": 2, "gathered": 2}.get(one.name)
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
        return forms.CharField(
            max_length=20_000 if rows else 500,
            initial=initial or "",
            widget=widget,
            strip=not self.kind.own_words,
            **common,
        )

    @property
    def content(self) -> dict[str, Any]:
        """The line as it is kept: what was filled in, and what the form does not show."""
        self.is_valid()  # so that the boxes that can be read are read
        data = self.cleaned_data
        made = {"media": self.line["media"]} if self.line.get("media") else {}
        for name in self._shape:
            if name in data and name != "sources":
                value = data[name]
                made[name] = value.isoformat() if isinstance(value, date) else value
        made["sources"] = self._sources(data.get("sources", []))
        if reasons := {name: data[f"not_needed_{name}"] for name in BLANKS if data.get(f"not_needed_{name}")}:
            made["not_needed"] = reasons
        return {name: value for name, value in made.items() if self._is_worth_keeping(name, value)}

    def _is_worth_keeping(self, name: str, value: Any) -> bool:
        """Not an empty field; nor one that is like its default, unless the line had it so."""
        if value in ("", None, [], {}):
            return False
        return name in self.line or name not in self._shape or value != self._shape[name].default

    def _sources(self, chosen: list[str]) -> list[dict[str, Any]]:
        """The paragraphs chosen; one that was cited before keeps its quotation."""
        kept = {f"{one['advice']}:{one['paragraph']}": one for one in self.line.get("sources", ())}
        made = []
        for key in chosen:
            advice, _, number = key.rpartition(":")
            made.append(kept.get(key) or {"advice": advice, "paragraph": int(number)})
        return made

    def open_fields(self) -> Iterator[Any]:
        """The boxes that stand open on the page."""
        return (one for one in self.visible_fields() if one.name not in FOLDED)

    def blanks(self) -> list[Any]:
        """The boxes for why something is not needed."""
        return [one for one in self.visible_fields() if one.name.startswith("not_needed_")]


class _Several(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


class BeginForm(KitForm):
    """Which type of plan, for which children."""

    type = forms.ChoiceField(widget=forms.RadioSelect, label="Which kind of plan")

    def __init__(self, *args: Any, types: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = types  # type: ignore[attr-defined]
        self.fields["type"].initial = types[0][0] if types else None


class EmptyForm(KitForm):
    """Why a section has no lines."""

    reason = forms.CharField(
        max_length=1_000, required=False, widget=forms.Textarea(attrs={"rows": 2}), label="Why nothing stands here",
        help_text="For example: No need was identified; asked Dr Lee on 3 March 2026.",
    )  # fmt: skip


class ReasonForm(KitForm):
    """Why a plan may go out although a check stops it."""

    reason = forms.CharField(
        max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}), label="Why the plan may go out all the same",
        help_text="It is kept with your name, and everybody who reads the findings reads it.",
    )  # fmt: skip


class LockForm(KitForm):
    """Words that an order of the tribunal fixed."""

    order = forms.ChoiceField(label="Which order")
    words = forms.CharField(
        max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}), label="The words that it fixed",
        help_text="Letter by letter, as they stand in the line.",
    )  # fmt: skip

    def __init__(self, *args: Any, orders: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["order"].choices = orders  # type: ignore[attr-defined]
