"""All figures on offer, and counting many of them with as few questions to the database as there are sources and periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goldenthread.evidence.figures import casework, commissioning, participation, sensupport, transitions
from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source
from goldenthread.kit.errors import Refused

SOURCES: tuple[Source, ...] = (
    casework.SOURCE,
    commissioning.SOURCE,
    participation.SOURCE,
    sensupport.SOURCE,
    transitions.SOURCE,
)
FIGURES: Mapping[str, tuple[Source, Offered]] = {
    offered.code: (source, offered) for source in SOURCES for offered in source.offers
}


def figure_called(code: str) -> Offered:
    """The figure of a code. Refused, by its name, where nothing of this name is offered any more."""
    if code not in FIGURES:
        raise Refused(
            f"There is no figure called “{code}” any more. The measure keeps its past; tie it to another figure.",
            "figure",
        )
    return FIGURES[code][1]


def count(wanted: Iterable[tuple[str, Asked]]) -> dict[tuple[str, Asked], Counted | None]:
    """Each figure for what is asked of it. Those of one source and one period are counted together.

    None where the source holds nothing for the period, or where the figure is not offered any more.
    """
    answers: dict[tuple[str, Asked], Counted | None] = {}
    done: dict[tuple[str, Asked], Mapping[str, Counted]] = {}
    for code, asked in wanted:
        if code not in FIGURES:
            answers[code, asked] = None
            continue
        source = FIGURES[code][0]
        if (source.key, asked) not in done:
            done[source.key, asked] = source.count(asked)
        answers[code, asked] = done[source.key, asked].get(code)
    return answers
