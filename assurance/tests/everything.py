"""One of everything, everybody around it, and a walk through every address that there is."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import time_machine
from django.test import Client, override_settings
from django.urls import resolve

from assurance.amount import IS_FULL
from goldenthread.accounts.models import User
from goldenthread.casework.actions.feeds import make_feed
from goldenthread.people.models import Adult, Child
from goldenthread.running import logs
from goldenthread.running.tables import PASSING, Table, contents
from tests.access import table, test_matrix
from tests.access.people import EVERYBODY, people_around, records_of
from tests.casework import world
from tests.keeping import world as keeping
from tests.readers import sign_in

FEW = ("anonymous", "worker", "manager", "parent", "setting", "programme-lead", "local-offer-officer")
WHOSE = EVERYBODY if IS_FULL else FEW
SERVED = {"SECURE_HSTS_SECONDS": 31_536_000, "SECURE_HSTS_INCLUDE_SUBDOMAINS": True}
GIVEN, FAMILY, BOX = "Quibblewick", "Zanzibrough", "trespassable.example"
"""Names that stand nowhere else: who reads one in a log or an address has found a leak."""
PLANTED = re.compile(f"{GIVEN}|{FAMILY}|{BOX}", re.IGNORECASE)
LINKS = re.compile(r'(?:href|action|src|hx-get|hx-post)="([^"]*)"')
TOLD_TO_MACHINES = {"running:well"}
"""It answers 503 while no worker runs, and none runs here."""
NOTED = {
    *PASSING,
    "audit_event",
    "audit_head",
    "casework_letter",
    "casework_planreceipt",
    "evidence_keptcount",
}
"""Tables that a look is meant to write to: who looked, that a letter or a plan reached its reader, and what was counted once."""


@dataclass
class Seen:
    """What a walk found."""

    answers: int = 0
    logged: int = 0
    links: int = 0
    headless: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def everything() -> tuple[dict[str, Any], dict[str, Any]]:
    """What addresses are filled in with, and everybody; every child and every person then gets a planted name."""
    case = world.bring_to(
        world.make_case(world.make_child("Ash"), team=world.team("North")), "assessment-agreed"
    )
    away = world.bring_to(
        world.make_case(world.make_child("Bo"), team=world.team("South")), "assessment-agreed"
    )
    people = people_around(case, away)
    records = records_of(case, people) | {"secret": make_feed(worker=people["worker"], on=world.TODAY)}
    records |= test_matrix.programme_records(people["programme-lead"]) | test_matrix.offer_records()
    records |= (
        test_matrix.voice_records()
        | test_matrix.room_records(people)
        | test_matrix.kept_by(people["provider"])
    )
    records |= test_matrix.sen_records(people, case) | test_matrix.commissioning_records(people)
    records |= keeping.records() | keeping.alerted()
    for number, one in enumerate(User.objects.all()):
        one.name, one.email = f"{GIVEN} {FAMILY}{number}", f"{GIVEN}.{number}@{BOX}"
        one.save(update_fields=["name", "email"])
    Child.objects.update(given_names=GIVEN, family_name=FAMILY)
    Adult.objects.update(name=f"{GIVEN} {FAMILY}")
    return records, {name: User.objects.get(pk=one.pk) for name, one in people.items()}


@contextmanager
def log_kept() -> Iterator[list[str]]:
    """Every line that is logged meanwhile, at every level, as the service writes it."""
    written, lines = io.StringIO(), list[str]()
    handler, root = logging.StreamHandler(written), logging.getLogger()
    handler.setFormatter(logs.lines("json"))
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        lines += written.getvalue().splitlines()


def walk() -> Seen:
    """Every address, looked at by everybody."""
    seen = Seen()
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False), override_settings(**SERVED):
        records, people = everything()
        clients = {who: Client(raise_request_exception=False) for who in WHOSE}
        for who, client in clients.items():
            if who != "anonymous":
                sign_in(client, people[who])
        before = contents()
        with log_kept() as lines:
            for client in clients.values():
                for name, row in table.TABLE.items():
                    _look(client, name, row.address.format(**records), seen)
        seen.changed = _changes(before, contents())
    seen.logged = len(lines)
    seen.leaks += [f"log: {json.loads(line).get('logger')}" for line in lines if PLANTED.search(line)]
    return seen


def _look(client: Client, name: str, address: str, seen: Seen) -> None:
    answer = client.get(address, secure=True)
    seen.answers += 1
    if answer.status_code >= 500 and name not in TOLD_TO_MACHINES:
        seen.broken.append(f"{name}: {answer.status_code}")
    seen.headless += [f"{name}: {wrong}" for wrong in missing_headers(address, answer)]
    if answer.get("Location") and PLANTED.search(answer["Location"]):
        seen.leaks.append(f"{name}: leads to an address with a name")
    if answer.get("Content-Type", "").startswith("text/html") and not answer.streaming:
        links = LINKS.findall(answer.content.decode())
        seen.links += len(links)
        seen.leaks += [
            f"{name}: {link}"
            for link in links
            if not link.startswith(("mailto:", "tel:")) and PLANTED.search(link)
        ]


def missing_headers(address: str, answer: Any) -> Iterator[str]:
    """What an answer lacks of the headers that protect its reader. A drawing of figures may stay in their browser for a while."""
    policy = answer.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "frame-ancestors 'none'" not in policy or "unsafe" in policy:
        yield f"policy “{policy}”"
    for header, wanted in (("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
                           ("Strict-Transport-Security", "max-age=31536000")):  # fmt: skip
        if wanted not in answer.get(header, ""):
            yield f"{header} “{answer.get(header, '')}”"
    gate = resolve(address.partition("?")[0]).func.gate
    kept = answer.get("Cache-Control", "")
    is_drawing = answer.get("Content-Type", "").startswith("image/svg") and kept == "private, max-age=300"
    if gate.kind != "public" and answer.status_code == 200 and "no-store" not in kept and not is_drawing:
        yield f"Cache-Control “{kept}”"


def _changes(before: dict[str, Table], after: dict[str, Table]) -> list[str]:
    return [name for name, was in before.items() if name not in NOTED and after[name] != was]
