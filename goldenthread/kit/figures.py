"""Numbers as people need them: what is counted, out of how many, over which time, against which target."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.kit.provenance import Source

_WIDTH, _HEIGHT, _MARGIN = 200, 40, 4


@dataclass(frozen=True)
class Figure:
    """A number that is never bare.

    `value` is as it is to be read ("62%", "more than 85%"). `direction` is "up", "down" or "level" beside
    `target_words` ("4 points below target"). Without a denominator `base_missing` says why there is none.

    >>> Figure("62%", "letters sent in time", numerator=31, denominator=50).base_words
    '31 of 50'
    """

    value: str
    counts: str
    numerator: int | None = None
    denominator: int | None = None
    period: str = ""
    direction: str = ""
    target_words: str = ""
    how: str = ""
    base_missing: str = ""
    trend: tuple[float, ...] = ()
    trend_words: str = ""
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        if self.direction not in ("", "up", "down", "level"):
            raise ValueError(f"“{self.direction}” is not a direction; choose up, down or level")
        if self.trend and not self.trend_words:
            raise ValueError("A drawn trend needs trend_words, for readers who cannot see it")

    @property
    def base_words(self) -> str:
        """The numerator out of the denominator, or why there is none."""
        if self.numerator is None or self.denominator is None:
            return self.base_missing
        return f"{self.numerator:,} of {self.denominator:,}"

    @property
    def is_words(self) -> bool:
        """Whether the value is too long to be set as a big figure."""
        return len(self.value) > 9

    @property
    def _dots(self) -> list[tuple[float, float]]:
        low, high = min(self.trend), max(self.trend)
        across = (_WIDTH - 2 * _MARGIN) / max(len(self.trend) - 1, 1)
        up = (_HEIGHT - 2 * _MARGIN) / ((high - low) or 1)
        return [(_MARGIN + n * across, _HEIGHT - _MARGIN - (v - low) * up) for n, v in enumerate(self.trend)]

    @property
    def trend_line(self) -> str:
        """The points of a small line, as SVG reads them, in a box of 200 by 40."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self._dots)

    @property
    def trend_end(self) -> dict[str, str]:
        """Where the small line ends."""
        x, y = self._dots[-1]
        return {"x": f"{x:.1f}", "y": f"{y:.1f}"}
