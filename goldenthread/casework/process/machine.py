"""The state machine as a page: docs/casework.md, written from the table of kinds and kept true by a test.

Write it again with: python -m goldenthread.casework.process.machine > docs/casework.md
"""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.process.kinds import KINDS, Kind
from goldenthread.casework.process.stages import ENDS, Stage

_HEAD = """\
# How a case runs

Written from `goldenthread/casework/process/kinds/` by `python -m goldenthread.casework.process.machine`;
a test fails when it is out of date.

A case is a file of dated events. Where it stands, what is due and what was late are worked out from them and never typed.
A correction is a new event that supersedes an old one: the old one stays, and a past day is answered as it was known then.
"""


def transitions() -> set[tuple[str, str, str]]:
    """Every (from, event, to) that moves a case; "–" stands for before the start."""
    return {
        (start.name if start else "–", kind.key, end.name)
        for kind in KINDS.values()
        for start, end in kind.moves.items()
    }


def as_markdown() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_stages(), "", *_moves(), "", *_beside(), ""])


def _stages() -> Iterator[str]:
    yield "## Stages\n"
    yield "| Stage | What a family reads |\n|---|---|"
    for stage in Stage:
        end = " **An end.**" if stage in ENDS else ""
        yield f"| {stage.words} | {stage.plain}{end} |"


def _moves() -> Iterator[str]:
    yield "## What moves a case\n"
    yield "| From | Event | To | Clocks started | Clocks ended | Letter |\n|---|---|---|---|---|---|"
    for kind in KINDS.values():
        for to in dict.fromkeys(kind.moves.values()):
            begins = {start for start, end in kind.moves.items() if end is to}
            starts = ", ".join(start.words if start else "–" for start in (None, *Stage) if start in begins)
            yield f"| {starts} | {kind.title} | {to.words} | {_duties(kind, True)} | {_duties(kind, False)} | {kind.letter} |"


def _duties(kind: Kind, is_start: bool) -> str:
    return "; ".join(duty.words for duty in (kind.starts if is_start else kind.ends))


def _beside() -> Iterator[str]:
    yield "## What happens beside it\n"
    yield "| Event | While | Clocks started | Clocks ended |\n|---|---|---|---|"
    for kind in KINDS.values():
        if not kind.moves:
            where = (
                "any stage"
                if kind.during == frozenset(Stage)
                else ", ".join(s.words for s in Stage if s in kind.during)
            )
            yield f"| {kind.title} | {where} | {_duties(kind, True)} | {_duties(kind, False)} |"


if __name__ == "__main__":
    print(as_markdown(), end="")
