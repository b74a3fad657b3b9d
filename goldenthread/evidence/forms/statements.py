"""Forms of position statements and of what answers a review's asks."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.evidence.models import Signatory
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.programme.models import Evidence, Programme


class EvidenceChoices(forms.ModelMultipleChoiceField):
    """Evidence of a programme, any of it: one piece may serve many statements."""

    def label_from_instance(self, obj: Any) -> str:
        """What it is, what it shows, and whether a second person has confirmed it."""
        confirmed = "" if obj.confirmed_on else ", not confirmed yet"
        return f"Area {obj.area.number}: {obj.title}, {obj.dated_on}. {obj.get_shows_display()}{confirmed}"


def evidence_of(programme: Programme, day: Any) -> Any:
    """What can be cited: what no newer evidence has replaced."""
    held = Evidence.objects.in_use(day).filter(area__plan__programme=programme)
    return held.select_related("area").order_by("area__number", "-known_on", "-pk")


class ClaimForm(KitForm):
    """One sentence and what it rests on."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        max_length=1000, label="The sentence", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence, in plain words. Give a share with what it is of. Name nobody: everybody can read it.",
    )  # fmt: skip
    claims_impact = forms.BooleanField(
        required=False, label="It says that something is different for children, young people or families"
    )
    evidence = EvidenceChoices(
        Evidence.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label="What it rests on"
    )

    def __init__(self, *args: Any, cited: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = cited  # type: ignore[attr-defined]


class OfferForm(KitForm):
    """Offering a statement for signature."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    look_again_on = DayField(
        label="When it must be looked at again",
        help_text="From that day on it is shown as out of date, unless a newer one stands.",
    )


class SignForm(KitForm):
    """Signing for a partner."""

    partner = forms.ChoiceField(label="For whom you sign", required=False)
    agrees = forms.TypedChoiceField(
        label="What your partner says", widget=forms.RadioSelect, coerce=lambda value: value == "yes",
        choices=[("yes", "We agree with the statement and sign it"), ("no", "We do not agree")],
    )  # fmt: skip
    words = forms.CharField(
        required=False, max_length=1000, label="What you want to add", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="If you do not agree, say with what. It stands beside the statement for all to read.",
    )  # fmt: skip

    def __init__(self, *args: Any, belongs: dict[Signatory, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.value, f"{one.label}: {organisation}") for one, organisation in belongs.items()]
        self.fields["partner"].choices = choices  # type: ignore[attr-defined]


class AnswerForm(KitForm):
    """Evidence for something that a review asked for."""

    evidence = EvidenceChoices(
        Evidence.objects.none(), widget=forms.CheckboxSelectMultiple, label="What answers it"
    )

    def __init__(self, *args: Any, cited: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = cited  # type: ignore[attr-defined]


class GoneForm(KitForm):
    """Evidence that cannot be opened any more."""

    why = forms.CharField(max_length=300, label="What happened when you tried to open it")
