"""The living style page: every component in every state, long, empty and mistaken, with invented words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.kit import charts, gallery_samples
from goldenthread.kit.forms import DayField, KitForm, PartialDateField
from goldenthread.kit.thread_picture import picture

ICONS = sorted(
    path.stem for path in (Path(__file__).parents[1] / "templates" / "kit" / "icons").glob("*.svg")
)


class SampleForm(KitForm):
    """A field of each kind."""

    name = forms.CharField(label="Name of the meeting", help_text="As it is known to the people who go.")
    email = forms.EmailField(label="Email")
    notes = forms.CharField(label="What was said", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    held_on = DayField(label="Day it was held")
    due = PartialDateField(label="When the work is due")
    lead = forms.ChoiceField(label="Who leads", choices=[("", "Choose a lead"), ("a", "Ada"), ("b", "Ben")])
    delivery = forms.ChoiceField(
        label="How far it has come",
        choices=[("n", "Not started"), ("p", "In progress"), ("d", "Complete")],
        widget=forms.RadioSelect,
    )
    areas = forms.MultipleChoiceField(
        label="Which areas it serves",
        choices=[("1", "The first area"), ("2", "The second, with a longer name")],
        widget=forms.CheckboxSelectMultiple,
    )
    paper = forms.FileField(label="Minutes", required=False, help_text="A Word file or a PDF, up to 5 MB.")
    is_public = forms.BooleanField(label="Show this to everybody", help_text="It stays inside until then.")


MISTAKEN = {
    "email": "ada at example",
    "held_on_day": "31",
    "held_on_month": "2",
    "held_on_year": "2022",
    "due": "Febtember 2022",
    "notes": "What you typed is kept, also when something else needs mending.",
    "delivery": "p",
}


def gallery(http: HttpRequest) -> HttpResponse:
    """The page, or one of its drawings when `?chart=` names it."""
    name = http.GET.get("chart", "")
    if name in gallery_samples.DRAWINGS:
        return charts.answer(gallery_samples.DRAWINGS[name](charts.Look.asked(http)))
    return render(
        http, "kit/gallery_staff.html" if "staff" in http.GET else "kit/gallery.html", _context(http)
    )


def _context(http: HttpRequest) -> dict[str, Any]:
    has_errors = "errors" in http.GET
    return {
        "area_name": "Anyshire",
        "navigation": gallery_samples.NAVIGATION,
        "breadcrumbs": [{"text": "Home", "href": "/"}, {"text": "How this is made", "href": "#"}],
        "footer_links": gallery_samples.FOOTER,
        "feedback_href": "#feedback",
        "as_at": gallery_samples.PAST_DAY,
        "form": SampleForm(MISTAKEN) if has_errors else SampleForm(),
        "sample_messages": gallery_samples.MESSAGES,
        "icons": ICONS,
        "clocks": gallery_samples.CLOCKS,
        "figures": gallery_samples.FIGURES,
        "knots": gallery_samples.KNOTS,
        "picture": picture(gallery_samples.BEADS, "An example thread, drawn"),
        "closed_knots": gallery_samples.CLOSED,
        "table": gallery_samples.TABLE,
        "empty_table": gallery_samples.EMPTY_TABLE,
        "charts": gallery_samples.drawn(http.path),
        "page": Paginator(range(400), 10).page(7),
        "jobs": gallery_samples.JOBS,
        "search_href": "#search",
        "signed_in_as": "Ada Example",
        "sign_out_href": "#sign-out",
    }
