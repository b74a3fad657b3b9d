"""The thread: an ordered list of knots, each answering the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.kit.dates import PartialDate
from goldenthread.kit.provenance import Source
from goldenthread.kit.states import KNOT_STATES, word_for


@dataclass(frozen=True)
class Knot:
    """One dated thing on a thread, with a state that has a shape and a word.

    `when_words` is the span as people say it ("12 days late", "in 9 weeks"); `state_words` replaces the
    state's own word ("Closed by the Department"). `href` opens the thing itself, `follow` the thread of which it is the middle.

    >>> Knot("Send the plan", "late", date(2022, 3, 8), when_words="12 days late").state_text
    '12 days late'
    """

    title: str
    state: str
    when: PartialDate | date | None = None
    when_words: str = ""
    text: str = ""
    href: str = ""
    source: Source | tuple[Source, ...] | None = None
    children: tuple[Knot, ...] = ()
    state_words: str = ""
    follow: str = ""

    def __post_init__(self) -> None:
        if self.state not in KNOT_STATES:
            raise ValueError(f"“{self.state}” is not a knot's state; choose one of {', '.join(KNOT_STATES)}")

    @property
    def state_text(self) -> str:
        """The words of the state, with how late or how soon it is."""
        if self.state_words:
            return self.state_words
        if self.state == "late" and self.when_words:
            return self.when_words
        if self.state == "due" and self.when_words:
            return f"Due {self.when_words}"
        return word_for(self.state)

    @property
    def beside(self) -> str:
        """Words beside the date that the state has not said already."""
        has_said = not self.state_words and self.state in ("late", "due")
        return "" if has_said else self.when_words

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources of this knot."""
        if self.source is None:
            return ()
        return (self.source,) if isinstance(self.source, Source) else tuple(self.source)
