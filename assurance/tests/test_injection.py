"""S11: words of every kind of injection, in queries and headers: nothing breaks, none reaches SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client

from assurance.amount import times
from assurance.tests import everything, payloads
from assurance.tests.test_every_address import ASKED, STRANGE
from tests.access import table
from tests.casework import world
from tests.readers import sign_in

pytestmark = pytest.mark.django_db
MARK = "zq7w"
"""Stands in every payload, so that a statement whose text holds it was put together from what a stranger sent."""
SQL = tuple(
    f"{start}{rest} {MARK}"
    for start in ("", "1", "'", '"', "1'", "')", "1)", "%' ", "\\'")
    for rest in (
        ";SELECT pg_sleep(9)--", " OR pg_sleep(9) IS NULL--", " UNION SELECT NULL,version()--", " OR 1=1--",
        "||(SELECT pg_sleep(9))||'", ";DROP TABLE accounts_user;--", " AND 1=CAST((SELECT 'a') AS int)--", " ORDER BY 999--",
    )
)  # fmt: skip
OTHERS = (
    "{0.__class__.__mro__}", "{settings.SECRET_KEY}", "%(id)s", "%s%s%s%n", "$where: 1", '{"$gt": ""}', "*)(uid=*))(|(uid=*",
    "' or ''='", "//*[1]", "; sleep 9", "`sleep 9`", "$(sleep 9)", "| cat /etc/passwd", "& ping -c 9 127.0.0.1 &",
    "../../../../etc/passwd", "..\\..\\boot.ini", "%2e%2e%2f%2e%2e%2fetc", "....//....//etc/passwd", "file:///etc/passwd",
    "http://169.254.169.254/latest/", "gopher://127.0.0.1:5432/", "\\\\127.0.0.1\\share", "<!--#exec cmd='id'-->",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>", "O:8:\"stdClass\":0:{}", "gASVAAAAAA==", "__proto__[a]=b",
    "constructor.prototype", "=cmd|' /C calc'!A0", "@SUM(1+1)", "\u202e\u2066", "\ufeff", "\U0001f600" * 40, "e\u0301" * 200,
    "9" * 400, "-1", "1e309", "NaN", "0x10", "1,5", "\u0663\u0664", "2026-13-45", "0000-00-00", "9999999999-01-01", "null",
    "undefined", "true", "[]", "[[[[", "{" * 300, "(" * 300, "a" * 8000, ":*", "!!&|", "a & b | !c", "'a' <-> 'b'", "\\",
    "\\\\\\", "%", "%25", "%u0000", "%c0%ae", "..;/", ";jsessionid=1", "#", "?", "&&", "==", "\t", " ", ".", "..",
)  # fmt: skip
INJECTED = (*SQL, *(f"{one}{MARK}" for one in (*OTHERS, *STRANGE, *payloads.KINDS)))
HEADERS = (
    "User-Agent", "Referer", "Accept-Language", "Accept", "Accept-Encoding", "X-Forwarded-For", "X-Forwarded-Host",
    "X-Real-IP", "X-Request-Id", "X-Requested-With", "X-HTTP-Method-Override", "X-Original-URL", "Forwarded", "From",
    "Origin", "Authorization", "Range", "If-None-Match", "If-Modified-Since", "HX-Request",
    "HX-Target", "HX-Trigger", "HX-Trigger-Name", "HX-Current-URL", "HX-Prompt", "HX-Boosted", "HX-History-Restore-Request",
)  # fmt: skip


@contextmanager
def statements_watched() -> Iterator[list[str]]:
    """Statements whose text, without the values beside it, holds a payload."""
    found: list[str] = []

    def look(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if MARK in str(sql) or "pg_sleep" in str(sql):
            found.append(str(sql)[:200])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield found


@pytest.fixture
def site() -> Iterator[tuple[dict[str, Any], dict[str, Client]]]:
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        records, people = everything.everything()
        whose = {reader(row) for row in table.TABLE.values()}
        yield records, {who: entered(people, who) for who in whose}


def entered(people: dict[str, Any], who: str) -> Client:
    client = Client(raise_request_exception=False)
    return client if who == "anonymous" else sign_in(client, people[who])


def reader(row: table.Row) -> str:
    """Somebody who may come in: of staff where there is a choice."""
    return next(
        (who for who in ("programme-lead", "manager", "worker", *sorted(row.inside)) if who in row.inside),
        "anonymous",
    )


def in_turn(each: int) -> Iterator[tuple[str, table.Row, str]]:
    """Every address with so many of them, one after the other, so that each comes to many addresses."""
    number = count()
    for name, row in table.TABLE.items():
        for _ in range(each):
            yield name, row, INJECTED[next(number) % len(INJECTED)]


def tried(site: Any, each: int, ask: Any) -> tuple[int, list[str], list[str]]:
    """How many answers there were, those of 5xx or with a payload as markup, and statements that held one."""
    records, clients = site
    answers, broken = 0, list[str]()
    with statements_watched() as found:
        for name, row, words in in_turn(each):
            cache.clear()
            answer = ask(clients[reader(row)], row.address, records, words)
            answers += 1
            if answer.status_code >= 500 and name not in everything.TOLD_TO_MACHINES:
                broken.append(f"{name} with {words[:60]!r}: {answer.status_code}")
            if (
                answer.get("Content-Type", "").startswith("text/html")
                and not answer.streaming
                and b"xss()>" in answer.content
            ):
                broken.append(f"{name} shows {words[:60]!r} as markup")
            if MARK in str(answer.headers) and "\n" in str(answer.headers.values()):
                broken.append(f"{name} breaks a header with {words[:60]!r}")
    return answers, broken, found


def told(record_property: Any, what: str, came: tuple[int, list[str], list[str]]) -> None:
    answers, broken, found = came
    record_property("counted", {"what": what, "tried": answers, "failed": len(broken)})
    record_property(
        "counted", {"what": "statements of SQL that held one of them", "tried": answers, "failed": len(found)}
    )
    assert not broken, "\n".join(broken)
    assert found == []


def test_there_are_two_hundred_kinds(record_property):
    assert len(set(INJECTED)) >= 200
    record_property("counted", {"what": "kinds of words", "tried": len(set(INJECTED)), "failed": 0})


def test_a_statement_with_a_payload_in_its_text_is_seen(db):
    """That the watch sees what it is for, and does not take a value for a statement."""
    with statements_watched() as found, connection.cursor() as cursor:
        cursor.execute("SELECT %s", [MARK])
        assert found == []
        cursor.execute(f"SELECT '{MARK}'")
    assert len(found) == 1


def test_no_words_in_the_query_break_a_page(site, record_property):
    names = {
        name for path in Path(settings.PACKAGE).rglob("*.py") for name in ASKED.findall(path.read_text())
    }
    assert len(names) > 20

    def ask(client: Client, address: str, records: Any, words: str) -> Any:
        return client.get(address.format(**records), dict.fromkeys(names, words))

    told(
        record_property,
        "addresses asked with them in every parameter",
        tried(site, times(1, full=len(INJECTED)), ask),
    )


def test_no_words_in_a_header_break_a_page(site, record_property):
    def ask(client: Client, address: str, records: Any, words: str) -> Any:
        sent = {f"HTTP_{one.upper().replace('-', '_')}": _one_line(words) for one in HEADERS}
        return client.get(address.format(**records), **sent, CONTENT_TYPE=_one_line(words))

    told(
        record_property,
        "addresses asked with them in every header",
        tried(site, times(1, full=len(INJECTED) // 4), ask),
    )


def _one_line(words: str) -> str:
    """As a web server lets it through: no header has two lines."""
    return re.sub(r"[\r\n\0]", " ", words)
