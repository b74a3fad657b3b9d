"""Precision and recall of each check of sentences, on the sentences it was shaped on and on those held out."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.casework.plan.checks.register import CHECKS
from goldenthread.casework.plan.checks.run import check_sentence
from goldenthread.casework.plan.plan_types import section_set

FOLDER = Path(__file__).parent
SETS = ("tuning", "held_out")
MEASURED_ON = date(2026, 11, 26)
"""The day on which the figures of docs/plan-checks.md were last read and found honest."""


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence: the checks that ought to speak, and those that are not scored for it."""

    id: str
    section: str
    text: str
    checks: frozenset[str]
    unsure: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How a check did: rightly found, found for nothing, missed."""

    check: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Of what it found, the share that ought to be found; None when it found nothing."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Of what ought to be found, the share that it found; None when there was nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "check": self.check, "right": self.right, "wrong": self.wrong, "missed": self.missed,
            "precision": _rounded(self.precision), "recall": _rounded(self.recall),
        }  # fmt: skip


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def read(name: str) -> list[Sentence]:
    """A set of labelled sentences."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            Sentence(
                row["id"],
                row["section"],
                row["sentence"],
                frozenset(row["checks"].split()),
                frozenset(row["unsure"].split()),
            )
            for row in csv.DictReader(file)
        ]


def found_in(sentence: Sentence) -> frozenset[str]:
    """The checks that speak on a sentence, those that are not scored left out."""
    kind = section_set("ehc-plan", MEASURED_ON).section(sentence.section)
    if kind is None:
        raise ValueError(f"{sentence.id} stands in “{sentence.section}”, which is no section.")
    return frozenset(one.check for one in check_sentence(sentence.text, kind)) - sentence.unsure


def scores(sentences: Iterable[Sentence]) -> list[Score]:
    """Each check of sentences, and all together as the last."""
    judged = [(one.checks, found_in(one)) for one in sentences]
    each = []
    for check in (one.id for one in CHECKS.values() if one.spans):
        right = sum(check in wanted and check in found for wanted, found in judged)
        wrong = sum(check not in wanted and check in found for wanted, found in judged)
        missed = sum(check in wanted and check not in found for wanted, found in judged)
        each.append(Score(check, right, wrong, missed))
    total = Score("all", *(sum(getattr(one, name) for one in each) for name in ("right", "wrong", "missed")))
    return [*each, total]


def clean_left_alone(sentences: Iterable[Sentence]) -> tuple[int, int]:
    """Of the sentences on which nothing ought to speak, how many are left alone, and how many there are."""
    clean = [one for one in sentences if not one.checks]
    return sum(not found_in(one) for one in clean), len(clean)


def as_data() -> dict[str, Any]:
    """All sets with their scores, and every sentence that was judged otherwise than it is labelled."""
    return {"measured_on": MEASURED_ON.isoformat(), "sets": {name: _set(read(name)) for name in SETS}}


def _set(sentences: list[Sentence]) -> dict[str, Any]:
    alone, clean = clean_left_alone(sentences)
    return {
        "sentences": len(sentences),
        "clean": clean,
        "clean_left_alone": alone,
        "scores": [one.as_dict() for one in scores(sentences)],
        "otherwise": [_otherwise(one) for one in sentences if found_in(one) != one.checks],
    }


def _otherwise(one: Sentence) -> dict[str, Any]:
    found = found_in(one)
    return {
        "id": one.id, "sentence": one.text, "for_nothing": sorted(found - one.checks), "missed": sorted(one.checks - found)
    }  # fmt: skip


def as_lines() -> list[str]:
    """The same to read: a table for each set."""
    lines = []
    for name, one in as_data()["sets"].items():
        head = f"{name.replace('_', ' ')}: {one['sentences']} sentences"
        lines.append(f"{head}; {one['clean_left_alone']} of {one['clean']} good ones left alone")
        lines.append("check  right  wrong  missed  precision  recall")
        for score in one["scores"]:
            shares = [shown(score[what]) for what in ("precision", "recall")]
            counts = f"{score['right']:>5}  {score['wrong']:>5}  {score['missed']:>6}"
            lines.append(f"{score['check']:<5}  {counts}  {shares[0]:>9}  {shares[1]:>6}")
        lines.append("")
    return lines


def shown(share: float | None) -> str:
    """A share with two figures, or a dash where there was nothing to share."""
    return "–" if share is None else f"{share:.2f}"
