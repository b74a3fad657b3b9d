"""Counting searches that find nothing, so that somebody sees what is missing. Nothing that could name a person is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from goldenthread.localoffer.models import SearchWithoutResult
from goldenthread.localoffer.search.answer import Answer
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.question import LABELS
from goldenthread.localoffer.search.words import STOP, tokens


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
