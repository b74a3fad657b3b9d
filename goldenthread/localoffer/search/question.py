"""What somebody asks: read from an address's parameters, with a sentence for everything that cannot be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from goldenthread.localoffer.choices import Setting
from goldenthread.localoffer.search.entries import BANDS, DAYS, OLDEST
from goldenthread.localoffer.search.postcodes import FULL_IN_TEXT, BadPostcode, Place, england_only, place_of
from goldenthread.localoffer.search.words import LONGEST_QUESTION, plain
from goldenthread.localoffer.vocabulary import ACCESS_LABELS, KIND_LABELS, NEED_LABELS

LABELS: dict[str, dict[str, str]] = {
    "need": NEED_LABELS,
    "kind": KIND_LABELS,
    "ages": {code: f"{low} to {high}" for code, low, high in BANDS},
    "day": DAYS,
    "cost": {"free": "Free", "paid": "There is a charge"},
    "access": ACCESS_LABELS,
    "setting": {**dict(Setting.choices), "section-41": "Approved under section 41"},
    "area": {"in": "In our area", "out": "Outside our area"},
}
TITLES = {
    "need": "Need",
    "kind": "Kind of help",
    "ages": "Age",
    "day": "Day",
    "cost": "Cost",
    "access": "Access",
    "setting": "Kind of school or nursery",
    "area": "Where schools are",
}
WITHIN = (1, 3, 5, 10, 25)
FURTHEST = 100
USUAL_PAGE, MOST_A_PAGE = 20, 100
_SAID = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""
_NUMBERS = _SAID.split()
_AGE_WORD = rf"(\d{{1,2}}|{'|'.join(_NUMBERS[1:])})"
_AGE = re.compile(
    rf"\b{_AGE_WORD}[\s-]*(?:yrs?|years?|y/?o)\b(?:[\s-]*olds?)?|\baged?[\s:]+{_AGE_WORD}\b|\bturn(?:s|ing|ed)? {_AGE_WORD}\b"
    rf"|\b(?:is|hes|shes|just) {_AGE_WORD}\b(?! (?:to|from|months?|weeks?|days?))"
)
_MONTHS = re.compile(r"\b(\d{1,2})[\s-]*months?\b(?:[\s-]*old)?")


class Asked(Protocol):
    """The parameters of an address, as Django gives them."""

    def getlist(self, key: str) -> list[Any]: ...


@dataclass(frozen=True)
class Trouble:
    """Something that was asked and cannot be used; `field` names the parameter. A note is said, and the rest is answered."""

    field: str
    sentence: str
    is_note: bool = False


@dataclass(frozen=True)
class Question:
    """Everything that was asked. Within a group one answer is enough; every group must be met."""

    words: str = ""
    age: int | None = None
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: Place | None = None
    within_km: float | None = None
    sort: str = ""
    page: int = 1
    per_page: int = USUAL_PAGE
    typed: str = ""
    understood: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows the directory."""
        return not (self.words or self.age is not None or any(self.chosen.values()) or self.place)

    @property
    def is_nearest_first(self) -> bool:
        """Whether results come by distance."""
        return self.place is not None and (self.sort == "near" or (self.sort != "best" and not self.words))


def _one(asked: Asked, *names: str) -> str:
    for name in names:
        for value in reversed(asked.getlist(name)):
            if str(value).strip():
                return str(value).strip()
    return ""


def _many(asked: Asked, name: str) -> list[str]:
    return [
        part.strip()
        for value in asked.getlist(name)[:50]
        for part in str(value)[:500].split(",")
        if part.strip()
    ]


def read_question(asked: Asked) -> tuple[Question, list[Trouble]]:
    """The question, and what could not be used of it."""
    troubles: list[Trouble] = []
    typed = _one(asked, "q", "search").replace("\0", " ")
    if len(typed) > LONGEST_QUESTION:
        troubles.append(
            Trouble(
                "q",
                f"We looked for your first {LONGEST_QUESTION} letters only. Try a few words.",
                is_note=True,
            )
        )
    words = typed[:LONGEST_QUESTION]
    question = Question(
        words=words,
        typed=words,
        chosen={group: _chosen(asked, group, troubles) for group in LABELS},
        age=_number(_one(asked, "age"), "age", troubles, _age),
        within_km=_number(_one(asked, "within"), "within", troubles, _kilometres),
        sort=_sort(_one(asked, "sort"), troubles),
        page=_number(_one(asked, "page"), "page", troubles, _page) or 1,
        per_page=_number(_one(asked, "per_page"), "per_page", troubles, _per_page) or USUAL_PAGE,
    )
    question = _with_place(question, _one(asked, "postcode"), troubles)
    return _read_words(question), troubles


