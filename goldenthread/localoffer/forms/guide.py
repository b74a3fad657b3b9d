"""Pages of the guide as their writers see them."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.localoffer.actions.editing import Words
from goldenthread.localoffer.routes import ROUTES

TAKEN = {"add"}
"""Words that are addresses of this site’s own pages."""


class PageForm(KitForm):
    """A page of the guide: its words, its address, and when it is read and read through again."""

    title = forms.CharField(max_length=200, label="Title")
    summary = forms.CharField(
        max_length=400,
        label="In one sentence",
        error_messages={"required": "Say in one sentence what the page is about"},
    )
    keywords = forms.CharField(
        required=False,
        max_length=400,
        label="Other words that people use",
        help_text="With commas between them",
    )
    body = forms.CharField(
        max_length=20_000, label="Text", widget=forms.Textarea(attrs={"rows": 18}),
        help_text="“## ” begins a heading, “- ” a point, “1. ” a step. [words](/address/) makes a link.",
    )  # fmt: skip
    slug = forms.SlugField(
        max_length=80,
        label="Address",
        help_text="For example, sleep-at-night. An address that the page had before goes on leading to it.",
        error_messages={
            "required": "Enter an address",
            "invalid": "Use small letters, numbers and hyphens, for example sleep-at-night",
        },
    )
    publish_on = DayField(
        label="Publish on",
        required=False,
        help_text="Leave it empty to publish now. Until that day families read what they read today.",
    )
    review_on = DayField(label="To be read through again by", required=False)
    owner = forms.CharField(
        label="Who looks after it",
        required=False,
        max_length=200,
        help_text="A team or a role. They find the page in the list of pages to read through.",
    )
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_slug(self) -> str:
        """The address in small letters."""
        slug = str(self.cleaned_data["slug"]).lower()
        if slug in TAKEN:
            raise forms.ValidationError("This site uses that address itself. Choose another.")
        return slug

    @property
    def words(self) -> Words:
        """What was typed, as the page’s words."""
        given: dict[str, Any] = self.cleaned_data
        return Words(**{name: given[name] for name in ("title", "summary", "keywords", "body", "publish_on")})


class NewPageForm(PageForm):
    """The same for a page that is new: it says where in the guide it belongs."""

    route = forms.ChoiceField(
        required=False,
        label="Where it belongs",
        choices=[("", "In no part"), *((one.key, one.title) for one in ROUTES)],
    )
    field_order = (
        "title",
        "slug",
        "route",
        "summary",
        "keywords",
        "body",
        "publish_on",
        "review_on",
        "owner",
    )
