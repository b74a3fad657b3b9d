"""Forms of a document on its way to the public."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.evidence.models import DocumentForm
from goldenthread.kit.forms import KitForm
from goldenthread.programme.models import Area, Programme

WORDS = {"rows": 6}


class SummaryForm(KitForm):
    """The words at the head of a document."""

    summary = forms.CharField(
        required=False, max_length=5000, label="Summary, in plain words", widget=forms.Textarea(attrs=WORDS),
        help_text="It stands at the head of the document. Everything else comes from the plan as it is today.",
    )  # fmt: skip


class PrepareForm(SummaryForm):
    """Which document, and of which area."""

    form = forms.ChoiceField(label="Document", choices=DocumentForm.choices)
    area = forms.ModelChoiceField(
        Area.objects.none(), required=False, label="Area", help_text="Only for a highlight report.", empty_label="All areas"
    )  # fmt: skip
    field_order = ("form", "area", "summary")

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = Area.objects.filter(plan__programme=programme, plan__is_public=True)
        self.fields["area"].queryset = areas.select_related("plan").order_by("plan_id", "number")  # type: ignore[attr-defined]


class EditionForm(KitForm):
    """Which edition of the draft the reader looked at."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(EditionForm):
    """Why something that the gate found may be published."""

    finding = forms.CharField(max_length=2000, widget=forms.HiddenInput, strip=False)
    reason = forms.CharField(max_length=500, label="Why this may be published")


class PublishForm(EditionForm):
    """What is said of the version, to those who see the list."""

    note = forms.CharField(
        required=False, max_length=500, label="Note", help_text="For example “Agreed by the board in March 2025”. It is public.",
    )  # fmt: skip
