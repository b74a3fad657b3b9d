"""Invented services in any number, for benchmarks: the same seed gives the same services. No place or person in them is real."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator
from typing import Any

from goldenthread.localoffer.vocabulary import ACCESS, KINDS, NEEDS, Concept

SEED = 1530
_COMMON = """
autism sensory calm small group visual timetable staff trained families together weekly friendly parent carer session book ahead
telephone email room quiet garden trip food allergy sibling volunteer funded referral school college health worker plan review
progress confidence play learn talk move music art cook build visit online morning afternoon evening term holiday bus parking
toilet ramp loop interpreter language card poster leaflet
"""
COMMON = _COMMON.split()
_STEMS = "ber cal dor fen gar hol kel lin mor nor pen quil ros sel tam ul ven wil yar zan"
STEMS = _STEMS.split()
_ENDINGS = "bury field ford grove ham hurst ley mere stead ton well wick"
ENDINGS = _ENDINGS.split()
CENTRE = (52.5862, -2.1288)


def invented(count: int, seed: int = SEED) -> Iterator[dict[str, Any]]:
    """So many services in the standard's shape."""
    chance = random.Random(seed)  # noqa: S311 (the same services everywhere)
    organisations = [_organisation(chance) for _ in range(max(1, count // 12))]
    for number in range(count):
        yield _service(chance, number, chance.choice(organisations))


def _id(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def _place_name(chance: random.Random) -> str:
    return (chance.choice(STEMS) + chance.choice(ENDINGS)).capitalize()


def _organisation(chance: random.Random) -> dict[str, Any]:
    kind = chance.choice(["Trust", "Club", "Centre", "Partnership", "Project", "Group"])
    return {
        "id": _id(chance),
        "name": f"{_place_name(chance)} {kind}",
        "description": "Invented for a benchmark.",
    }


def _term(group: str, code: str, label: str) -> dict[str, Any]:
    vocabulary = uuid.uuid5(uuid.NAMESPACE_URL, f"golden-thread:{group}")
    return {
        "id": str(uuid.uuid5(vocabulary, code)), "name": label, "description": label, "taxonomy": f"Golden Thread {group}",
        "taxonomy_id": str(vocabulary), "term": code,
    }  # fmt: skip


def _service(chance: random.Random, number: int, organisation: dict[str, Any]) -> dict[str, Any]:
    needs, kind = chance.sample(NEEDS, chance.choice([1, 1, 2])), chance.choice(KINDS)
    low = chance.choice([0, 0, 3, 4, 5, 8, 11, 14, 16])
    words = [chance.choice(COMMON) for _ in range(chance.randint(60, 180))]
    identifier = _id(chance)
    terms = [_term("needs", one.code, one.label) for one in needs] + [_term("kinds", kind.code, kind.label)]
    return {
        "id": identifier,
        "organization_id": organisation["id"],
        "name": f"{_place_name(chance)} {_what(chance, needs[0])} {number}",
        "description": " ".join(words),
        "status": "active",
        "email": "office@example.org",
        "url": "https://example.org/",
        "minimum_age": low,
        "maximum_age": low + chance.choice([3, 6, 10, 20]),
        "last_modified": f"2026-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}T10:00:00Z",
        "schedules": [{"id": _id(chance), "freq": "WEEKLY", "byday": chance.choice(["MO", "TU", "WE", "TH", "FR", "SA"]),
                       "opens_at": "10:00", "closes_at": "12:00"}],
        "cost_options": [{"id": _id(chance), "amount": chance.choice([0, 0, 3, 5, 8]), "amount_description": "a session"}],
        "service_at_locations": [_at(chance)],
        "attributes": [{"id": _id(chance), "taxonomy_term": term} for term in terms],
        "organization": organisation,
        "local_offer": {"is_invented": True},
    }  # fmt: skip


def _what(chance: random.Random, need: Concept) -> str:
    return f"{chance.choice(need.same).capitalize()} {chance.choice(['group', 'sessions', 'team'])}"


def _at(chance: random.Random) -> dict[str, Any]:
    access = chance.sample(ACCESS[:6], chance.randint(0, 2))
    return {
        "id": _id(chance),
        "location": {
            "id": _id(chance),
            "location_type": "physical",
            "name": f"{_place_name(chance)} Hall",
            "latitude": round(CENTRE[0] + chance.uniform(-0.06, 0.06), 5),
            "longitude": round(CENTRE[1] + chance.uniform(-0.1, 0.1), 5),
            "addresses": [{"id": _id(chance), "address_1": f"{_place_name(chance)} Road", "city": "Wolverhampton",
                           "state_province": "West Midlands", "postal_code": "WV1 1RP", "country": "GB",
                           "address_type": "physical"}],
            "accessibility": [{"id": _id(chance), "description": one.label} for one in access],
        },
    }  # fmt: skip
