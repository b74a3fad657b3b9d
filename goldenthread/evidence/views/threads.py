"""The thread of any one thing, as picture and as list: for staff with a role in the programme, and for anybody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest
from textwrap import shorten
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.evidence.kinds import Reader, Seen, Stage
from goldenthread.evidence.queries.threads import Placed, Stretch, Walk, start_of, walk
from goldenthread.kit.as_at import AsAt, as_at
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.thread import Knot
from goldenthread.kit.thread_picture import Bead, picture

HANGING = 4
"""Knots that hang from one bead of the picture."""
NAMED = 3
"""Neighbours that a knot of the list names."""


@needs(Permission.VIEW_PROGRAMME)
def thread(http: HttpRequest, kind: str, key: str) -> HttpResponse:
    """A thing and its thread both ways, of what the reader may open. What they may not open is neither shown nor counted."""
    at = as_at(http)
    return _answer(http, Reader(standing(http), at.day, at.today), at, kind, key, "evidence")


@public
@for_everybody
def public_thread(http: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The same of what is published."""
    at = as_at(http)
    return _answer(http, Reader(None, at.day, at.today), at, kind, key, "published")


def _answer(http: HttpRequest, reader: Reader, at: AsAt, kind: str, key: str, room: str) -> HttpResponse:
    here = start_of(kind, key, reader)
    if here is None:
        raise Http404("No thread begins or passes here.")
    found, told = walk(here, reader), _Told(here, room, at)
    nothing = "Nothing is published yet" if reader.is_public else "Nothing yet"
    page = {
        "walk": found, "here": here, "above": told.parts(found.above, "Leads to"), "missing": found.missing,
        "below": told.parts(found.below, "From", found.missing), "nothing": nothing,
        "picture": picture(told.beads(found, nothing), f"The thread of {here.title}"), **at.for_page(),
    }  # fmt: skip
    return render(http, "evidence/public_thread.html" if reader.is_public else "evidence/thread.html", page)


class _Told:
    """A walk as the kit's components show it, with the addresses of one room: staff's, or everybody's."""

    def __init__(self, here: Seen, room: str, at: AsAt) -> None:
        self.here, self.room = here, room
        self.asked = {"as_at": at.past.isoformat()} if at.past else {}

    def _thread_of(self, seen: Seen) -> str:
        return reverse(f"{self.room}:thread", args=[seen.kind, seen.key], query=self.asked)

    def parts(
        self, stretches: Sequence[Stretch], relation: str, missing: Sequence[Stage] = ()
    ) -> list[tuple[Stage, list[Knot], str]]:
        """Each stage with its knots and what is left out, those that are missing too, in the order of the thread."""
        held = {one.stage: one for one in stretches}
        order = [stage for stage in Stage if stage in held or stage in missing]
        return [
            (stage, [self._knot(one, relation) for one in held[stage].placed] if stage in held else [],
             held[stage].more if stage in held else "")
            for stage in order
        ]  # fmt: skip

    def _knot(self, one: Placed, relation: str) -> Knot:
        seen, beside = one.seen, self._beside(one, relation)
        text = " ".join(part for part in (seen.text, beside) if part)
        return Knot(
            seen.title, seen.state, seen.when, text=text, href=seen.page, state_words=seen.words, follow=self._thread_of(seen)
        )  # fmt: skip

    def _beside(self, one: Placed, relation: str) -> str:
        """Which of the other things on the page it answers, or is answered by; nothing where it is only the page's own."""
        if [near.place for near in one.beside] == [self.here.place]:
            return ""
        names = [shorten(near.name, 48, placeholder="…") for near in one.beside[:NAMED]]
        if len(one.beside) > NAMED:
            names.append(f"and {len(one.beside) - NAMED} more")
        return f"{relation}: {'; '.join(names)}" if names else ""

    def beads(self, found: Walk, nothing: str) -> list[Bead]:
        """The picture's beads: what it answers, the thing itself, what proves it, and where the thread breaks."""
        here = found.here
        own = Knot(here.name, here.state, state_words=here.words)
        name = found.kind.word
        middle = Bead(
            found.kind.stage.value, f"{name[:1].upper()}{name[1:]}", here.state, (own,), is_here=True
        )
        below = {one.stage: self._bead(one) for one in found.below}
        below |= {stage: Bead(stage.value, nothing, "not_yet") for stage in found.missing}
        return [
            *(self._bead(one) for one in found.above),
            middle,
            *(below[one] for one in Stage if one in below),
        ]

    def _bead(self, stretch: Stretch) -> Bead:
        shown = _mixed(stretch)[:HANGING]
        knots = [Knot(one.name, one.state, state_words=one.words, href=self._thread_of(one)) for one in shown]
        left = sum(number for _, number in stretch.counts) - len(shown)
        more = f"and {left} more" if left else ""
        return Bead(
            stretch.stage.value,
            stretch.in_words,
            _worst([one.seen for one in stretch.placed]),
            tuple(knots),
            more,
        )


def _mixed(stretch: Stretch) -> list[Seen]:
    """What lies at a stage with one of each kind first, in the order of the kinds."""
    kinds: dict[str, list[Seen]] = {}
    for one in stretch.placed:
        kinds.setdefault(one.seen.kind, []).append(one.seen)
    order = [one.seen for one in stretch.placed]
    chosen = [one for one in chain.from_iterable(zip_longest(*kinds.values())) if one is not None][:HANGING]
    return sorted(chosen, key=order.index)


def _worst(things: Sequence[Any]) -> str:
    states = {one.state for one in things}
    for state in ("late", "due"):
        if state in states:
            return state
    return states.pop() if len(states) == 1 else "done"
