"""What somebody wants to be told of."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.joining import JoinForm
from goldenthread.programme.models import Area, Plan


class FollowForm(JoinForm):
    """An address, and what it follows."""

    of = forms.MultipleChoiceField(
        label="What you want to hear about", widget=forms.CheckboxSelectMultiple,
        help_text="You hear of an area or a plan only when a new version says something different about it.",
    )  # fmt: skip
    field_order = ("of", "email")

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["of"].choices = offered  # type: ignore[attr-defined]

    @property
    def chosen(self) -> dict[str, Any]:
        """Everything, or these plans and areas."""
        codes = self.cleaned_data["of"]
        pks = {
            kind: [int(one.removeprefix(kind)) for one in codes if one.startswith(kind)]
            for kind in ("plan-", "area-")
        }
        return {
            "everything": "all" in codes, "plans": Plan.objects.filter(pk__in=pks["plan-"]),
            "areas": Area.objects.filter(pk__in=pks["area-"]),
        }  # fmt: skip
