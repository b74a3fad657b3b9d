"""Results as they may be published: always with how many, out of whom, and when; small numbers hidden in all cuts together.

How many left a question out is not hidden: it tells what nobody thinks. Groups that are small are put together before any
cut is made, so that every group's size is shown; how many answered positively and otherwise is shown or nothing is cut.
With these known, each table is hidden so that it gives nothing back whatever stands beside it: what a reader may imagine in
one changes no number of another.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Count

from goldenthread.kit.languages import ENGLISH
from goldenthread.kit.small_numbers import ALL, SMALLEST_SHOWN, suppress_cuts
from goldenthread.participation.choices import QuestionKind, SurveyKind
from goldenthread.participation.models import Question, Response, Survey
from goldenthread.participation.queries.counting import Counted, count_answers, count_months
from goldenthread.participation.wording import POSITIVE, RULES, SHARE_OF

SMALLEST_GROUP = 10
"""Groups with fewer people are put together with those who did not say."""
OTHERS = "Others, and those who did not say"
Json = dict[str, Any]


def compile_results(survey: Survey, on: date) -> Json:
    """All that is published of a survey's answers, as data."""
    questions = list(survey.questions.all())
    cuts = [one for one in questions if one.is_about_you and one.until_edition is None]
    counted = count_answers(survey, cuts)
    size = survey.responses.count()
    content: Json = {
        "as_at": on.isoformat(), "responses": size if size >= SMALLEST_SHOWN else None, "asked": survey.asked,
        "asked_number": survey.asked_number, "opens_on": survey.opens_on.isoformat(),
        "closes_on": survey.closes_on.isoformat() if survey.closes_on else None, "is_sample": survey.is_sample,
        "questions": [], "second_answers": _second_answers(survey), "languages": languages_of(survey),
    }  # fmt: skip
    if size < SMALLEST_SHOWN:
        return content
    for question in questions:
        if question.kind != QuestionKind.WORDS:
            content["questions"].append(
                _question(survey, question, counted.get(question.number, Counted()), cuts)
            )
    return content


def languages_of(survey: Survey) -> Json:
    """How many answered in each language that was offered, small numbers hidden; nothing where there was no choice.

    Which answers came in which language is in no table: all are counted as one.
    """
    counts = dict(survey.responses.order_by().values_list("language").annotate(Count("pk")))
    tags = list(dict.fromkeys([ENGLISH.tag, *survey.languages, *counts]))
    numbers = [counts.get(tag, 0) for tag in tags]
    if len(tags) < 2 or sum(numbers) < SMALLEST_SHOWN:
        return {}
    return dict(zip(tags, hidden_in(numbers), strict=True))


def _second_answers(survey: Survey) -> int | None:
    """How many may be somebody's second answer; they are counted like all others, and the number is told."""
    number = (
        Response.objects.filter(survey=survey)
        .exclude(came_from_same_device=False, has_words_of_another=False)
        .count()
    )
    return number if number == 0 or number >= SMALLEST_SHOWN else None


def _question(survey: Survey, question: Question, counted: Counted, cuts: list[Question]) -> Json:
    base = counted.base
    found: Json = {
        "number": question.number, "words": question.words, "kind": question.kind,
        "options": [option.words for option in question.options], "base": base if base >= SMALLEST_SHOWN else None,
        "counts": [], "share": None, "rule": RULES.get(QuestionKind(question.kind), ""), "cuts": [], "months": [],
        "editions": [question.from_edition, question.until_edition],
    }  # fmt: skip
    if base < SMALLEST_SHOWN:
        return found
    counts = [counted.counts[place] for place in range(1, len(question.options) + 1)]
    sides = _sides(question, counts)
    if sides is None:
        found["counts"] = hidden_in(counts)
        return found
    positive = _positive(question)
    found["counts"] = [*hidden_in(counts[:positive]), *hidden_in(counts[positive:])]
    found["share"] = _share(question, sides[0], base)
    if survey.kind == SurveyKind.FRIENDS:
        found["months"] = _months(survey, question)
    found["cuts"] = [_cut(question, cut, counted.by[cut.number]) for cut in cuts if cut.number in counted.by]
    found["cuts"] = [cut for cut in found["cuts"] if len(cut["groups"]) > 1]
    return found


