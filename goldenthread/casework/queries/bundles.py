"""What could go into a bundle, and what keeps each document out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.bundle_papers import COMPOSED, Document
from goldenthread.casework.models import BundleKind, Case
from goldenthread.casework.queries.case_file import move_of
from goldenthread.casework.queries.other_children import Others, names_own
from goldenthread.casework.queries.plan_readers import PlanReader, anybody, readers_of_plan
from goldenthread.casework.queries.talking import parties_of
from goldenthread.people.models import Child


@dataclass(frozen=True)
class Candidate:
    """A document with what was found about it."""

    document: Document
    barred: str = ""
    doubt: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether it goes in without a word."""
        return not self.barred and not self.doubt


def candidates(case: Case, kind: str, reader: PlanReader, on: date) -> Iterator[Candidate]:
    """Every document of the case that a bundle of this kind can hold, in its order, for one reader."""
    documents = list(COMPOSED[kind](case, reader, on, _threads_of(case, reader, on)))
    others = Others(case, [one.words for one in documents], on)
    for document in documents:
        yield _judged(case, document, others)


def _judged(case: Case, document: Document, others: Others) -> Candidate:
    if document.trouble:
        return Candidate(document, barred=document.trouble)
    traces = others.traces(document.words)
    if traces and not names_own(case, document.words):
        return Candidate(
            document, barred="It is about another child, and says nothing of this one. It stays out."
        )
    if traces:
        kinds = "; ".join(dict.fromkeys(one.note for one in traces))
        return Candidate(document, doubt=f"It may name another child. {kinds}")
    if document.is_scan:
        return Candidate(
            document,
            doubt="It is a picture of pages, which we cannot read. Look at every page before it goes in.",
        )
    return Candidate(document)


def readers_for(case: Case, kind: str, on: date) -> list[PlanReader]:
    """For whom a bundle can be made: of the family for subject access, another authority for a case file, or else anybody."""
    if kind == BundleKind.CASE_FILE:
        move = move_of(case)
        return [PlanReader("authority", str(move.facts.get("authority", "")), frozenset())] if move else []
    if kind != BundleKind.SUBJECT_ACCESS:
        return [anybody(case)]
    family = {key for key, _ in parties_of(case, on)}
    return [one for one in readers_of_plan(case, on) if one.key in family]


def _threads_of(case: Case, reader: PlanReader, on: date) -> dict[str, Any] | None:
    """Whose messages the reader may have: their own."""
    party = dict(parties_of(case, on)).get(reader.key)
    if party is None:
        return None
    return {"child": party} if isinstance(party, Child) else {"adult": party}
