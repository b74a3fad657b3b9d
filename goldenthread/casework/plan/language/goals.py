"""What an outcome says: by when, how anybody can tell, and about whom."""

from __future__ import annotations

import re
from datetime import date

from goldenthread.casework.plan.language.figures import NUMBER, value_of
from goldenthread.casework.plan.language.phrases import pattern, phrases

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_TERMS = {"autumn": (12, 31), "spring": (3, 31), "easter": (4, 30), "summer": (8, 31), "christmas": (12, 31)}
_STAGES = {0: 0, 1: 2, 2: 6, 3: 9, 4: 11, 5: 13}
_BY = r"(?:by|until|before|in|within|at|from now to|no later than)"
_DATE = phrases(
    rf"(?:by|until|before|in|no later than) (?:the end of )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(_MONTHS)})(?: "
    rf"\d{{4}})?", rf"{_BY} (?:the )?(?:end|start|beginning|middle) of (?:the |this |his |her |their |next "
    rf")?(?:\w+[ ])?(?:key stage|year|term|school year|academic year|reception|nursery|phase|primary|secondary|post 16|"
    rf"college|course|sixth form)(?: \w+)?(?: \d{{4}})?",
    rf"{_BY} (?:key stage|year) \d+", r"KS ?(?:1|2|3|4|5)",
    r"(?:by|before|until|in) (?:the )?(?:autumn|spring|summer|easter|christmas|half term)(?: term)?(?: \d{4})?",
    r"(?:by|at|before) (?:the )?(?:age of|age|time (?:he|she|they) (?:is|are|turns?|leaves?|starts?|reach\w*|moves?)) "
    r"?(?:\w+)?",
    rf"(?:within|in|over) (?:the next |the coming )?(?:{NUMBER}|a|an|one) (?:\w+ )?(?:days?|weeks?|months?|terms?|years?)",
    r"\d{1,2}/\d{1,2}/\d{2,4}", r"(?:by|in|before|until) (?:19|20)\d\d",
    r"by (?:the |his |her |their )?(?:next |annual )*review", r"by the time",
    r"when (?:he|she|they) (?:leaves?|moves? to|starts?) \w+", r"this (?:academic|school) year",
    r"next (?:term|year|september|july)", r"by (?:his|her|their) \w+ birthday", family="outcomes",
)  # fmt: skip
_YEARS = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:key stage|year|KS|age(?:d| of)?)\s?\d+|\d{1,2}/\d{1,2}/\d{2,4}|\bis \d+\b",
    re.IGNORECASE,
)
_MEASURE = phrases(
    rf"(?:{NUMBER}|half|most) (?:out of|of|in) (?:every |the |the first |his |her |their )?\w+", r"\d+/\d+", r"\d+ ?%",
    rf"(?:{NUMBER}|once|twice|thrice) (?:or more |times? )?(?:an?|per|each|every|in)",
    r"without (?:any |adult |an adult |the |physical |verbal |further )*(?:help|support|prompt|prompts|prompting|"
    r"assistance|reminders?|adult|supervision|being)",
    r"independently", r"by (?:himself|herself|themself|themselves|itself)", r"on (?:his|her|their) own",
    r"unaided|unassisted|unprompted|alone", rf"(?:{NUMBER}) (?:or more |different |simple |full |\w+ )?(?:words?|metres?|"
    rf"minutes?|seconds?|hours?|steps?|sentences?|friends?|letters?|occasions?|times?|times|days?|items?|instructions?|"
    rf"meals?|qualifications?|lessons?|sounds?|signs?|symbols?|books?|pages?|colours?|tasks?|peers?|children|people|"
    rf"adults?|points?|paragraphs?|numbers?|skills?|activities|colleges?|visits?|choices?|questions?|turns?|weeks?|"
    rf"months?|years?|GCSEs?|A levels?|awards?|thank you letters|lengths?|emotions?|feelings)",
    r"(?:a|the|every|each|whole|all|full) (?:whole|of the|full|day|meal|lesson|paragraph of|lessons)",
    r"from (?:\S+ ){1,6}?to (?:\S+ ){0,3}?\S*\d\S*", r"age related expect\w+", r"average range",
    r"standard(?:ised)? (?:score|test)", r"reading age (?:of|to) \w+", r"(?:level|grade|stage|band|step) \w+ (?:of|on|in)",
    r"(?:pass|gain|achieve|complete|completed|gained|passed|earn)(?:ed)? (?:a |an |his |her |their )?(?:\w+ )?(?:\w+ "
    r")?(?:award|qualification|certificate|GCSE|internship|course|level|test|diploma|apprenticeship)",
    r"all (?:the |of the |his |her |their )?\w+",
    r"every (?:day|time|lesson|week|morning|playtime)(?= (?:and|with|without|for \d))", r"a paid job",
    r"by (?:using|pointing|following|signing) (?:his|her|their|a|an|the) \w+", r"(?:correctly|accurately|in full|fluently)",
    r"in (?:full )?sentences", r"with (?:no more than|at most|only|fewer than|less than|one|two|three) \w+",
    r"no (?:more|fewer|less) than", r"at least", r"on (?:most|all) (?:occasions|days)",
    r"travel (?:to \w+ )?(?:alone|by (?:bus|train))", family="outcomes",
)  # fmt: skip
_BEGINS = re.compile(
    r"^\s*(?:(?:by|in|at|within|before|until|over|from|when|throughout|during)\b[^,]{0,80}?(?:\d{4}|key\s?stage\s\d|year\s\d+|"
    r"term|age\s(?:of\s)?\w+|christmas|easter|summer|autumn|spring|months|years|weeks|review|birthday|is\s\w+|phase|"
    r"school|college|july|june|march|december|september)(?:\s\d{4})?,?\s+)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = pattern(
    r"(?:the |an? |all |his |her |their |every )?(?:\w+ )?(?:staff|adults?|school|setting|college|teachers?|teaching "
    r"assistants?|parents?|mum|dad|mother|father|family|SENCO|local authority|professionals?|peers|therapists?|classmates|"
    r"provision|support)"
)
_BARE = re.compile(
    r"^for\s(?!\w+\sto\b)|^(?:\w+ed|increased|improved|better|greater|more|less|fewer)\s(?!will\b)",
    re.IGNORECASE,
)


