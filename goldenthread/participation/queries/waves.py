"""The same question, asked again: its results from wave to wave, as they were published.

One line holds one question in one wording, put to the same people, all who answered it counted. Other words, or other people
asked, are another line. The Friends and Family Test is none of these: its words are the same for every service.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.participation.choices import SurveyKind
from goldenthread.participation.models import PublishedResults
from goldenthread.participation.wording import AWARENESS


@dataclass(frozen=True)
class Wave:
    """One survey's answers to the question: so many of so many. Without a count it was too small to show."""

    slug: str
    title: str
    number: int
    ended_on: date
    count: int | None
    base: int | None
    is_invented: bool

    @property
    def percent(self) -> float | None:
        """The share of the positive answers."""
        return 100 * self.count / self.base if self.count is not None and self.base else None


@dataclass
class Line:
    """One question word for word, whom it was put to, the rule by which it is counted, and its waves, the oldest first."""

    words: str
    kind: str
    asked: str
    rule: str
    waves: list[Wave] = field(default_factory=list)

    @property
    def shown(self) -> list[Wave]:
        """The waves whose share is shown."""
        return [one for one in self.waves if one.percent is not None]


def lines(day: date) -> list[Line]:
    """Every question that was asked in two waves or more, and whether people have heard of the Local Offer, as known on a day."""
    found: dict[tuple[str, str, str], Line] = {}
    for row in _published(day):
        asked = row.content["asked"]
        for one in row.content["questions"]:
            if one["rule"]:
                line = found.setdefault(
                    (one["words"], one["kind"], asked), Line(one["words"], one["kind"], asked, one["rule"])
                )
                line.waves.append(_wave(row, one))
    for line in found.values():
        line.waves.sort(key=lambda wave: (wave.ended_on, wave.slug, wave.number))
    kept = [line for line in found.values() if len(line.waves) > 1 or line.words == AWARENESS]
    return sorted(kept, key=lambda line: (line.words != AWARENESS, line.words, line.asked))


def _published(day: date) -> Any:
    rows = PublishedResults.objects.filter(published_on__lte=day, survey__is_shown=True).exclude(
        survey__kind=SurveyKind.FRIENDS
    )
    return rows.order_by("survey_id", "-published_on", "-pk").distinct("survey_id").select_related("survey")


def _wave(row: PublishedResults, one: dict[str, Any]) -> Wave:
    survey, share = row.survey, one["share"]
    ended_on = date.fromisoformat(row.content["closes_on"] or row.content["as_at"])
    return Wave(
        survey.slug, survey.title, one["number"], ended_on, share["count"] if share else None, one["base"],
        survey.is_invented,
    )  # fmt: skip


def awareness(first: date, last: date, day: date) -> Wave | None:
    """The newest wave within a period that asked whether people have heard of the Local Offer, as known on a day.

    None where there is none. Two lines that ended on one day were put to different people: the larger base is taken.
    """
    waves = [wave for line in lines(day) if line.words == AWARENESS for wave in line.waves]
    within = [wave for wave in waves if first <= wave.ended_on <= last]
    return max(within, key=lambda wave: (wave.ended_on, wave.base or 0), default=None)
