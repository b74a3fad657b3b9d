"""Something that is on, as a form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.localoffer.models import Event
from goldenthread.localoffer.search.postcodes import BadPostcode, place_of

TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p", "%I %p"]
NARROW = {"class": "govuk-input--width-5"}


class HourField(forms.TimeField):
    """A time of day: "10:30", "10.30am" or "2pm"."""

    default_error_messages = {"invalid": "Enter a time like 10:30 or 2pm"}

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=TIMES, widget=forms.TimeInput(attrs=NARROW, format="%H:%M"), **options)


class EventForm(KitForm):
    """What families need to know to come."""

    title = forms.CharField(max_length=200, label="What it is called")
    summary = forms.CharField(
        max_length=3000, label="What happens, in plain words", widget=forms.Textarea(attrs={"rows": 4})
    )
    day = DayField(label="The day")
    starts = HourField(label="The time it starts", help_text="For example, 10:30")
    ends = HourField(label="The time it ends", required=False)
    place = forms.CharField(max_length=200, required=False, label="Place")
    postcode = forms.CharField(
        max_length=10, required=False, label="Postcode", widget=forms.TextInput(attrs=NARROW)
    )
    who_for = forms.CharField(max_length=200, required=False, label="Who it is for")
    cost = forms.CharField(
        max_length=100, required=False, label="What it costs", help_text="Write “Free” if it is free."
    )
    booking = forms.CharField(max_length=300, required=False, label="How to book")
    is_cancelled = forms.BooleanField(required=False, label="It is cancelled")

    def clean_postcode(self) -> str:
        """The postcode as it is written; one that cannot be is said."""
        typed: str = self.cleaned_data["postcode"].strip()
        if not typed:
            return ""
        try:
            return place_of(typed).postcode
        except BadPostcode as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """An end after the beginning."""
        given = super().clean() or {}
        if given.get("starts") and given.get("ends") and given["ends"] <= given["starts"]:
            self.add_error("ends", "Enter a time after the one at which it starts")
        return given

    @classmethod
    def initial_of(cls, event: Event | None) -> dict[str, Any]:
        """An event as the form shows it."""
        if event is None:
            return {}
        starts, ends = (
            timezone.localtime(event.starts_at),
            event.ends_at and timezone.localtime(event.ends_at),
        )
        own = {name: getattr(event, name) for name in
               ("title", "summary", "place", "postcode", "who_for", "cost", "booking", "is_cancelled")}  # fmt: skip
        return {**own, "day": starts.date(), "starts": starts.time(), "ends": ends.time() if ends else None}

    @property
    def fields_of_event(self) -> dict[str, Any]:
        """What was typed, as an event holds it."""
        given = dict(self.cleaned_data)
        day, starts, ends = given.pop("day"), given.pop("starts"), given.pop("ends")
        at = {"starts_at": timezone.make_aware(datetime.combine(day, starts)),
              "ends_at": timezone.make_aware(datetime.combine(day, ends)) if ends else None}  # fmt: skip
        return {**given, **at}
