"""Services that look alike: by name, telephone, postcode, website and mail. A person decides; nothing here does.

Two entries look alike when they have the same name and anything else in common, or nothing that sets them apart; or when
their names share most of their words and two other things are the same. A number or website that many entries share (a
council's switchboard) says nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

SHARED_BY_MANY = 6
DULL = {"the", "and", "of", "for", "a", "in", "at"}
WORDS = {
    "name": "name",
    "phone": "telephone number",
    "postcode": "postcode",
    "web": "website",
    "mail": "e-mail address",
}
Json = dict[str, Any]


@dataclass(frozen=True)
class Marks:
    """What an entry is told by."""

    words: frozenset[str]
    keys: frozenset[tuple[str, str]]

    @property
    def others(self) -> frozenset[tuple[str, str]]:
        """Everything but the name."""
        return frozenset(key for key in self.keys if key[0] != "name")


@dataclass(frozen=True)
class Likeness:
    """An entry that looks like another, and in what."""

    key: Any
    same: tuple[str, ...]

    @property
    def said(self) -> str:
        """In what they are alike: "the same name and postcode"."""
        *most, last = [WORDS[one] for one in self.same]
        return f"the same {', '.join(most)}{' and ' if most else ''}{last}"


def marks_of(record: Json) -> Marks:
    """The marks of a record of the standard."""
    words = re.findall(r"[a-z0-9]+", record["name"].lower().replace("'", "").replace("’", ""))
    kept = [word for word in words if word not in DULL] or words
    keys = {("name", " ".join(kept))}
    contacts = [one for one in record.get("contacts", ()) if one.get("visible") is not False]
    phones = [*record.get("phones", ()), *(phone for one in contacts for phone in one.get("phones", ()))]
    keys |= {
        ("phone", digits[-10:])
        for one in phones
        if len(digits := re.sub(r"\D", "", one.get("number") or "")) >= 10
    }
    for place in record.get("service_at_locations", ()):
        for address in (place.get("location") or {}).get("addresses", ()):
            if code := (address.get("postal_code") or "").upper().replace(" ", ""):
                keys.add(("postcode", code))
    mails = [record.get("email"), *(one.get("email") for one in contacts)]
    keys |= {("mail", mail.lower()) for mail in mails if mail}
    if site := _site(record.get("url") or ""):
        keys.add(("web", site))
    return Marks(frozenset(kept), frozenset(keys))


def _site(url: str) -> str:
    parts = urlsplit(url.lower())
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")


@dataclass
class Register:
    """The marks of many entries, to be asked for those that look like another."""

    marks: dict[Any, Marks] = field(default_factory=dict)
    holders: dict[tuple[str, str], set[Any]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, records: Iterable[tuple[Any, Json]]) -> Register:
        """A register of entries, each with the key by which it is known."""
        made = cls()
        for key, record in records:
            made.add(key, marks_of(record))
        return made

    def add(self, key: Any, marks: Marks) -> None:
        """Take in one more."""
        self.marks[key] = marks
        for mark in marks.keys:
            self.holders[mark].add(key)

    def like(self, marks: Marks) -> list[Likeness]:
        """The entries that look like one with these marks, the likest first."""
        told = [
            mark
            for mark in marks.keys
            if mark[0] == "name" or len(self.holders.get(mark, ())) < SHARED_BY_MANY
        ]
        candidates = {key for mark in told for key in self.holders.get(mark, ())}
        found = [one for key in candidates if (one := self._compared(key, marks, frozenset(told)))]
        return sorted(found, key=lambda one: (-len(one.same), str(one.key)))

    def _compared(self, key: Any, marks: Marks, told: frozenset[tuple[str, str]]) -> Likeness | None:
        other = self.marks[key]
        same = {mark[0] for mark in marks.keys & other.keys}
        if "name" in same:
            is_alike = len(same) > 1 or not marks.others or not other.others
        else:
            same = {mark[0] for mark in told & other.keys}
            shared = len(marks.words & other.words)
            is_alike = len(same) > 1 and shared * 2 > min(len(marks.words), len(other.words))
        return Likeness(key, tuple(one for one in WORDS if one in same)) if is_alike else None

    def pairs(self) -> Iterator[tuple[Any, Likeness]]:
        """Every two entries that look alike, once."""
        for key, marks in self.marks.items():
            for one in self.like(marks):
                if key < one.key:
                    yield key, one
