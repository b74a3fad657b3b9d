"""A table of facts about schools as CSV: of the Department's own download, or of the council's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.importing.shape import Headings, Trouble, lines

HEADINGS: Headings = {
    "urn": ("urn", "school urn"),
    "pupils": ("number of pupils", "numberofpupils", "pupils"),
    "free_meals": ("free school meals", "percentage fsm", "percentagefsm", "fsm"),
}
"""The second of each is how Get Information about Schools calls it in its download."""
MOST_PUPILS = 5_000


@dataclass(frozen=True)
class SchoolFacts:
    """One school: its number in the register of schools, its pupils, and per cent of them with free school meals."""

    urn: str
    pupils: int
    free_meals: Decimal


def read_facts(data: bytes) -> list[SchoolFacts]:
    """The schools of a table that have both facts. ListRefused names every row that is wrong; an empty cell is no fault."""
    found: dict[str, SchoolFacts] = {}
    troubles: list[Trouble] = []
    for line in lines(data, HEADINGS, tuple(HEADINGS)):
        urn, pupils, share = (line[name].strip() for name in ("urn", "pupils", "free_meals"))
        if not (urn.isascii() and urn.isdecimal() and len(urn) == 6):
            troubles.append((line.row, "A URN has six figures."))
        elif urn in found:
            troubles.append((line.row, f"{urn} stands there twice."))
        elif pupils and share:
            if fault := _fault(pupils, share):
                troubles.append((line.row, fault))
            else:
                found[urn] = SchoolFacts(urn, int(pupils), _per_cent(share) or Decimal(0))
    if troubles:
        raise ListRefused(troubles)
    return list(found.values())


def _fault(pupils: str, share: str) -> str:
    if not (pupils.isascii() and pupils.isdecimal()) or not 0 < int(pupils[:9]) <= MOST_PUPILS:
        return f"“{pupils[:20]}” is no number of pupils between 1 and {MOST_PUPILS:,}."
    if _per_cent(share) is None:
        return f"“{share[:20]}” is no share between 0 and 100 per cent."
    return ""


def _per_cent(share: str) -> Decimal | None:
    try:
        found = Decimal(share.removesuffix("%").strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 <= found <= 100 else None
