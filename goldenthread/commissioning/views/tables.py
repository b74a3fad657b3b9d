"""The tables of joint commissioning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.commissioning.models import MeasureReturn
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.queries.joint import Covered, NeedLine, Registered
from goldenthread.commissioning.queries.returns import Owed, Period
from goldenthread.kit.dates import in_words
from goldenthread.kit.table import Cell, Column, Table


def coverage_table(lines: Sequence[Covered], *, may_keep: bool) -> Table:
    """The ten lines of section 26, each with what answers it."""
    rows: list[list[Any]] = []
    for one in lines:
        href = reverse("commissioning:cover", args=[one.duty.key]) if may_keep else ""
        state, words = one.state
        cover = one.cover
        rows.append([
            Cell(one.duty.words, href=href, note=f"Section 26{one.duty.paragraph}"), Cell(words, state=state),
            cover.owner if cover else "", Cell(cover.document, href=cover.document_link) if cover else "",
            cover.reviewed_on if cover else "", cover.next_review_on if cover else "",
        ])  # fmt: skip
    columns = [Column("What must be covered"), Column("State"), Column("Who owns it"), Column("Document"),
               Column("Last review"), Column("Next review")]  # fmt: skip
    return Table("What section 26 asks for", columns, rows, is_compact=True)


def register_table(services: Sequence[Registered], reviews: Counter[int]) -> Table:
    """Each service with both partners' money."""
    rows: list[list[Any]] = []
    for one in services:
        money = one.money
        rows.append([
            Cell(one.service.name, href=reverse("commissioning:service", args=[one.service.pk]), note=one.service.provider.name),
            one.service.get_need_display(), money.words if money else "", in_pounds(money.council_pence) if money else "",
            in_pounds(money.health_pence) if money else "", in_pounds(money.total_pence) if money else "",
            Cell(one.signing_words, state="done" if one.is_signed_by_both else "due"), reviews[one.service.pk],
        ])  # fmt: skip
    columns = [Column("Service"), Column("Need"), Column("Year"), Column("Council", True), Column("NHS", True),
               Column("Both", True), Column("Signed"), Column("Joint reviews in a year", True)]  # fmt: skip
    return Table("The register", columns, rows, is_compact=True, empty="No service is in the register yet.")


def need_table(lines: Sequence[NeedLine]) -> Table:
    """Each need beside what answers it."""
    rows: list[list[Any]] = []
    for one in lines:
        is_answered = bool(one.bought or one.listed)
        words, state = (
            ("Gap", "late")
            if one.is_gap
            else ("Answered", "done")
            if is_answered
            else ("Not assessed", "plain")
        )
        bought = ", ".join(service.name for service in one.bought) or "Nothing"
        rows.append(
            [one.need.label, Cell(words, state=state), len(one.figures), bought, one.listed, one.not_found]
        )
    columns = [Column("Need"), Column("State"), Column("Figures of need", True), Column("Bought together"),
               Column("Services listed", True), Column("Searched for and not found", True)]  # fmt: skip
    return Table("Need beside what answers it", columns, rows, is_compact=True)


def came_words(came: MeasureReturn | None) -> str:
    """What came, as people read it: the figure that was reported, and what it is made of."""
    if came is None:
        return "nothing has come"
    base = "" if came.denominator is None else f" of {came.denominator:,}"
    counted = f"{came.numerator:,}{base}"
    return f"{came.value} ({counted})" if came.value and base else counted


def returns_table(one: Owed, today: date, *, may_send: bool = False) -> Table:
    """What came for each period of a measure, the newest first."""
    rows = [_return_row(period, today, may_send=may_send) for period in reversed(one.periods)]
    columns = [
        Column("Period"), Column("Due by"), Column("State"), Column("What came"), Column("What is behind it"),
    ]  # fmt: skip
    caption = f"{one.measure.name}: {one.measure.counts}"
    return Table(caption, columns, rows, is_compact=True, empty="No period is over yet.")


def _return_row(period: Period, today: date, *, may_send: bool) -> list[Any]:
    href = ""
    if may_send:
        href = reverse("commissioning:send_return", args=[period.measure.pk, period.key])
    name, came = Cell(period.words, href=href), period.returned
    if came is None:
        late = period.is_missed(today)
        state = Cell("Missed", state="late") if late else Cell("Due", state="due")
        return [name, period.due_on, state, "", ""]
    state = Cell("Came", state="done", note=in_words(came.known_on))
    return [name, period.due_on, state, came_words(came), came.words]
