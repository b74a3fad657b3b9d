"""Whom we should hear, counted from our own cases instead of typed: participation itself may not read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.queries.ages import ages_with_plan
from goldenthread.kit.errors import Refused
from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.participation.actions.hearing import enter_people
from goldenthread.participation.choices import About
from goldenthread.participation.models import People, Question
from goldenthread.participation.queries.results import hidden_in

WHO = "children and young people with an EHC plan that this council keeps"
_AGES = re.compile(r"(?:aged? )?(\d{1,2}) (?:to|or) (\d{1,2})")


@dataclass(frozen=True)
class Counted:
    """The age groups of a survey’s question, and how many plans there are for each. None where a number may not be told."""

    question: Question
    groups: list[tuple[str, int | None]]

    @property
    def may_be_used(self) -> bool:
        """Whether every group can be told."""
        return len(self.groups) > 1 and all(number is not None for _, number in self.groups)


def ages_in(words: str) -> tuple[int, int] | None:
    """The ages that an answer names, both included.

    >>> ages_in("5 to 10"), ages_in("Under 18"), ages_in("18 or over"), ages_in("Rather not say")
    ((5, 10), (0, 17), (18, 99), None)
    """
    plain = " ".join(words.casefold().split())
    if found := _AGES.fullmatch(plain):
        return int(found[1]), int(found[2])
    if found := re.fullmatch(r"under (\d{1,2})", plain):
        return 0, int(found[1]) - 1
    if found := re.fullmatch(r"(\d{1,2}) (?:or|and) (?:over|older)", plain):
        return int(found[1]), 99
    return None


def count_ages(today: date) -> Counted | None:
    """Plans in force by the age groups of the newest survey that asks for the child’s age; None where none does."""
    asked = Question.objects.filter(
        about=About.AGE, until_edition=None, survey__is_shown=True, survey__opens_on__lte=today
    )
    question = asked.select_related("survey").order_by("-survey__opens_on", "-pk").first()
    if question is None:
        return None
    ranges = [(one.words, ages) for one in question.options if (ages := ages_in(one.words))]
    plans = ages_with_plan(today)
    counts = [sum(number for age, number in plans.items() if low <= age <= high) for _, (low, high) in ranges]
    is_enough = sum(counts) >= SMALLEST_SHOWN
    shown = hidden_in(counts) if is_enough else [None] * len(counts)
    return Counted(question, [(words, number) for (words, _), number in zip(ranges, shown, strict=True)])


@transaction.atomic
def use_counted_ages(*, today: date, by: Any) -> People:
    """Enter them as the number of people there are, with the day and that they were counted. Refuses hidden numbers."""
    counted = count_ages(today)
    if counted is None or not counted.may_be_used:
        raise Refused(
            "A group has fewer than five, or no survey asks for ages. Enter the numbers with their source."
        )
    held = enter_people(
        about=About.AGE, who=WHO, groups=[(words, number or 0) for words, number in counted.groups], as_at=today,
        source="counted here from our own cases: plans in force on the day, by age on the day", today=today, by=by,
    )  # fmt: skip
    log.record("evidence.people.counted", subject=log.subject_of(held), by=by)
    return held
