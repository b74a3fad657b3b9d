"""Rules that read what people write before anybody does: may it tell of harm, or who somebody is?

They stop too much rather than too little: what they stop waits for the safeguarding lead, and nothing is lost. They are no
substitute for reading: harm can be told without any of these words, so whoever sorts answers can still pass one on.
"""

from __future__ import annotations

import re

RULES: dict[str, str] = {
    "harm": r"abus\w*|hits? (?:me|him|her|us|them|my)|hitting|beat(?:s|en|ing)?|punch\w*|slap\w*|smack\w*|kick\w* (?:me|him|her)|"
            r"bruis\w*|strangl\w*|chok\w*|"
            r"burn(?:ed|t|s)? (?:me|him|her)|hurts? (?:me|him|her|us|them)|violen\w*|assault\w*|attack\w*",
    "sexual harm": r"sexual\w*|rap(?:e|ed|ing|ist)|molest\w*|groom(?:ed|ing|er|ers)|inappropriate(?:ly)? touch\w*|"
                   r"touch\w* (?:me|him|her)|private parts?|indecent\w*|nudes?|porn\w*",
    "self-harm": r"suicid\w*|self[ -]?harm\w*|kill(?:ing)? (?:myself|himself|herself|themsel\w*)|want(?:s|ed)? to die|"
                 r"wish\w* i was dead|better off dead|end (?:it all|my life|his life|her life)|"
    r"cut(?:s|ting)? (?:myself|himself|herself|themsel\w*)|"
                 r"overdos\w*|not want to (?:live|be here)|dont want to (?:live|be here)",
    "neglect": r"neglect\w*|starv\w*|not fed|no food|hungry all|left alone|home alone|no bed|filthy|"
               r"unsafe at home|not safe at",
    "fear": r"(?:scared|afraid|frightened|terrified) (?:of (?:him|her|my|the|dad|mum|going)|to go)|threaten\w*|"
            r"run(?:s|ning)? away|ran away|missing from home|keep (?:it|this) (?:a )?secret|dont tell",
    "restraint": r"restrain\w*|pinned|locked (?:in|up|him|her|me)|tied (?:up|down|to)|seclu\w*|dragged",
    "violence at home": r"domestic (?:abuse|violence)|refuge|non[ -]?mol\w*|controlling partner|coerciv\w*",
    "exploitation": r"county lines|gangs?|knife|knives|drugs?|cocaine|cannabis|trafficking|radicali[sz]\w*|extremis\w*|"
                    r"fgm|forced marriage|honou?r[ -]based",
    "who somebody is": r"[\w.+-]+@[\w-]+\.[\w.]+|(?:\+44|0)\d[\d ]{8,11}\d|\b\d{3} ?\d{3} ?\d{4}\b|"
                       r"[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|my name is|date of birth|born on|nhs number",
}  # fmt: skip
"""Each rule's name and the words that it stops at."""
ANOTHER_LANGUAGE = "another language"
"""These rules read English alone. What was written on a page in another language waits until somebody has said what it says."""
_COMPILED = {name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for name, pattern in RULES.items()}


def stopped_by(text: str) -> list[str]:
    """The names of the rules that stop a text; none where it may be read.

    >>> stopped_by("The bus is always late")
    []
    >>> stopped_by("He hits me when mum is out")
    ['harm']
    """
    plain = re.sub(r"\s+", " ", text.casefold().replace("’", "").replace("'", ""))
    return [name for name, pattern in _COMPILED.items() if pattern.search(plain)]
