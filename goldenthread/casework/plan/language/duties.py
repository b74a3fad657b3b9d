"""Whether a text binds anybody: "will receive", "must", "is to be given", in its main clause and about giving something."""

from __future__ import annotations

import re

_DUTY = re.compile(
    r"\b(?:will|WILL|must|MUST|shall|SHALL)\b|\b[Ww]on[’']t\b|[’']ll\b|\b(?:is|are) to (?:be|have|receive|get|work|meet|"
    r"see|provide|give)\b"
)
_NOT_GIVING = re.compile(
    r"\s(?:also\s|always\s|still\s|often\s|probably\s|likely\s|continue\sto\s)*(?:need|require|benefit|struggle|"
    r"find\s(?:it|this)|depend|continue\sto\s(?:need|require))\b",
    re.IGNORECASE,
)  # fmt: skip
_BELOW = re.compile(
    r"\b(?:that|which|who|whom|so\s(?:that\s)?(?:\w+\s)?|because|if|when|whether|hop(?:e|ed|es)|expected|ensure|ensuring|"
    r"as|what|until)\s(?:(?:he|she|they|it|this|these|[A-Z]\w+|the\s\w+)\s)?$"
)  # fmt: skip
_MAIN = re.compile(r"(?:will|must|shall)\s+(?:ensure|make sure|see to it)\b")


def binds(text: str) -> bool:
    """Whether there is a duty to give something. "Will" with a capital is a name.

    >>> binds("Sam will receive an hour a week."), binds("Will receives an hour a week."), binds("Sam will need help.")
    (True, False, False)
    """
    return any(
        not _NOT_GIVING.match(text, match.end())
        and not _BELOW.search(text[max(0, match.start() - 40) : match.start()])
        for match in _DUTY.finditer(text)
    )
