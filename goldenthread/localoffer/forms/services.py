"""A provider's own entry as a form, and what the council does with it."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.localoffer.search.entries import DAYS

_AREA = {"rows": 4}
OWN: tuple[str, ...] = ("how_to_start", "support_for_send", "environment")


class ServiceForm(KitForm):
    """What a provider may change: everything that families read, but not the categories, which they suggest."""

    name = forms.CharField(max_length=200, label="Name")
    description = forms.CharField(
        max_length=5000, label="What it is, in plain words", widget=forms.Textarea(attrs=_AREA)
    )
    eligibility_description = forms.CharField(
        required=False, max_length=2000, label="Who can use it", widget=forms.Textarea(attrs={"rows": 2})
    )
    minimum_age = forms.IntegerField(required=False, min_value=0, max_value=120, label="From what age")
    maximum_age = forms.IntegerField(required=False, min_value=0, max_value=120, label="To what age")
    fees = forms.CharField(
        required=False, max_length=1000, label="What it costs", help_text="Write “Free” if it is free."
    )
    days = forms.MultipleChoiceField(
        required=False, choices=list(DAYS.items()), label="On which days", widget=forms.CheckboxSelectMultiple
    )
    times = forms.CharField(
        required=False,
        max_length=500,
        label="At what times",
        help_text="For example, 10:00 to 12:00 in term time",
    )
    email = forms.EmailField(required=False, label="E-mail")
    url = forms.URLField(required=False, label="Website", assume_scheme="https")
    phone = forms.CharField(required=False, max_length=60, label="Telephone")
    how_to_start = forms.CharField(
        required=False, max_length=2000, label="How do I start?", widget=forms.Textarea(attrs={"rows": 2})
    )
    support_for_send = forms.CharField(
        required=False, max_length=3000, label="How do you support children with special educational needs or disabilities?",
        widget=forms.Textarea(attrs=_AREA),
    )  # fmt: skip
    environment = forms.CharField(
        required=False,
        max_length=2000,
        label="How easy is the place to use?",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_closed = forms.BooleanField(required=False, label="It is closed for now")
    note = forms.CharField(
        required=False,
        max_length=500,
        label="A note to the council",
        help_text="For example, under which needs and kinds of help families should find it. The council chooses them.",
    )
    own = OWN
    """Its Local Offer questions."""

    def clean(self) -> dict[str, Any]:
        """Ages in their order."""
        given = super().clean() or {}
        low, high = given.get("minimum_age"), given.get("maximum_age")
        if low is not None and high is not None and high < low:
            self.add_error("maximum_age", "Enter an age that is not below the first one")
        return given

    @classmethod
    def initial_of(cls, record: dict[str, Any]) -> dict[str, Any]:
        """A record as the form shows it."""
        own, schedules = record.get("local_offer") or {}, record.get("schedules") or []
        first = schedules[0] if schedules else {}
        return {
            **{name: record.get(name) for name in ("name", "description", "eligibility_description", "minimum_age",
                                                   "maximum_age", "fees", "email", "url")},
            **{name: own.get(name) for name in cls.own},
            "days": [day[-2:] for day in (first.get("byday") or "").split(",") if day], "times": _times(first),
            "phone": next((one["number"] for one in record.get("phones", ())), ""),
            "is_closed": record.get("status") == "temporarily closed",
        }  # fmt: skip

    def changed_record(self, record: dict[str, Any]) -> dict[str, Any]:
        """The record with what was typed; whatever was left as it was stays as it was, byte for byte."""
        given, changed = self.cleaned_data, set(self.changed_data)
        new = dict(record)
        for name in (
            "name",
            "description",
            "eligibility_description",
            "minimum_age",
            "maximum_age",
            "fees",
            "email",
            "url",
        ):
            if name in changed:
                new[name] = given[name]
        if changed & set(self.own):
            new["local_offer"] = {
                **(record.get("local_offer") or {}),
                **{name: given[name] for name in self.own},
            }
        if changed & {"days", "times"}:
            new["schedules"] = [
                {"freq": "WEEKLY", "byday": ",".join(given["days"]), "description": given["times"]}
            ]
        if "phone" in changed:
            new["phones"] = [{"number": given["phone"]}] if given["phone"] else []
        if "is_closed" in changed:
            new["status"] = "temporarily closed" if given["is_closed"] else "active"
        return new


def _long(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        required=False,
        max_length=3000,
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SettingForm(ServiceForm):
    """The same for a school, college or nursery, with all of the questions that a setting is asked for the Local Offer."""

    staff_training = _long("What training do your staff have?")
    how_families_take_part = _long("How do families and young people take part?")
    how_progress_is_shared = _long("How do you tell families how it is going?")
    plans = _long("What do you plan next?")
    sen_information_report = forms.URLField(
        required=False, label="Where your SEN information report is", assume_scheme="https"
    )
    own = (
        *OWN,
        "staff_training",
        "how_families_take_part",
        "how_progress_is_shared",
        "plans",
        "sen_information_report",
    )
    field_order = [*(name for name in ServiceForm.base_fields if name not in ("is_closed", "note")), *own[len(OWN):],
                   "is_closed", "note"]  # fmt: skip


def form_for(record: dict[str, Any]) -> type[ServiceForm]:
    """The form that fits a record."""
    return SettingForm if (record.get("local_offer") or {}).get("setting") else ServiceForm


def _times(schedule: dict[str, Any]) -> str:
    hours = " to ".join(one for one in (schedule.get("opens_at"), schedule.get("closes_at")) if one)
    return ", ".join(part for part in (hours, schedule.get("description")) if part)


class RefuseForm(KitForm):
    """Why a change is not taken."""

    reason = forms.CharField(max_length=500, label="Why it is not taken")


class KeeperForm(KitForm):
    """Whose account may keep the entries."""

    email = forms.EmailField(
        label="E-mail address of somebody with an account",
        help_text="Their role must be “Provider of services”.",
    )


class LinkForm(KitForm):
    """Where to send the secret address."""

    sent_to = forms.EmailField(label="E-mail address of the provider")
