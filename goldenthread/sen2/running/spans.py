"""Dividing one XML file among processes, at the start of a person."""

from __future__ import annotations

import os
from itertools import pairwise

from goldenthread.sen2.reading.xml import Span, XmlSource

SMALLEST = 24 << 20
"""Below this a second process costs more than it saves."""
_STEP = _SEEN = 4 << 20


def processors() -> int:
    """How many processors this process may use."""
    counted = getattr(os, "sched_getaffinity", None)
    return len(counted(0)) if counted else os.cpu_count() or 1


def spans(source: XmlSource, parts: int) -> list[Span]:
    """The file in so many parts; one part when it is small, or holds comments or CDATA in which a cut could fall."""
    whole = source.span
    length = whole.ends - whole.begins
    if parts < 2 or length < SMALLEST:
        return [whole]
    opening = b"<" + source.head.closing[2:-1]
    cuts = _cuts(source, opening, [whole.begins + length * one // parts for one in range(1, parts)])
    if cuts is None:
        return [whole]
    edges = [(whole.begins, whole.person, whole.line), *cuts, (whole.ends, 0, 0)]
    return [
        Span(begins, after[0], person, line)
        for (begins, person, line), after in pairwise(edges)
        if after[0] > begins
    ]


def _cuts(source: XmlSource, opening: bytes, wanted: list[int]) -> list[tuple[int, int, int]] | None:
    """Where persons begin next after each wanted place, with the persons and lines before it; nothing if it is not safe."""
    tag = opening + b">"
    found = []
    with source.path.open("rb") as file:
        at, person, line = source.span.begins, source.span.person, source.span.line
        for place in wanted:
            file.seek(at)
            while at < place:
                step = min(_STEP, place - at)
                piece = file.read(step + len(tag) - 1)  # a tag that begins in this step is seen whole
                if b"<!" in piece or len(piece) < step:
                    return None
                person += piece.count(tag)
                line += piece.count(b"\n", 0, step)
                at += step
                file.seek(at)
            piece = file.read(_SEEN)
            begins = piece.find(tag)
            if begins < 0 or b"<!" in piece[:begins]:
                return None
            line += piece.count(b"\n", 0, begins)
            at += begins
            found.append((at, person, line))
    return found