def _sides(question: Question, counts: list[int]) -> tuple[int, int] | None:
    """How many answered positively, and how many otherwise; None where either is too small to show."""
    if question.kind not in SHARE_OF:
        return None
    sides = sum(counts[: _positive(question)]), sum(counts[_positive(question) :])
    return sides if min(sides) >= SMALLEST_SHOWN else None


def _positive(question: Question) -> int:
    return POSITIVE[QuestionKind(question.kind)]


def hidden_in(counts: list[int]) -> list[int | None]:
    """Counts whose sum is shown: small ones hidden, and enough others."""
    shown = suppress_cuts({("answer", "everybody"): [[number] for number in counts]},
                          known={ALL, frozenset({("everybody", 0)})})  # fmt: skip
    return [row[0] for row in shown["answer", "everybody"].cells]


def _cut(question: Question, cut: Question, by: Counter[tuple[int, int]]) -> Json:
    """How many of each group answered positively. Both sides and the groups' sizes are known, and stay shown."""
    titles, table = _grouped(cut, by, range(1, len(question.options) + 1))
    positive = _positive(question)
    sides = [
        [sum(column) for column in zip(*rows, strict=True)] for rows in (table[:positive], table[positive:])
    ]
    bases = [sum(column) for column in zip(*sides, strict=True)]
    known = {
        ALL,
        *(frozenset({("side", n)}) for n in (0, 1)),
        *(frozenset({("group", n)}) for n in range(len(titles))),
    }
    shown = suppress_cuts({("side", "group"): sides}, known=known)["side", "group"]
    shares = [_share(question, number, base) for number, base in zip(shown.cells[0], bases, strict=True)]
    return {"by": cut.words, "groups": titles, "bases": bases, "shares": shares}


def _grouped(cut: Question, by: Counter[tuple[int, int]], places: range) -> tuple[list[str], list[list[int]]]:
    """The groups that are large enough, the rest of them as one, and each answer's counts in them."""
    groups = range(1, len(cut.options) + 1)
    size = {group: sum(by[place, group] for place in places) for group in [0, *groups]}
    large = [group for group in groups if size[group] >= SMALLEST_GROUP]
    rest = [group for group in size if group not in large]
    if 0 < sum(size[group] for group in rest) < SMALLEST_GROUP and large:
        rest.append(large.pop(large.index(min(large, key=lambda group: size[group]))))
    columns = [[group] for group in large] + ([rest] if any(size[group] for group in rest) else [])
    titles = [cut.options[group - 1].words for group in large] + [OTHERS] * (len(columns) - len(large))
    return titles, [[sum(by[place, group] for group in column) for column in columns] for place in places]


def _share(question: Question, count: int | None, base: int | None) -> Json | None:
    """So many positive answers of so many; None where the number is hidden."""
    if count is None or not base:
        return None
    return {"count": count, "base": base, "percent": round(100 * count / base, 1),
            "words": SHARE_OF[QuestionKind(question.kind)]}  # fmt: skip


def _months(survey: Survey, question: Question) -> list[Json]:
    """The positive answers of each month, hidden so that the months and their sum give none back."""
    months = count_months(survey, question)
    places, positive = range(1, len(question.options) + 1), _positive(question)
    table = [
        [sum(counts[place] for place in part) for part in (places[:positive], places[positive:])]
        for counts in months.values()
    ]
    known = {ALL, frozenset({("side", 0)}), frozenset({("side", 1)})}
    try:
        shown = suppress_cuts({("month", "side"): table}, known=known)["month", "side"]
    except ValueError:
        return []
    return [
        {"month": f"{month:%Y-%m}", "base": base, "share": _share(question, row[0], base)}
        for month, row, base in zip(months, shown.cells, shown.row_totals, strict=True)
    ]
