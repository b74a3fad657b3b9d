"""Measures given as labelled lines: "Measure: …", "Baseline: …", "Target: …", "Actual (Nov 24): …"."""

from __future__ import annotations

from goldenthread.programme.reading.assembly import Assembly
from goldenthread.programme.reading.direction import better_of
from goldenthread.programme.reading.labels import Label
from goldenthread.programme.reading.months import date_in
from goldenthread.programme.reading.understood import Point, UnderstoodMeasure, Value
from goldenthread.programme.reading.values import read_value


class LooseMeasures:
    """The measure that is being read line by line."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self.name = ""
        self.where = ""
        self.baseline: Value | None = None
        self.target: Value | None = None
        self.points: list[Point] = []

    def take(self, label: Label, where: str) -> bool:
        """Take a labelled line; False if it belongs to no measure."""
        if label.field == "measure":
            if label.text:
                self.close()
                self.name, self.where = label.text, where
            return True
        if not self.name:
            return False
        value = read_value(label.text)
        if label.field == "baseline":
            self.baseline = value or self.baseline
        elif label.field == "target" and not self.target:
            self.target = value
        elif value:
            actual = value if label.field == "actual" else None
            self.points.append(Point(label.label, date_in(label.label), None if actual else value, actual))
        return True

    def close(self) -> None:
        """Keep the measure if it has any figure; a name alone ("KPI: …") is kept by the action it stood
        under.
        """
        if self.name and (self.baseline or self.target or self.points):
            better, how = better_of(self.name, self.baseline, self.target)
            section = self.assembly.area.title if self.assembly.area else ""
            points = tuple(self.points)
            self.assembly.measures.append(
                UnderstoodMeasure(
                    self.name, section, self.baseline, self.target, points, better, how, self.where
                )
            )
        elif self.name and self.assembly.action:
            self.assembly.action.put("success", "measure", self.name, lambda sentence: None)
        self.name, self.where, self.baseline, self.target, self.points = "", "", None, None, []
