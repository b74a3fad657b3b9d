"""What people wrote, for those who sort it and for the safeguarding lead; and how far two who sorted agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from goldenthread.kit.agreement import Agreement, agreement
from goldenthread.kit.small_numbers import suppress
from goldenthread.participation.choices import OPEN_TO_READERS, SORTERS, QuestionKind, WordsState
from goldenthread.participation.models import Coding, Question, Survey, Words


def to_sort(question: Question, reader: Any) -> QuerySet[Words]:
    """Answers that this person has not sorted and that still want a sorter; they see nobody else's choice."""
    own = Coding.objects.filter(words=OuterRef("pk"), coded_by=reader)
    rows = Words.objects.filter(question=question, state__in=OPEN_TO_READERS).annotate(times=Count("codings"))
    return rows.filter(~Exists(own), times__lt=SORTERS)


def held_words() -> QuerySet[Words]:
    """What waits for the safeguarding lead, the oldest first."""
    return Words.objects.filter(state=WordsState.HELD).select_related("question__survey", "response")


@dataclass(frozen=True)
class Sorted:
    """How the answers to one question were sorted: by two people, how far they agree, and what they agree on."""

    question: Question
    sorted_by_two: int
    agreement: Agreement | None
    themes: list[tuple[str, int | None]]

    @property
    def kappa_words(self) -> str:
        """How strong the agreement is, after Landis and Koch (Biometrics 1977)."""
        kappa = self.agreement.kappa if self.agreement else None
        if kappa is None:
            return "cannot be told apart from chance"
        return next(words for most, words in _STRENGTHS if kappa <= most)


_STRENGTHS = ((0.0, "no better than chance"), (0.2, "slight"), (0.4, "fair"), (0.6, "moderate"), (0.8, "substantial"),
              (1.0, "almost perfect"))  # fmt: skip


def sorting_of(survey: Survey) -> list[Sorted]:
    """Each question that is answered in words, as two people have sorted it; small numbers hidden."""
    pairs: dict[int, list[list[str]]] = {}
    rows = Coding.objects.filter(words__question__survey=survey, words__state__in=OPEN_TO_READERS)
    by_words: dict[int, list[tuple[int, str]]] = {}
    for words, question, theme in rows.order_by("pk").values_list(
        "words_id", "words__question_id", "theme__name"
    ):
        by_words.setdefault(words, []).append((question, theme))
    for sorted_under in by_words.values():
        if len(sorted_under) == SORTERS:
            pairs.setdefault(sorted_under[0][0], []).append([theme for _, theme in sorted_under])
    questions = survey.questions.filter(kind=QuestionKind.WORDS)
    return [_sorted(question, pairs.get(question.pk, [])) for question in questions]


def _sorted(question: Question, pairs: list[list[str]]) -> Sorted:
    if not pairs:
        return Sorted(question, 0, None, [])
    alike = Counter(one for one, other in pairs if one == other)
    names = [name for name, _ in alike.most_common()]
    unlike = len(pairs) - sum(alike.values())
    shown = suppress([[alike[name]] for name in names] + ([[unlike]] if unlike else []))
    found: list[tuple[str, int | None]] = [
        (name, row[0]) for name, row in zip(names, shown.cells, strict=False)
    ]
    if unlike:
        found.append(("The two put it under different headings", shown.cells[-1][0]))
    return Sorted(
        question, len(pairs), agreement([one for one, _ in pairs], [other for _, other in pairs]), found
    )
