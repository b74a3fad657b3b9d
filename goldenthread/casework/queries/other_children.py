"""Whether a text is about another child of this authority than the one to whom it is being put.

Only children who could be meant are fetched: those with a number, a birthday or a family name that stands in a text. So it
costs the same over a hundred children as over ten thousand, and once for all texts that are asked about together. The judging
is that of the plan's own guard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.db.models.functions import Lower

from goldenthread.casework.models import Case
from goldenthread.casework.plan.guard import traces
from goldenthread.casework.plan.guard.index import CaseloadIndex, child_entry, plain_number
from goldenthread.casework.plan.language.names import bare
from goldenthread.casework.plan.language.phrases import Span
from goldenthread.casework.plan.shapes import Child as Shape
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.people.models import Child

MOST_TEXT = 400_000
_UPN = re.compile(r"\b[A-Za-z]\d{11}[\dA-Za-z]\b")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")


class Others:
    """The other children whom some texts of one case could mean, fetched at once for all these texts."""

    def __init__(self, case: Case, texts: Iterable[str], on: date) -> None:
        self._case, self._on = case, on
        self._index = _index(case, texts)
        self._own = _own_words(case) if self._index.entries else frozenset[str]()

    def traces(self, text: str) -> list[Span]:
        """Where one of the texts gives another child's UPN, date of birth or whole name."""
        if not self._index.entries:
            return []
        text, index, key = text[:MOST_TEXT], self._index, str(self._case.child_id)
        return [
            *traces.numbers(text, index, key),
            *traces.birthdays(text, index, key, self._case.child.born_on, self._on),
            *traces.names(text, index, key, self._own, whole_only=True),
        ]


def is_of_another(case: Case, text: str, on: date) -> bool:
    """Whether a text names another child and nowhere this one: by number, by birthday, or by a name of theirs."""
    return bool(Others(case, [text], on).traces(text)) and not names_own(case, text)


def names_own(case: Case, text: str) -> bool:
    """Whether a text says that it is about this child: a name, the UPN, the day of birth or the case's reference."""
    child = case.child
    given = {bare(one) for one in (child.given_names.split(" ")[0], child.known_as) if one}
    words = {bare(one) for one in _CAPITAL.findall(text)}
    plain = plain_number(text)
    born = any(day == child.born_on for day, _, _ in traces.dates_in(text))
    return bool(words & given) or born or bool(child.upn and child.upn in plain) or case.reference in text


def _own_words(case: Case) -> frozenset[str]:
    """The words of names that a text about this child may hold: their own, and those of their family."""
    child = case.child
    names = [child.given_names, child.family_name, child.known_as]
    names += child.relationships.values_list("adult__name", flat=True)
    return frozenset(bare(word) for name in names for word in name.split())


@reading_for(Purpose.GUARD)
def _index(case: Case, texts: Iterable[str]) -> CaseloadIndex:
    """An index of the children who could be meant."""
    numbers, days, words = set[str](), set[date](), set[str]()
    for text in (one[:MOST_TEXT] for one in texts):
        numbers |= {one.upper() for one in _UPN.findall(text)}
        days |= {day for day, _, _ in traces.dates_in(text)}
        words |= {bare(one) for one in _CAPITAL.findall(text)}
    meant = Q(upn__in=numbers) | Q(born_on__in=days) | Q(last__in=words)
    others = (
        Child.objects.annotate(last=Lower("family_name"))
        .filter(meant, cases__isnull=False)
        .exclude(pk=case.child_id)
    )
    index = CaseloadIndex()
    for one in others.distinct():
        index.add(child_entry(_shape(one)))
    return index


def _shape(child: Child) -> Shape:
    return Shape(given_names=child.given_names, family_name=child.family_name, born_on=child.born_on, known_as=child.known_as,
                 upn=child.upn or "", reference=str(child.pk))  # fmt: skip
