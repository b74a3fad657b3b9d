"""Dates as plans write them, day before month as in the United Kingdom, never more exact than was said.

Read: "May 25", "June 2025", "(September 2024)", "Sept 23", "31/03/2025", "31.3.25", "2025-03-31", "end of
March 2025",
"March to June 2025" (start and due). Kept as written, without a date: "Ongoing", "Spring term 2025", "
""Q2 2024/25",
"from May 2025". An impossible date ("31/02/2025") is a problem, never put right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from goldenthread.kit.dates import PartialDate

_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"'?(\d{4}|\d{2})"
_EDGE = r"(?![\d%]|[./]\d)"
_SHAPES = tuple(
    (order, re.compile(shape, re.IGNORECASE))
    for order, shape in (
        ("ymd", rf"(?<![\d/.])(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})(?:[T ]\d\d:\d\d(?::\d\d)?)?{_EDGE}"),
        ("dmy", rf"(?<![\d/.])(\d{{1,2}})\s?[./-]\s?(\d{{1,2}})\s?[./-]\s?(\d{{4}}|\d{{2}}){_EDGE}"),
        ("dmy", rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*\b{MONTH}\b\.?[\s,’'/-]*{_YEAR}{_EDGE}"),
        ("mdy", rf"\b{MONTH}\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_EDGE}"),
        ("my", rf"\b{MONTH}\b\.?[\s,’'/.–-]*{_YEAR}{_EDGE}"),
        ("ym", rf"(?<![\d/.])(\d{{4}})-(\d{{2}}){_EDGE}(?!-)"),
        ("my", rf"(?<![\d/.])(\d{{1,2}})/(\d{{4}}){_EDGE}"),
        ("y", r"(?<![\d/.£-])((?:19|20)\d\d)(?![\d%]|\s?[./–-]\s?\d)"),
    )
)
_TWO_MONTHS = re.compile(
    rf"\b{MONTH}\b\.?\s*(-|–|—|/|\bto\b|\band\b)\s*{MONTH}\b\.?\s*{_YEAR}{_EDGE}", re.IGNORECASE
)
_PERIOD = re.compile(
    r"\b(terms?|spring|summer|autumn|winter|easter|christmas|q[1-4]|quarters?|academic|school year|"
    r"financial|half)\b"
)
_RUNNING = re.compile(
    r"\b(ongoing|on-going|onwards?|from|since|start(?:ing|s|ed)?|commenc\w*|begin\w*|after)\b"
)
_BEGINNING = re.compile(r"\b(onwards?|from|since|start(?:ing|s|ed)?|commenc\w*|begin\w*)\b")
_FINISHED = re.compile(r"\b(complete[d]?|done|achieved|closed|delivered|finished|actioned)\b")
_REVISED = re.compile(r"\b(revised|extended|moved|changed|now|amended|new date|slipped)\b")
_RANGE_WORDS = re.compile(r"(?:\b(?:from|between|start|end|of|the|by|early|mid|late|month)\b|[\s.,:;()])*")
_HEADING_WORDS = re.compile(r"(?:\b(?:by|in|during|end|of|the|milestones?|actions?|for)\b|[\s.,:;()#*–—-])*")


@dataclass(frozen=True)
class When:
    """A date read from words: `date` is when it is due, `start` the beginning of a range, `problem` why
    not.
    """

    date: PartialDate | None = None
    start: PartialDate | None = None
    problem: str = ""


def when(text: str) -> When:
    """The date that the words give for something due.

    >>> str(when("end of March 2025").date), str(when("31.3.25").date), when("Ongoing").date
    ('March 2025', '31 March 2025', None)
    """
    words = text.strip().strip("()").lower()
    pair = _TWO_MONTHS.search(words)
    if pair:
        return _two_months(pair)
    found, rest = _dates(words)
    wrong = next((said for said in found if isinstance(said, str)), None)
    if wrong:
        return When(problem=wrong)
    dates = [said for said in found if isinstance(said, PartialDate)]
    if len(dates) > 1:
        return _several(dates, rest)
    if not dates:
        return When(problem=_kept(text))
    if _FINISHED.search(rest) or (_PERIOD.search(rest) and dates[0].precision == "year"):
        return When(problem=_kept(text))
    if _RUNNING.search(rest):
        return When(start=dates[0] if _BEGINNING.search(rest) else None, problem=_kept(text))
    return When(date=dates[0])


def date_in(text: str) -> PartialDate | None:
    """The one date named in a heading or label, or None if it names none, several, or only a term or
    quarter.
    """
    found, rest = _dates(text.lower())
    if len(found) != 1 or isinstance(found[0], str):
        return None
    return None if found[0].precision == "year" and _PERIOD.search(rest) else found[0]


def heading_date(text: str) -> PartialDate | None:
    """The date of a line that is nothing but a date: "January 2024", "By September 2024:"."""
    if len(text) > 40:
        return None
    found, rest = _dates(text.lower())
    if len(found) == 1 and isinstance(found[0], PartialDate) and _HEADING_WORDS.fullmatch(rest):
        return found[0] if found[0].precision != "year" else None
    return None


def is_period_heading(text: str) -> bool:
    """Whether a line is nothing but a term or quarter, such as “Autumn term 2024” or “Q1 2024/25”."""
    season = r"(?:spring|summer|autumn|winter)(?:\s+term)?|q(?:uarter\s*)?[1-4]"
    shape = rf"(?:by\s+)?(?:{season})\s+(?:of\s+)?20\d\d(?:\s?[/-]\s?\d{{2,4}})?:?"
    return bool(re.fullmatch(shape, text.strip().lower()))


def tail_date(text: str) -> tuple[str, PartialDate] | None:
    """The words and date of a closing “by March 2025”, or None.

    >>> tail_date("Recruit two advisers by the end of March 2025")[0]
    'by the end of March 2025'
    """
    match = re.search(r"\b(?:by|no later than|before)\s+[^.;:()]{3,40}$", text.rstrip(" ."), re.IGNORECASE)
    if not match:
        return None
    said = match.group().split()
    for start in range(len(said) - 1):
        words = " ".join(said[start:])
        found, rest = _dates(words.lower())
        if (
            len(found) == 1
            and isinstance(found[0], PartialDate)
            and _HEADING_WORDS.fullmatch(re.sub(r"\b(no later than|before)\b", "", rest))
        ):
            return words, found[0]
    return None


def _dates(words: str) -> tuple[list[PartialDate | str], str]:
    """Dates in the order written (a sentence in place of an impossible one) and the words that are left."""
    found: list[tuple[int, PartialDate | str]] = []
    for order, shape in _SHAPES:
        for match in shape.finditer(words):
            said = _made(order, match)
            if said is not None:
                found.append((match.start(), said))
        words = shape.sub(lambda hit: " " * len(hit.group()), words)
    return [said for _, said in sorted(found, key=lambda pair: pair[0])], words.strip()


def _made(order: str, match: re.Match[str]) -> PartialDate | str | None:
    parts = dict(zip(order, match.groups(), strict=True))
    year = _year(parts["y"])
    if order == "ym" and (int(parts["m"]) > 12 or int(parts["m"]) == (year + 1) % 100):
        return None  # "2024-25" and "2011-12" are a school or financial year
    name = parts.get("m", "")
    month = (_NAMES.index(name[:3].lower()) + 1 if name.isalpha() else int(name)) if name else None
    day = int(parts["d"]) if "d" in parts else None
    if not 1990 <= year <= 2099:
        return f"“{match.group().strip()}” has a year that a plan of today would not have"
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return f"“{match.group().strip()}” is not a day in the calendar (days come before months here)"


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def _two_months(pair: re.Match[str]) -> When:
    first, joint, last, year = pair.groups()
    start, end = (_NAMES.index(name[:3]) + 1 for name in (first, last))
    due = PartialDate(_year(year), end)
    if joint == "and":
        return When(problem=_kept(pair.group()))
    return When(date=due, start=PartialDate(_year(year) - (start > end), start))


def _several(dates: list[PartialDate], rest: str) -> When:
    if _REVISED.search(rest):
        return When(date=dates[-1], problem="more than one date is written; the revised one was taken as due")
    joint = re.sub(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*", "", rest, count=1)
    if len(dates) == 2 and joint != rest and _RANGE_WORDS.fullmatch(joint):
        return When(date=dates[1], start=dates[0])
    return When(problem="more than one date is written; none was chosen")


def _kept(text: str) -> str:
    return f"“{text.strip()[:80]}” is kept as written: it names no one day, month or year to be due by"
