"""A search from its parameters to its answer: for pages, for programs and for the command line alike."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.localoffer.queries.directory import directory
from goldenthread.localoffer.search.answer import Answer, answer
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.question import TITLES, Asked, Question, Trouble, read_question
from goldenthread.localoffer.vocabulary import NEED_LABELS

EMPTY = (
    "Nothing in the directory fits all of this yet. Take away a filter, look further away, or ask the SEND advice service: "
    "it is free and knows what is not listed here."
)


@dataclass
class Outcome:
    """What was asked, what was found and what could not be used."""

    index: Index
    question: Question
    answer: Answer
    troubles: list[Trouble]

    @property
    def errors(self) -> list[Trouble]:
        """What has to be mended."""
        return [one for one in self.troubles if not one.is_note]

    @property
    def notes(self) -> list[str]:
        """What is worth saying about the answer."""
        said = [one.sentence for one in self.troubles if one.is_note]
        said += [f"We read “{typed}” as “{meant}”." for typed, meant in self.answer.corrected.items()]
        if self.answer.is_nearest_only and self.answer.total:
            said.append("Few or no entries have all of your words. These come nearest.")
        return said

    @property
    def next_step(self) -> str:
        """What to do when nothing was found."""
        return EMPTY if not self.answer.total else ""


def search(asked: Asked, day: date) -> Outcome:
    """The outcome of a search on a day."""
    index = directory()
    question, troubles = read_question(asked)
    return Outcome(index, question, answer(index, question, day), troubles)


def search_json(asked: Asked, day: date) -> tuple[str, int]:
    """The outcome as JSON text, and the status that goes with it: 400 when something asked cannot be used."""
    outcome = search(asked, day)
    if outcome.errors:
        said = [{"field": one.field, "sentence": one.sentence} for one in outcome.errors]
        return json.dumps({"errors": said}, ensure_ascii=False), 400
    found, question = outcome.answer, outcome.question
    head: dict[str, Any] = {
        "total": found.total, "page": question.page, "pages": found.pages, "per_page": question.per_page,
        "understood": {
            "words": question.words.split(), "age": question.age,
            "needs": [NEED_LABELS[one[5:]] for one in dict.fromkeys(found.concepts) if one.startswith("need:")],
            "corrected": found.corrected, "place": question.place.postcode if question.place else None,
        },
        "notes": outcome.notes, "next_step": outcome.next_step,
        "facets": {group: {"title": TITLES[group], "values": [
            {"value": one.code, "label": one.label, "count": one.count, "chosen": one.is_chosen} for one in values
        ]} for group, values in found.facets.items()},
    }  # fmt: skip
    opening = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return f'{opening[:-1]},"results":[{",".join(_results(outcome))}]}}', 200


def _results(outcome: Outcome) -> list[str]:
    """The results as JSON, each written once when it came into the index."""
    found, written = outcome.answer, []
    for number in found.numbers:
        text = outcome.index.fragments[number]
        if number in found.distances:
            text = f'{text[:-1]},"distance_km":{found.distances[number] / 1000:.2f}}}'
        written.append(text)
    return written
