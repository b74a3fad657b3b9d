"""Pages of the guide as the public reads them."""

from __future__ import annotations

from datetime import date, datetime

from goldenthread.localoffer.models import Event, GuidePage
from goldenthread.localoffer.routes import ROUTES, Route
from goldenthread.localoffer.search.concepts import concepts_in
from goldenthread.localoffer.search.words import STOP, tokens


def routes_with_pages() -> list[tuple[Route, list[GuidePage]]]:
    """Every route with its pages in order."""
    pages: dict[str, list[GuidePage]] = {}
    for page in GuidePage.objects.open_to_public():
        pages.setdefault(page.route, []).append(page)
    return [(route, pages.get(route.key, [])) for route in ROUTES]


def pages_about(words: str, most: int = 3) -> list[GuidePage]:
    """The pages that fit a search best: those whose title and key words share most with it."""
    asked = _keys(words, asked=True)
    if not asked:
        return []
    scored = []
    for page in GuidePage.objects.open_to_public():
        revision = page.published
        score = 3 * len(asked & _keys(f"{revision.title} . {revision.keywords}")) + len(
            asked & _keys(revision.summary)
        )
        if score >= 3:
            scored.append((-score, page.order, page.pk, page))
    return [one[-1] for one in sorted(scored)[:most]]


def _keys(text: str, *, asked: bool = False) -> set[str]:
    words = tokens(text)
    keys = {word for word in words if word not in STOP and len(word) > 2}
    for found in concepts_in(words, asked=asked):
        keys |= found.concepts
    return keys


def coming_events(now: datetime, until: date | None = None) -> list[Event]:
    """Events that have not begun, the next one first."""
    rows = Event.objects.filter(starts_at__gte=now)
    if until:
        rows = rows.filter(starts_at__date__lte=until)
    return list(rows[:100])
