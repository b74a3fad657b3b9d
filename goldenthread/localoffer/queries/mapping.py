"""What a search found, as a map that our own server draws: numbered places over the ground on which people live."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.localoffer.queries.searching import Outcome
from goldenthread.localoffer.search.homes import SIDE, homes_of
from goldenthread.localoffer.search.places import EARTH, Point

WIDE, HIGH = 400, 400
NEAREST_FRAME, WIDEST_FRAME = 1_500.0, 25_000.0
"""Metres from the middle to the edge: a map shows streets' worth at least, and a county at most."""
SHARE = 0.85
"""The share of places that the frame must hold; the others are named below the map."""
PIN, NAME = 14.0, (26.0, 14.0)
"""Half the height of a mark, and half of what a district's name takes, in pixels of the drawing."""
PADDING = 1.15
PLACES_OF_ONE = 3
"""Places of one service that the frame is made for: one with sites everywhere does not widen the map."""


@dataclass(frozen=True)
class Pin:
    """Places so near to one another that they share a mark: where it stands, and what is written on it."""

    x: float
    y: float
    label: str
    half: float

    @property
    def width(self) -> float:
        """How wide the mark is."""
        return self.half * 2


@dataclass(frozen=True)
class Line:
    """One service of the list below the map: its number, what a list shows of it, and whether the map has its place."""

    number: int
    shown: dict[str, object]
    is_drawn: bool


@dataclass(frozen=True)
class Frame:
    """The piece of ground that is drawn."""

    middle: Point
    reach: float

    @property
    def pixels(self) -> float:
        """Pixels for each metre."""
        return HIGH / 2 / self.reach

    def place(self, point: Point) -> tuple[float, float]:
        """Where a point stands in the drawing."""
        east = math.radians(point.longitude - self.middle.longitude) * math.cos(
            math.radians(self.middle.latitude)
        )
        north = math.radians(point.latitude - self.middle.latitude)
        return WIDE / 2 + east * EARTH * self.pixels, HIGH / 2 - north * EARTH * self.pixels

    def holds(self, point: Point, edge: float = 0.0) -> bool:
        """Whether a point lies inside, so many pixels from the edge."""
        x, y = self.place(point)
        return edge <= x <= WIDE - edge and edge <= y <= HIGH - edge


