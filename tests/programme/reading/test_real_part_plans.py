"""The part-plans of real councils against what their index says that a right import finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goldenthread.programme.reading import merge, preview, read_plan

MAPS = {"due": "dues"}


def found(shown: dict, wanted: str) -> object:
    """What the preview shows for one expectation of the index."""
    if wanted == "weaknesses":
        return len(shown["areas"])
    if wanted in ("areas", "actions", "measures"):
        return len(shown[wanted])
    if wanted in ("with_due", "with_owner", "with_actual"):
        return shown["counts"][wanted]
    if wanted in ("leads", "success_criteria"):
        return {key: len(items) for key, items in shown[wanted].items()}
    if wanted == "months":
        return list(shown["milestones"])
    return shown[MAPS.get(wanted, wanted)]


def test_every_part_plan_is_read_as_its_index_says(plans: Path) -> None:
    checked = 0
    for entry in json.loads((plans / "index.json").read_text()):
        shown = preview((plans / entry["file"]).read_bytes(), entry["file"]).as_dict()
        for wanted, value in entry["expect"].items():
            if wanted == "note":
                continue
            got = found(shown, wanted)
            if wanted == "milestones":
                assert isinstance(got, dict)
                got = [len(items) for items in got.values()] if shown["kind"] == "roadmap" else list(got)
            assert got == value, f"{entry['file']}: {wanted}"
            checked += 1
    assert checked >= 17


def suspects(plans: Path, name: str) -> set[tuple[str, tuple[str, ...]]]:
    understood = read_plan((plans / name).read_bytes(), name)
    return {(suspect.kind, suspect.values) for suspect in understood.suspects}


@pytest.mark.parametrize(
    ("name", "kind", "part"),
    [
        ("devon-app-kpi-2023.csv", "tenfold gap", "30.8%"),
        ("devon-app-kpi-2023.csv", "unit change", "0.45%"),
        ("devon-app-kpi-2023.csv", "unit change", "13.02%"),
        ("devon-app-kpi-2024.csv", "reset", "54.05"),
        ("devon-app-kpi-2024.csv", "target moved", "30"),
    ],
)
def test_suspect_figure_is_flagged(plans: Path, name: str, kind: str, part: str) -> None:
    flagged = [values for found_kind, values in suspects(plans, name) if found_kind == kind]
    assert any(any(part in value for value in values) for values in flagged)


def test_an_ambitious_target_is_not_called_a_slip(plans: Path) -> None:
    gaps = [values for kind, values in suspects(plans, "devon-app-kpi-2023.csv") if kind == "tenfold gap"]
    assert len(gaps) == 1


def test_direction_is_lower_for_most_and_higher_for_the_last(plans: Path) -> None:
    measures = read_plan((plans / "devon-app-kpi-2023.csv").read_bytes(), "kpi.csv").measures
    assert [measure.better for measure in measures] == ["lower"] * 7 + [None, "higher"]
    assert measures[0].better_how == "its baseline and target"


def test_two_years_merge_on_the_measure(plans: Path) -> None:
    first, second = (
        read_plan((plans / f"devon-app-kpi-{year}.csv").read_bytes(), f"{year}.csv") for year in (2023, 2024)
    )
    both = merge(first, second)
    assert len(both.measures) == 9
    months = list(both.as_dict()["milestones"])
    assert months == ["2023-07", "2023-11", "2024-03", "2024-07", "2024-11"]
    assert len([suspect for suspect in both.suspects if suspect.kind == "reset"]) >= 4


def test_update_with_a_month_and_no_year_gets_no_date(plans: Path) -> None:
    action = read_plan((plans / "devon-app-2025.txt").read_bytes(), "plan.txt").actions[0]
    assert [(note.label.split()[0], note.date) for note in action.progress] == [("November", None)]


def test_same_words_under_two_areas_are_two_actions(plans: Path) -> None:
    understood = read_plan((plans / "wirral-pap-2025.txt").read_bytes(), "plan.txt")
    texts = [action.text for action in understood.actions]
    assert len(texts) - len(set(texts)) == 1
    assert len({action.key for action in understood.actions}) == 12
    assert understood.suspects == ()
    assert {names for _, names in understood.missing} == {("number", "due date", "lead")}
