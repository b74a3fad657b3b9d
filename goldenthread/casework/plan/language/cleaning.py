"""Text pasted from Word, cleaned and not changed in meaning: the words, their order and every visible mark stay."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E]
)
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c]+")
_LINES = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LIST_MARK = re.compile(r"^\s*(?:[•●○◦▪▫■□◆◇➢➤►▶✓✔➔→\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|o(?=\s{2,}|\t)|[-–—*](?=\s)|"
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))\s*")  # fmt: skip
_ZWJ = 0x200D


def cleaned(text: str) -> str:
    """The text without what cannot be seen, list marks at the start of its lines, and spaces of other kinds.

    Quotation marks, dashes and dots keep their shape: “30–40 minutes” stays what it is.

    >>> cleaned("•\\tSam\\u00a0will re\\u00adceive 30\\u201340 minutes\\u200b  a day.")
    'Sam will receive 30–40 minutes a day.'
    """
    plain = unicodedata.normalize("NFC", _LINES.sub("\n", text)).translate(_INVISIBLE)
    lines = (_line(line) for line in plain.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _line(line: str) -> str:
    without_mark = _LIST_MARK.sub("", line)
    spaced = _CONTROL.sub("", _SPACES.sub(" ", without_mark or line))
    return re.sub(r" {2,}", " ", spaced).strip()
