"""An area or action while it is being read: fields are put in as they are met, nothing is overwritten."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.reading.months import date_in, when
from goldenthread.programme.reading.people import is_blank, split_people
from goldenthread.programme.reading.understood import ProgressNote

_MARK = re.compile(r"^\s*(?:[•‣◦▪●○·∙*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
Say = Callable[[str], None]


@dataclass
class AreaDraft:
    """An area being read. `weak` marks a title row that is only an area if actions follow."""

    number: str | None
    title: str
    where: str
    text: list[str] = field(default_factory=list)
    other: list[tuple[str, str]] = field(default_factory=list)
    weak: bool = False


@dataclass
class ActionDraft:
    """An action being read, with the fields of `UnderstoodAction`."""

    number: str | None
    text: str
    area: AreaDraft | None
    where: str
    due: PartialDate | None = None
    due_as_written: str = ""
    start: PartialDate | None = None
    leads: list[str] = field(default_factory=list)
    accountable: list[str] = field(default_factory=list)
    agency: list[str] = field(default_factory=list)
    success: list[str] = field(default_factory=list)
    progress: list[ProgressNote] = field(default_factory=list)
    status: list[str] = field(default_factory=list)
    rating: list[str] = field(default_factory=list)
    other: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str | None, label: str, text: str, say: Say) -> None:
        """Take one field's words. `say` is told of a date that could not be read."""
        if name == "start" and not is_blank(text):
            self.start = when(text).date or self.start
            if not self.start:
                self.other.append((label, text.strip()))
        elif name == "due" and not is_blank(text):
            self._put_due(text, say)
        elif name in ("leads", "accountable"):
            people = self.leads if name == "leads" else self.accountable
            people.extend(person for person in split_people(text) if person not in people)
        elif name == "success":
            self.success.extend(item for item in split_items(text) if item not in self.success)
        elif name == "progress":
            self._put_progress(label, text)
        elif name in ("agency", "status", "rating") and not is_blank(text):
            getattr(self, name).append(" ".join(text.split()))
        elif name not in ("start", "due") and not is_blank(text):
            self.other.append((label, text.strip()))

    def _put_due(self, text: str, say: Say) -> None:
        read = when(text)
        if read.problem:
            say(read.problem)
        if self.due_as_written and " ".join(text.split()) != self.due_as_written:
            self.other.append(("due, also written", " ".join(text.split())))
            return
        self.due_as_written = " ".join(text.split())
        self.due = read.date
        self.start = self.start or read.start

    def _put_progress(self, label: str, text: str) -> None:
        """One note per label; later paragraphs under the same label belong to the same note."""
        if is_blank(text):
            return
        opened = re.match(r"([^:–\n]{3,24})\s*[:–-]\s+(?=\S)", text)
        date = date_in(label) or (date_in(opened.group(1)) if opened else None)
        if self.progress and self.progress[-1].label == label:
            text = f"{self.progress[-1].text}\n{text.strip()}"
            date = self.progress.pop().date or date
        self.progress.append(ProgressNote(label, date, text.strip()))


def split_items(text: str) -> list[str]:
    """The sentences of a list: by line and bullet; by semicolon where each part is a clause of its own.

    >>> split_items("• Plans are on time\\n• Families say so")
    ['Plans are on time', 'Families say so']
    """
    pieces = re.split(r"[\n\r]+|\s(?=[•‣▪●]\s)", text)
    if len(pieces) == 1:
        clauses = [clause for clause in re.split(r";\s+", text) if clause.strip()]
        pieces = (
            clauses if len(clauses) > 1 and all(len(clause.split()) > 1 for clause in clauses) else pieces
        )
    items: list[str] = []
    for piece in pieces:
        marked = _MARK.match(piece) is not None
        words = " ".join(_MARK.sub("", piece).split())
        if words and items and not marked and words[0].islower() and len(pieces) > 1 and ";" not in text:
            items[-1] += f" {words}"
        elif not is_blank(words):
            items.append(words)
    return items
