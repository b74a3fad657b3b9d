"""A cycle on one page, and its review."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.sensupport.choices import Area, Next, Progress
from goldenthread.sensupport.strategies import book


def _words(label: str, help_text: str = "", *, rows: int = 2, required: bool = True) -> forms.CharField:
    return forms.CharField(
        required=required,
        max_length=4000,
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _by_area() -> list[tuple[str, list[tuple[str, str]]]]:
    """The strategies as groups of boxes."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in book().strategies:
        groups.setdefault(Area(one.area).label, []).append((one.code, one.title))
    return list(groups.items())


class CycleForm(KitForm):
    """Assess, plan, do: with both voices, or the reason why one is not there."""

    assess = _words("Assess: what do you see, and what do you know?", rows=3)
    child_says = _words("What does the child say?", "Or show, draw, choose. If you do not know, write why.")
    parent_says = _words(
        "What do the parents or carers say?", "If you have not spoken yet, write why, and when you will."
    )
    outcome = _words("What do you hope for?", "Something that you will be able to see by the review.")
    strategies = forms.MultipleChoiceField(
        required=False, choices=_by_area, label="Plan: which strategies?", widget=forms.CheckboxSelectMultiple
    )
    plan = _words("What else, and who does it?", required=False)
    review_due_on = DayField(label="The day of the review", help_text="At least once a term.")


class ReviewForm(KitForm):
    """What came of it."""

    what_changed = _words("What has changed?", "What you can see now, beside what you hoped for.", rows=3)
    progress = forms.ChoiceField(
        choices=Progress.choices, widget=forms.RadioSelect, label="How much of it came true?"
    )
    child_says_now = _words("What does the child say now?", "If you do not know, write why.")
    parent_says_now = _words("What do the parents or carers say now?", "If you do not know, write why.")
    next_step = forms.ChoiceField(choices=Next.choices, widget=forms.RadioSelect, label="What follows?")
