"""S8, S9, S11, S24: every address, looked at by everybody, and asked in ways that nobody should."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from assurance.amount import times
from assurance.tests import everything
from tests.access import table
from tests.casework import world
from tests.readers import sign_in

UNSAFE = ("post", "put", "patch", "delete")
OPEN_TO_FORMS = {"localoffer:shortlist", "localoffer:leave_news", "published:leave_following"}
"""A list in the reader's own cookie; and leaving a newsletter by a mail program's own button, with the key of its address."""
ASKED = re.compile(r"""GET\.get(?:list)?\(\s*"(\w+)\"""")
STRANGE = (
    "' OR '1'='1' --", "\"><script>alert(1)</script>", "{{7*7}}{% debug %}", "../../../../etc/passwd", "9" * 400, "-1",
    "2026-13-45", "\u202e\u0000\ufffd", "%s%s%n", "1; SELECT pg_sleep(3)", "a" * 5000, "[]", "null", "$(sleep 3)",
    "\r\nSet-Cookie: a=b", "0x00", "1e309", "NaN", "();", "٣٤",
)  # fmt: skip


_walked: list[everything.Seen] = []


@pytest.fixture
def seen(db):
    """One walk for all of these: the first that asks takes it."""
    if not _walked:
        _walked.append(everything.walk())
    return _walked[0]


def test_every_answer_carries_its_headers(seen, record_property):
    record_property("counted", {"what": "answers", "tried": seen.answers, "failed": len(set(seen.headless))})
    assert not seen.headless, "\n".join(sorted(set(seen.headless)))


def test_pages_that_are_looked_at_change_nothing(seen, record_property):
    record_property(
        "counted", {"what": "pages looked at", "tried": seen.answers, "failed": len(seen.changed)}
    )
    assert not seen.changed, "\n".join(seen.changed)


def test_no_name_reaches_the_log_or_an_address(seen, record_property):
    record_property("counted", {"what": "lines of the log", "tried": seen.logged, "failed": 0})
    record_property("counted", {"what": "links", "tried": seen.links, "failed": len(seen.leaks)})
    assert not seen.leaks, "\n".join(seen.leaks)


def test_no_page_that_is_looked_at_breaks(seen, record_property):
    record_property("counted", {"what": "pages looked at", "tried": seen.answers, "failed": len(seen.broken)})
    assert not seen.broken, "\n".join(seen.broken)


@pytest.mark.django_db
def test_no_address_takes_a_form_without_its_token(record_property):
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        records, people = everything.everything()
        client = sign_in(
            Client(enforce_csrf_checks=True, raise_request_exception=False), people["programme-lead"]
        )
        tried, taken = 0, []
        for name, row in table.TABLE.items():
            for method in UNSAFE:
                answer = getattr(client, method)(row.address.format(**records))
                tried += 1
                if answer.status_code != 403 and name not in OPEN_TO_FORMS:
                    taken.append(f"{method} {name}: {answer.status_code}")
    record_property(
        "counted", {"what": "unsafe requests without a token", "tried": tried, "failed": len(taken)}
    )
    assert taken == []


@pytest.mark.django_db
def test_strange_words_break_no_page(record_property):
    """In every parameter that any page reads, all at once."""
    names = {
        name for path in Path(settings.PACKAGE).rglob("*.py") for name in ASKED.findall(path.read_text())
    }
    assert len(names) > 20
    tried, broken = 0, []
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        records, people = everything.everything()
        for who in ("programme-lead", "manager"):
            client = sign_in(Client(raise_request_exception=False), people[who])
            for words in STRANGE[: times(4, full=len(STRANGE))]:
                for name, row in table.TABLE.items():
                    began = time.monotonic()
                    answer = client.get(row.address.format(**records), dict.fromkeys(names, words))
                    tried += 1
                    if (
                        answer.status_code >= 500 and name not in everything.TOLD_TO_MACHINES
                    ) or "alert(1)</script>" in _text(answer):
                        broken.append(f"{name} as {who} with {words[:20]!r}: {answer.status_code}")
                    elif time.monotonic() - began > 20:
                        broken.append(f"{name} as {who} with {words[:20]!r}: slow")
    record_property(
        "counted", {"what": "pages asked with strange words", "tried": tried, "failed": len(broken)}
    )
    assert not broken, "\n".join(broken)


def _text(answer) -> str:
    return (
        ""
        if answer.streaming or not answer.get("Content-Type", "").startswith("text/html")
        else answer.content.decode()
    )
