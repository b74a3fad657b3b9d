"""Counting what is looked for and what is not found, so that somebody sees what is missing.

Nothing that could name a person is kept.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from threading import Lock
from typing import Any

from django.db import transaction
from django.db.models import F

from goldenthread.localoffer.models import SearchFor, SearchWithoutResult
from goldenthread.localoffer.search.answer import Answer
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.question import LABELS
from goldenthread.localoffer.search.words import STOP, tokens

WAIT = 20
"""Searches that a process counts before it writes them down: one that is killed loses fewer than these."""
_seen: Counter[tuple[date, str]] = Counter()
_lock = Lock()


def count_search(answer: Answer, day: date) -> None:
    """One more search of this month for each thing that the vocabulary names in it. No words are kept."""
    named = {one for one in answer.concepts if one.startswith(("need:", "kind:"))}
    named |= {
        f"{group}:{code}" for group in ("need", "kind") for code in answer.question.chosen.get(group, ())
    }
    with _lock:
        _seen.update((day.replace(day=1), one) for one in named)
        if sum(_seen.values()) < WAIT:
            return
    write_searches()


def write_searches() -> None:
    """Write down what this process has counted."""
    with _lock:
        counted = dict(_seen)
        _seen.clear()
    rows = [SearchFor(month=month, concept=concept, times=0) for month, concept in sorted(counted)]
    with transaction.atomic():
        SearchFor.objects.bulk_create(rows, ignore_conflicts=True)
        for (month, concept), times in sorted(counted.items()):
            SearchFor.objects.filter(month=month, concept=concept).update(times=F("times") + times)


def count_empty(index: Index, answer: Answer, day: date) -> None:
    """One more search of this month that found nothing: the concepts, and only words that the directory itself uses."""
    known = [
        word for word in tokens(answer.question.words) if word not in STOP and word in index.speller.counts
    ]
    said = dict.fromkeys([*(one.split(":")[1] for one in answer.concepts), *known])
    filters = [f"{group} {code}" for group in LABELS for code in answer.question.chosen.get(group, ())]
    if answer.question.age is not None:
        filters.append(f"age {answer.question.age}")
    key: dict[str, Any] = {
        "month": day.replace(day=1),
        "words": " ".join(said)[:200],
        "filters": ", ".join(filters)[:200],
    }
    with transaction.atomic():
        row, _ = SearchWithoutResult.objects.get_or_create(**key)
        SearchWithoutResult.objects.filter(pk=row.pk).update(times=F("times") + 1)
