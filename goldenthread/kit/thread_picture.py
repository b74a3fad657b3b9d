"""The thread as a picture: a gold line of beads, one for each stage, from which its knots hang. From left to right on a wide
screen, from the top down on a phone. Everything in it stands in words too; the list beside it says more.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goldenthread.kit.states import KNOT_STATES
from goldenthread.kit.thread import Knot

MARK, TWIG = 30, 18
NARROW = 288
WIDE, WIDEST_COLUMN, NARROWEST_COLUMN = 1260, 260, 144
LETTER = {"title": 17, "knot": 15, "quiet": 14, "here": 14}
"""Sizes of letters in units of the drawing, which are pixels at its full width."""
_BROAD = {"title": 0.55, "knot": 0.48, "quiet": 0.48, "here": 0.55}
"""How broad a letter is on average, of its size: as charts reckon with it, a little more for bold."""


@dataclass(frozen=True)
class Bead:
    """A stage of a thread: its word, what lies there in words, and the first of it. `more` says how much is left out.

    A bead in the state "not_yet" is where the thread breaks: the line to it is dotted.
    """

    title: str
    words: str
    state: str
    knots: tuple[Knot, ...] = ()
    more: str = ""
    is_here: bool = False

    def __post_init__(self) -> None:
        if self.state not in KNOT_STATES:
            raise ValueError(f"“{self.state}” is not a knot's state; choose one of {', '.join(KNOT_STATES)}")


@dataclass(frozen=True)
class Text:
    """A line of words at its place."""

    x: float
    y: float
    words: str
    kind: str


@dataclass(frozen=True)
class Shape:
    """A bead or a knot with its words, and where it leads. `scale` is of the mark's own size."""

    x: float
    y: float
    scale: float
    state: str
    texts: tuple[Text, ...]
    href: str = ""
    label: str = ""
    area: tuple[float, float, float, float] = (0, 0, 0, 0)


@dataclass(frozen=True)
class Line:
    """A piece of the thread, as a path; dotted where it breaks."""

    path: str
    is_dotted: bool = False
    is_thin: bool = False


@dataclass
class Drawing:
    """What is drawn, in the order of drawing: the ground of "you are here", the lines, then beads and knots."""

    name: str
    width: float
    height: float = 0
    here: tuple[float, float, float, float] | None = None
    lines: list[Line] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)


@dataclass(frozen=True)
class Picture:
    """The thread drawn for both screens, with its title and what it says in words."""

    title: str
    words: str
    drawings: tuple[Drawing, Drawing]


def picture(beads: Sequence[Bead], title: str) -> Picture:
    """The beads drawn both ways. The description says what stands on each, in order."""
    told = [f"{one.title}: {one.words}{' (you are here)' if one.is_here else ''}" for one in beads]
    return Picture(title, ". ".join(told) + ".", (_wide(beads), _narrow(beads)))


def _texts(x: float, y: float, width: float, words: str, kind: str, most: int = 9) -> list[Text]:
    """Words in lines that fit, from the top down; what is too long ends in an ellipsis."""
    size = LETTER[kind]
    room = max(8, int(width / (size * _BROAD[kind])))
    lines = textwrap.wrap(words, room, max_lines=most, placeholder="…") or []
    return [Text(x, round(y + size * (1 + 1.28 * place), 1), line, kind) for place, line in enumerate(lines)]


def _foot(texts: Sequence[Text], otherwise: float) -> float:
    return texts[-1].y + 5 if texts else otherwise


def _bead(bead: Bead, x: float, y: float, words_at: tuple[float, float], width: float) -> tuple[Shape, float]:
    """A bead with its words, and where they end."""
    left, top = words_at
    texts = _texts(left, top, width, bead.title, "title")
    texts += _texts(left, _foot(texts, top) + 1, width, bead.words, "quiet", most=5)
    return Shape(x, y, 1, bead.state, tuple(texts)), _foot(texts, top)


