"""Lines that open an area ("Priority 2: …", "Workstream Three – …", "IV. …") or an action ("Action 1.1: …",
"2.3 …").
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AREA_WORD = (
    r"(?:significant\s+|serious\s+)?area\s+of\s+(?:significant\s+|serious\s+)?(?:weakness|concern|focus)"
    r"|(?:significant\s+)?weakness|areas?\s+for\s+(?:priority\s+action|improvement|development)"
    r"|priority\s+action\s+area|priority\s+area|strategic\s+priority|improvement\s+(?:area|priority|"
    r"theme)|focus\s+area"
    r"|work\s?stream|(?:strategic\s+|key\s+)?(?:priority|objective|theme|aim|ambition|goal|pillar)|"
    r"strand|area|section"
)
_SHORT_AREA = r"PA|AP|AfI|AFI|AoW|AOW|AW|WS|SW|P|W"
_NUMBER = r"(\d{1,2}|[A-Z]|[IVX]{1,5}|" + "|".join(_WORDS) + r")"
_JOINT = r"\s*(?:[:.)\-–—|]+\s*|\s+|$)"
_AREA = re.compile(
    rf"(?:{_AREA_WORD})\s*(?:no\.?|number|#)?\s*{_NUMBER}(?!\.\d|\w){_JOINT}(.*)", re.IGNORECASE | re.DOTALL
)
_AREA_SHORT = re.compile(rf"(?:{_SHORT_AREA})\s?(\d{{1,2}})(?![.\d\w]){_JOINT}(.*)", re.DOTALL)
_AREA_UNNUMBERED = re.compile(
    r"((?:significant\s+)?area\s+of\s+(?:significant\s+)?weakness|areas?\s+for\s+(?:priority\s+action|"
    r"improvement)"
    r"|priority\s+(?:action\s+)?area|priority(?!\s+actions?\b)|work\s?stream|theme|strand|pillar|"
    r"weakness)\s*[:–—-]\s*(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ACTION_NUMBER = r"((?:[A-Z]{1,4}[\s-]?)?\d{1,3}(?:[.\-/]\d{1,3}){0,3}\.?[a-z]?|[A-Z]{1,3}\.?\d{1,3})"
_ACTION = re.compile(
    rf"(?:key\s+|priority\s+)?actions?\s*(?:point|item|no\.?|number|ref\.?|reference|"
    rf"#)?\s*{_ACTION_NUMBER}(?!\w){_JOINT}(.*)",
    re.IGNORECASE | re.DOTALL,
)
_DOTTED = re.compile(
    r"([A-Z]{0,4}\d{1,2}[A-Z]?(?:\.\d{1,2}){1,3}[a-z]?|[A-Z]{1,4}[-/]?\d{1,2}[./-]\d{1,2}[a-z]?|"
    r"\d{1,2}\.?[a-h](?=[.):\s]))"
    r"(?![\d%]|\w)[.):]?(?:\s*[–—-])?(?:\s+(.*)|$)",
    re.DOTALL,
)
_PLAIN = re.compile(r"(\d{1,2}|[A-Z]|[IVX]{2,5})(?:[.):](?!\d)|\s[–—-](?=\s))\s*(\S.*)", re.DOTALL)
_LOOSE = re.compile(r"(\d{1,2})\s+([A-Z].*)", re.DOTALL)


class Heading(NamedTuple):
    """A number as written (upper case for letters, figures for words such as "three") and the words that
    follow.
    """

    number: str | None
    title: str


def area_heading(text: str) -> Heading | None:
    """The area that a line opens by a word such as Priority or Weakness.

    >>> area_heading("Work stream Three – Assessment and planning")
    Heading(number='3', title='Assessment and planning')
    """
    match = _AREA.match(text) or _AREA_SHORT.match(text)
    if match and not _is_running_text(match.group(2), match.group(1)):
        return Heading(_figure(match.group(1)), match.group(2).strip())
    plain = _AREA_UNNUMBERED.match(text)
    if plain and len(plain.group(2).split()) > 1:
        return Heading(None, plain.group(2).strip())
    return None


def action_heading(text: str) -> Heading | None:
    """The action that a line opens: "Action 1.1: …", "1.1 …", "PA1.2 – …", "3a) …".

    >>> action_heading("2.3 Train every SENCO"), action_heading("2 weeks")
    (Heading(number='2.3', title='Train every SENCO'), None)
    """
    match = _ACTION.match(text) or _DOTTED.match(text)
    if not match:
        return None
    number = match.group(1).rstrip(".").replace(" ", "")
    title = (match.group(2) or "").strip()
    if re.match(r"(?:%|per\b|weeks?\b|days?\b|million\b|out of\b)", title):
        return None
    return Heading(number, title)


def plain_number(text: str, loose: bool = False) -> Heading | None:
    """The number of a line such as "3. …", "B) …" or "IV. …"; with `loose` also "3 Leadership"."""
    match = _PLAIN.match(text) or (_LOOSE.match(text) if loose else None)
    return Heading(match.group(1), match.group(2).strip()) if match else None


def _figure(number: str) -> str:
    low = number.lower()
    return str(_WORDS.index(low) + 1) if low in _WORDS else number.upper()


def _is_running_text(rest: str, number: str) -> bool:
    """Whether "Priority a…" is a sentence: a lone small letter, or words in the middle of a clause."""
    return (number.islower() and number not in _WORDS) or bool(
        re.match(r"(?:is|are|was|and|of|to|will|has)\b", rest)
    )
