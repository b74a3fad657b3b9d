"""An entry as the council writes it, with its categories; and a service that somebody misses."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import KitForm
from goldenthread.localoffer.categories import category
from goldenthread.localoffer.forms.services import ServiceForm, SettingForm
from goldenthread.localoffer.search.postcodes import BadPostcode, place_of
from goldenthread.localoffer.vocabulary import KIND_LABELS, NEED_LABELS
from goldenthread.openreferral.reading import made_identifier

GROUPS = {"needs": ("need", NEED_LABELS), "kinds": ("kind", KIND_LABELS)}
REVIEWS = [
    (3, "Every 3 months: it changes often, or much hangs on it"),
    (6, "Every 6 months"),
    (12, "Every year"),
]
Json = dict[str, Any]


class _Categories(forms.Form):
    """Under what an entry is found, and how often it is checked: the council chooses."""

    kinds = forms.MultipleChoiceField(
        choices=list(KIND_LABELS.items()), label="Kinds of help", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one kind of help"},
    )  # fmt: skip
    needs = forms.MultipleChoiceField(
        required=False, choices=list(NEED_LABELS.items()), label="Needs", widget=forms.CheckboxSelectMultiple,
        help_text="Leave all of them empty when it is for every need.",
    )  # fmt: skip
    review_months = forms.TypedChoiceField(
        coerce=int, choices=REVIEWS, initial=12, label="How often it is checked", widget=forms.RadioSelect
    )

    @classmethod
    def categories_of(cls, record: Json) -> dict[str, list[str]]:
        """The categories of ours that a record has."""
        found: dict[str, list[str]] = {name: [] for name in GROUPS}
        for one in record.get("attributes", ()):
            term = one.get("taxonomy_term") or {}
            for name in GROUPS:
                if term.get("taxonomy_id") == made_identifier("vocabulary", name):
                    found[name].append(str(term.get("term")))
        return found

    def with_categories(self, record: Json) -> Json:
        """The record with the categories that were chosen; those of other vocabularies stay."""
        given = self.cleaned_data
        ours = {made_identifier("vocabulary", name) for name in GROUPS}
        kept = [one for one in record.get("attributes", ())
                if (one.get("taxonomy_term") or {}).get("taxonomy_id") not in ours]  # fmt: skip
        before = self.categories_of(record)
        if all(sorted(before[name]) == sorted(given[name]) for name in GROUPS):
            return record
        chosen = [category(group, code) for name, (group, _) in GROUPS.items() for code in given[name]]
        return {**record, "attributes": [*kept, *chosen]}


class StaffForm(_Categories, ServiceForm):
    """An entry of the directory as the council changes it."""

    note = None  # type: ignore[assignment]


class StaffSettingForm(_Categories, SettingForm):
    """The same for a school, college or nursery."""

    note = None  # type: ignore[assignment]


class NewEntryForm(StaffForm):
    """A new entry."""

    organisation = forms.CharField(max_length=200, label="Who gives it", help_text="The organisation’s name")
    place = forms.CharField(
        required=False,
        max_length=200,
        label="Name of the place",
        help_text="Leave it empty when it has none.",
    )
    street = forms.CharField(required=False, max_length=200, label="Building and street")
    postcode = forms.CharField(required=False, max_length=10, label="Postcode")
    is_new = forms.BooleanField(required=False, label="I have looked: it is another service than those above")
    field_order = (
        "name", "organisation", "description", "kinds", "needs", "eligibility_description", "minimum_age", "maximum_age", "fees",
        "days", "times", "place", "street", "postcode", "email", "url", "phone", *ServiceForm.own,
    )  # fmt: skip

    def clean_postcode(self) -> str:
        """A postcode that is one, as it is written."""
        typed = str(self.cleaned_data["postcode"]).strip()
        if not typed:
            return ""
        try:
            self.found = place_of(typed)
        except BadPostcode as trouble:
            raise forms.ValidationError(str(trouble)) from None
        return self.found.postcode

    def new_record(self) -> Json:
        """What was typed, as a record of the standard."""
        given = self.cleaned_data
        record = self.with_categories(self.changed_record({"status": "active"}))
        if given["place"] or given["street"] or given["postcode"]:
            record["service_at_locations"] = [self._location()]
        return record

    def _location(self) -> Json:
        given = self.cleaned_data
        key = made_identifier("place", given["place"].lower(), given["street"].lower(), given["postcode"])
        location: Json = {
            "id": key, "location_type": "physical", "name": given["place"],
            "addresses": [{"address_1": given["street"], "city": "", "state_province": "", "postal_code": given["postcode"],
                           "country": "GB", "address_type": "physical"}],
        }  # fmt: skip
        if given["postcode"]:
            location |= {"latitude": self.found.point.latitude, "longitude": self.found.point.longitude}
        return {"id": made_identifier("here", key, given["name"].lower()), "location": location}


class SuggestForm(KitForm):
    """A service that somebody misses."""

    name = forms.CharField(
        max_length=200, label="What is it called?", error_messages={"required": "Enter what it is called"}
    )
    words = forms.CharField(
        max_length=3000, label="What does it do, and for whom?", widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Please leave out names of children, and anything that shows who a child is.",
        error_messages={"required": "Say what it does, and for whom"},
    )  # fmt: skip
    place = forms.CharField(required=False, max_length=300, label="Where is it?")
    reach = forms.CharField(
        required=False,
        max_length=500,
        label="How can we reach it?",
        help_text="Its website, telephone or e-mail",
    )


class DeclineForm(KitForm):
    """Why a suggestion does not become an entry."""

    reason = forms.CharField(max_length=500, label="Why it does not become an entry")
