"""What stands around a word and tells that it is a person, or that it is a thing that bears a person's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goldenthread.kit.name_runs import Word
from goldenthread.kit.name_words import PERSON_VERBS, SURE_VERBS

_KIN = (
    r"son|daughter|child|brother|sister|mother|mum|dad|father|nephew|niece|grandson|granddaughter|twin|friend|keyworker|"
    r"teacher|social worker|pupil|cousin|uncle|auntie|aunt|nan|gran|grandad|stepson|stepdaughter|partner|baby"
)
_BEFORE = re.compile(
    rf"(?:\b(?:my|our|her|his|their|whose|the) (?:(?:\w+ )?(?:{_KIN}))(?: is)?,?"
    r"|\b(?:mum|dad|nan|gran|grandad|she|he|they|who) (?:said|says|told|thinks|thought|felt|feels)(?: that| us| us that)?"
    r"|\b(?:auntie|aunt|uncle|baby|nan|gran|looked after|looks after|named|called|known as|name is|i am|i’m|i'm|pupil|about|"
    r"case of|story of|interview with|it was|it is|photograph of|signed|signed by|taken by|written by|chaired by|regards,?|"
    r"thanks to|next steps for|met|speak to|the name)"
    r"|\b(?:name|child|parent|carer|pupil|keyworker|author|contact|officer|caseworker|lead|from|owner|photograph|photo|taker|"
    r"present|chair|apologies|clerk|action):| [–—-])\s+$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"\s*(?:,\s*|\()(?:who is |now |aged )?\d{1,2}\b(?! [A-Z])|\s*,? (?:who is|aged|is) \d{1,2}\b"
    r"|\s+is an? [\w-]+[ -]year[ -]old\b|\s+is (?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\b",
    re.IGNORECASE,
)
_KIN_AFTER = re.compile(
    r"['’]s? (?:mum|dad|mother|father|parents?|carers?|family|brother|sister|plan|EHC|teacher|teaching|needs|story|case|review|"
    r"placement|provision|class|diagnosis|house|home|room|wish|move|journey|attendance|views|key ?worker|"
    r"request|complaint|appeal|letter|poem|taxi|transport|caseworker|reports?)\b"
)
_DOES = "send|circulate|check|bring|ask|write|share|update|report|draft|arrange|contact|speak|follow|confirm|provide|review|lead"
_PERSON_AFTER = re.compile(
    r" and (?:the|her|his|their) (?:family|mum|mother|dad|father|brother|sister)\b|, (?:mother|father|mum|dad|parent)\b"
    rf"|, who\b|, whose\b| to (?:{_DOES})\b"
)
_PARENT_AFTER = re.compile(
    r" family\b|, [A-Z]\.| \((?:mother|father|mum|dad|grandmother|grandfather|parent|carer|chair|observer|clerk)\b"
)
_THING_BEFORE = re.compile(
    r"(?:['’]s |\b(?:the |(?:school|setting|college|service|provider|locality|area|ward|town|organisation|"
    r"partner|body|team|trust): ))$",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r" & |(?:['’]s)?(?:,? and \w+)? (?:syndromes?|scales?|model|tests?|competen(?:t|ce|cy)|guardians?|profiles?|method|awards?|"
    r"questionnaires?|diseases?|disorders?|index|approach|forms?|interventions?|courses?|principles?|inventory|checklist|"
    r"home visitors?|medal|prize|lecture|report|inquiry|class(?:es)?|estate|stall|branch|building|site|groups?|centres?|"
    r"hospice)\b"
)


def is_marked(text: str, run: Sequence[Word]) -> bool:
    """Whether what stands before or after tells of a person."""
    before, after = text[max(0, run[0].begins - 60) : run[0].begins], text[run[-1].ends : run[-1].ends + 40]
    whole = text[run[0].begins : run[-1].ends]
    return bool(
        _BEFORE.search(before)
        or _AGE_AFTER.match(after)
        or _KIN_AFTER.search(whole + after[:16])
        or _PERSON_AFTER.match(after)
        or _PARENT_AFTER.match(after)
    )


def is_a_thing(text: str, run: Sequence[Word]) -> bool:
    """Whether it is a test, a syndrome, a prize or a firm that only bears a name; one word is that after "the", too."""
    before, after = text[max(0, run[0].begins - 30) : run[0].begins], text[run[-1].ends : run[-1].ends + 60]
    if _THING_AFTER.match(after) or before.endswith("& "):
        return True
    if len(run) > 1 or is_a_parent(text, run[0]):
        return False
    owns = run[0].text.endswith(("’s", "'s")) and re.match(r" [A-Z][a-z]", after)
    return bool(owns and not is_marked(text, run)) or bool(_THING_BEFORE.search(before))


def is_a_parent(text: str, word: Word) -> bool:
    """Whether it is "the … family", "… (mother)" or "…, K."."""
    return bool(_PARENT_AFTER.match(text[word.ends : word.ends + 30]))


def acts_like_a_person(text: str, word: Word, *, surely: bool = False) -> bool:
    """Whether a verb of people follows; `surely`: one that nothing but people do."""
    match = re.match(r"\s+([a-z]+)", text[word.ends : word.ends + 30])
    return bool(match and match.group(1) in (SURE_VERBS if surely else PERSON_VERBS))
