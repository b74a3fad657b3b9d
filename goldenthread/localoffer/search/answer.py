"""Answering a question from the index: what matches, in which order, and how many there are of each facet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from goldenthread.localoffer.search.bitsets import Sums, members
from goldenthread.localoffer.search.concepts import concepts_in
from goldenthread.localoffer.search.index import FACETS, FIELDS, Index
from goldenthread.localoffer.search.places import Point, rings
from goldenthread.localoffer.search.question import LABELS, Question
from goldenthread.localoffer.search.words import MOST_WORDS, STOP, plain, stem

ENOUGH = 3
"""With fewer entries that have all the words, the nearest ones are shown as well."""
WHOLE = 24
"""What it counts to have one more of the words, against where they stand."""


@dataclass(frozen=True)
class Term:
    """One thing asked for: keys of the index, any of which will do, and words that make an entry still better."""

    keys: frozenset[str]
    words: tuple[str, ...]
    is_concept: bool = False


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet, and how many entries there would be with it."""

    code: str
    label: str
    count: int
    is_chosen: bool


@dataclass
class Answer:
    """What was found: the page's entries by number, the total, the facets, and what was understood."""

    question: Question
    total: int = 0
    numbers: list[int] = field(default_factory=list)
    distances: dict[int, float] = field(default_factory=dict)
    facets: dict[str, list[FacetValue]] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    concepts: list[str] = field(default_factory=list)
    unknown: int = 0
    is_nearest_only: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // self.question.per_page))


def answer(index: Index, question: Question, day: date) -> Answer:
    """What the directory has, as the public sees it on a day."""
    found = Answer(question)
    terms = terms_of(index, question.words, found)
    matched, sums = _matched(index, terms, index.shown_on(day), found)
    if question.age is not None:
        matched &= index.postings.get(f"a {question.age}")
    if question.place and question.within_km:
        matched &= index.circle(question.place.point, question.within_km * 1000)
    narrowed = _narrow(index, question, matched, found)
    if not narrowed and terms and not found.is_nearest_only and len(terms) > 1:
        found.is_nearest_only = True
        matched = _any(index, terms) & _base(index, question, day)
        narrowed = _narrow(index, question, matched, found)
    found.total = narrowed.bit_count()
    _order(index, question, narrowed, sums, found)
    return found


def _base(index: Index, question: Question, day: date) -> int:
    bits = index.shown_on(day)
    if question.age is not None:
        bits &= index.postings.get(f"a {question.age}")
    if question.place and question.within_km:
        bits &= index.circle(question.place.point, question.within_km * 1000)
    return bits


def terms_of(index: Index, words: str, found: Answer) -> list[Term]:
    """What the words ask for; words that nobody uses become the nearest that somebody does."""
    raw = _split(words)[: MOST_WORDS * 2]
    typed = [stem(word) for word in raw]
    known = [_corrected(index, one, word, found) for one, word in zip(typed, raw, strict=True)]
    terms: list[Term] = []
    at = 0
    for phrase in [*concepts_in(known, asked=True), None]:
        stop = phrase.start if phrase else len(known)
        for place in range(at, stop):
            if raw[place] not in STOP and known[place] not in STOP and len(terms) < MOST_WORDS:
                if not index.postings.count(f"w {known[place]}"):
                    found.unknown += 1
                terms.append(Term(frozenset([known[place]]), (known[place],)))
        if phrase and len(terms) < MOST_WORDS:
            own = tuple(word for word in known[phrase.start : phrase.stop] if word not in STOP)
            terms.append(Term(phrase.concepts, own, is_concept=True))
            found.concepts += sorted(phrase.concepts)
            at = phrase.stop
    return _without_repeats(terms)


def _split(words: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in plain(words)).split()


def _without_repeats(terms: list[Term]) -> list[Term]:
    kept: list[Term] = []
    for term in terms:
        same = next((one for one in kept if one.is_concept and one.keys == term.keys), None)
        if same:
            kept[kept.index(same)] = Term(same.keys, (*same.words, *term.words), is_concept=True)
        elif term not in kept:
            kept.append(term)
    return kept


