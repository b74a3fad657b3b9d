"""The form of a rating key: for each axis a row for each grade, and room for one more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import slugify

from goldenthread.kit.forms import KitForm
from goldenthread.programme import rating_key

SHAPES = [("dotted", "Dotted ring"), ("half", "Half-filled ring"), ("filled", "Filled ring"), ("seal", "Seal"),
          ("tick", "Tick"), ("bang", "Exclamation mark"), ("cross", "Cross")]  # fmt: skip
PARTS = ("word", "meaning", "shape", "is_finished", "needs_evidence")


class RatingKeyForm(KitForm):
    """Words, meanings, shapes and rules. An empty word takes its grade away; the last row of an axis is a new one."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, key: rating_key.Key, version: int, **kwargs: Any) -> None:
        super().__init__(*args, initial={"based_on": version}, **kwargs)
        self.old = key
        for axis in rating_key.AXES:
            for number, grade in enumerate([*key[axis], rating_key.Grade()]):
                self._add_row(axis, number, grade)
        self.fields["reason"] = forms.CharField(required=False, max_length=500, label="Why it changes")

    def _add_row(self, axis: str, number: int, grade: rating_key.Grade) -> None:
        name = f"{axis}-{number}"
        said = f"“{grade['word']}”" if grade.get("word") else f"a new grade of {axis}"
        row: dict[str, forms.Field] = {
            "word": forms.CharField(required=False, max_length=40, label="Word"),
            "meaning": forms.CharField(required=False, max_length=200, label="What it means"),
            "shape": forms.ChoiceField(
                required=False, choices=[("", "Choose a shape"), *SHAPES], label="Shape"
            ),
            "needs_evidence": forms.BooleanField(
                required=False, label="Needs evidence that a second person has confirmed"
            ),
        }
        if axis == "delivery":
            row["is_finished"] = forms.BooleanField(required=False, label="Counts as finished")
        for part, field in row.items():
            field.initial = grade.get(part)
            field.label = f"{field.label}: {said}" if part != "word" else f"Word for {said}"
            self.fields[f"{name}-{part}"] = field

    @property
    def axes(self) -> list[tuple[str, list[list[Any]]]]:
        """Each axis with its rows of fields, for the page."""
        return [
            (axis, [[self[f"{axis}-{number}-{part}"] for part in PARTS if f"{axis}-{number}-{part}" in self.fields]
                    for number in range(len(self.old[axis]) + 1)])
            for axis in rating_key.AXES
        ]  # fmt: skip

    @property
    def key(self) -> rating_key.Key:
        """The key as it was typed. A grade keeps its code when its word changes."""
        return {axis: [one for number in range(len(self.old[axis]) + 1) if (one := self._grade(axis, number))]
                for axis in rating_key.AXES}  # fmt: skip

    def _grade(self, axis: str, number: int) -> rating_key.Grade | None:
        given = {part: self.cleaned_data.get(f"{axis}-{number}-{part}") for part in PARTS}
        if not given["word"]:
            return None
        known = (
            self.old[axis][number]["code"]
            if number < len(self.old[axis])
            else slugify(given["word"]).replace("-", " ")
        )
        grade = rating_key.Grade(
            code=known, word=given["word"], meaning=given["meaning"] or "", shape=given["shape"] or ""
        )
        if given["is_finished"]:
            grade["is_finished"] = True
        if given["needs_evidence"]:
            grade["needs_evidence"] = True
        return grade

    def read_again(self, version: int) -> None:
        """Let what was typed be sent again, now that the writer has seen the other's."""
        self.data = {**self.data.dict(), "based_on": str(version)}  # type: ignore[attr-defined]

    def refuse(self, refused: Any) -> None:
        """Put a refusal at the first row of its axis, or above the form."""
        name = f"{refused.field}-0-word"
        self.add_error(name if name in self.fields else None, refused.sentence)

    @staticmethod
    def in_words(key: rating_key.Key) -> str:
        """A key in one line."""
        return "; ".join(
            f"{axis}: {', '.join(grade['word'] for grade in key[axis])}" for axis in rating_key.AXES
        )
