"""The figures that the field's apps can count, in one plain shape: `FIGURES` by code, and `count` for many at once."""

from goldenthread.evidence.figures.registry import FIGURES, SOURCES, Wanted, count, figure_called
from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source

__all__ = ["FIGURES", "SOURCES", "Asked", "Counted", "Offered", "Source", "Wanted", "count", "figure_called"]
