"""A small programme file with one of everything, for tests; and a large one."""

from __future__ import annotations

import json
from typing import Any

from django.apps import apps

ADDRESS = "https://example.org/record"
VALUE = {
    "as_written": "more than 85%", "op": ">", "number": "85", "unit": "%", "base": None, "base_status": "not published",
}  # fmt: skip


def example() -> dict[str, Any]:
    """One of everything that a file can hold."""
    return {
        "format": "goldenthread-programme/1",
        "programme": {
            "slug": "testshire", "local_area": "Testshire", "authority": "Testshire Council", "library": {"a": ADDRESS},
            "versions": [{"known_from": "2021-11-12", "title": "SEND in Testshire"}],
        },
        "organisations": [
            {"name": "Testshire CCG", "kind": "ccg", "ended_on": "2022-06-30"},
            {"name": "Testshire ICB", "kind": "icb", "began_on": "2022-07-01"},
        ],
        "successions": [{"predecessor": "Testshire CCG", "successor": "Testshire ICB", "on": "2022-07-01"}],
        "bodies": [
            {"name": "Cabinet", "kind": "cabinet", "meetings": [{"held_on": "2022-01-19"}]},
            {"name": "DfE and NHS England", "kind": "department"},
        ],
        "remarks": [{"topic": "Two sources differ", "words": "On the number of days.", "detail": {"a": 20, "b": 10}}],
        "inspections": [
            {"key": "2021", "framework": "Local area SEND", "began_on": "2021-09", "received_on": "2021-11-05",
             "findings": [{"number": 1, "words": "Plans are late"}, {"number": 2, "words": "Nobody is asked"}]}
        ],
        "plans": [_plan()],
        "reviews": [
            {"key": "2024-04", "held_on": "2024-04", "overall": "Progress", "attendees": ["DfE"],
             "points": [{"kind": "ask", "text": "A position statement", "area": "wsoa/plans"}]}
        ],
        "decisions": [
            {"key": "closing", "body": "DfE and NHS England", "decided_on": "2024-04", "words": "No longer monitored.",
             "letter_title": "Letter", "letter_address": ADDRESS, "review": "2024-04",
             "effects": [{"effect": "closes", "area": "wsoa/plans"}, {"effect": "closes", "action": "wsoa/plans/1.2"}]}
        ],
        "risks": [
            {"key": "r1", "known_on": "2022-02-01", "area": "wsoa/plans", "versions": [
                {"known_from": "2022-02-01", "cause": "Few staff", "event": "Delay", "effect": "Waiting",
                 "likelihood": 4, "severity": 3, "owner": "SEND service lead"},
                {"known_from": "2022-06-01", "reason": "Raised", "cause": "Few staff", "event": "Delay",
                 "effect": "Waiting", "likelihood": 5, "severity": 3, "owner": "SEND service lead", "rung": "board"}]}
        ],
        "timeline": [{"key": "meeting", "happened_on": "2021-11-29", "kind": "meeting", "what": "Officials meet"}],
    }  # fmt: skip


def _plan() -> dict[str, Any]:
    return {
        "key": "wsoa", "regime": "wsoa", "title": "Written Statement of Action", "inspection": "2021",
        "known_on": "2022-01-06", "is_public": True,
        "areas": [
            {"number": 1, "key": "plans", "opened_on": "2021-11", "answers": ["2021/1", "2021/2"],
             "versions": [{"known_from": "2021-11-12", "title": "Late plans"}], "actions": [_first(), _second()],
             "evidence": [{"title": "Audit", "kind": "audit", "address": ADDRESS, "dated_on": "2023", "shows": "outcome",
                           "confirmed_on": "2024-01-10", "action": "wsoa/plans/1.1"}],
             "sustained_checks": [{"checked_on": "2025-04", "answer": "partly", "words": "Mostly", "next_on": "2026"}]}
        ],
        "route": [{"step": "cabinet", "happened_on": "2022-01-19", "body": "Cabinet", "words": "Approved."}],
        "measures": [{"key": "agree", "name": "Those who agree", "area": "wsoa/plans", "known_on": "2024-03-01",
                      "readings": [{"period": "2024-03", "actual": VALUE}]}],
        "priorities": [{"number": 1, "title": "Plans", "areas": ["wsoa/plans"], "actions": ["wsoa/plans/1.1"]}],
    }  # fmt: skip


def _first() -> dict[str, Any]:
    return {
        "key": "1.1", "number": "1.1", "known_on": "2022-01-19", "sources": [ADDRESS],
        "dependencies": [{"needs": "wsoa/plans/1.2", "known_on": "2022-01-19"}],
        "versions": [
            {"known_from": "2022-01-19", "text": "Write plans in time", "leads": ["Plan lead"], "due": "2022-12"},
            {"known_from": "2022-12-01", "reason": "Staff left", "text": "Write plans in time", "leads": ["Plan lead"],
             "due": "2023-06"},
        ],
        "milestones": [{"title": "Half in time", "due": "2022-06", "known_on": "2022-01-19", "reached_on": "2022-07",
                        "reached_known_on": "2022-08-01"}],
        "notes": [{"noted_on": "2022-03", "text": "Under way"}],
    }  # fmt: skip


def _second() -> dict[str, Any]:
    return {
        "key": "1.2",
        "known_on": "2022-01-19",
        "versions": [{"known_from": "2022-01-19", "text": "Buy a system"}],
    }


def large(actions: int, versions: int) -> dict[str, Any]:
    """The example with one area of many actions, each with a history."""
    content = example()
    content["plans"][0]["areas"][0]["actions"] += [
        {"key": f"a{number}", "known_on": "2022-01-19", "versions": [
            {"known_from": f"{2022 + turn // 12}-{turn % 12 + 1:02d}-19", "text": f"Promise {number}, as told {turn}"}
            for turn in range(versions)]}
        for number in range(actions)
    ]  # fmt: skip
    return content


def as_bytes(content: dict[str, Any]) -> bytes:
    """A file as it would stand on disk."""
    return json.dumps(content, ensure_ascii=False).encode()


def rows_held() -> dict[str, int]:
    """How many rows each table of the programme, the partners and the audit holds; empty tables left out."""
    models = [*apps.get_app_config("programme").get_models(), *apps.get_app_config("partners").get_models(),
              *apps.get_app_config("audit").get_models()]  # fmt: skip
    counts = {model._meta.label: model._default_manager.count() for model in models}
    return {name: count for name, count in counts.items() if count}