def has_date(text: str) -> bool:
    """Whether it says by when: a date, a term, a key stage, an age."""
    return bool(_DATE.found(text))


def has_measure(text: str) -> bool:
    """Whether it says how anybody can tell; numbers of dates, ages and years do not count."""
    return bool(_MEASURE.found(_YEARS.sub(" ", _without_dates(text))))


def _without_dates(text: str) -> str:
    pieces, last = [], 0
    for span in _DATE.spans(text):
        pieces.append(text[last : span.start])
        last = span.end
    return " ".join([*pieces, text[last:]])


def is_about_the_child(text: str) -> bool:
    """Whether its subject can be the child: not the staff, and not nobody."""
    match = _BEGINS.match(text)
    rest = (match["rest"] if match else text).strip() or text
    return not (_OTHERS.match(rest) or _BARE.match(rest))


def due_day(text: str, year_group: int, born_on: date, on: date) -> date | None:
    """The last day that an outcome gives itself, as far as its words tell.

    >>> due_day("by the end of Key Stage 2", 4, date(2017, 10, 1), date(2026, 11, 24))
    datetime.date(2029, 8, 31)
    """
    plain = text.lower()
    if match := re.search(rf"\b(?:(\d{{1,2}})\s)?({'|'.join(_MONTHS)})\s((?:19|20)\d\d)", plain):
        return _day(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]) if match[1] else 31)
    if match := re.search(rf"\b({'|'.join(_TERMS)})(?:\sterm)?\s((?:19|20)\d\d)", plain):
        return _day(int(match[2]), *_TERMS[match[1]])
    if match := re.search(r"\b(?:key\sstage|ks)\s?([1-5])", plain):
        return _school_year_end(_STAGES[int(match[1])], year_group, on)
    if match := re.search(r"\b(?:end|start|beginning)\sof\s(?:the\s)?year\s(\d{1,2})", plain):
        return _school_year_end(int(match[1]), year_group, on)
    if match := re.search(rf"\b(?:age\sof|age|he\sis|she\sis|they\sare)\s({NUMBER})\b", plain):
        return _day(born_on.year + int(value_of(match[1])), born_on.month, born_on.day)
    return None


def _school_year_end(year: int, year_group: int, on: date) -> date:
    return date(on.year + (on.month >= 9) + year - year_group, 8, 31)


def _day(year: int, month: int, day: int) -> date | None:
    """The day, or the last day of its month before it."""
    for nearest in range(min(day, 31), 27, -1):
        try:
            return date(year, month, nearest)
        except ValueError:
            continue
    return date(year, month, day) if 1 <= day <= 28 and 1 <= year <= 9999 else None
