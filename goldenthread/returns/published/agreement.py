"""Whether a release agrees with itself: each percentage with its own numerator and denominator, each nation with its authorities.

DfE's own figures are kept as they are. What does not agree is listed, so that nobody quotes it unawares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from goldenthread.returns.published.release import File, Line
from goldenthread.returns.published.values import number

NEEDS = ("asd", "hi", "mld", "msi", "oth", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi")
FEW = 2
"""More authorities than these cannot each be the whole of their region."""
PLACES = (
    "mainstream_total",
    "special_total",
    "fe_total",
    "ed_elsewhere",
    "nm_early_years",
    "placement_unknown",
)


@dataclass(frozen=True)
class Share:
    """A published percentage, and the columns that make its numerator and its denominator."""

    percentage: str
    numerator: str
    denominator: tuple[str, ...]


def _of(total: str, pairs: Iterable[tuple[str, str]]) -> tuple[Share, ...]:
    return tuple(Share(percentage, numerator, (total,)) for percentage, numerator in pairs)


def _either(one: str, other: str, pairs: Iterable[tuple[str, str]]) -> tuple[Share, ...]:
    return tuple(Share(percentage, numerator, (one, other)) for percentage, numerator in pairs)


def _of_places(total: str) -> tuple[Share, ...]:
    return _of(total, [*((f"{one}_pc", one) for one in PLACES), ("AP_PRU_total_pc", "ap_pru_total")])


_OF_NEEDS = _of(
    "ehc_plans", [*((f"{one}_pc", f"number_{one}") for one in NEEDS), ("unknown_pc", "number_need_unknown")]
)

SHARES: dict[str, tuple[Share, ...]] = {
    "timeliness_20_week": (
        *_of("plans_issued_den", [
            ("pc_plans_issued_within_20_weeks", "plans_issued_within_20_weeks"),
            ("pc_plans_issued_gt20weeks_ltYear", "plans_issued_gt20weeks_ltYear"),
            ("pc_plans_issued_gt_1_year", "plans_issued_gt_1_year")]),
        *_of("plans_issued_den_ex", [
            ("PC_plans_issued_20_weeks_ex", "plans_issued_20_weeks_ex"),
            ("PC_plans_issued_gt20weeks_ltYear_ex", "plans_issued_gt20weeks_ltYear_ex"),
            ("PC_plans_issued_gt_1_year_ex", "plans_issued_gt_1_year_ex")]),
    ),
    "requests": (
        *_of("requests_received_in_year", [
            ("request_assess_pc", "requests_decided_to_assess"), ("request_not_assess_pc", "requests_decided_not_to_assess"),
            ("request_outstanding_pc", "requests_decision_not_made"), ("request_withdrawn_pc", "requests_withdrawn")]),
        *_either("request_outcome_six_weeks", "request_outcome_over_6_weeks", [
            ("request_outcome_six_weeks_pc", "request_outcome_six_weeks"),
            ("request_outcome_over_6_weeks_pc", "request_outcome_over_6_weeks")]),
    ),
    "assessments": (
        *_of("assess_in_year", [
            ("assess_issued_pc", "assess_issued"), ("assess_not_issued_pc", "assess_not_issued"),
            ("assess_not_made_pc", "assess_not_made"), ("assess_withdrawn_pc", "assess_withdrawn")]),
        *_either("outcome_decision_within_time", "outcome_decision_over_time", [
            ("outcome_decision_within_time_pc", "outcome_decision_within_time"),
            ("outcome_decision_over_time_pc", "outcome_decision_over_time")]),
    ),
    "annual_reviews": _either("number_decsion_4weeks", "number_decision_gt_4weeks", [
        ("pc_decsion_4weeks", "number_decsion_4weeks"), ("pc_decision_gt_4weeks", "number_decision_gt_4weeks")]),
    "caseload": _of_places("ehcplans"),
    "newplans": _of_places("new_ehc_plans"),
    "sen_needs_all_plans": _OF_NEEDS,
    "sen_need_newplans": _OF_NEEDS,
}  # fmt: skip
"""Every percentage that the release of 2025 prints, by table."""


@dataclass
class Agreement:
    """What a table's own arithmetic says."""

    recomputed: int = 0
    without_base: int = 0
    differing: list[str] = field(default_factory=list)


