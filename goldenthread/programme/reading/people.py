"""Who leads: a cell or line split into the people, posts or bodies it names, and no further.

Job titles hold "and", commas and strokes themselves ("Press and Web Manager, the council"), so a doubtful
joint is left alone: one lead too few is seen at once in a preview, half a job title is not.
"""

from __future__ import annotations

import re

_POST = re.compile(
    r"\b(manager|director|lead|leads|officer|officers|head|heads|chief|coordinator|co-ordinator|"
    r"commissioner|principal"
    r"|adviser|advisor|consultant|senco|sencos|dco|dmo|dsco|dcs|ceo|chair|psychologist|therapist|nurse|"
    r"deputy|ad)\b",
    re.IGNORECASE,
)
_BODY_WORD = re.compile(
    r"\b(services?|care|education|health|social|team|council|school|schools|board|forum|trust|nhs|icb|"
    r"send|children"
    r"|family|families|inclusion|partnership|community|support|learning|commissioning)\b",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"^\s*(?:[•‣◦▪●○·∙\-–*]|\d{1,2}[.)])\s+")
_NOBODY = {
    "",
    "-",
    "–",
    "—",
    "n/a",
    "na",
    "tbc",
    "tbd",
    "tba",
    "none",
    "?",
    "to be confirmed",
    "to be agreed",
    "vacant",
}


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, a dash, "n/a", "TBC"."""
    return text.strip().strip(".").lower() in _NOBODY


def split_people(text: str) -> tuple[str, ...]:
    """The leads that the words name, in order, each once.

    >>> split_people("Press and Web Manager, the council; Clinical Lead, the ICB")
    ('Press and Web Manager, the council', 'Clinical Lead, the ICB')
    """
    parts = [_LIST_MARK.sub("", part) for part in re.split(r"[;\n\r|]|\s/\s", text)]
    for joint in (_strokes, _commas, _ands):
        parts = [piece for part in parts for piece in joint(part)]
    cleaned = (part.strip(" ,.\t") for part in parts)
    return tuple(dict.fromkeys(part for part in cleaned if not is_blank(part)))


def _strokes(text: str) -> list[str]:
    pieces = re.split(r"(?<=\w)/(?=\w)", text)
    many_words = all(len(piece.split()) > 1 for piece in pieces)
    return pieces if len(pieces) > 1 and many_words else [text]


def _commas(text: str) -> list[str]:
    pieces = [piece for piece in re.split(r",\s+(?![^()]*\))", text) if piece.strip()]
    if len(pieces) < 2:
        return [text]
    posts = all(_POST.search(piece) for piece in pieces)
    bracketed = all(piece.strip().endswith(")") for piece in pieces)
    names = len(pieces) > 1 and all(_is_name(piece) for piece in pieces)
    return pieces if posts or bracketed or names else [text]


def _ands(text: str) -> list[str]:
    parts = re.split(r"(\s+(?:and|&)\s+)", text)
    pieces, joints = parts[::2], parts[1::2]
    if len(pieces) < 2:
        return [text]
    if all(_is_name(piece) for piece in pieces) or all(_is_acronym(piece) for piece in pieces):
        return pieces
    joined = [pieces[0]]
    for joint, piece in zip(joints, pieces[1:], strict=True):
        whole_posts = _POST.search(joined[-1]) and _POST.search(piece) and len(piece.split()) > 1
        if whole_posts and piece[:1].isupper():
            joined.append(piece)
        else:
            joined[-1] += joint + piece
    return joined


def _is_name(text: str) -> bool:
    words = text.split()
    capital = all(re.fullmatch(r"[A-Z][a-z’'A-Z-]+", word) for word in words)
    return len(words) in (2, 3) and capital and not _POST.search(text) and not _BODY_WORD.search(text)


def _is_acronym(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{2,5}", text.strip()))