@dataclass(frozen=True)
class Picture:
    """A map: the ground as paths by how many live there, districts by name, marks, where the searcher is, a scale."""

    ground: tuple[str, ...]
    districts: tuple[tuple[float, float, str], ...]
    pins: tuple[Pin, ...]
    here: tuple[float, float] | None
    scale: tuple[float, str]
    lines: tuple[Line, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no place to show."""
        return not self.pins


def picture_of(outcome: Outcome) -> Picture:
    """The map of one page of results. A service with several places in the frame has its number at each of them."""
    entries = [outcome.index.entries[number] for number in outcome.answer.numbers]
    here = outcome.question.place.point if outcome.question.place else None
    frame = _frame([point for one in entries for point in one.points[:PLACES_OF_ONE]], here)
    first = (outcome.question.page - 1) * outcome.question.per_page + 1
    spots = [
        (number, frame.place(point))
        for number, entry in enumerate(entries, first)
        for point in entry.points
        if frame.holds(point, PIN)
    ]
    drawn = {number for number, _ in spots}
    letters = _letters([str(code) for one in entries for code in one.shown["postcodes"]], outcome)
    pins = _pins(spots)
    return Picture(
        ground=_ground(frame, letters),
        districts=_districts(frame, letters, pins),
        pins=pins,
        here=frame.place(here) if here and frame.holds(here) else None,
        scale=_scale(frame),
        lines=tuple(Line(number, one.shown, number in drawn) for number, one in enumerate(entries, first)),
    )


def _frame(points: Sequence[Point], here: Point | None) -> Frame:
    """Around the searcher's postcode, else around the middle of the places, so wide that most are inside."""
    if not points and here is None:
        return Frame(Point(0.0, 0.0), NEAREST_FRAME)
    middle = here or Point(
        statistics.median(one.latitude for one in points), statistics.median(one.longitude for one in points)
    )
    aspect = HIGH / WIDE
    away = sorted(
        max(abs(north), abs(east) * aspect) for north, east in (_metres_from(middle, one) for one in points)
    )
    wanted = away[min(len(away) - 1, math.ceil(len(away) * SHARE) - 1)] * PADDING if away else NEAREST_FRAME
    return Frame(middle, min(WIDEST_FRAME, max(NEAREST_FRAME, wanted)))


def _metres_from(middle: Point, point: Point) -> tuple[float, float]:
    east = math.radians(point.longitude - middle.longitude) * math.cos(math.radians(middle.latitude)) * EARTH
    return math.radians(point.latitude - middle.latitude) * EARTH, east


def _letters(postcodes: Iterable[str], outcome: Outcome) -> list[str]:
    """The first letters of the postcodes at hand, the commonest first: whose ground is drawn."""
    asked = [outcome.question.place.postcode] if outcome.question.place else []
    counted = Counter(code[0].upper() for code in [*asked, *postcodes] if code[:1].isalpha())
    return [letter for letter, _ in counted.most_common(2)]


def _ground(frame: Frame, letters: Sequence[str]) -> tuple[str, ...]:
    """Three paths of squares: the third with the fewest postcodes of those in the frame, the middle, and the most."""
    side = SIDE * frame.pixels
    inside = [
        (count, x, y)
        for letter in letters
        for point, count in homes_of(letter).squares
        for x, y in [frame.place(point)]
        if -side < x < WIDE + side and -side < y < HIGH + side
    ]
    counts = sorted(count for count, _, _ in inside)
    third, two_thirds = (counts[len(counts) * part // 3] for part in (1, 2)) if counts else (0, 0)
    parts: tuple[list[str], ...] = ([], [], [])
    for count, x, y in inside:
        square = f"M{x - side / 2:.1f} {y - side / 2:.1f}h{side:.1f}v{side:.1f}h-{side:.1f}z"
        parts[(count > third) + (count > two_thirds)].append(square)
    return tuple("".join(one) for one in parts)


def _districts(
    frame: Frame, letters: Sequence[str], pins: Sequence[Pin]
) -> tuple[tuple[float, float, str], ...]:
    """The names of the districts in the frame, without those that would be written over a mark or another name."""
    wide, high = NAME
    found: list[tuple[float, float, str]] = []
    for letter in letters:
        for name, point in homes_of(letter).districts:
            x, y = frame.place(point)
            is_free = all(abs(x - other[0]) > 2 * wide or abs(y - other[1]) > 2 * high for other in found)
            is_free = is_free and all(
                abs(x - pin.x) > wide + pin.half or abs(y - pin.y) > high + PIN for pin in pins
            )
            if frame.holds(point, wide) and is_free:
                found.append((round(x, 1), round(y, 1), name))
    return tuple(found)


def _pins(spots: Sequence[tuple[int, tuple[float, float]]]) -> tuple[Pin, ...]:
    """One mark for places that lie on top of one another, with their numbers."""
    groups: list[tuple[float, float, list[int]]] = []
    for number, (x, y) in spots:
        for at_x, at_y, numbers in groups:
            if math.hypot(at_x - x, at_y - y) < PIN * 1.7:
                if number not in numbers:
                    numbers.append(number)
                break
        else:
            groups.append((x, y, [number]))
    return tuple(_pin(x, y, numbers) for x, y, numbers in groups)


def _pin(x: float, y: float, numbers: list[int]) -> Pin:
    more = len(numbers) - 2
    label = ", ".join(str(one) for one in numbers[:2]) + (f" +{more}" if more > 0 else "")
    half = max(PIN, 4.9 * len(label) + 6)
    return Pin(round(min(max(x, half), WIDE - half), 1), round(y, 1), label, round(half, 1))


def _scale(frame: Frame) -> tuple[float, str]:
    """A length to measure by, in pixels and in words."""
    for metres in (10_000, 5_000, 2_000, 1_000, 500):
        if metres * frame.pixels <= WIDE / 3:
            return round(
                metres * frame.pixels, 1
            ), f"{metres // 1000} km" if metres >= 1000 else f"{metres} metres"
    return round(500 * frame.pixels, 1), "500 metres"
