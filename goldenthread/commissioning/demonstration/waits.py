"""Invented services and three years of their invented waits, so that every page has something to show. No child is in them."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.commissioning.actions.lines import open_line
from goldenthread.commissioning.actions.uploading import record_months
from goldenthread.commissioning.models import ServiceLine
from goldenthread.commissioning.waits.cuts import Part, in_order
from goldenthread.commissioning.waits.disclosure import Month
from goldenthread.commissioning.waits.row import Sent
from goldenthread.commissioning.waits.series import LONG, Series
from goldenthread.kit.dates import PartialDate
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Membership, Organisation

FOLDER = Path(__file__).parent
SEED = 20261101
MONTHS = 36
PROVIDERS = {
    "health": "Fairgate Community Health Trust (invented)",
    "mind": "Fairgate Young Minds Trust (invented)",
    "advice": "Fairgate Family Advice (invented)",
}
_KIND = {"advice": OrganisationKind.VOLUNTARY}
EVENTS = {"speech": {8: "Two therapists started."}, "autism": {14: "Referrals from schools were opened."}}
"""Notes by service and by how many months ago."""
LONGEST = 3.4
"""The longest wait, in half waits. People join a list day by day and leave it as they wait, so short waits are the most; half of
such a triangle lies before its 0.29th part.
"""
SPLIT = 3
"""So many of the newest months say who waits."""
GROUPS = {
    "age": {"0 to 4": 30, "5 to 10": 45, "11 to 15": 20, "16 to 25": 3, "Not known": 2},
    "locality": {"Fairgate East": 45, "Fairgate West": 35, "Fairgate Hill": 20},
    "language": {"English": 75, "Another language": 20, "Not known": 5},
}
"""How many in a hundred are of which group."""


@transaction.atomic
def load_waits(*, on: date, by: Any = None) -> int:
    """The services and their months up to the one that is over; a second time adds nothing. Gives how many months came."""
    if ServiceLine.objects.filter(is_invented=True).exists():
        return 0
    added = 0
    for key, cells in enumerate(_lines()):
        line = _open(cells, on, by)
        added += len(
            record_months(rows=[(line, sent) for sent in _months(line, cells, key, on)], on=on, by=by)
        )
    _let_lead_send(on)
    return added


def provider(key: str) -> Organisation:
    """One of the invented trusts."""
    made, _ = Organisation.objects.get_or_create(
        name=PROVIDERS[key],
        defaults={"kind": _KIND.get(key, OrganisationKind.NHS_PROVIDER), "certainty": "invented"},
    )
    return made


def _lines() -> list[list[str]]:
    text = (FOLDER / "waits.psv").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line and not line.startswith("#")]
    return [[cell.strip().replace("\\n", "\n") for cell in row] for row in rows]


def _open(cells: list[str], on: date, by: Any) -> ServiceLine:
    slug, name, series, who, *_, does, start, doing, offer = cells
    words = {
        "name": name, "does": does, "start": start, "doing": doing, "offer": offer, "is_public": True, "offer_link": "",
        "call_whom": f"the {name.lower()} team", "call_number": "01632 960050",
    }  # fmt: skip
    return open_line(
        slug=slug, provider=provider(who), series=series, words=words, on=on, by=by, is_invented=True
    )


def _months(line: ServiceLine, cells: list[str], key: int, on: date) -> list[Sent]:
    chance = random.Random(SEED + key)  # noqa: S311 (the same numbers everywhere)
    size, step, middle = int(cells[4]), int(cells[5]), int(cells[6])
    over = on.year * 12 + on.month - 2
    rows = []
    for ago in range(MONTHS - 1, -1, -1):
        number = over - ago
        month = PartialDate(number // 12, number % 12 + 1)
        people = max(3, round((size - step * ago) * chance.uniform(0.96, 1.04)))
        note = EVENTS.get(line.slug, {}).get(ago, "")
        rows.append(
            Sent(
                0,
                line.slug,
                month,
                month.last,
                _counts(line.counted, people, middle, chance, ago < SPLIT),
                note,
            )
        )
    return rows


def _counts(series: Series, people: int, middle: int, chance: random.Random, is_split: bool) -> Month:
    waits = sorted(int(chance.triangular(0, middle * LONGEST, 0)) for _ in range(people))
    bands = [0] * len(series.bands)
    for days in waits:
        bands[series.band_of(days)] += 1
    seen, received = round(people * chance.uniform(0.1, 0.2)), round(people * chance.uniform(0.12, 0.22))
    return Month(
        series.code, tuple(bands), waits[(people - 1) // 2], waits[-1], seen, int(middle * chance.uniform(0.9, 1.3)),
        received, round(received * 0.85), _parts(waits) if is_split else (),
    )  # fmt: skip


def _parts(waits: list[int]) -> tuple[Part, ...]:
    """Who waits, drawn for each by chances of its own, so that the other numbers stay what they are without it."""
    chance, parts = random.Random(SEED + len(waits)), []  # noqa: S311 (the same numbers everywhere)
    for code, odds in GROUPS.items():
        drawn = [chance.choices(list(odds), list(odds.values()))[0] for _ in waits]
        for group in odds:
            held = [days for days, name in zip(waits, drawn, strict=True) if name == group]
            parts.append(Part(code, group, len(held), sum(days >= LONG for days in held)))
    return in_order(parts)


def _let_lead_send(on: date) -> None:
    """The demonstration's service lead works for the first trust."""
    lead = User.objects.filter(is_demonstration=True, holdings__role="service-lead").first()
    if lead:
        Membership.objects.get_or_create(
            user=lead, organisation=provider("health"), defaults={"starts_on": date(2021, 9, 1)}
        )
