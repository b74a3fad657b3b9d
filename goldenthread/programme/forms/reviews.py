"""The form that records a review, with the decision that came of it."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm, PartialDateField
from goldenthread.partners.models import Body
from goldenthread.programme.actions.reviewing import Letter, Point, Subjects
from goldenthread.programme.choices import EffectKind, ReviewKind, ReviewPointKind
from goldenthread.programme.forms.parts import LinesField, words

GENERAL = {
    "strengths": (ReviewPointKind.STRENGTH, "Strengths"),
    "pressures": (ReviewPointKind.PRESSURE, "Pressures"),
    "early": (ReviewPointKind.EARLY, "Still early"),
    "asks": (ReviewPointKind.ASK, "What was asked for before the next review"),
}
EFFECTS = [("", "It closes or reopens nothing"), (EffectKind.CLOSES, "It closes the areas ticked below"),
           (EffectKind.REOPENS, "It reopens the areas ticked below")]  # fmt: skip


class DecisionForm(KitForm):
    """An outside body's decision, in its recorded words, with what it closes or reopens."""

    body = forms.ModelChoiceField(Body.objects.order_by("name"), required=False, label="Who decided",
                                  empty_label="Choose a body")  # fmt: skip
    decided_on = PartialDateField(required=False, label="When it was decided")
    words = words(3, required=False, label="The decision in its own words")
    letter_title = forms.CharField(required=False, max_length=300, label="The letter or page that says so")
    letter_address = forms.CharField(required=False, max_length=1000, label="Where it can be read")
    effect = forms.ChoiceField(
        required=False, choices=EFFECTS, widget=forms.RadioSelect, label="What the decision does"
    )
    areas = forms.TypedMultipleChoiceField(
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        label="Areas that it closes or reopens",
    )

    DECISION = ("body", "decided_on", "words", "letter_title", "letter_address", "effect", "areas")

    def __init__(self, *args: Any, areas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {now.area.pk: now for now in areas}
        choices = [
            (now.area.pk, f"{now.number}. {now.title} ({'open' if now.is_open else 'closed'})")
            for now in areas
        ]
        self.fields["areas"].choices = choices  # type: ignore[attr-defined]

    @property
    def has_decision(self) -> bool:
        """Whether anything of a decision was filled in."""
        return any(self.cleaned_data.get(name) for name in self.DECISION)

    @property
    def decision(self) -> dict[str, Any]:
        """The decision as the action takes it."""
        data = self.cleaned_data
        areas = [self.known[pk].area for pk in data["areas"]]
        return {
            "body": data["body"], "decided_on": data["decided_on"], "words": data["words"],
            "letter": Letter(data["letter_title"], data["letter_address"]), "effect": data["effect"],
            "subjects": Subjects(areas=areas),
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A decision needs its words; ticked areas need to be told what happens to them, and the other way round."""
        cleaned = super().clean() or {}
        if self.has_decision and not cleaned.get("words"):
            self.add_error("words", "Enter the decision in its own words")
        if cleaned.get("areas") and not cleaned.get("effect"):
            self.add_error("effect", "Say whether the decision closes or reopens the areas that you ticked")
        if cleaned.get("effect") and not cleaned.get("areas"):
            self.add_error("areas", "Tick the areas that the decision closes or reopens")
        return cleaned


class AloneDecisionForm(DecisionForm):
    """A decision without a review: it cannot be left empty."""

    def clean(self) -> dict[str, Any]:
        """The words are always needed here."""
        cleaned = super().clean()
        if not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", "Enter the decision in its own words")
        return cleaned


class ReviewForm(DecisionForm):
    """A review: what it said of each area and of all, and the decision that came of it."""

    kind = forms.ChoiceField(choices=ReviewKind.choices, label="Kind of review")
    label = forms.CharField(required=False, max_length=200, label="What it was called",
                            help_text="For example, 15-month review")  # fmt: skip
    held_on = PartialDateField(label="When it was held")
    attendees = LinesField(3, required=False, label="Who took part", help_text="One on each line")
    overall = words(4, required=False, label="What it said overall")
    next_on = PartialDateField(required=False, label="When the next review is expected")

    def __init__(self, *args: Any, areas: Any, **kwargs: Any) -> None:
        super().__init__(*args, areas=areas, **kwargs)
        for name, (_, label) in GENERAL.items():
            self.fields[name] = LinesField(3, required=False, label=label, help_text="One point on each line")
        for now in areas:
            self.fields[f"area-{now.area.pk}"] = LinesField(
                2, required=False, label=f"{now.number}. {now.title}", help_text="One finding on each line"
            )

    @property
    def area_fields(self) -> list[tuple[Any, Any]]:
        """Each area with the field for what was said of it."""
        return [(now, self[f"area-{pk}"]) for pk, now in self.known.items()]

    @property
    def general_fields(self) -> list[Any]:
        """The fields for what was said of all."""
        return [self[name] for name in GENERAL]

    @property
    def points(self) -> list[Point]:
        """Everything that was said, of areas first."""
        data = self.cleaned_data
        said = [
            Point(ReviewPointKind.FINDING, text, now.area)
            for pk, now in self.known.items()
            for text in data[f"area-{pk}"]
        ]
        return said + [Point(kind, text) for name, (kind, _) in GENERAL.items() for text in data[name]]

    @property
    def review(self) -> dict[str, Any]:
        """The review as the action takes it."""
        names = ("kind", "label", "held_on", "attendees", "overall", "next_on")
        return {name: self.cleaned_data[name] for name in names} | {"points": self.points}
