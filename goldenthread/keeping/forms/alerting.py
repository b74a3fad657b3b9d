"""Forms about alerts, reports and emergencies."""

from __future__ import annotations

from django import forms

from goldenthread.keeping.forms.holding import HoldForm
from goldenthread.kit.forms import KitForm

LONG = forms.Textarea(attrs={"rows": 4})


class ReportForm(KitForm):
    """Somebody sees what is not theirs."""

    words = forms.CharField(
        label="What do you see?",
        max_length=2000,
        widget=LONG,
        help_text="For example: the name of a child who is not mine. Do not copy what it says.",
    )


class SettleForm(KitForm):
    """What came of it."""

    outcome = forms.CharField(label="What you found and did", max_length=2000, widget=LONG)


class CanaryForm(KitForm):
    """A planted case."""

    case = forms.CharField(label="Reference of an invented child’s case", max_length=20)
    why = forms.CharField(label="Where it stands, for your own memory", max_length=300, required=False)
    clean_case = HoldForm.clean_case


class CloseForm(KitForm):
    """Why the pages are shut."""

    reason = forms.CharField(label="Why they are shut", max_length=500)


class GlassForm(KitForm):
    """A case that cannot wait."""

    reference = forms.CharField(label="Reference of the case", max_length=20)
    reason = forms.CharField(
        label="Why it cannot wait for leave",
        max_length=500,
        help_text="For example: a child is at risk and the worker is away.",
    )
