"""The pack for a schools forum: the same numbers as a page, PDF, Word and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.commissioning.money.forecast import for_each
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.queries.forum import Pack, Spent, rounded, rounding
from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Grid, Heading, Paper, Text
from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.kit.table import Column, Table

HIDDEN = "hidden"
SMALL_RULE = (
    f"Numbers of children under {SMALLEST_SHOWN}, and others that would give them away, are hidden with their money. Sums that "
    "they are part of are rounded, because prices are public and an exact sum could be solved for the number of children."
)


@dataclass(frozen=True)
class Pence:
    """An amount of money in a cell."""

    pence: int


Value = str | int | Pence | None
"""What stands in a cell; None is hidden."""


@dataclass(frozen=True)
class Sheet:
    """A table of the pack, and what is said beside it."""

    title: str
    words: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]

    @property
    def grid(self) -> Grid:
        """As people read it."""
        return Grid(self.columns, [[_read(cell) for cell in row] for row in self.rows])

    @property
    def table(self) -> Table:
        """As a page shows it."""
        numbers = [
            any(isinstance(row[n], Pence | int) for row in self.rows) for n in range(len(self.columns))
        ]
        columns = [Column(title, is_number) for title, is_number in zip(self.columns, numbers, strict=True)]
        return Table(self.title, columns, self.grid.rows, is_compact=True)

    @property
    def plain(self) -> list[list[str | int]]:
        """As programs read it: money in pounds and pence without signs."""
        return [[_plain(cell) for cell in row] for row in self.rows]


def _read(value: Value) -> str:
    if isinstance(value, Pence):
        return in_pounds(value.pence)
    return HIDDEN if value is None else f"{value:,}" if isinstance(value, int) else value


def _plain(value: Value) -> str | int:
    if isinstance(value, Pence):
        return f"{in_pounds(value.pence)}".replace("£", "").replace(",", "")
    return HIDDEN if value is None else value


def year_words(year: int) -> str:
    """A financial year as people write it.

    >>> year_words(2026)
    '2026-27'
    """
    return f"{year}-{(year + 1) % 100:02}"


def sheets(pack: Pack) -> Iterator[Sheet]:
    """The tables of the pack, in their order."""
    yield _forecast(pack)
    yield Sheet(
        "Why these numbers", "What each line assumes.", ["Line", "Assumption"],
        [[one.line.line.what, one.line.line.assumption] for one in pack.spent],
    )  # fmt: skip
    if pack.before:
        yield _ledger(pack)
    if pack.scenarios:
        yield _scenarios(pack)
    if pack.bands:
        yield _bands(pack)
    yield _shared(pack)


def _money(one: Spent, pence: int) -> Value:
    return None if one.is_hidden else Pence(pence)


def _forecast(pack: Pack) -> Sheet:
    rows: list[list[Value]] = []
    for one in pack.spent:
        line, driven = one.line.line, one.line.driven
        assert driven is not None
        rows.append([f"{line.get_provision_display()}: {line.what}", line.outcome or "No outcome is named", one.children,
                     *(_money(one, pence) for pence in driven.pence)])  # fmt: skip
    step = rounding(pack.spent)
    rows.append(["All lines", "", "", *(Pence(rounded(pence, step)) for pence in pack.found.totals)])
    columns = ["Line", "What children have from it", "Children, likely", "If few", "Likely", "If many"]
    about = "" if step == 1 else f" Sums are rounded to {in_pounds(step)}."
    return Sheet(
        f"The forecast for {year_words(pack.year)}", f"Children times what one costs.{about}", columns, rows
    )


def _ledger(pack: Pack) -> Sheet:
    rows: list[list[Value]] = []
    whole = [0, 0]
    for one in pack.before:
        found = one.line.driven.reconciled if one.line.driven else None
        assert found is not None
        whole = [whole[0] + found.forecast, whole[1] + found.ledger]
        each: Value = ""
        if one.reached:
            each = Pence(for_each(found.ledger, one.reached))
        rows.append([one.line.line.what, one.children, _money(one, found.forecast), _money(one, found.ledger),
                     one.line.line.outcome or "No outcome is named",
                     "not counted" if one.line.line.reached is None else one.reached, each])  # fmt: skip
    step = rounding(pack.before)
    rows.append(
        ["All lines with a ledger", "", *(Pence(rounded(pence, step)) for pence in whole), "", "", ""]
    )
    columns = [
        "Line",
        "Children",
        "Forecast",
        "Ledger",
        "What children have from it",
        "How many have it",
        "For each who has it",
    ]
    words = (
        "Money beside what children have from it. This is no ranking: the lines are for different children."
    )
    about = "" if step == 1 else f" Sums are rounded to {in_pounds(step)}."
    return Sheet(f"What {year_words(pack.year - 1)} came to", words + about, columns, rows)


def _scenarios(pack: Pack) -> Sheet:
    step = rounding(pack.spent)
    rows: list[list[Value]] = [
        [one.scenario.name, one.scenario.why, Pence(one.saved), Pence(one.avoided), Pence(one.pressure),
         Pence(rounded(one.total, step)), one.signing_words]
        for one in pack.scenarios
    ]  # fmt: skip
    columns = [
        "Scenario",
        "What would have to happen",
        "Saved",
        "Growth avoided",
        "On top",
        "The year would come to",
        "Assumptions",
    ]
    words = "Money saved is money spent now that would not be spent. Growth avoided was never spent. The two are not added up."
    return Sheet("What if", words, columns, rows)


def _bands(pack: Pack) -> Sheet:
    rows: list[list[Value]] = [
        [band.name, band.means, Pence(rate.pence) if rate else "No rate", in_words(rate.starts_on) if rate else "",
         rate.decided if rate else ""]
        for band, rate in pack.bands
    ]  # fmt: skip
    words = f"As they stand on {in_words(pack.on)}, for a year."
    return Sheet("Bands and their rates", words, ["Band", "For whom", "Rate", "Since", "Decided"], rows)


def _shared(pack: Pack) -> Sheet:
    parts: list[Value] = (
        [None] * 3 if pack.shared_parts is None else [Pence(part) for part in pack.shared_parts]
    )
    words = "Placements and packages with agreed shares, all together, once there are five; to the nearest £100,000."
    return Sheet(
        "Paid together with health and social care", words, ["Education", "Health", "Social care"], [parts]
    )


def forum_paper(pack: Pack) -> Paper:
    """The pack as a paper."""
    blocks: list[Block] = [Text(headline(pack)), Text(SMALL_RULE)]
    if pack.is_invented:
        blocks.append(Text("The amounts here are invented for this demonstration."))
    for sheet in sheets(pack):
        blocks += [Heading(sheet.title), Text(sheet.words), sheet.grid]
    title = f"High needs money {year_words(pack.year)}: paper for the schools forum"
    return Paper(title, f"As known on {in_words(pack.on)}", title, blocks, 10)


def headline(pack: Pack) -> str:
    """What the year comes to, in a sentence."""
    step = rounding(pack.spent)
    few, likely, many = (in_pounds(rounded(pence, step)) for pence in pack.found.totals)
    return f"Most likely {year_words(pack.year)} comes to {likely}; {few} if there are few children, {many} if many."
