"""The drawings behind kit.charts. Every row's words stand above its bar, so that long names never squeeze the picture."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import altair as alt

from goldenthread.kit.chance import Band
from goldenthread.kit.charts import Look, Note, Part, Point, Slip, Span
from goldenthread.kit.dates import MONTHS, PartialDate
from goldenthread.kit.ink import FILLS, Ink, finish, ink_for, letters_for, width_for

BAR, GAP, LEADING = 16, 22, 1.3


def _day(value: date | PartialDate) -> date:
    return value.last if isinstance(value, PartialDate) else value


def _month(value: date | PartialDate) -> str:
    if isinstance(value, PartialDate) and value.month is None:
        return str(value.year)
    day = _day(value)
    return f"{MONTHS[day.month]} {day.year}"


class _Rows:
    """Where each row's words and bar stand, from the top down."""

    def __init__(self, look: Look) -> None:
        self.size, self.look = letters_for(look), look
        self.room = int(width_for(look) / (self.size * 0.5))
        self.words: list[dict[str, Any]] = []
        self.height = 0.0

    def add(self, title: str, words: str) -> float:
        """Write a row's words; gives the middle of its bar."""
        for text, kind in ((title, "title"), (words, "words")):
            for part in textwrap.wrap(text, self.room) or [""]:
                self.words.append({"y": self.height + self.size, "text": part, "kind": kind})
                self.height += self.size * LEADING
        middle = self.height + 6 + BAR / 2
        self.height = middle + BAR / 2 + GAP
        return middle

    def note(self, words: str) -> None:
        """Write words that have no bar: how to read the marks."""
        for part in textwrap.wrap(words, self.room):
            self.words.append({"y": self.height + self.size, "text": part, "kind": "words"})
            self.height += self.size * LEADING
        self.height += 12

    def drawn(self) -> list[Any]:
        """The words as layers: a halo that keeps grid lines off them, then the letters."""
        ink = ink_for(self.look)
        layers = []
        for kind, weight, colour in (("title", "bold", ink.text), ("words", "normal", ink.quiet)):
            values = [word for word in self.words if word["kind"] == kind]
            base = alt.Chart(alt.Data(values=values)).encode(
                x=alt.value(0), y=alt.Y("y:Q", scale=None, axis=None), text="text:N"
            )
            written: dict[str, Any] = {
                "align": "left",
                "baseline": "alphabetic",
                "fontSize": self.size,
                "fontWeight": weight,
            }
            layers.append(base.mark_text(stroke=ink.ground, strokeWidth=5, color=ink.ground, **written))
            layers.append(base.mark_text(color=colour, **written))
        return layers


