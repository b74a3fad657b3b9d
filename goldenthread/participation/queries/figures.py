"""Named counts for a period (two days, both included), as evidence: a numerator, a denominator and the rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q

from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.participation.choices import Level, Outcome, QuestionKind, Worked
from goldenthread.participation.models import Activity, Said, Survey
from goldenthread.participation.queries.results import compile_results
from goldenthread.participation.queries.waves import awareness
from goldenthread.participation.wording import AWARENESS, RULES

ANSWER_DAYS = 90


@dataclass(frozen=True)
class Count:
    """One count: so many of so many. `None` where it is too small to tell."""

    key: str
    counts: str
    numerator: int | None
    denominator: int | None
    rule: str


def figures(first: date, last: date) -> list[Count]:
    """Every count of this room for a period."""
    within = Q(held_on__startswith__gte=first, held_on__startswith__lte=last)
    acts = Activity.objects.filter(within)
    heard = Said.objects.filter(heard_on__startswith__gte=first, heard_on__startswith__lte=last)
    done = heard.filter(outcome=Outcome.DID)
    in_time = heard.filter(answered_on__lte=F("heard_on__endswith") + ANSWER_DAYS - 1)
    asked = done.exclude(worked="")
    return [
        Count("co-produced", "activities in which people decided together with us", acts.filter(level=Level.COPRODUCE).count(),
              acts.count(), "By the day on which the activity began; its level is recorded with it."),
        Count("heard", "activities of which a named body heard on a named day", acts.exclude(audience="").count(), acts.count(),
              "Lundy’s audience: the body and the day are both recorded."),
        Count("answered", "things said that have an answer", heard.exclude(outcome="").count(), heard.count(),
              "By the day on which it was heard."),
        Count("answered-in-time", f"things said that were answered within {ANSWER_DAYS} days", in_time.count(), heard.count(),
              "From the last day on which it may have been heard."),
        Count("worked", "things done of which people said that they worked", asked.filter(worked=Worked.YES).count(),
              asked.count(), "Out of those about which people were asked again."),
    ]  # fmt: skip


def heard_of_the_offer(first: date, last: date, day: date) -> Count:
    """How many have heard of the Local Offer, by the newest wave that ended in a period and was published by a day."""
    wave = awareness(first, last, day)
    return Count(
        "awareness", f"people who answered yes to “{AWARENESS}”", wave.count if wave else 0,
        (wave.base or 0) if wave else 0, RULES[QuestionKind.KNOWS],
    )  # fmt: skip


def share_of_survey(survey: Survey, number: int, on: date) -> Count | None:
    """The positive answers to one question of a survey, as they may be published; None where it has no such question."""
    found: dict[str, Any] | None = next(
        (one for one in compile_results(survey, on)["questions"] if one["number"] == number), None
    )
    if found is None or not found["rule"]:
        return None
    share, base = found["share"], found["base"]
    return Count(
        f"{survey.slug}-{number}", f"answers to “{found['words']}” that were positive", share["count"] if share else None, base,
        f"{found['rule']} Nothing under {SMALLEST_SHOWN} is shown.",
    )  # fmt: skip
