"""What answers an item of the duties, and where cards were left."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, When

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.localoffer.duties import Duty
from goldenthread.localoffer.models import Coverage, DutyCheck, GuidePage, Service


class AnswersForm(KitForm):
    """The pages and services that answer an item. `seen` remembers what was ticked when the page was opened."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    owner = forms.CharField(
        required=False, max_length=200, label="Who answers for it", help_text="A team or a role."
    )
    services = forms.ModelMultipleChoiceField(
        Service.objects.none(), required=False, label="Services that answer it", widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    new_service = forms.CharField(
        required=False, max_length=300, label="Add a service", help_text="Its name, as families read it."
    )
    pages = forms.ModelMultipleChoiceField(
        GuidePage.objects.none(), required=False, label="Pages of the guide that answer it",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    is_checked = forms.BooleanField(required=False, label="I have read them: together they answer it")

    def __init__(self, data: Any, *, duty: Duty) -> None:
        rows = Coverage.objects.filter(reference=duty.reference)
        services, pages = (
            [key for key in rows.values_list(name, flat=True) if key] for name in ("service", "page")
        )
        held = DutyCheck.objects.filter(reference=duty.reference).first()
        seen = " ".join([*(f"p{key}" for key in pages), *(f"s{key}" for key in services)])
        initial = {"seen": seen, "services": services, "pages": pages, "owner": held.owner if held else ""}
        super().__init__(data, initial=initial)
        fields: dict[str, Any] = self.fields
        ticked_first = Case(When(pk__in=pages, then=0), default=1)
        fields["pages"].queryset = GuidePage.objects.published_now().order_by(ticked_first, "route", "order")
        fields["services"].queryset = Service.objects.open_to_public().filter(pk__in=services)
        if not services:
            del fields["services"]

    def clean_new_service(self) -> Service | None:
        """The service of that name, if one was typed."""
        name = self.cleaned_data["new_service"].strip()
        found = list(Service.objects.open_to_public().filter(name__iexact=name)[:2]) if name else []
        if name and len(found) != 1:
            raise forms.ValidationError(
                f"More than one service is called “{name}”. Rename one first."
                if found
                else f"No service is called “{name}”. Enter its whole name."
            )
        return found[0] if found else None

    def changes(self) -> dict[str, Any]:
        """What was ticked and unticked since the page was opened, and the owner."""
        given = self.cleaned_data
        ticked = {f"p{one.pk}": one for one in given["pages"]} | {
            f"s{one.pk}": one for one in given.get("services", ())
        }
        seen = set(given["seen"].split())
        gone = [key for key in seen if key not in ticked and key[1:].isdecimal() and len(key) < 12]
        new = [given["new_service"]] if given["new_service"] else []
        return {
            "add": [one for key, one in ticked.items() if key not in seen] + new, "owner": given["owner"],
            "take": [
                *GuidePage.objects.filter(pk__in=[int(key[1:]) for key in gone if key[0] == "p"]),
                *Service.objects.filter(pk__in=[int(key[1:]) for key in gone if key[0] == "s"]),
            ],
        }  # fmt: skip


class PlacedForm(KitForm):
    """Where cards were left."""

    place = forms.CharField(
        max_length=200,
        label="Where",
        help_text="For example, Bilston library. No names of people.",
    )
    count = forms.IntegerField(min_value=1, max_value=10_000, label="How many")
    placed_on = DayField(label="When")

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data, initial={"placed_on": today, "count": 10})