def _knot(knot: Knot, x: float, y: float, width: float, most: int) -> tuple[Shape, float]:
    """A knot with its title and its state, and where it ends. At least 44 high, to be hit by a finger."""
    left = x + TWIG + 9
    texts = _texts(left, y, width, knot.title, "knot", most)
    texts += _texts(left, _foot(texts, y), width, knot.state_text, "quiet", 2)
    foot = max(_foot(texts, y), y + 44)
    shape = Shape(x, y + 1, TWIG / MARK, knot.state, tuple(texts), knot.href, f"The thread of: {knot.title}")
    return replace(shape, area=(x - 3, y - 3, width + TWIG + 12, foot - y + 3)), foot


def _wide(beads: Sequence[Bead]) -> Drawing:
    column = min(WIDEST_COLUMN, max(NARROWEST_COLUMN, WIDE / max(1, len(beads))))
    drawn = Drawing("wide", round(column * len(beads)) + 12)
    top = 30.0
    for place, bead in enumerate(beads):
        x = 6 + place * column
        if place:
            dotted = bead.state == "not_yet" and not bead.is_here
            drawn.lines.append(
                Line(f"M{x - column + MARK / 2:g} {top + MARK / 2:g}H{x + MARK / 2:g}", dotted)
            )
        width = column - TWIG - 24
        shape, y = _bead(bead, x, top, (x + TWIG + 15, top + MARK + 4), width)
        drawn.shapes.append(shape)
        last = 0.0
        for knot in bead.knots:
            hung, foot = _knot(knot, x + (MARK - TWIG) / 2, y + 12, width, 3)
            last, y = y + 12 + TWIG / 2, foot
            drawn.shapes.append(hung)
        if bead.more:
            texts = _texts(x + TWIG + 15, y + 8, width, bead.more, "quiet", 3)
            drawn.shapes.append(Shape(0, 0, 0, "", tuple(texts)))
            y = _foot(texts, y)
        if last:
            drawn.lines.append(Line(f"M{x + MARK / 2:g} {top + MARK:g}V{last:g}", is_thin=True))
        if bead.is_here:
            drawn.shapes.append(Shape(0, 0, 0, "", (Text(x, 18, "You are here", "here"),)))
            drawn.here = (x - 6, 0, column - 4, 0)
        drawn.height = max(drawn.height, round(y + 14))
    return _grounded(drawn)


def _grounded(drawn: Drawing) -> Drawing:
    if drawn.here and not drawn.here[3]:
        drawn.here = (*drawn.here[:3], drawn.height)
    return drawn


def _narrow(beads: Sequence[Bead]) -> Drawing:
    drawn, y, before = Drawing("narrow", NARROW), 4.0, 0.0
    left = MARK + 12.0
    for place, bead in enumerate(beads):
        top = y
        if bead.is_here:
            drawn.shapes.append(Shape(0, 0, 0, "", (Text(left, y + 16, "You are here", "here"),)))
            y += 22
        if place:
            dotted = bead.state == "not_yet" and not bead.is_here
            drawn.lines.append(Line(f"M{MARK / 2:g} {before:g}V{y + MARK / 2:g}", dotted))
        before = y + MARK / 2
        shape, foot = _bead(bead, 0, y, (left, y + 3), NARROW - left)
        drawn.shapes.append(shape)
        y = max(foot, y + MARK)
        for knot in bead.knots:
            middle = y + 10 + TWIG / 2
            path = f"M{MARK / 2:g} {middle - 16:g}Q{MARK / 2:g} {middle:g} {left:g} {middle:g}"
            drawn.lines.append(Line(path, is_thin=True))
            hung, y = _knot(knot, left, y + 10, NARROW - left - TWIG - 9, 2)
            drawn.shapes.append(hung)
        if bead.more:
            texts = _texts(left, y + 8, NARROW - left, bead.more, "quiet", 3)
            drawn.shapes.append(Shape(0, 0, 0, "", tuple(texts)))
            y = _foot(texts, y)
        if bead.is_here:
            drawn.here = (0, top, NARROW, y + 8 - top)
        if place == len(beads) - 1 and bead.knots:
            drawn.lines.append(Line(f"M{MARK / 2:g} {before:g}V{middle - 16:g}"))
        y += 20
    drawn.height = round(y)
    return drawn
