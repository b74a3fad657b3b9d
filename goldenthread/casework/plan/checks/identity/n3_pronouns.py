"""N3: the child's pronouns, as recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import OURS, SCHOOLS_WEEK
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.names import child_words
from goldenthread.casework.plan.language.phrases import Span
from goldenthread.casework.plan.language.sentences import sentences

HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:mother|mum|mam|father|dad|parents?|step\w+|brothers?|sisters?|sibling|twin|cousin|aunt\w*|uncle|nan\w*|gran\w*|"
    r"carers?|foster\w*|teachers?|tutors?|assistants?|therapists?|psychologists?|"
    r"nurses?|doctors?|paediatrician|mentors?|SENCO|SENDCO|adults?|staff|friends?|peers?|head|worker|keyworker|lady|man|"
    r"woman|boy|girl|child|pupil|person|Mr|Mrs|Ms|Miss|Dr|baby|partner|consultant|counsellor|physiotherapist|officer)\b",
    re.IGNORECASE,
)  # fmt: skip


def wrong(pronouns: str) -> frozenset[str]:
    """Pronouns that are not the child’s. They and them may always mean several people and are never wrong.

    >>> sorted(wrong("she/her"))
    ['he', 'him', 'himself', 'his']
    """
    given = set(re.findall(r"[a-z]+", pronouns.lower()))
    return (frozenset() if given & HE else HE) | (frozenset() if given & SHE else SHE)


def find(sheet: Sheet) -> Iterator[Found]:
    """Pronouns that are not the recorded ones, in sentences in which nobody but the child can be meant."""
    unfit, names = wrong(sheet.plan.child.pronouns), child_words(sheet.plan)
    people = frozenset(word.lower() for one in sheet.plan.people for word in one.name.split())
    for kind, line in sheet.written:
        before = ""
        for start, text in sentences(line.text):
            around = f"{before} {text}"
            others = _SOMEBODY.search(around) or set(re.findall(r"\w+", around.lower())) & (people - names)
            if not others and not _other_capital(around, names):
                for match in _PRONOUN.finditer(text):
                    if match[0].lower() in unfit:
                        span = Span(start + match.start(), start + match.end(), match[0])
                        yield on_line(
                            kind.key,
                            line,
                            f"“{match[0]}” is not among the pronouns in the record ({sheet.plan.child.pronouns}).",
                            span,
                        )
            before = text


def _other_capital(text: str, names: frozenset[str]) -> bool:
    """Whether a word with a capital inside a sentence may be somebody else’s name."""
    return any(
        word.lower() not in names
        for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+(?=[’' ](?:s\b|will|has|is|was|said|says))", text)
    )


def cannot(sheet: Sheet) -> str:
    """Nothing to compare with: pronouns are never worked out."""
    return "" if sheet.plan.child.pronouns.strip() else "no pronouns are recorded, and none are guessed"


CHECK = Check(
    id="N3",
    title="The child’s pronouns, as recorded",
    severity=Severity.WARN,
    says="“{words}” is not among the recorded pronouns.",
    why="A wrong pronoun hurts, and often shows a sentence that was copied from somebody else’s plan.",
    mend="Use the pronouns that the child or family gave. Check where the sentence came from.",
    sources=(SCHOOLS_WEEK, OURS),
    find=find,
    cannot=cannot,
)
