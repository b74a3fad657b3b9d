"""Which list a file is, told by its headings, and its rows under them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from goldenthread.kit.received.tables import UnreadableFile, csv_lines
from goldenthread.localoffer.importing import childcare, outpost, schools
from goldenthread.localoffer.importing.cells import Cells, Near, heading
from goldenthread.openreferral.feeds import BadFeed, Row, rows_of

MOST_ROWS = 100_000
OPENING = 12
"""Lines in which the headings are looked for: some lists say above them what they are."""


@dataclass(frozen=True)
class Kind:
    """A kind of list: how it is known, and how its rows are read."""

    code: str
    label: str
    needed: frozenset[str]
    rows: Callable[[list[Cells], Near | None], Iterator[Row]]
    keeps: frozenset[str] = field(default_factory=frozenset)
    """What a provider has written stays when the list comes again: these parts of a record, if they are there."""


_ANSWERS = frozenset(
    {
        "eligibility_description",
        "schedules",
        "fees",
        "cost_options",
        "email",
        "contacts",
        "alert",
        "languages",
    }
)
KINDS = (
    Kind("outpost", "Services, in the columns of the Outpost template", outpost.NEEDED, outpost.rows),
    Kind("schools", "Schools and colleges, from the national list", schools.NEEDED, schools.rows, _ANSWERS),
    Kind("childcare", "Childcare, from the register", childcare.NEEDED, childcare.rows, _ANSWERS),
)
FEED = Kind("feed", "Services in Open Referral UK", frozenset(), lambda rows, near: iter(()))
BY_CODE = {one.code: one for one in (*KINDS, FEED)}


def kind_of(data: bytes) -> Kind:
    """What a file is. Raises UnreadableFile."""
    if not data.strip():
        raise UnreadableFile("The file is empty. Choose another.")
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        return FEED
    return _table(data)[0]


def rows_in(data: bytes, near: Near | None = None) -> Iterator[Row]:
    """Every service of a file, each with what is wrong in its row. Raises UnreadableFile or BadFeed."""
    kind = kind_of(data)
    if kind is FEED:
        return rows_of(io.BytesIO(data))
    kind, rows = _table(data)
    return kind.rows(rows, near)


def _table(data: bytes) -> tuple[Kind, list[Cells]]:
    kind: Kind | None = None
    headings: list[str] = []
    rows: list[Cells] = []
    for number, cells in csv_lines(data):
        if kind is None:
            headings = [heading(cell) for cell in cells]
            kind = next((one for one in KINDS if one.needed <= set(headings)), None)
            if kind is None and number > OPENING:
                break
        elif any(cells):
            rows.append(Cells(number, _named(headings, cells)))
            if len(rows) > MOST_ROWS:
                raise UnreadableFile(f"The file has more than {MOST_ROWS:,} rows. Send it in parts.")
    if kind is None:
        raise UnreadableFile(
            "We do not know the headings of this file. They should be those of the Outpost template, of the national list of "
            "schools, or of the childcare register."
        )
    if not rows:
        raise UnreadableFile("The file has no rows under its headings. Choose another.")
    return kind, rows


def _named(headings: list[str], cells: list[str]) -> Mapping[str, str]:
    return {name: cell for name, cell in zip(headings, cells, strict=False) if name and cell}


__all__ = ["BY_CODE", "FEED", "KINDS", "BadFeed", "Kind", "UnreadableFile", "kind_of", "rows_in"]
