"""Forms about answering who asked what is held about a child."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.casework.models import Case
from goldenthread.keeping.forms.holding import HoldForm
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.people.models import Adult

CHILD = "child"


class ReceiveForm(KitForm):
    """Somebody asked."""

    case = forms.CharField(label="Reference of a case of the child", max_length=20)
    who = forms.CharField(
        label="Who asked",
        max_length=200,
        help_text="“child”, or the name of a parent or carer as it stands in the case.",
    )
    right = forms.CharField(
        label="How you know who asks, and why they may have it",
        max_length=300,
        help_text="For example: signed in with both steps; has parental responsibility; the child is 7.",
    )
    received_on = DayField(label="Day on which the request came", help_text="For example, 27 11 2026")
    clean_case = HoldForm.clean_case

    def clean(self) -> dict[str, Any]:
        """Who asked is the child, or an adult around the child."""
        data: dict[str, Any] = super().clean() or {}
        case, who = data.get("case"), str(data.pop("who", "")).strip()
        data["adult"] = None
        if isinstance(case, Case) and who and who.lower() != CHILD:
            found = Adult.objects.filter(relationships__child=case.child, name__iexact=who).distinct()[:2]
            if len(found) != 1:
                self.add_error("who", "No one adult around this child has this name. Copy it from the case")
            else:
                data["adult"] = found[0]
        return data


class CodeForm(KitForm):
    """The code that went another way than the link."""

    code = forms.CharField(label="Code", max_length=20, help_text="8 letters and figures, as we told you.")
