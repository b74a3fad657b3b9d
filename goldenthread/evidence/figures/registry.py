"""All figures on offer, and counting many of them with as few questions to the database as there are sources and periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goldenthread.evidence.figures import (
    casework,
    commissioning,
    communication,
    participation,
    sensupport,
    transitions,
)
from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import Purpose, reading_for

SOURCES: tuple[Source, ...] = (
    casework.SOURCE,
    commissioning.SOURCE,
    communication.SOURCE,
    participation.SOURCE,
    sensupport.SOURCE,
    transitions.SOURCE,
)
FIGURES: Mapping[str, tuple[Source, Offered]] = {
    offered.code: (source, offered) for source in SOURCES for offered in source.offers
}

Wanted = tuple[str, Asked]


def figure_called(code: str) -> Offered:
    """The figure of a code. Refused, by its name, where nothing of this name is offered any more."""
    if code not in FIGURES:
        raise Refused(
            f"There is no figure called “{code}” any more. The measure keeps its past; tie it to another figure.",
            "figure",
        )
    return FIGURES[code][1]


@reading_for(Purpose.COUNT)
def count(wanted: Iterable[Wanted]) -> dict[Wanted, Counted | None]:
    """Each figure for what is asked of it. Those of one source are counted together, whatever the periods.

    None where the source holds nothing for the period, or where the figure is not offered any more.
    """
    answers: dict[Wanted, Counted | None] = dict.fromkeys(wanted)
    for source in SOURCES:
        mine = [one for one in answers if one[0] in FIGURES and FIGURES[one[0]][0] is source]
        if mine:
            asked = list(dict.fromkeys(asked for _, asked in mine))
            counted = source.count(asked, {code for code, _ in mine})
            answers |= {(code, asked): counted[asked].get(code) for code, asked in mine}
    return answers
