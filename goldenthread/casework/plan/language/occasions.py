"""Whether a text says how often or when, and for how long, in words that somebody could be held to."""

from __future__ import annotations

import re

from goldenthread.casework.plan.language.amounts import durations, frequencies
from goldenthread.casework.plan.language.figures import NUMBER
from goldenthread.casework.plan.language.phrases import phrases

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTHS = r"(?:january|february|march|april|june|july|august|september|october|november|december)"
_NOBODY = (
    r"(?!(?:other|adults?|child|children|pupils?|students?|persons?|staff|teachers?|members?|parents?|one|of|that|learner|"
    r"need|subject teacher)\b)"
)
_LESSONS = (
    r"lessons?|classes|subjects?|sessions?|settings|tests?|exams?|examinations?|activities|tasks?|assembl(?:y|ies)|meals?|"
    r"transitions?|visits?|trips?|breaks?|days"
)
OFTEN = phrases(
    r"twice (?:daily|weekly|termly)", "daily", r"on school days", r"on weekdays", "weekly", "fortnightly", "monthly",
    "half termly", "termly", "hourly",
    "nightly", "annually", "yearly", "quarterly",
    rf"(?:every|each) {_NOBODY}\w+", r"(?:once|twice|thrice|" + NUMBER +
    r" (?:times|days?|hours?|minutes?|sessions?|lessons?|visits?|afternoons?|mornings?|periods?)) (?:an?|per|each|every|"
    r"in)",
    r"(?:an? )?(?:hour|day|half day|morning|afternoon) (?:an?|per) (?:day|week|fortnight|month|term)",
    r"(?:per|a) (?:day|week|fortnight|month|half term|term|year)",
    rf"(?:in|during|for|across|throughout|at|used in) all (?:of )?(?:(?:his|her|their|the) )?(?:[\w ]+ )?(?:{_LESSONS})",
    r"throughout (?:the|each|every|all|his|her|their) [\w ]+",
    "at all times", "all day", "all the time", "full time", "always", r"(?:the )?whole of (?:the|each|every) \w+",
    r"for the whole (?:day|lesson|session|school day|week)",
    rf"on {_DAYS}", rf"{_DAYS}(?:,| and|$)", r"at (?:the )?(?:start|beginning|end) of (?:the|each|every|his|her|their)? ?[\w ]+",
    r"(?:before|after|at|during|over) (?:lunch|lunchtimes?|breaks?|break times?|breaktimes?|playtimes?|bedtimes?|"
    r"registration|school|noon|midday|mealtimes?|home time|assembly|tea|breakfast)",
    r"at \d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?", r"from \d{1,2}(?:[.:]\d\d)? ?(?:am|pm|noon)? to \w+", rf"by (?:\d{{1,2}} )?{_MONTHS}",
    r"(?:when|whenever|while|until|as soon as) (?:he|she|they|it|the child|[A-Z]\w+|talking|speaking|giving|using|working|"
    r"moving)(?! (?:needs?|requires?|wants?|is able|feels it))",
    r"within (?:\w+ ){1,2}(?:days?|weeks?|months?|hours?)", r"(?:over|across|for) (?:the )?(?:next |first )?" + NUMBER +
    r" (?:weeks?|months?|terms?|school days)",
    rf"{NUMBER} (?:[\w\-]+ )?(?:sessions?|visits?|lessons?|appointments?) (?:in|over|during|across) (?:the|one|a|this|an)",
    r"in (?:(?:his|her|their|the) )?(?:[\w]+ )?(?:practical )?lessons", rf"between (?:\d|{_DAYS})", r"on arrival",
    r"(?:for|within) arm’s reach",
    r"(?:per|in each|in every|every|each) (?:lesson|school day)", r"for as long as",
    r"(?:in|during) the (?:autumn|spring|summer) term", family="provision",
)  # fmt: skip
"""Words that say how often or when."""
_LONG = phrases(
    r"half an? (?:day|morning|afternoon)", r"(?:full |whole |half )(?:days?|mornings?|afternoons?)",
    rf"(?:{NUMBER}) (?:days?|mornings?|afternoons?|nights?|weeks?)",
    r"from \d{1,2}(?:[.:]\d\d)? ?(?:am|pm|noon)? (?:to|until) \w+", r"throughout (?:the|each|every|all|his|her|their)",
    "all day", "full time", "at all times",
    r"(?:the )?whole of", r"in all (?:[\w ]+ )?(?:lessons?|classes|subjects|assemblies)",
    r"in (?:every|each) (?:[\w ]+ )?(?:lessons?|class|subject|test)", "for the whole", r"until \w+",
    r"every (?:[\w]+ )?(?:lesson|transition|transfer|playtime|break|lunchtime|meal)",
    r"(?:every|each) (?:morning|afternoon|evening|night) from", r"\d+% ?", family="provision",
)  # fmt: skip
SESSIONS = phrases(
    r"sessions?", r"(?:speech|language|occupational|physical|art|music|play|drama|talking|hydro|cognitive)(?: \w+){0,4} therapy",
    "physiotherapy", r"hydrotherapy", r"therapy input",
    r"interventions?", r"tuition", r"counselling", r"mentoring", r"(?:will |must |shall |to )?meet with",
    r"will meet (?:his |her |their |with |the )?\w+(?! at)(?! \w+ at)\b", "groups?(?: work)?", r"will visit", r"will see",
    r"(?:some |protected |regular )?time with", r"(?:will |to )?(?:teach|be taught)", r"individual support",
    r"(?:literacy|reading|maths|numeracy) support", r"support for reading", r"will be trained",
    r"will train", r"help with reading", r"programme", r"input", r"check ins?", r"precision teaching", r"phonics",
    "individual teaching", r"practice", r"handwriting", r"lessons? (?:with|of|from)",
    r"support (?:from|by) (?:an?|the)", r"will support", r"supported by", r"will work (?:with|on)", r"work with",
    r"extra time", r"out of class", r"for a walk", family="provision",
)  # fmt: skip
"""Provision that is given in amounts of time, so that its length must be said."""


def says_how_often(text: str) -> bool:
    """Whether it says how often or on what occasion."""
    return bool(OFTEN.found(text) or frequencies(text))


def says_how_long(text: str) -> bool:
    """Whether it says for how long."""
    return bool(durations(text) or _LONG.found(text))


def is_given_in_time(text: str) -> bool:
    """Whether it is given in sessions or amounts of time, and not as equipment or a way of working."""
    return bool(SESSIONS.found(text))


def has_amount_of_time(text: str) -> bool:
    """Whether an amount of time for each week or day stands there."""
    return bool(
        re.search(
            r"\b(?:hours?|minutes?)\b[^.;]{0,40}\b(?:a|per|each|every)\s(?:school\s)?(?:day|week|fortnight|term)",
            text,
            re.IGNORECASE,
        )
    )