def _grouped(rows: Iterable[Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.row, []).append(row)
    return groups


def _fills(states: Iterable[str]) -> dict[str, str]:
    """A fill for each state, in the order in which they first appear."""
    order = list(dict.fromkeys(states))
    return {state: FILLS[place % len(FILLS)] for place, state in enumerate(order)}


def _years(values: Sequence[date], look: Look, inset: int = 0) -> Any:
    """An axis of years along the foot, no more of them than there is room for."""
    first, last = min(values), max(values)
    months = (1, 7) if last.year - first.year < 3 else (1,)
    marks = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in months]
    marks = [mark for mark in marks if first <= mark <= last]
    step = max(
        1, -(-len(marks) // (3 if look.is_narrow and len(months) > 1 else 5 if look.is_narrow else 10))
    )
    ticks = [alt.DateTime(year=mark.year, month=mark.month, date=1) for mark in marks[::step]]
    form = "%b %Y" if len(months) > 1 else "%Y"
    axis = alt.Axis(
        format=form, values=ticks, title=None, grid=True, ticks=False, domain=False, labelPadding=6
    )
    domain = [{"year": d.year, "month": d.month, "date": d.day} for d in (first, last)]
    return alt.X("start:T", axis=axis, scale=alt.Scale(domain=domain, range=[inset, width_for(look) - inset]))


def _on_rows(rows: _Rows, layers: Sequence[Any], look: Look, title: str) -> str:
    chart = alt.layer(*rows.drawn(), *layers).properties(width=width_for(look), height=max(rows.height, 40))
    return finish(chart, look, title)


def timeline(spans: Sequence[Span], look: Look) -> str:
    """Bars from day to day, patterned by state, with the same in words above each."""
    rows, bars, ink = _Rows(look), [], ink_for(look)
    fills = _fills(span.state for span in spans)
    for title, group in _grouped(spans).items():
        words = "; ".join(f"{_month(s.start)} to {_month(s.end)}: {s.state.lower()}" for s in group)
        middle = rows.add(title, words)
        bars += [
            {
                "start": s.start.isoformat(),
                "end": s.end.isoformat(),
                "top": middle - BAR / 2,
                "foot": middle + BAR / 2,
                "fill": fills[s.state],
            }
            for s in group
        ]
    days = [day for span in spans for day in (span.start, span.end)] or [date(2000, 1, 1), date(2000, 12, 31)]
    drawn = (
        alt.Chart(alt.Data(values=bars))
        .mark_rect(stroke=ink.text, strokeWidth=1)
        .encode(
            x=_years(days, look),
            x2="end:T",
            y=alt.Y("top:Q", scale=None, axis=None),
            y2="foot:Q",
            fill=alt.Fill("fill:N", scale=None),
        )
    )
    return _on_rows(rows, [drawn], look, "When each was open and closed")


def stacked_bars(parts: Sequence[Part], look: Look) -> str:
    """One bar for each row, cut by state; the counts stand in words above it."""
    rows, bars, ink = _Rows(look), [], ink_for(look)
    fills = _fills(part.state for part in parts)
    for title, group in _grouped(parts).items():
        middle, start = (
            rows.add(title, ", ".join(f"{p.count} {p.state.lower()}" for p in group if p.count)),
            0,
        )
        for part in group:
            if part.count:
                end = start + part.count
                bars.append(
                    {
                        "start": start,
                        "end": end,
                        "top": middle - BAR / 2,
                        "foot": middle + BAR / 2,
                        "fill": fills[part.state],
                    }
                )
                start = end
    most = max((bar["end"] for bar in bars), default=1)
    drawn = (
        alt.Chart(alt.Data(values=bars))
        .mark_rect(stroke=ink.text, strokeWidth=1)
        .encode(
            x=alt.X("start:Q", axis=None, scale=alt.Scale(domain=[0, most])),
            x2="end:Q",
            y=alt.Y("top:Q", scale=None, axis=None),
            y2="foot:Q",
            fill=alt.Fill("fill:N", scale=None),
        )
    )
    return _on_rows(rows, [drawn], look, "How many are in each state")


def _slip_words(slip: Slip) -> str:
    first, now = _day(slip.promised), _day(slip.now)
    months = (now.year - first.year) * 12 + now.month - first.month
    if now == first:
        return f"as promised, {_month(slip.now)}"
    count, unit = (abs(months), "month") if months else (abs((now - first).days), "day")
    moved = f"{count} {unit}{'' if count == 1 else 's'} {'later' if now > first else 'sooner'}"
    return f"{moved}: {_month(slip.promised)} promised, {_month(slip.now)} now"


def slippage(slips: Sequence[Slip], look: Look) -> str:
    """A ring where it was promised, a disc where it is now, and the way between."""
    rows, ends, ink = _Rows(look), [], ink_for(look)
    rows.note("Ring: promised. Disc: expected now, or done.")
    for slip in slips:
        middle = rows.add(slip.row, _slip_words(slip))
        first, now = _day(slip.promised).isoformat(), _day(slip.now).isoformat()
        ends.append({"start": first, "now": now, "y": middle})
    days = [_day(d) for slip in slips for d in (slip.promised, slip.now)] or [
        date(2000, 1, 1),
        date(2000, 12, 31),
    ]
    x, y = _years(days, look, inset=9), alt.Y("y:Q", scale=None, axis=None)
    base = alt.Chart(alt.Data(values=ends))
    way = base.mark_rule(color=ink.thread, strokeWidth=4).encode(x=x, x2="now:T", y=y)
    ring = base.mark_point(
        shape="circle", size=150, fill=ink.ground, stroke=ink.thread, strokeWidth=3, opacity=1
    )
    disc = base.mark_point(
        shape="circle", size=170, fill=ink.text, stroke=ink.ground, strokeWidth=1, opacity=1
    )
    layers = [way, ring.encode(x=x, y=y), disc.encode(x=alt.X("now:T"), y=y)]
    return _on_rows(rows, layers, look, "Dates promised and dates now")


def _number(value: float, unit: str) -> str:
    return f"{value:g}{unit}"


def _sampled(values: Sequence[str], most: int) -> list[str]:
    """No more of the values than there is room to write, the last one always among them."""
    step = max(1, -(-len(values) // most))
    return [*reversed(values[::-1][::step])]


def line(
    points: Sequence[Point], look: Look, target: float | None = None, unit: str = "", band: Band | None = None,
    notes: Sequence[Note] = (),
) -> str:  # fmt: skip
    """A line with its first and last value written, the target as a broken line with its name, limits and days as thin lines."""
    ink, size, last = ink_for(look), letters_for(look), len(points) - 1
    first_days = [p.when.first if isinstance(p.when, PartialDate) else p.when for p in points]
    values = [
        {"when": day.isoformat(), "value": p.value, "label": f"{p.value:g}{unit}" if n in (0, last) else ""}
        for n, (day, p) in enumerate(zip(first_days, points, strict=True))
    ]
    ticks = _sampled([day.isoformat() for day in first_days], 3 if look.is_narrow else 6)
    days = [{"year": int(t[:4]), "month": int(t[5:7]), "date": int(t[8:])} for t in ticks]
    x_axis = alt.Axis(format="%b %Y", title=None, grid=False, values=days, labelFlush=True, labelPadding=8)
    y_axis = alt.Axis(title=None, tickCount=4, ticks=False, domain=False, labelExpr=f"datum.label + '{unit}'")
    top = max([p.value for p in points] + [target or 0, band.high if band else 0, 1]) * 1.15
    x = alt.X("when:T", axis=x_axis, scale=alt.Scale(padding=12))
    y = alt.Y("value:Q", axis=y_axis, scale=alt.Scale(domain=[0, top], nice=False))
    base = alt.Chart(alt.Data(values=values))
    written: dict[str, Any] = {"fontSize": size, "color": ink.text}
    layers = [
        base.mark_line(color=ink.series[0], strokeWidth=3).encode(x=x, y=y),
        base.mark_point(filled=True, size=70, color=ink.series[0], opacity=1).encode(x=x, y=y),
        base.mark_text(dy=20, fontWeight="bold", **written).encode(x=x, y=y, text="label:N"),
    ]
    if target is not None:
        aim = alt.Chart(alt.Data(values=[{"value": target, "label": f"Target {target:g}{unit}"}])).encode(y=y)
        layers.append(aim.mark_rule(color=ink.text, strokeDash=[6, 4], strokeWidth=2))
        words = aim.mark_text(align="left", dy=-10, **written)
        layers.append(words.encode(x=alt.value(4), text="label:N"))
    layers += _band(band, y, ink, written, unit) if band else []
    layers += _notes(notes, x, ink, written) if notes else []
    chart = alt.layer(*layers).properties(width=width_for(look) - 46, height=200 if look.is_narrow else 240)
    return finish(chart, look, "How a measure has moved")


def _notes(notes: Sequence[Note], x: Any, ink: Ink, written: dict[str, Any]) -> list[Any]:
    """Marked days, each with its number at the top."""
    rows = [{"when": one.when.isoformat(), "label": one.label} for one in notes]
    days = alt.Chart(alt.Data(values=rows)).encode(x=x)
    words = days.mark_text(align="left", dx=4, **written)
    return [
        days.mark_rule(color=ink.text, strokeWidth=1),
        words.encode(y=alt.value(8), text="label:N"),
    ]


def _band(band: Band, y: Any, ink: Ink, written: dict[str, Any], unit: str) -> list[Any]:
    """The mean and the two limits of a process, each with its name at the right."""
    rows = [
        {"value": value, "label": f"{name} {value:g}{unit}"}
        for name, value in (("Lower limit", band.low), ("Mean", band.middle), ("Upper limit", band.high))
    ]
    edges = alt.Chart(alt.Data(values=rows)).encode(y=y)
    words = edges.mark_text(align="right", dy=-8, **written)
    return [
        edges.mark_rule(color=ink.text, strokeWidth=1, strokeDash=[2, 3]),
        words.encode(x=alt.value("width"), text="label:N"),
    ]
