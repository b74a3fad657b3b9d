"""What charts are drawn with: colours for light and dark ground, and a pattern for each state beside its colour."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

import altair
import vl_convert

from goldenthread.kit.charts import Look

LETTERS: Final = "Arial, Helvetica, Liberation Sans, sans-serif"
# Stand-ins that a drawing uses as fills; the pattern of the same place takes their stead in the finished SVG.
FILLS: Final = ("#a00001", "#a00002", "#a00003", "#a00004", "#a00005")


@dataclass(frozen=True)
class Ink:
    """The colours of one ground."""

    ground: str
    text: str
    quiet: str
    grid: str
    thread: str
    series: tuple[str, ...]


LIGHT: Final = Ink(
    "#ffffff",
    "#17223b",
    "#4b566c",
    "#dcd8cd",
    "#b98a1d",
    ("#0b6e6e", "#b98a1d", "#a3231b", "#6b7488", "#59407d"),
)
DARK: Final = Ink(
    "#121827",
    "#edf0f6",
    "#b3bccd",
    "#3a455e",
    "#d9ab3f",
    ("#76d3cd", "#d9ab3f", "#ffaea6", "#8e9ab1", "#cdb6ee"),
)


def ink_for(look: Look) -> Ink:
    """The colours to draw with."""
    return DARK if look.is_dark else LIGHT


def width_for(look: Look) -> int:
    """How wide to draw, so that letters stay readable without sideways scrolling at 320 px."""
    return 288 if look.is_narrow else 720


def letters_for(look: Look) -> int:
    """How large to write."""
    return 14 if look.is_narrow else 15


def finish(chart: Any, look: Look, title: str) -> str:
    """The chart as SVG text, with patterns for fills and a title for whoever opens it alone."""
    ink, size = ink_for(look), letters_for(look)
    axis = {
        "labelFont": LETTERS,
        "labelFontSize": size - 1,
        "labelColor": ink.quiet,
        "gridColor": ink.grid,
        "domainColor": ink.grid,
        "tickColor": ink.grid,
        "titleFont": LETTERS,
        "titleColor": ink.quiet,
    }
    chart = chart.properties(background=ink.ground, padding={"left": 4, "right": 12, "top": 4, "bottom": 4})
    chart = chart.configure(aria=False, font=LETTERS).configure_view(stroke=None).configure_axis(**axis)
    with altair.data_transformers.enable("default", max_rows=None):
        svg = vl_convert.vegalite_to_svg(chart.to_dict())
    return _with_patterns(svg, ink, title)


def _with_patterns(svg: str, ink: Ink, title: str) -> str:
    for place, fill in enumerate(FILLS):
        svg = svg.replace(f'fill="{fill}"', f'fill="url(#fill-{place})"')
    defs = "".join(_pattern(place, colour, ink.ground) for place, colour in enumerate(ink.series))
    head = re.match(r"<svg[^>]*>", svg)
    if head is None:
        raise ValueError("The drawing engine gave no SVG")
    return f"{head[0]}<title>{escape(title)}</title><defs>{defs}</defs>{svg[head.end() :]}"


def _pattern(place: int, colour: str, ground: str) -> str:
    """Solid, slanted, cross-hatched, hollow with dots, upright: told apart in grey as well."""
    marks = (
        "",
        f'<rect width="8" height="8" fill="{ground}" fill-opacity="0.72"/>'
        f'<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="{colour}" stroke-width="3"/>',
        f'<path d="M0 0l8 8M8 0l-8 8" stroke="{ground}" stroke-width="1.6"/>',
        f'<rect width="8" height="8" fill="{ground}"/><circle cx="4" cy="4" r="1.6" fill="{colour}"/>',
        f'<path d="M2 0v8" stroke="{ground}" stroke-width="2"/>',
    )
    return (
        f'<pattern id="fill-{place}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{colour}"/>{marks[place]}</pattern>'
    )
