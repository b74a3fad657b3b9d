"""The rows of a file that say who waits: one for each group of a split, below or beside the row of their month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goldenthread.commissioning.waits.cuts import KINDS, MOST_GROUPS, Kind, Part, by_kind, in_order
from goldenthread.commissioning.waits.row import TOTAL, Row, Sent, plain
from goldenthread.kit.dates import PartialDate

SPLIT, GROUP, OVER = "Split by", "Group", "Waiting over 18 weeks"
LONGEST_NAME = 60


@dataclass(frozen=True)
class Asked:
    """A row about one group: which service and month it is of, and its two numbers."""

    row: Row
    line: str
    month: PartialDate
    waiting: int
    long: int


def with_parts(rows: Sequence[Sent], asked: Sequence[Asked]) -> list[Sent]:
    """The sound rows of a file with their months' groups. What is wrong with a group is said of its row."""
    months: dict[tuple[str, PartialDate], dict[tuple[str, str], tuple[Asked, Part]]] = {}
    for one in asked:
        held = months.setdefault((one.line, one.month), {})
        part = _read(one)
        if part is None:
            continue
        before = held.setdefault((part.kind, part.group.lower()), (one, part))[0]
        if before is not one:
            one.row.wrong(
                GROUP, f"“{part.group}” is in row {before.row.number} already. Keep one of the two."
            )
    found = [_joined(sent, list(months.get((sent.line, sent.month), {}).values())) for sent in rows]
    here = {(sent.line, sent.month) for sent in rows}
    for key, held in months.items():
        for one, _ in held.values() if key not in here else ():
            one.row.wrong(
                SPLIT,
                f"The row of all who wait in {one.month} is missing or has a mistake. Send it in the same file.",
            )
    return found


def _read(one: Asked) -> Part | None:
    kind = next((kind for kind in KINDS.values() if kind.name.lower() == plain(one.row.text(SPLIT))), None)
    if kind is None:
        names = ", ".join(kind.name for kind in KINDS.values())
        one.row.wrong(SPLIT, f"“{one.row.text(SPLIT)[:40]}” is no split that we take. Write one of: {names}.")
        return None
    group = _group(one, kind)
    if group and one.long > one.waiting:
        one.row.wrong(OVER, f"{one.long:,} over 18 weeks are more than the {one.waiting:,} who wait.")
    return Part(kind.code, group, one.waiting, one.long) if one.row.is_sound else None


def _group(one: Asked, kind: Kind) -> str:
    text = " ".join(one.row.text(GROUP).replace("–", " to ").split())
    if not text:
        one.row.wrong(GROUP, "This is empty. Name the group, or “Not known”.")
    elif kind.groups:
        found = next((group for group in kind.groups if group.lower() == text.lower()), "")
        if not found:
            one.row.wrong(
                GROUP, f"“{text[:40]}” is no group of “{kind.name}”. Write one of: {', '.join(kind.groups)}."
            )
        return found
    elif len(text) > LONGEST_NAME:
        one.row.wrong(
            GROUP, f"This is longer than {LONGEST_NAME} letters. Write the name of the place alone."
        )
    return text


def _joined(sent: Sent, held: Sequence[tuple[Asked, Part]]) -> Sent:
    """The month with its groups, if each split adds up to it."""
    counts = sent.counts
    for code, parts in by_kind(part for _, part in held).items():
        last = [one for one, part in held if part.kind == code][-1]
        name, waiting, long = KINDS[code].name, sum(p.waiting for p in parts), sum(p.long for p in parts)
        if len(parts) > MOST_GROUPS:
            last.row.wrong(
                GROUP, f"“{name}” has {len(parts)} groups, and {MOST_GROUPS} fit. Put small ones together."
            )
        if waiting != counts.total:
            last.row.wrong(TOTAL, f"“{name}” adds up to {waiting:,}, and row {sent.row} says that {counts.total:,} "
                           "wait. Put those of whom it is not known into “Not known”.")  # fmt: skip
        if long != counts.over_18_weeks:
            last.row.wrong(OVER, f"“{name}” adds up to {long:,}, and by the bands of row {sent.row} {counts.over_18_weeks:,} "
                           "have waited over 18 weeks.")  # fmt: skip
    return replace(sent, counts=replace(counts, parts=in_order(part for _, part in held)))
