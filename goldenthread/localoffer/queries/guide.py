"""Pages of the guide as the public reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.localoffer.models import Event, GuidePage
from goldenthread.localoffer.routes import ROUTES, Route
from goldenthread.localoffer.search.concepts import concepts_in
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.words import STOP, tokens


def routes_with_pages() -> list[tuple[Route, list[GuidePage]]]:
    """Every route with its pages in order."""
    pages: dict[str, list[GuidePage]] = {}
    for page in GuidePage.objects.published_now():
        pages.setdefault(page.route, []).append(page)
    return [(route, pages.get(route.key, [])) for route in ROUTES]


@dataclass(frozen=True)
class Hint:
    """A page as searches know it: what its title and key words name, and what its summary does."""

    slug: str
    title: str
    order: int
    naming: frozenset[str]
    telling: frozenset[str]


def pages_about(index: Index, words: str, most: int = 3) -> list[Hint]:
    """The pages that fit a search best: those whose title and key words share most with it."""
    asked = _keys(words, asked=True)
    if not asked:
        return []
    if index.hints is None or index.hints[0] != index.version:
        index.hints = (index.version, _hints())
    scored = []
    for hint in index.hints[1]:
        score = 3 * len(asked & hint.naming) + len(asked & hint.telling)
        if score >= 3:
            scored.append((-score, hint.order, hint.slug, hint))
    return [one[-1] for one in sorted(scored)[:most]]


def _hints() -> list[Hint]:
    """Every page that is published; read anew when the directory's version has changed."""
    return [
        Hint(page.slug, page.published.title, page.order, _keys(f"{page.published.title} . {page.published.keywords}"),
             _keys(page.published.summary))
        for page in GuidePage.objects.published_now() if page.published
    ]  # fmt: skip


def _keys(text: str, *, asked: bool = False) -> frozenset[str]:
    words = tokens(text)
    keys = {word for word in words if word not in STOP and len(word) > 2}
    for found in concepts_in(words, asked=asked):
        keys |= found.concepts
    return frozenset(keys)


def coming_events(now: datetime, until: date | None = None) -> list[Event]:
    """Events that have not begun, the next one first."""
    rows = Event.objects.filter(starts_at__gte=now)
    if until:
        rows = rows.filter(starts_at__date__lte=until)
    return list(rows[:100])