def _corrected(index: Index, word: str, raw: str, found: Answer) -> str:
    if raw in STOP or word in index.speller.counts or len(word) < 4:
        return word
    nearest = index.speller.nearest(word)
    if nearest is None:
        return word
    found.corrected[raw] = nearest
    return nearest


def _bits(index: Index, term: Term) -> int:
    bits = 0
    for key in term.keys:
        bits |= index.postings.get(f"w {key}")
    for word in term.words if term.is_concept and len(term.words) == 1 else ():
        bits |= index.postings.get(f"w {word}")
    return bits


def _any(index: Index, terms: Sequence[Term]) -> int:
    bits = 0
    for term in terms:
        bits |= _bits(index, term)
    return bits


def _matched(index: Index, terms: list[Term], shown: int, found: Answer) -> tuple[int, Sums]:
    """The entries that have all the words, or the nearest to it, and what each one's words weigh."""
    sums = Sums()
    if not terms:
        return shown, sums
    every, size = shown, max(1, len(index.entries))
    for term in terms:
        bits = _bits(index, term)
        every &= bits
        sums.add(bits, WHOLE)
        for key in {*term.keys, *term.words}:
            rarity = _rarity(index.postings.count(f"w {key}"), size)
            sums.add(index.postings.get(f"w {key}"), rarity)
            for letter, weight in FIELDS:
                sums.add(index.postings.get(f"{letter} {key}"), rarity * weight)
    if every.bit_count() >= ENOUGH or len(terms) == 1:
        return every, sums
    found.is_nearest_only = True
    concepts = [term for term in terms if term.is_concept]
    return _any(index, concepts or terms) & shown, sums


def _rarity(count: int, size: int) -> int:
    share = count / size
    return 4 if share < 0.02 else 3 if share < 0.06 else 2 if share < 0.2 else 1


def _narrow(index: Index, question: Question, matched: int, found: Answer) -> int:
    """What is left when every group is met; each facet is counted among what meets the other groups."""
    get = index.postings.get
    chosen: dict[str, int] = {}
    for group, codes in question.chosen.items():
        if codes:
            bits = 0
            for code in codes:
                bits |= get(f"f {group} {code}")
            chosen[group] = bits
    narrowed = matched
    for bits in chosen.values():
        narrowed &= bits
    for group in FACETS:
        among = narrowed
        if group in chosen:
            among = matched
            for other, bits in chosen.items():
                if other != group:
                    among &= bits
        mine = question.chosen.get(group, ())
        found.facets[group] = [
            FacetValue(code, label, (among & get(f"f {group} {code}")).bit_count(), code in mine)
            for code, label in LABELS[group].items()
            if code in index.facet_values[group] or code in mine
        ]
    return narrowed


def _order(index: Index, question: Question, matched: int, sums: Sums, found: Answer) -> None:
    start = (question.page - 1) * question.per_page
    stop = start + question.per_page
    centre = question.place.point if question.place else None
    if centre and question.is_nearest_first:
        found.numbers = _nearest(index, matched, centre, start, stop)
    elif sums.planes:
        found.numbers = sums.best(matched, start, stop)
    else:
        found.numbers = members(matched, start, stop)
    if centre:
        away = {number: index.distance(number, centre) for number in found.numbers}
        found.distances = {number: metres for number, metres in away.items() if metres is not None}


def _nearest(index: Index, matched: int, centre: Point, start: int, stop: int) -> list[int]:
    """By distance, looking outwards until there are enough; entries without a place come last."""
    found: dict[int, float] = {}
    for reach, cells in rings(centre, 120_000):
        here = 0
        for cell in cells:
            here |= index.postings.get(f"g {cell}")
        for number in members(here & matched):
            if number not in found:
                found[number] = index.distance(number, centre) or 0.0
        if sum(1 for away in found.values() if away <= reach) >= stop:
            break
        if len(found) == matched.bit_count() or reach > 20_000:
            break
    ordered = sorted(found, key=lambda number: (found[number], number))
    if len(ordered) < stop:
        far = [number for number in members(matched) if number not in found]
        far.sort(key=lambda number: (index.distance(number, centre) or 1e9, number))
        ordered += far
    return ordered[start:stop]
