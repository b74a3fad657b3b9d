"""Drawings that set one place beside others: lines over time, all places in order, and a funnel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from goldenthread.kit.chance import Z95, Z998, limits
from goldenthread.kit.charts import Dot, Look, Series
from goldenthread.kit.ink import Ink, finish, ink_for, letters_for, width_for

DASHES = ([1, 0], [8, 4], [2, 3], [10, 3, 2, 3])
"""A way to draw each line besides its colour."""
STEPS = 24
"""Points along each limit of a funnel."""


def _size(look: Look) -> dict[str, int]:
    return {"width": width_for(look) - 52, "height": 210 if look.is_narrow else 260}


def _legend(look: Look) -> Any:
    return alt.Legend(
        orient="top", direction="vertical" if look.is_narrow else "horizontal", title=None, labelLimit=0,
        columns=1 if look.is_narrow else 2,
        labelFontSize=letters_for(look), labelColor=ink_for(look).text, symbolSize=300, columnPadding=28,
        symbolStrokeWidth=3, symbolType="stroke",
    )  # fmt: skip


def _shares(unit: str, **more: Any) -> Any:
    return alt.Axis(
        title=None,
        tickCount=4,
        ticks=False,
        domain=False,
        labelExpr=f"format(datum.value, ',') + '{unit}'",
        **more,
    )


def lines(series: Sequence[Series], look: Look, unit: str = "") -> str:
    """A line for each place, ours the strongest, told apart by its dashes as well as by its colour."""
    ink = ink_for(look)
    rows: list[dict[str, Any]] = [
        {"name": one.name, "when": when, "value": value} for one in series for when, value in one.values
    ]
    names = [one.name for one in series]
    times = sorted({row["when"] for row in rows})
    colours = [ink.series[n % len(ink.series)] for n in (0, 2, 3, 4)][: len(names)]
    top = max([row["value"] for row in rows] or [1]) * 1.1
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X(
            "when:O",
            sort=times,
            axis=alt.Axis(title=None, grid=False, labelAngle=0, labelPadding=8, labelOverlap=True),
        ),
        y=alt.Y("value:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=_shares(unit)),
        color=alt.Color(
            "name:N", sort=names, scale=alt.Scale(domain=names, range=colours), legend=_legend(look)
        ),
    )
    dash = alt.StrokeDash(
        "name:N",
        sort=names,
        scale=alt.Scale(domain=names, range=list(DASHES[: len(names)])),
        legend=_legend(look),
    )
    ours = alt.condition(alt.datum.name == (names[0] if names else ""), alt.value(4), alt.value(2.5))
    drawn = base.mark_line().encode(strokeDash=dash, strokeWidth=ours)
    points = base.mark_point(filled=True, size=55, opacity=1)
    return finish(alt.layer(drawn, points).properties(**_size(look)), look, "How we compare over time")


def ranked(dots: Sequence[Dot], look: Look, unit: str = "") -> str:
    """Every place as a thin bar in order; ours full, our neighbours half, and our value written."""
    ink = ink_for(look)
    rows = [
        {"place": n, "value": one.value, "colour": _colour(one, ink),
         "label": f"{one.name}: {_shown(one.value, unit)}" if one.is_ours else ""}
        for n, one in enumerate(dots)
    ]  # fmt: skip
    top = max([one.value for one in dots] or [1]) * 1.18
    x = alt.X("place:O", axis=None, scale=alt.Scale(paddingInner=0.15))
    y = alt.Y("value:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=_shares(unit))
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y)
    falls = bool(dots) and dots[0].value >= dots[-1].value  # the corner that the bars leave free
    words = base.mark_text(
        align="right" if falls else "left",
        baseline="top",
        fontSize=letters_for(look),
        fontWeight="bold",
        color=ink.text,
    ).encode(text="label:N", x=alt.value(width_for(look) - 56 if falls else 4), y=alt.value(4))
    bars = base.mark_bar().encode(fill=alt.Fill("colour:N", scale=None))
    return finish(alt.layer(bars, words).properties(**_size(look)), look, "All places in order")


def _shown(value: float, unit: str) -> str:
    return f"{value:,.1f}{unit}" if unit else f"{value:,.0f}"


def _colour(one: Dot, ink: Ink) -> str:
    return ink.series[2] if one.is_ours else ink.series[0] if one.is_near else ink.grid


def funnel(dots: Sequence[Dot], look: Look, centre: float) -> str:
    """Each place by its size and share, with the two limits of chance as broken lines."""
    ink, most = ink_for(look), max([one.size for one in dots] or [1]) * 1.04
    rows = [{"size": one.size, "value": one.value, "colour": _colour(one, ink), "ours": one.is_ours,
             "label": one.name if one.is_ours else ""}
            for one in sorted(dots, key=lambda one: (one.is_ours, one.is_near))]  # fmt: skip
    least = max(most / 400, 5)
    sizes = [least * (most / least) ** (n / STEPS) for n in range(STEPS + 1)]
    edges = [{"size": size, "value": edge, "edge": f"{name}{side}"}
             for name, z in (("95", Z95), ("99.8", Z998)) for size in sizes
             for side, edge in enumerate(limits(centre, size, z))]  # fmt: skip
    x = alt.X("size:Q", scale=alt.Scale(domain=[0, most], nice=False),
              axis=alt.Axis(title=None, grid=False, tickCount=4))  # fmt: skip
    y = alt.Y("value:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=_shares("%"))
    broken = alt.condition("indexof(datum.edge, '95') == 0", alt.value([3, 3]), alt.value([9, 4]))
    limit = alt.Chart(alt.Data(values=edges)).mark_line(color=ink.quiet, strokeWidth=1.5).encode(
        x=x, y=y, detail="edge:N", strokeDash=broken)  # fmt: skip
    middle = (
        alt.Chart(alt.Data(values=[{"value": centre}])).mark_rule(color=ink.thread, strokeWidth=2).encode(y=y)
    )
    base = alt.Chart(alt.Data(values=rows)).encode(x=x, y=y)
    points = base.mark_point(filled=True, opacity=1, stroke=ink.text, strokeWidth=0.6).encode(
        fill=alt.Fill("colour:N", scale=None), size=alt.condition(alt.datum.ours, alt.value(190), alt.value(60)))  # fmt: skip
    written: dict[str, Any] = {
        "dy": -14,
        "dx": -6,
        "align": "left",
        "fontSize": letters_for(look),
        "fontWeight": "bold",
    }
    halo = base.mark_text(stroke=ink.ground, strokeWidth=5, **written).encode(text="label:N")
    words = base.mark_text(color=ink.text, **written).encode(text="label:N")
    chart = alt.layer(limit, middle, points, halo, words).properties(**_size(look))
    return finish(chart, look, "Shares by size, with the limits of chance")
