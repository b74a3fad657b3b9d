"""Forms of messages, their steps and short addresses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery

from goldenthread.communication.choices import Channel
from goldenthread.communication.models import Message
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.programme.models import Action, ActionVersion

ROLE = "A team or a role, not a name"


class ActionField(forms.ModelChoiceField):
    """An action of a public plan, by its number and words."""

    def label_from_instance(self, obj: Any) -> str:
        """Its number, and what it says now."""
        return f"{obj.number} {obj.says or obj.key}".strip()[:110]


def public_actions() -> QuerySet[Action]:
    """The actions of plans that everybody reads."""
    says = (
        ActionVersion.objects.filter(record=OuterRef("pk")).order_by("-known_from", "-pk").values("text")[:1]
    )
    rows = Action.objects.filter(area__plan__is_public=True).annotate(says=Subquery(says))
    return rows.order_by("area__plan", "area", "number", "pk")


class MessageForm(KitForm):
    """What families should know."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        max_length=300, label="What families should know",
        help_text="One sentence, as you would say it: “You can look up how long the wait is.”",
    )  # fmt: skip
    audience = forms.CharField(max_length=200, label="Who should know it")
    action = ActionField(
        Action.objects.none(),
        required=False,
        label="The action of the plan that it serves",
        empty_label="None",
    )
    who = forms.CharField(max_length=200, label="Who answers for it", help_text=ROLE)
    question = forms.CharField(
        max_length=500, required=False, label="The question that tells whether they know",
        help_text="Word for word as a survey asks it, like “Have you heard of the Local Offer?”",
    )  # fmt: skip
    starts_on = DayField(label="First day")
    ends_on = DayField(label="Last day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["action"].queryset = public_actions()


class StepForm(KitForm):
    """One way in which it goes out."""

    channel = forms.ChoiceField(choices=Channel.choices, label="By which way")
    what = forms.CharField(
        max_length=300, label="What exactly", help_text="Like “Half a page in the December newsletter”"
    )
    who = forms.CharField(max_length=200, label="Who does it", help_text=ROLE)
    due_on = DayField(label="When")


class AddressForm(KitForm):
    """A code for one place."""

    channel = forms.ChoiceField(choices=Channel.choices, label="What it is printed on")
    stands_in = forms.CharField(
        max_length=200,
        label="Where it stands",
        help_text="One place, like “Poster, Bilston library”. No names of people.",
    )
    leads_to = forms.CharField(
        max_length=300, label="The page that it opens", help_text="From the first / on, like /local-offer/"
    )
    message = forms.ModelChoiceField(
        Message.objects.all(), required=False, label="The message that it carries", empty_label="None"
    )