def _chosen(asked: Asked, group: str, troubles: list[Trouble]) -> tuple[str, ...]:
    known, found = LABELS[group], []
    by_name = {plain(label): code for code, label in known.items()}
    for value in _many(asked, group):
        code = (
            value
            if value in known
            else value.upper()
            if value.upper() in known
            else by_name.get(plain(value))
        )
        if code is None and group == "day":
            code = next(
                (
                    day
                    for day, name in DAYS.items()
                    if len(value) >= 2 and name.lower().startswith(value.lower())
                ),
                None,
            )
        if code is None:
            troubles.append(
                Trouble(
                    group,
                    f"“{value[:40]}” is not one of ours. Choose from the list: {TITLES[group].lower()}.",
                )
            )
        elif code not in found:
            found.append(code)
    return tuple(found)


def _number(typed: str, name: str, troubles: list[Trouble], read: Callable[[str], Any]) -> Any:
    if not typed:
        return None
    try:
        return read(typed)
    except ValueError as trouble:
        troubles.append(Trouble(name, str(trouble)))
        return None


def _age(typed: str) -> int:
    wrong = f"Enter an age in years as a number from 0 to {OLDEST}, like 7. We did not use “{typed[:30]}”."
    if not re.fullmatch(r"\d{1,3}(\.\d{1,3})?", typed) or float(typed) >= OLDEST + 1:
        raise ValueError(wrong)
    return int(float(typed))


def _kilometres(typed: str) -> float:
    if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", typed) or not 0 < float(typed) <= FURTHEST:
        raise ValueError(
            f"Enter a distance in kilometres, up to {FURTHEST}, like 5. We did not use “{typed[:30]}”."
        )
    return float(typed)


def _page(typed: str) -> int:
    if not re.fullmatch(r"\d{1,6}", typed) or int(typed) < 1:
        raise ValueError(f"Pages are numbered from 1. We did not use “{typed[:30]}”.")
    return int(typed)


def _per_page(typed: str) -> int:
    if not re.fullmatch(r"\d{1,6}", typed) or not 1 <= int(typed) <= MOST_A_PAGE:
        raise ValueError(f"A page holds from 1 to {MOST_A_PAGE}. We did not use “{typed[:30]}”.")
    return int(typed)


def _sort(typed: str, troubles: list[Trouble]) -> str:
    if typed in ("", "best", "near"):
        return typed
    troubles.append(Trouble("sort", "Sort by “best” or by “near”."))
    return ""


def _with_place(question: Question, postcode: str, troubles: list[Trouble]) -> Question:
    if not postcode and (typed := FULL_IN_TEXT.search(question.words)):
        try:
            place = place_of("".join(typed.groups()))
        except BadPostcode:
            return question
        words = FULL_IN_TEXT.sub(" ", question.words, count=1)
        return replace(question, place=place, words=words, understood=(f"near {place.postcode}",))
    if postcode:
        try:
            place = place_of(postcode[:60])
        except BadPostcode as trouble:
            troubles.append(Trouble("postcode", str(trouble)))
            return question
        if elsewhere := england_only(place):
            troubles.append(Trouble("postcode", elsewhere, is_note=True))
        return replace(question, place=place)
    if question.within_km:
        troubles.append(Trouble("postcode", "Enter a postcode too, so that we know what is near."))
    return question


def _read_words(question: Question) -> Question:
    """The question with an age that stands in its words taken as an age."""
    words = plain(question.words)
    if question.age is not None:
        return replace(question, words=_AGE.sub(" ", words))
    if match := _MONTHS.search(words):
        age = int(match[1]) // 12
        return replace(
            question, age=age, words=_MONTHS.sub(" ", words), understood=(*question.understood, f"age {age}")
        )
    if match := _AGE.search(words):
        said = next(group for group in match.groups() if group)
        age = int(said) if said.isdigit() else _NUMBERS.index(said)
        if age <= OLDEST:
            left = words[: match.start()] + " " + words[match.end() :]
            return replace(question, age=age, words=left, understood=(*question.understood, f"age {age}"))
    return replace(question, words=words)


def parameters(question: Question, **changes: Any) -> list[tuple[str, str]]:
    """The question as an address asks it again; a change of None leaves a parameter out."""
    given: dict[str, Any] = {
        "q": question.typed,
        **{group: list(codes) for group, codes in question.chosen.items()},
    }
    if question.age is not None and f"age {question.age}" not in question.understood:
        given["age"] = question.age
    if question.place and f"near {question.place.postcode}" not in question.understood:
        given["postcode"] = question.place.postcode
    given |= {"within": question.within_km and f"{question.within_km:g}", "sort": question.sort}
    if question.per_page != USUAL_PAGE:
        given["per_page"] = question.per_page
    given |= changes
    pairs: list[tuple[str, str]] = []
    for name, value in given.items():
        values: Sequence[Any] = value if isinstance(value, list) else [value]
        pairs += [(name, str(one)) for one in values if one not in (None, "")]
    return pairs