def percent(numerator: float, denominator: float) -> float:
    """A share in per cent, unrounded."""
    return 100 * numerator / denominator


def agrees(published: float, numerator: float, denominator: float) -> bool:
    """Whether a percentage printed to one decimal is that of its numbers; a half may have been rounded either way."""
    return abs(percent(numerator, denominator) - published) <= 0.05 + 1e-9


def percentages(table: File) -> Agreement:
    """Every percentage of a table against its own numbers."""
    found, places = Agreement(), {name: n for n, name in reversed(list(enumerate(table.columns)))}
    shares = [one for one in SHARES.get(table.name, ()) if one.percentage in places]
    for line in table.lines:
        for share in shares:
            _compare(found, share, line, places)
    return found


def _compare(found: Agreement, share: Share, line: Line, places: dict[str, int]) -> None:
    published = number(line.values[places[share.percentage]])
    if published is None:
        return
    top = number(line.values[places[share.numerator]])
    parts = [number(line.values[places[one]]) for one in share.denominator]
    base = sum(one for one in parts if one is not None)
    if top is None or None in parts or not base:
        found.without_base += 1
        return
    found.recomputed += 1
    if not agrees(published, top, base):
        found.differing.append(
            f"{line.place}, {period_words(line.period)}, {line.breakdown}: {share.percentage} says {published:g}, and "
            f"{top:,.0f} of {base:,.0f} are {percent(top, base):.1f}."
        )


def sums(table: File) -> Iterator[tuple[str, str, float, float, int]]:
    """Counts of the nation beside the sum of its authorities: (period, column, nation, sum, authorities without a number).

    Only lines of the whole (the first breakdown of the table) are added up.
    """
    counts = [n for n, name in enumerate(table.columns)
              if not (name.lower().endswith("_pc") or name.lower().startswith("pc_"))]  # fmt: skip
    whole = whole_of(table)
    nation: dict[tuple[str, int], float] = {}
    added: dict[tuple[str, int], float] = {}
    absent: dict[tuple[str, int], int] = {}
    for line in table.lines:
        if (line.topic, line.breakdown) not in whole:
            continue
        for n in counts:
            value, key = number(line.values[n]), (line.period, n)
            if line.level == "nation" and value is not None:
                nation[key] = value
            elif line.level == "authority" and value is not None:
                added[key] = added.get(key, 0) + value
            elif line.level == "authority":
                absent[key] = absent.get(key, 0) + 1
    for (period, n), value in nation.items():
        yield period, table.columns[n], value, added.get((period, n), 0.0), absent.get((period, n), 0)


def repeated(table: File) -> list[tuple[str, str, str]]:
    """Period, column and region in which every authority has its region's figure instead of its own: nothing to compare there."""
    whole = [one for one in table.lines if one.topic == one.breakdown]
    own: dict[tuple[str, str], list[Line]] = {}
    for one in whole:
        if one.level == "authority":
            own.setdefault((one.period, one.region), []).append(one)
    found = []
    for region in (one for one in whole if one.level == "region"):
        near = own.get((region.period, region.place), [])
        for n, column in enumerate(table.columns):
            figure = number(region.values[n])
            if figure and len(near) > FEW and all(number(one.values[n]) == figure for one in near):
                found.append((region.period, column, region.place))
    return found


def whole_of(table: File) -> set[tuple[str, str]]:
    """The breakdown that is no breakdown: its topic and its value are the same words."""
    return {(one.topic, one.breakdown) for one in table.lines if one.topic == one.breakdown}


def period_words(period: str) -> str:
    """A period as people write it: "202425" is the school year 2024/25, "2024" the calendar year.

    >>> period_words("202425"), period_words("2024")
    ('2024/25', '2024')
    """
    return f"{period[:4]}/{period[4:]}" if len(period) == 6 else period
