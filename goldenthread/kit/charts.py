"""Charts drawn by the server as SVG: no script, no foreign font, and a word for whatever a colour says.

Measured on two cores: the first drawing of a process 0.6 seconds (the drawing engine starts), later ones 20 to 60
thousandths. A drawing is kept in the cache under a hash of what it shows, so unchanged rows are not drawn again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse

from goldenthread.kit.chance import Band
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.table import Table

KEPT_FOR_SECONDS: Final = 7 * 24 * 60 * 60
DRAWN_AS: Final = 2  # raise when the drawings themselves change, so that kept ones are not shown


@dataclass(frozen=True)
class Look:
    """How a drawing will be seen: on a narrow screen, on a dark ground."""

    is_narrow: bool = False
    is_dark: bool = False

    @classmethod
    def asked(cls, http: HttpRequest) -> Look:
        """What the page asked for in the address: `?narrow=1&dark=1`."""
        return cls("narrow" in http.GET, "dark" in http.GET)


@dataclass(frozen=True)
class Span:
    """A bar in time: from one day to another, in a state."""

    row: str
    start: date
    end: date
    state: str


@dataclass(frozen=True)
class Part:
    """A part of a bar: how many are in a state."""

    row: str
    state: str
    count: int


@dataclass(frozen=True)
class Slip:
    """A date that was promised and the date that is expected now."""

    row: str
    promised: date | PartialDate
    now: date | PartialDate


@dataclass(frozen=True)
class Point:
    """A measured value at a time."""

    when: date | PartialDate
    value: float


@dataclass(frozen=True)
class Series:
    """A line of a chart that compares: its name, and a value for each time that has one."""

    name: str
    values: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Dot:
    """One place: its name, its value, and its size where that matters. `is_ours` and `is_near` set it apart."""

    name: str
    value: float
    size: float = 0
    is_ours: bool = False
    is_near: bool = False


@dataclass(frozen=True)
class Chart:
    """A drawing as a page shows it: its address, what it says in words, and the table behind it."""

    src: str
    title: str
    words: str
    table: Table

    def address(self, *, narrow: bool = False, dark: bool = False) -> str:
        """The drawing's address for a look."""
        asked = "&".join(name for name, on in (("narrow=1", narrow), ("dark=1", dark)) if on)
        return f"{self.src}{'&' if '?' in self.src else '?'}{asked}" if asked else self.src

    @property
    def looks(self) -> list[tuple[str, str]]:
        """Media conditions and the address to use in each; `src` stands for all else."""
        small, night = "(max-width: 30em)", "(prefers-color-scheme: dark)"
        return [
            (f"{small} and {night}", self.address(narrow=True, dark=True)),
            (small, self.address(narrow=True)),
            (night, self.address(dark=True)),
        ]


def timeline(rows: Iterable[Span], look: Look | None = None) -> str:
    """When each row was in which state."""
    return _kept("timeline", tuple(rows), look)


def stacked_bars(rows: Iterable[Part], look: Look | None = None) -> str:
    """How many of each row are in which state."""
    return _kept("stacked_bars", tuple(rows), look)


def slippage(rows: Iterable[Slip], look: Look | None = None) -> str:
    """What was first promised beside what is expected now."""
    return _kept("slippage", tuple(rows), look)


def line(
    points: Iterable[Point], target: float | None = None, look: Look | None = None, *, unit: str = "", band: Band | None = None,
) -> str:  # fmt: skip
    """A measure over time, with its target if it has one, and the limits within which it varies by itself."""
    return _kept("line", tuple(points), look, target=target, unit=unit, band=band)


def lines(series: Iterable[Series], look: Look | None = None, *, unit: str = "") -> str:
    """Several lines over the same times, the first of them ours."""
    return _kept("lines", tuple(series), look, unit=unit)


def ranked(dots: Iterable[Dot], look: Look | None = None, *, unit: str = "") -> str:
    """Every place as one thin bar, in the order given."""
    return _kept("ranked", tuple(dots), look, unit=unit)


def funnel(dots: Iterable[Dot], centre: float, look: Look | None = None) -> str:
    """Shares in per cent against their denominators, with the limits of chance around `centre`."""
    return _kept("funnel", tuple(dots), look, centre=centre)


def _kept(name: str, rows: Sequence[Any], look: Look | None, **options: Any) -> str:
    look = look or Look()
    shown = repr((DRAWN_AS, name, rows, look, sorted(options.items())))
    key = f"kit-chart-{hashlib.sha256(shown.encode()).hexdigest()}"
    cache = caches["local"]
    drawn: str | None = cache.get(key)
    if drawn is None:
        drawn = _drawing(name)(rows, look, **options)
        cache.set(key, drawn, KEPT_FOR_SECONDS)
    return drawn


def _drawing(name: str) -> Callable[..., str]:
    from goldenthread.kit import (  # half a second to load: only when something must be drawn
        comparisons,
        drawings,
    )

    drawing: Callable[..., str] = getattr(comparisons if hasattr(comparisons, name) else drawings, name)
    return drawing


def answer(svg: str) -> HttpResponse:
    """The drawing as an image that may load and run nothing."""
    response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
