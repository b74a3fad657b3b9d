"""Whether a text is about another child of this authority than the one to whom it is being put.

Only children who could be meant are fetched: those with a number, a birthday or a family name that stands in the text. So it
costs the same over a hundred children as over ten thousand. The judging is that of the plan's own guard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def traces_of_others(case: Case, text: str, on: date) -> list[Span]:
    """Where a text gives another child's UPN, date of birth or whole name."""
    text = text[:MOST_TEXT]
    index, key = _index(case, text), str(case.child_id)
    if not index.entries:
        return []
    return list(_traces(index, key, case, text, on))


def _traces(index: CaseloadIndex, key: str, case: Case, text: str, on: date) -> Iterator[Span]:
    yield from traces.numbers(text, index, key)
    yield from traces.birthdays(text, index, key, case.child.born_on, on)
    yield from traces.names(text, index, key, _own_words(case), whole_only=True)


def is_of_another(case: Case, text: str, on: date) -> bool:
    """Whether a text names another child and nowhere this one: by number, by birthday, or by a name of theirs."""
    return bool(traces_of_others(case, text, on)) and not names_own(case, text)


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
def _index(case: Case, text: str) -> CaseloadIndex:
    """An index of the children who could be meant, this one among them."""
    numbers = {one.upper() for one in _UPN.findall(text)}
    days = {day for day, _, _ in traces.dates_in(text)}
    words = {bare(one) for one in _CAPITAL.findall(text)}
    meant = Q(upn__in=numbers) | Q(born_on__in=days) | Q(last__in=words)
    others = (
        Child.objects.annotate(last=Lower("family_name"))
        .filter(meant, cases__isnull=False)
        .exclude(pk=case.child_id)
    )
    index = CaseloadIndex()
    for one in others.distinct()[:5_000]:
        index.add(child_entry(_shape(one)))
    return index


def _shape(child: Child) -> Shape:
    return Shape(given_names=child.given_names, family_name=child.family_name, born_on=child.born_on, known_as=child.known_as,
                 upn=child.upn or "", reference=str(child.pk))  # fmt: skip
