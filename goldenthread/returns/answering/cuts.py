"""By what counts can be told apart. Each cut gives every case one group, so that its groups add up to the whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from goldenthread.kit.dates import MONTHS
from goldenthread.law.age import age_on
from goldenthread.returns.answering.counted import Life
from goldenthread.returns.building.codes import ENDED_IN_WORDS, SOURCES
from goldenthread.returns.building.persons import Case
from goldenthread.returns.building.places import Places
from goldenthread.returns.building.request import why_ended
from goldenthread.sen2.codes import SETS

NOT_KNOWN = "Not known"
AGES = ((0, 4), (5, 10), (11, 15), (16, 19), (20, 25))
_ETHNIC = {
    "W": "White",
    "M": "Mixed or multiple backgrounds",
    "A": "Asian",
    "B": "Black",
    "C": "Chinese",
    "O": "Another ethnic group",
}
_SOURCES = {
    "1": "Parent or young person", "2": "School, college or other setting", "3": "Health", "4": "Social care",
    "5": "Somebody else",
}  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What is needed beside the case: the last day of the period, and the schools."""

    until: date
    places: Places = field(default_factory=lambda: Places(()))
    phases: Mapping[str, str] = field(default_factory=dict)


Group = tuple[str, str]
"""How groups are ordered, and their words."""
Tells = Callable[[Case, Life, date, Known], Group]


@dataclass(frozen=True)
class Cut:
    """One way to tell cases apart. `counted` says by which rule."""

    key: str
    title: str
    counted: str
    tells: Tells


def _calendar(case: Case, life: Life, day: date, known: Known) -> Group:
    return str(day.year), str(day.year)


def _year_from(month: int) -> Tells:
    def tells(case: Case, life: Life, day: date, known: Known) -> Group:
        first = day.year if day.month >= month else day.year - 1
        return str(first), f"{first}/{(first + 1) % 100:02}"

    return tells


def _quarter(case: Case, life: Life, day: date, known: Known) -> Group:
    first = (day.month - 1) // 3 * 3
    return f"{day.year}-{first:02}", f"{MONTHS[first + 1]} to {MONTHS[first + 3]} {day.year}"


def _month(case: Case, life: Life, day: date, known: Known) -> Group:
    return f"{day.year}-{day.month:02}", f"{MONTHS[day.month]} {day.year}"


def _sex(case: Case, life: Life, day: date, known: Known) -> Group:
    return {"F": ("1", "Female"), "M": ("2", "Male")}.get(case.sex, ("9", NOT_KNOWN))


def _age(case: Case, life: Life, day: date, known: Known) -> Group:
    years = age_on(date.fromisoformat(case.born_on), known.until)
    for first, last in AGES:
        if years <= last:
            return f"{first:02}", f"{first} to {last}"
    return "90", "Older than 25"


def _ethnicity(case: Case, life: Life, day: date, known: Known) -> Group:
    words = "" if case.ethnicity in ("REFU", "NOBT", "") else _ETHNIC.get(case.ethnicity[:1], "")
    return (str(list(_ETHNIC.values()).index(words)), words) if words else ("9", "Not said, or not asked yet")


_NEEDS = {one.code: one.means.capitalize() for one in SETS["need"]}
_ORDER = list(_NEEDS)


def _need(case: Case, life: Life, day: date, known: Known) -> Group:
    said = life.story.last.get("need-recorded")
    code = str(said.facts.get("primary", "")) if said else ""
    return (f"{_ORDER.index(code):02}", _NEEDS[code]) if code in _NEEDS else ("99", NOT_KNOWN)


def _asked_by(case: Case, life: Life, day: date, known: Known) -> Group:
    asked = life.story.first.get("request-received")
    code = SOURCES.get(str(asked.facts.get("by", "")), "") if asked else ""
    return (code, _SOURCES[code]) if code else ("9", NOT_KNOWN)


def _district(case: Case, life: Life, day: date, known: Known) -> Group:
    outward = case.postcode.strip().upper().replace(" ", "")[:-3]
    number = "".join(letter for letter in outward if letter.isdigit())
    return (f"{outward.rstrip('0123456789')} {number:0>3}", outward) if outward else ("~", NOT_KNOWN)


_INSTEAD = {one.code: one.means for one in SETS["setting"]}


def _phase(case: Case, life: Life, day: date, known: Known) -> Group:
    """The place that was recorded last, else the school whose roll the child is on."""
    told = [one for one in life.story.all_of("placement-recorded") if one.facts.get("rank") == "1"]
    place = (
        known.places.taught_at(told[-1].facts) if told else {"URN": str((case.taught or [[""]])[0][0] or "")}
    )
    if instead := place.get("SENSetting"):
        return "8", f"No school: {_INSTEAD.get(instead, instead)}"
    words = known.phases.get(place.get("URN", ""), "")
    return ("1" + words, words) if words else ("9", NOT_KNOWN)


def _outcome(case: Case, life: Life, day: date, known: Known) -> Group:
    if life.decided and life.decided == life.agreed and not (life.refused and life.refused < life.agreed):
        return "1", "Assessment agreed"
    if life.decided:
        return "2", "Refused"
    return ("3", "Withdrawn") if life.withdrawn else ("4", "Not decided yet")


_REASONS = {code: words for words, code in ENDED_IN_WORDS.items()}


def _why(case: Case, life: Life, day: date, known: Known) -> Group:
    code = why_ended(life.story.latest("ceased", "end-on-record"))
    return (code, _REASONS[code]) if code in _REASONS else ("99", "Not said")


CUTS: dict[str, Cut] = {
    one.key: one
    for one in (
        Cut("calendar-year", "Calendar year", "By the day on which a case counts.", _calendar),
        Cut(
            "financial-year",
            "Financial year",
            "April to March, by the day on which a case counts.",
            _year_from(4),
        ),
        Cut(
            "academic-year",
            "Academic year",
            "September to August, by the day on which a case counts.",
            _year_from(9),
        ),
        Cut("quarter", "Quarter", "By the day on which a case counts.", _quarter),
        Cut("month", "Month", "By the day on which a case counts.", _month),
        Cut("sex", "Sex", "As recorded.", _sex),
        Cut("age", "Age", "In years on the last day of the period.", _age),
        Cut(
            "ethnicity",
            "Ethnic background",
            "As the child or the family gave it, in main groups.",
            _ethnicity,
        ),
        Cut("need", "Primary type of need", "The type that was recorded last by the day as known.", _need),
        Cut("asked-by", "Who asked", "Whoever the request came from.", _asked_by),
        Cut(
            "district",
            "Postcode district",
            "The first part of the main home’s postcode on the last day of the period.",
            _district,
        ),
        Cut(
            "phase",
            "Kind of school or college",
            "The place recorded last, else the school whose roll the child is on.",
            _phase,
        ),
        Cut("outcome", "Decision whether to assess", "The first decision, as known.", _outcome),
        Cut("reason", "Reason for the end", "As recorded when the plan ended.", _why),
    )
}
