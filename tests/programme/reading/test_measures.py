"""Tables of measures: headings in one row and two, values, directions and what is suspect."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goldenthread.programme.reading import merge, read_plan, same_action_key
from goldenthread.programme.reading.values import read_value


def of(text: str):
    return read_plan(text.encode(), "measures.csv")


def test_quarters_are_kept_as_labels() -> None:
    (measure,) = of(
        "Indicator,Baseline,Target,Q1 2024/25,Q2 2024/25\nPlans on time,40%,60%,45%,50%\n"
    ).measures
    assert [(point.label, point.period) for point in measure.points] == [
        ("Q1 2024/25", None),
        ("Q2 2024/25", None),
    ]
    assert measure.better == "higher"


def test_months_alone_are_actuals() -> None:
    (measure,) = of("KPI,Target,Apr-24,May-24\nWaiting over a year,0,12,9\n").measures
    assert [point.actual and point.actual.as_written for point in measure.points] == ["12", "9"]
    assert [str(point.period) for point in measure.points] == ["April 2024", "May 2024"]


def test_two_heading_rows(workbook: Callable[..., bytes]) -> None:
    rows: list[list[object]] = [
        ["Measure", "Baseline", "Jul 23", None, "Nov 23", None],
        [None, None, "Milestone", "Actual", "Milestone", "Actual"],
        ["Plans on time", 0.34, 0.4, 0.38, 0.5, 0.505],
    ]
    shares = {f"{column}3": "0%" for column in "BCDEF"}
    data = workbook(
        {"KPIs": rows}, merges={"KPIs": ["C1:D1", "E1:F1", "A1:A2", "B1:B2"]}, formats={"KPIs": shares}
    )
    (measure,) = read_plan(data, "kpi.xlsx").measures
    figures = [
        (p.label, p.target and p.target.as_written, p.actual and p.actual.as_written) for p in measure.points
    ]
    assert figures == [("Jul 23", "40%", "38%"), ("Nov 23", "50%", "50.5%")]


def test_section_rows_and_single_target() -> None:
    text = (
        "Measure,Baseline (2022),Target July 2025,Actual Nov 24\nTimeliness,,,\nPlans on time,34%,65%,51%\n"
    )
    (measure,) = of(text).measures
    assert measure.section == "Timeliness"
    assert measure.target is not None
    assert measure.target.as_written == "65%"


def kinds(text: str) -> list[str]:
    return [suspect.kind for suspect in of(text).suspects]


HEAD = "Measure,Baseline,Target,Milestone 1 – Jul 23,Actual Jul 23,Milestone 2 – Nov 23,Actual Nov 23\n"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Exclusions,0.45,0.25,0.45%,0.66,0.45,0.5", ["unit change"]),
        ("Share of pupils,4.1%,29.5%,4.2%,4.3%,4.2%,4.4%", ["tenfold gap"]),
        ("Families satisfied,8%,90%,,,,", []),
        ("Absence,12%,10%,11%,13%,12%,11%", ["target moved"]),
        ("Absence,12%,10%,12%,11%,12.5%,11%", []),
        ("Suspensions,40,30,40,54.05,38,3.7", ["reset"]),
        ("Plans on time,30%,60%,40%,45%,50%,52%", []),
    ],
)
def test_suspects(row: str, found: list[str]) -> None:
    assert kinds(HEAD + row + "\n") == found


def test_no_reset_within_a_school_year() -> None:
    assert kinds("Measure,Baseline,Actual Nov 23,Actual Mar 24\nSuspensions,40,54,3.7\n") == []


def test_same_measure_twice_is_said() -> None:
    assert kinds("Measure,Baseline,Target\nAbsence,12%,10%\nabsence,12%,10%\n") == ["duplicate"]


def test_merge_says_that_a_target_changed_between_files() -> None:
    first, second = (
        of("Measure,Baseline,Target\nAbsence,12%,10%\n"),
        of("Measure,Baseline,Target\nAbsence.,12%,11%\n"),
    )
    both = merge(first, second)
    assert len(both.measures) == 1
    assert [(suspect.kind, suspect.values) for suspect in both.suspects] == [("target moved", ("10%", "11%"))]


@pytest.mark.parametrize(
    ("written", "op", "number", "unit", "base"),
    [
        (">85%", ">", "85", "%", None),
        ("at least 90%", "≥", "90", "%", None),
        ("85%+", "≥", "85", "%", None),
        ("20 weeks or less", "≤", "20", "weeks", None),
        ("45% (n=120)", "=", "45", "%", 120),
        ("0.45 per 100", "=", "0.45", "per 100", None),
        ("1,234", "=", "1234", "", None),
        ("85-90%", "=", None, "", None),
        ("Good", "=", None, "", None),
    ],
)
def test_value(written: str, op: str, number: str | None, unit: str, base: int | None) -> None:
    value = read_value(written)
    assert value is not None
    assert (value.op, value.number and str(value.number), value.unit, value.base) == (op, number, unit, base)
    assert value.as_written == written


def test_same_words_in_two_areas_have_two_keys() -> None:
    assert same_action_key("1", None, "Train staff") != same_action_key("2", None, "Train staff")
    assert same_action_key("1", "1.1", "Train staff") == same_action_key("1", "1.1", "Train all staff")
