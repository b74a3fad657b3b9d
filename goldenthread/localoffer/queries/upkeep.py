"""What waits for those who keep the Local Offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Sum

from goldenthread.kit.secret_links import hashed
from goldenthread.localoffer.choices import CommentState, SuggestionState, VersionState
from goldenthread.localoffer.models import (
    Comment,
    GuidePage,
    Keeper,
    KeptService,
    Provider,
    SearchWithoutResult,
    Service,
    ServiceVersion,
    Suggestion,
    UpdateLink,
)
from goldenthread.localoffer.queries.services import OF_SETTINGS

SOON_DAYS = 60
FIELDS = (
    ("name", "Name"), ("description", "What it is"), ("eligibility_description", "Who can use it"), ("status", "Open or closed"),
    ("fees", "Cost"), ("cost_options", "Prices"), ("minimum_age", "From age"), ("maximum_age", "To age"),
    ("email", "E-mail"), ("url", "Website"), ("phones", "Telephone"), ("schedules", "Times"),
    ("service_at_locations", "Places"), ("contacts", "Contacts"), ("languages", "Languages"), ("attributes", "Categories"),
    ("alert", "Notice"), ("local_offer", "Local Offer answers"), ("organization", "Organisation"),
)  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One field that differs, before and after, in words."""

    label: str
    before: str
    after: str


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """The fields in which two records differ; what lies inside a field is shown line by line."""
    found = []
    for name, label in FIELDS:
        if before.get(name) != after.get(name):
            old, new = _lines(before.get(name)), _lines(after.get(name))
            gone = [line for line in old if line not in new]
            fresh = [line for line in new if line not in old]
            found.append(Difference(label, "\n".join(gone), "\n".join(fresh)))
    return found


def _lines(value: Any) -> list[str]:
    """A value as lines that people can read; identifiers are left out."""
    if value in (None, "", [], {}):
        return []
    if isinstance(value, list):
        return [line for one in value for line in _lines(one)]
    if isinstance(value, dict):
        if "taxonomy_term" in value:
            return _lines((value["taxonomy_term"] or {}).get("name"))
        lines = []
        for name, one in value.items():
            if name != "id" and not name.endswith("_id"):
                inside = _lines(one)
                label = name.replace("_", " ")
                lines += inside if isinstance(one, dict | list) else [f"{label}: {line}" for line in inside]
        return lines
    return [str(value)]


def waiting_changes() -> Any:
    """Changes that nobody has decided on, the oldest first."""
    rows = ServiceVersion.objects.filter(state=VersionState.WAITING).select_related("service__provider")
    return rows.order_by("submitted_at")


def suggestions() -> Any:
    """Services that people miss and nobody has decided on, the oldest first."""
    return Suggestion.objects.filter(state=SuggestionState.NEW)


def services_to_check(day: date) -> Any:
    """Services whose check is due or will lapse within two months, the nearest first."""
    rows = Service.objects.open_to_public().filter(lapses_on__lte=day + timedelta(days=SOON_DAYS))
    return rows.order_by("lapses_on")


def pages_to_read(day: date) -> Any:
    """Pages whose day to be read through has come, or comes soon."""
    rows = GuidePage.objects.filter(review_on__lte=day + timedelta(days=SOON_DAYS)).select_related(
        "published"
    )
    return rows.order_by("review_on")


def settings_with_questions_open() -> Any:
    """Schools, colleges and nurseries that have not answered every question of the Local Offer, by name."""
    rows = Service.objects.open_to_public().filter(approved__record__local_offer__setting__isnull=False)
    return rows.exclude(approved__record__local_offer__has_keys=OF_SETTINGS)


def searches_without_result() -> list[dict[str, Any]]:
    """What was looked for most and not found, over all months."""
    rows: Any = (
        SearchWithoutResult.objects.values("words", "filters").annotate(total=Sum("times")).order_by("-total")
    )
    return list(rows[:25])


def what_waits(day: date) -> list[tuple[str, int]]:
    """What waits for the Local Offer's own people, counted, in words that name nobody."""
    comments = Comment.objects.filter(state=CommentState.NEW).count()
    return [
        ("changes of providers to approve", waiting_changes().count()),
        ("comments to answer", comments),
        ("services that somebody misses", suggestions().count()),
        ("entries that are hidden soon, or are hidden", services_to_check(day).count()),
        ("pages of the guide to read through", pages_to_read(day).count()),
    ]


def kept_entries(standing: Any) -> list[KeptService]:
    """The entries that somebody keeps, those nobody has checked for longest first: `waits` and `is_hidden` are noted on each."""
    rows = KeptService.objects.all().known_to(standing).select_related("provider", "approved")
    waits = ServiceVersion.objects.filter(service=OuterRef("pk"), state=VersionState.WAITING)
    found = list(rows.annotate(waits=Exists(waits)).order_by(F("assured_on").asc(nulls_first=True), "name"))
    for one in found:
        one.is_hidden = not one.is_shown_on(standing.day)
    return found


def keepers_of(provider: Provider) -> Any:
    """Who keeps a provider's entries with an account."""
    return Keeper.objects.filter(provider=provider).select_related("user").order_by("user__name")


def link_behind(secret: str, day: date) -> UpdateLink | None:
    """The link that a secret opens, if it is still good."""
    link = UpdateLink.objects.select_related("service__approved", "service__provider").filter(
        secret_hash=hashed(secret[:100])
    )
    found = link.first()
    return found if found and found.is_good_on(day) else None
